import { coversSession } from './seats.server.ts';
import { statement } from './statement.server.ts';

/** Whom a mentee sits as: with a login by the person, without one as the coordinator found them in a list. */
const seatsAs = `select e.programme_id, e.id as mentee_id, i.id as participant_id
     from mentee_profile e join participant i on i.network_id = $1 and i.person_id = e.person_id where e.network_id = $1
   union
   select l.programme_id, l.mentee_id, l.participant_id from mentee_participant l where l.network_id = $1`;

/**
 * The modules that mentees have attended and the last day of each, as SQL; $1 is the network. A module is attended when one of
 * its trainings was, to the share that this training asks of everybody.
 */
export const attendedModules = `(select a.module_id, a.mentee_id, max(a.day) as day from (
     select t.module_id, p.mentee_id, (max(h.starts_at) filter (where c.state is not null) at time zone g.time_zone)::date as day
     from mentoring_module_training t
     join training g on g.network_id = $1 and g.id = t.training_id
     join (${seatsAs}) p on p.programme_id = t.programme_id
     join seat s on s.network_id = $1 and s.training_id = t.training_id and s.participant_id = p.participant_id
     join training_session h on h.network_id = $1 and h.training_id = t.training_id and ${coversSession('s', 'h')}
     cross join lateral (select extract(epoch from h.ends_at - h.starts_at) / 60 as minutes) d
     left join attendance_record c on c.network_id = $1 and c.session_id = h.id and c.seat_id = s.id and c.state in ('present', 'partial')
     where t.network_id = $1
     group by t.module_id, p.mentee_id, s.id, g.time_zone, g.attendance_threshold
     having sum(case c.state when 'present' then d.minutes when 'partial' then least(c.minutes, d.minutes) else 0 end) * 100
       >= sum(d.minutes) * g.attendance_threshold) a
   group by a.module_id, a.mentee_id)`;

/** Modules of the programme `g` as JSON, in their order. */
const modulesOf = `(select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'titles', o.titles) order by o.position), '[]')
     from mentoring_module o where o.network_id = $1 and o.programme_id = g.id)`;

export type ModuleTitles = { id: string; titles: Record<string, string> };

/** The modules of a programme. */
export const modulesIn = statement<[networkId: string, programmeId: string], ModuleTitles>(
  'mentoring_modules',
  `select o.id, o.titles from mentoring_module o where o.network_id = $1 and o.programme_id = $2 order by o.position`,
);

export type ModulesRow = {
  title: string;
  modules: ModuleTitles[];
  /** Those of leaders first; more are not shown. */
  trainings: {
    id: string;
    code: string;
    title: string | null;
    startsAt: Date;
    timeZone: string;
    moduleId: string | null;
    /** For leaders, or a module already. */
    isLikely: boolean;
  }[];
  mentees: { id: string; alias: string; hasLogin: boolean; attended: string[] }[];
};

/** The modules of a programme, the trainings that can be one, and who has attended which. */
export const programmeModules = statement<
  [networkId: string, programmeId: string, language: string],
  ModulesRow
>(
  'programme_modules',
  `with w as materialized (select a.module_id, a.mentee_id from ${attendedModules} a)
   select coalesce((select x.title from mentoring_programme_text x where x.network_id = $1 and x.programme_id = g.id
       order by array_position(array[$3, 'en'], x.language) nulls last, x.language limit 1), g.code) as title,
     ${modulesOf} as modules,
     (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'code', t.code, 'title', t.title, 'startsAt', t.starts_at,
         'timeZone', t.time_zone, 'moduleId', t.module_id, 'isLikely', t.for_leaders) order by t.for_leaders desc, t.starts_at desc, t.code), '[]') from (
       select r.id, r.code, r.starts_at, r.time_zone, l.module_id, r.audience = 'leaders' or l.module_id is not null as for_leaders,
         (select x.title from training_text x where x.network_id = $1 and x.training_id = r.id
           order by array_position(array[$3, (select d.default_language from network d where d.id = x.network_id), 'en'], x.language) nulls last limit 1) as title
       from training r left join mentoring_module_training l on l.network_id = $1 and l.training_id = r.id and l.programme_id = g.id
       where r.network_id = $1 and (r.state not in ('draft', 'cancelled') or l.module_id is not null)
       order by for_leaders desc, r.starts_at desc, r.code limit 60) t) as trainings,
     (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'alias', e.alias, 'hasLogin', e.person_id is not null, 'attended',
         (select coalesce(jsonb_agg(w.module_id), '[]') from w where w.mentee_id = e.id)) order by e.alias), '[]')
       from mentee_profile e where e.network_id = $1 and e.programme_id = g.id and e.purged_at is null) as mentees
   from mentoring_programme g
   where g.network_id = $1 and g.id = $2`,
);

export type ListedSeat = {
  participantId: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  trainingCode: string;
  trainingTitle: string | null;
  moduleId: string;
  /** Who this is known to be. */
  menteeId: string | null;
};

/** Who sat in the modules of a mentee's programme without a login, and who of them is known to be whom. */
export const seatsWithoutLogin = statement<
  [networkId: string, menteeId: string, language: string],
  ListedSeat
>(
  'seats_without_login',
  `select i.id as "participantId", i.given_name as "givenName", i.family_name as "familyName", i.name_order as "nameOrder",
     r.code as "trainingCode", (select x.title from training_text x where x.network_id = $1 and x.training_id = r.id
       order by array_position(array[$3, (select d.default_language from network d where d.id = x.network_id), 'en'], x.language) nulls last limit 1) as "trainingTitle",
     t.module_id as "moduleId", l.mentee_id as "menteeId"
   from mentee_profile e
   join mentoring_module_training t on t.network_id = $1 and t.programme_id = e.programme_id
   join training r on r.network_id = $1 and r.id = t.training_id
   join seat s on s.network_id = $1 and s.training_id = t.training_id and s.state = 'confirmed'
   join participant i on i.network_id = $1 and i.id = s.participant_id and i.person_id is null and i.purged_at is null
   left join mentee_participant l on l.network_id = $1 and l.programme_id = e.programme_id and l.participant_id = i.id
   where e.network_id = $1 and e.id = $2 and e.purged_at is null
   order by app.fold(i.family_name), app.fold(i.given_name), r.starts_at, i.id limit 500`,
);
