import { statement } from './statement.server.ts';

// What somebody learned in a training: the workload that their certificate states while it stands, else the minutes that
// they were there. A seat counts once, whatever number of certificates was issued for it; a cancelled one never.
const learned = `
  select s.network_id, s.training_id, s.institution_id, s.participant_id, t.starts_at, t.time_zone, t.kind, t.theme, t.code,
    c.id as certificate_id, coalesce(c.minutes, a.minutes) as minutes
  from seat s
  join training t on t.network_id = s.network_id and t.id = s.training_id and t.state <> 'cancelled'
  join lateral (select coalesce(sum(least(extract(epoch from d.ends_at - d.starts_at) / 60, r.minutes)), 0)::int as minutes
    from attendance_record r join training_session d on d.network_id = r.network_id and d.id = r.session_id
    where r.network_id = s.network_id and r.seat_id = s.id and r.state in ('present', 'partial')) a on true
  left join lateral (select x.id, (x.snapshot ->> 'workloadMinutes')::int as minutes from certificate x
    where x.network_id = s.network_id and x.seat_id = s.id and x.state = 'issued' limit 1) c on true
  where s.network_id = $1 and s.state = 'confirmed' and (a.minutes > 0 or c.id is not null)`;

const inYear = (parameter: string) =>
  `(${parameter}::int is null or extract(year from l.starts_at at time zone l.time_zone) = ${parameter})`;

export type LearnedLine = {
  trainingId: string;
  title: string;
  kind: string;
  theme: string;
  startsAt: Date;
  timeZone: string;
  minutes: number;
  certificateId: string | null;
};

/** What one person learned in a network, the newest first. */
export const learnedBy = statement<[networkId: string, personId: string, languages: string[]], LearnedLine>(
  'learned_by',
  `with l as (${learned} and s.participant_id in (
     select p.id from participant p where p.network_id = $1 and p.person_id = $2))
   select l.training_id as "trainingId", x.title, l.kind, l.theme, l.starts_at as "startsAt", l.time_zone as "timeZone",
     l.minutes, l.certificate_id as "certificateId"
   from l join lateral (select y.title from training_text y where y.network_id = $1 and y.training_id = l.training_id
     order by array_position($3::text[], y.language) nulls last limit 1) x on true
   order by l.starts_at desc, l.training_id limit 1000`,
);

export type LearnerRow = {
  participantId: string;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  institutionName: string | null;
  trainings: number;
  certificates: number;
  minutes: number;
  /** Of all pages */
  people: number;
};

type Scope = [networkId: string, year: number | null, languages: string[]];

const institutionName = (id: string) =>
  `(select x.name from institution_text x where x.institution_id = ${id} order by array_position($3::text[], x.language) nulls last limit 1)`;

/** Who learned how much in a year or ever, most first; whose name was removed stays with the figures. */
export const learners = statement<[...Scope, limit: number, offset: number], LearnerRow>(
  'learners',
  `with l as (${learned} and s.participant_id is not null)
   select p.id as "participantId", p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder",
     ${institutionName('p.institution_id')} as "institutionName", g.trainings, g.certificates, g.minutes, g.people
   from (select l.participant_id, count(*)::int as trainings, count(l.certificate_id)::int as certificates,
       sum(l.minutes)::int as minutes, count(*) over ()::int as people
     from l where ${inYear('$2')} group by l.participant_id
     order by sum(l.minutes) desc, l.participant_id limit $4 offset $5) g
   join participant p on p.network_id = $1 and p.id = g.participant_id
   order by g.minutes desc, g.participant_id`,
);

export type LearningInstitution = {
  institutionId: string | null;
  name: string | null;
  people: number;
  certificates: number;
  minutes: number;
};

/** How much the people of each institution learned, most first. */
export const learningInstitutions = statement<Scope, LearningInstitution>(
  'learning_institutions',
  `with l as (${learned})
   select g.*, ${institutionName('g."institutionId"')} as name
   from (select l.institution_id as "institutionId", count(distinct l.participant_id)::int as people,
       count(l.certificate_id)::int as certificates, sum(l.minutes)::int as minutes
     from l where ${inYear('$2')} group by l.institution_id order by sum(l.minutes) desc limit 500) g
   order by g.minutes desc, g."institutionId"`,
);

export type LearningExport = {
  familyName: string | null;
  givenName: string | null;
  institution: string | null;
  training: string;
  startsOn: string;
  theme: string;
  learnedMinutes: string;
};

/** One line for each person and training of a network. */
export const exportLearning = statement<[networkId: string, languages: string[]], LearningExport>(
  'export_learning',
  `with l as (${learned})
   select p.family_name as "familyName", p.given_name as "givenName",
     (select x.name from institution_text x where x.institution_id = l.institution_id
      order by array_position($2, x.language) nulls last limit 1) as institution,
     l.code as training, (l.starts_at at time zone l.time_zone)::date::text as "startsOn", l.theme,
     l.minutes::text as "learnedMinutes"
   from l left join participant p on p.network_id = $1 and p.id = l.participant_id
   order by app.fold(coalesce(p.family_name, '')), app.fold(coalesce(p.given_name, '')), l.starts_at, l.training_id`,
);
