import { attendedModules } from './modules.server.ts';
import { statement } from './statement.server.ts';

export type MentoringCounts = {
  programmes: number;
  /** How many leaders the programmes aim at; null when none says so. */
  target: number | null;
  /** Taken in, whatever became of them. */
  leaders: number;
  mentors: number;
  themes: number;
  /** Leaders who attended enough modules of their programme and worked with a mentor on a question of their own. */
  empowered: number;
  active: number;
  begun: number;
  endedEarly: number;
  held: number;
  /** Held, missed and cancelled, and those whose day has passed. */
  due: number;
  reached: number;
  goals: number;
  /** Those that came to their end, whether or not they have been reported. */
  initiatives: number;
  /** By these initiatives together. */
  peopleReached: number;
};

/** What the indicators of mentoring are computed from: one row of counts, over all programmes of a network. */
export const mentoringCounts = statement<
  [networkId: string, takenIn: readonly string[], today: string, modulesNeeded: number, ofModules: number],
  MentoringCounts
>(
  'mentoring_indicators',
  `with attended as materialized (select a.module_id, a.mentee_id from ${attendedModules} a)
   select p.programmes, p.target, e.leaders, w.empowered, r.mentors, r.active, r.begun, r."endedEarly", s.held, s.due, o.reached, o.goals, i.initiatives, i."peopleReached",
     (select count(distinct t.theme)::int from training t
       where t.network_id = $1 and t.audience = 'leaders' and t.state in ('completed', 'documented')) as themes
   from (select count(*)::int as programmes, sum(target_leaders)::int as target from mentoring_programme where network_id = $1) p
   cross join (select count(*)::int as leaders from mentee_profile where network_id = $1 and (state = any($2) or id in (
       select m.mentee_id from mentoring_relation_mentee m
       join mentoring_relation r on r.network_id = $1 and r.id = m.relation_id and r.started_on is not null where m.network_id = $1))) e
   cross join (select count(distinct o.mentee_id)::int as empowered from mentoring_goal o
     join mentoring_relation r on r.network_id = $1 and r.id = o.relation_id and r.started_on is not null
     join mentee_profile e on e.network_id = $1 and e.id = o.mentee_id
     cross join lateral (select count(*)::int as modules, count(*) filter (where exists (
         select 1 from attended a where a.mentee_id = e.id and a.module_id = l.id))::int as attended
       from mentoring_module l where l.network_id = $1 and l.programme_id = e.programme_id) m
     where o.network_id = $1 and o.state <> 'draft' and m.attended * $5::int >= m.modules * $4::int) w
   cross join (select count(distinct mentor_id) filter (where started_on is not null)::int as mentors,
       count(*) filter (where state = 'active')::int as active, count(*) filter (where started_on is not null)::int as begun,
       count(*) filter (where state = 'ended_early' and started_on is not null)::int as "endedEarly"
     from mentoring_relation where network_id = $1) r
   cross join (select count(*) filter (where state = 'held')::int as held,
       count(*) filter (where state <> 'planned' or day < $3::date)::int as due
     from mentoring_session where network_id = $1) s
   cross join (select count(*) filter (where state in ('achieved', 'partly'))::int as reached,
       count(*) filter (where state <> 'draft')::int as goals
     from mentoring_goal where network_id = $1) o
   cross join (select count(*)::int as initiatives, coalesce(sum(people_reached), 0)::int as "peopleReached"
     from initiative where network_id = $1 and state in ('completed', 'reported')) i`,
);
