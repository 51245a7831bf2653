import { nameFor } from './institutions.server.ts';
import {
  type ApprovalNow,
  approvalsNow,
  hasNoPart,
  isImpartial,
  isMentorNow,
  type RiskNow,
  riskNow,
} from './mentoring-parts.server.ts';
import { statement } from './statement.server.ts';

/** Programmes and who takes part in them are set up one at a time in a network. */
export const lockMentoring = statement<[networkId: string], never>(
  'lock_mentoring',
  `select pg_advisory_xact_lock(hashtextextended('mentoring ' || $1::text, 0))`,
);

export type LockedMentor = { id: string; personId: string; state: string; capacity: number };

/** Locks a mentor, the scarce row: whatever takes a place of theirs goes through this lock and counts after it. */
export const lockMentor = statement<[networkId: string, id: string], LockedMentor>(
  'lock_mentor',
  `select id, person_id as "personId", state, capacity from mentor_profile where network_id = $1 and id = $2 for update`,
);

/** Locks several mentors, always in the same order. */
export const lockMentors = statement<[networkId: string, ids: readonly string[]], LockedMentor>(
  'lock_mentors',
  `select id, person_id as "personId", state, capacity from mentor_profile
   where network_id = $1 and id = any($2) order by id for update`,
);

/**
 * Locks mentees. Whatever changes who belongs together locks mentees first, then the mentor, then the relation: that
 * order, and nobody waits for each other.
 */
export const lockMentees = statement<
  [networkId: string, ids: string[]],
  { id: string; programmeId: string; state: string; languages: string[] }
>(
  'lock_mentees',
  `select id, programme_id as "programmeId", state, languages from mentee_profile
   where network_id = $1 and id = any($2) order by id for update`,
);

/** Locks the mentees that are in a relation now. */
export const lockMenteesOf = statement<
  [networkId: string, relationId: string],
  { id: string; state: string; languages: string[]; personId: string | null; institutionId: string | null }
>(
  'lock_mentees_of',
  `select p.id, p.state, p.languages, p.person_id as "personId", p.institution_id as "institutionId"
   from mentoring_relation_mentee m join mentee_profile p on p.network_id = $1 and p.id = m.mentee_id
   where m.network_id = $1 and m.relation_id = $2 and m.left_on is null order by p.id for update of p`,
);

/** Locks the mentor of a relation. */
export const lockMentorOf = statement<[networkId: string, relationId: string], LockedMentor>(
  'lock_mentor_of',
  `select p.id, p.person_id as "personId", p.state, p.capacity from mentor_profile p
   where p.network_id = $1 and p.id = (select r.mentor_id from mentoring_relation r where r.network_id = $1 and r.id = $2)
   for update`,
);

export type LockedRelation = {
  id: string;
  programmeId: string;
  mentorId: string;
  state: string;
  mentorAcceptedAt: Date | null;
  startedOn: string | null;
  /** The running group that it asks into. */
  joinsId: string | null;
};

/** Locks a relation: its sessions, goals and drafts are written behind this lock. */
export const lockRelation = statement<[networkId: string, id: string], LockedRelation>(
  'lock_relation',
  `select id, programme_id as "programmeId", mentor_id as "mentorId", state, mentor_accepted_at as "mentorAcceptedAt",
     started_on::text as "startedOn", joins_id as "joinsId" from mentoring_relation where network_id = $1 and id = $2 for update`,
);

/** Locks the running group that a proposal asks into: always before the proposal itself. */
export const lockGroupOf = statement<[networkId: string, proposalId: string], { id: string }>(
  'lock_group_of',
  `select g.id from mentoring_relation g where g.network_id = $1
     and g.id = (select r.joins_id from mentoring_relation r where r.network_id = $1 and r.id = $2) for update`,
);

/** Locks the living relation of a mentee. */
export const lockRelationOfMentee = statement<
  [networkId: string, menteeId: string],
  { id: string; state: string }
>(
  'lock_relation_of_mentee',
  `select r.id, r.state from mentoring_relation r where r.network_id = $1 and r.id = (
     select m.relation_id from mentoring_relation_mentee m
     where m.network_id = $1 and m.mentee_id = $2 and m.left_on is null) for update`,
);

/** Those of several people who hold no role of a mentor now. */
export const withoutMentorRole = statement<
  [networkId: string, personIds: readonly string[]],
  { personId: string }
>(
  'without_mentor_role',
  `select p.id as "personId" from unnest($2::uuid[]) as p(id) where not ${isMentorNow('p.id')}`,
);

/** How many mentees each of several locked mentors has in relations of these states: in all programmes, and in one. */
export const heldBy = statement<
  [networkId: string, mentorIds: readonly string[], programmeId: string, states: readonly string[]],
  { mentorId: string; held: number; heldHere: number; maxMentees: number; programmeState: string }
>(
  'mentor_held',
  `select p.id as "mentorId", g.max_mentees as "maxMentees", g.state as "programmeState", count(m.mentee_id)::int as held,
     count(m.mentee_id) filter (where r.programme_id = $3)::int as "heldHere"
   from mentoring_programme g cross join unnest($2::uuid[]) as p(id)
   left join mentoring_relation r on r.network_id = $1 and r.mentor_id = p.id and r.state = any($4)
   left join mentoring_relation_mentee m on m.network_id = $1 and m.relation_id = r.id and m.left_on is null
   where g.network_id = $1 and g.id = $3 group by g.network_id, g.id, p.id`,
);

/** What a person is in a relation; no row for everybody else. */
export const ownRelation = statement<
  [networkId: string, relationId: string, personId: string],
  { state: string; isMentor: boolean; menteeId: string | null; hasLeft: boolean }
>(
  'own_relation',
  `select r.state, p.person_id = $3 as "isMentor", m.mentee_id as "menteeId",
     p.person_id <> $3 and m.left_on is not null as "hasLeft"
   from mentoring_relation r join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
   left join lateral (select m.mentee_id, m.left_on from mentoring_relation_mentee m
     join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id and e.person_id = $3
     where m.network_id = $1 and m.relation_id = r.id order by m.left_on nulls first limit 1) m on true
   where r.network_id = $1 and r.id = $2 and (p.person_id = $3 or m.mentee_id is not null)`,
);

/** The title of the programme `g` in a language, as SQL. */
export const titleOf = (language: string) =>
  `coalesce((select x.title from mentoring_programme_text x where x.network_id = g.network_id and x.programme_id = g.id
     order by array_position(array[${language}, 'en'], x.language) nulls last, x.language limit 1), g.code)`;

type PersonName = { givenName: string; familyName: string; nameOrder: 'given_first' | 'family_first' };

/** What somebody asked their coordinator for, and what came of it. */
export type OwnAsk = { id: string; what: string; answer: string | null };

/** One mentee as the page of their mentor shows them: never a text. */
export type MenteeCard = {
  id: string;
  alias: string;
  needsInterpreter: boolean;
  /** Accepted the proposal. */
  hasAccepted: boolean;
  /** When they came into a group that had begun; null for everybody else. */
  cameOn: string | null;
  lastContact: string | null;
  /** Next steps of their sessions that are not done. */
  openSteps: number;
  goals: { state: string; progress: number; dueOn: string | null }[];
};
export type OwnRelationRow = {
  relationId: string;
  state: string;
  programmeTitle: string;
  cadenceDays: number;
  startedOn: string | null;
  plannedEnd: string | null;
  hasAccepted: boolean;
  /** What the mentor asked the coordinator for. */
  ask: OwnAsk | null;
  /** Who is in the running group that it asks into; none otherwise. */
  joins: { alias: string }[];
  hasDraft: boolean;
  risk: RiskNow | null;
  /** What was asked to be approved, where that is wanted. */
  approvals: ApprovalNow[];
  nextPlanned: string | null;
  nextStartsAt: string | null;
  mentees: MenteeCard[];
};

/** What is drawn together from those who are in a relation now, as `e`. */
export const groupOf = (relation: string, drawn: string) =>
  `(select ${drawn} from mentoring_relation_mentee m join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
     where m.network_id = $1 and m.relation_id = ${relation} and m.left_on is null)`;

const ownAsk = `jsonb_build_object('id', k.id, 'what', k.what, 'answer', k.answer)`;

/** The living relations of a mentor, each with its mentees. */
export const relationsOfMentor = statement<
  [networkId: string, personId: string, language: string, living: readonly string[]],
  OwnRelationRow
>(
  'relations_of_mentor',
  `select r.id as "relationId", r.state, ${titleOf('$3')} as "programmeTitle", g.cadence_days as "cadenceDays",
     r.started_on::text as "startedOn", r.planned_end::text as "plannedEnd", r.mentor_accepted_at is not null as "hasAccepted",
     (select ${ownAsk} from mentoring_ask k where k.network_id = $1 and k.relation_id = r.id and k.person_id = $2) as ask, ${riskNow()} as risk,
     case when r.joins_id is null then '[]' else ${groupOf('r.joins_id', "jsonb_agg(jsonb_build_object('alias', e.alias) order by e.alias)")} end as joins,
     case when g.plan_approval then ${approvalsNow()} else '[]' end as approvals, n.day::text as "nextPlanned", n.starts_at as "nextStartsAt",
     exists (select 1 from mentoring_draft d where d.network_id = $1 and d.relation_id = r.id and d.author_person_id = $2) as "hasDraft",
     (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'alias', e.alias, 'needsInterpreter', e.needs_interpreter,
         'hasAccepted', m.accepted_at is not null, 'cameOn', case when m.came_later then m.joined_on end, 'lastContact', l.day, 'openSteps', coalesce(k.open_steps, 0),
         'goals', (select coalesce(jsonb_agg(jsonb_build_object('state', o.state, 'progress', o.progress, 'dueOn', o.due_on) order by o.created_at, o.id), '[]')
           from mentoring_goal o where o.network_id = $1 and o.relation_id = r.id and o.mentee_id = m.mentee_id))
         order by e.alias), '[]')
       from mentoring_relation_mentee m
       join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       left join lateral (select s.day from mentoring_session s
         where s.network_id = $1 and s.relation_id = r.id and s.state = 'held'
           and exists (select 1 from mentoring_session_mentee w
             where w.network_id = $1 and w.session_id = s.id and w.mentee_id = m.mentee_id)
         order by s.day desc, s.logged_at desc limit 1) l on true
       left join lateral (select sum(s.steps - coalesce(cardinality(s.steps_done), 0))::int as open_steps from mentoring_session s
         where s.network_id = $1 and s.relation_id = r.id and s.steps > coalesce(cardinality(s.steps_done), 0)
           and exists (select 1 from mentoring_session_mentee w
             where w.network_id = $1 and w.session_id = s.id and w.mentee_id = m.mentee_id)) k on true
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null) as mentees
   from mentor_profile p
   join mentoring_relation r on r.network_id = $1 and r.mentor_id = p.id and r.state = any($4)
   join mentoring_programme g on g.network_id = $1 and g.id = r.programme_id
   left join lateral (select s.day, s.starts_at from mentoring_session s where s.network_id = $1 and s.relation_id = r.id
     and s.state = 'planned' order by s.day, s.starts_at limit 1) n on true
   where p.network_id = $1 and p.person_id = $2 order by r.proposed_at, r.id`,
);

export type BoardRow = PersonName & {
  relationId: string;
  mentorId: string;
  /** Of its mentees, each once */
  languages: string[];
  minutes: number;
  programmeId: string;
  programmeTitle: string;
  cadenceDays: number;
  state: string;
  proposedAt: Date;
  startedOn: string | null;
  plannedEnd: string | null;
  lastContact: string | null;
  /** Aliases, in their order */
  mentees: string[];
  held: number;
  missed: number;
  cancelled: number;
  activeGoals: number;
  /** Whether their mentor holds the role of one now; if not, nobody meets them until they are handed over. */
  hasMentorNow: boolean;
  /** What the mentor and mentees asked the coordinator for; never told to the other side. */
  asks: string[];
  /** Never told to who is in the relation as a mentee and coordinates as well. */
  risk: RiskNow | null;
  /** Kinds of what waits for an approval of this coordinator; nobody opens what the mentor sent once they lost the role. */
  approvals: string[];
};

/** The living relations of a network for its coordinator: states and counts, and no text. */
export const boardRelations = statement<
  [
    networkId: string,
    programmeId: string | null,
    language: string,
    living: readonly string[],
    active: readonly string[],
    readerId: string,
  ],
  BoardRow
>(
  'mentoring_board',
  `select r.id as "relationId", r.mentor_id as "mentorId", r.programme_id as "programmeId", ${titleOf('$3')} as "programmeTitle", g.cadence_days as "cadenceDays",
     r.state, r.proposed_at as "proposedAt", r.started_on::text as "startedOn", r.planned_end::text as "plannedEnd",
     ${isMentorNow('p.person_id')} as "hasMentorNow", a.given_name as "givenName", a.family_name as "familyName", a.name_order as "nameOrder",
     (select coalesce(array_agg(e.alias order by e.alias), '{}') from mentoring_relation_mentee m
       join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null) as mentees,
      c."lastContact", c.held, c.missed, c.cancelled, c.minutes,
     (select coalesce(array_agg(distinct l.code order by l.code), '{}') from mentoring_relation_mentee m
       join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id cross join lateral unnest(e.languages) as l(code)
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null) as languages,
     (select count(*)::int from mentoring_goal o where o.network_id = $1 and o.relation_id = r.id and o.state = any($5)) as "activeGoals",
     (select coalesce(array_agg(k.what order by k.asked_at), '{}') from mentoring_ask k
       where k.network_id = $1 and k.relation_id = r.id and k.answer is null and (k.person_id = $6 or (${isImpartial('k', '$6')}))) as asks,
     ${riskNow(hasNoPart('k', '$6'))} as risk,
     (select coalesce(array_agg(k.kind order by k.kind desc), '{}') from relation_approval k
       where k.network_id = $1 and k.relation_id = r.id and k.state = 'requested' and ${hasNoPart('k', '$6')} and ${isMentorNow('p.person_id')}) as approvals
   from mentoring_relation r
   join mentoring_programme g on g.network_id = $1 and g.id = r.programme_id
   join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
   join person a on a.id = p.person_id
   cross join lateral (select max(s.day) filter (where s.state = 'held')::text as "lastContact",
       count(*) filter (where s.state = 'held')::int as held, count(*) filter (where s.state = 'missed')::int as missed,
       count(*) filter (where s.state = 'cancelled')::int as cancelled,
       coalesce(sum(s.minutes) filter (where s.state = 'held'), 0)::int as minutes
     from mentoring_session s where s.network_id = $1 and s.relation_id = r.id) c
   where r.network_id = $1 and r.state = any($4) and ($2::uuid is null or r.programme_id = $2)
   order by r.proposed_at, r.id limit 500`,
);

type Counts = { state: string; count: number }[];
export type ProgrammeFigures = {
  programmeId: string;
  title: string;
  state: string;
  targetLeaders: number | null;
  mentees: Counts;
  relations: Counts;
  goals: Counts;
  /** The goals by area, without drafts. */
  needs: { need: string | null; active: number; achieved: number; partly: number; dropped: number }[];
  sessions: Counts;
};

const counted = (from: string) =>
  `(select coalesce(jsonb_agg(jsonb_build_object('state', c.state, 'count', c.count) order by c.state), '[]')
     from (select t.state, count(*)::int as count from ${from} group by t.state) c)`;

const goalsByNeed = `(select coalesce(jsonb_agg(to_jsonb(c) order by c.need), '[]') from (
     select o.need_area as need, count(*) filter (where o.state in ('agreed', 'in_progress'))::int as active,
       count(*) filter (where o.state = 'achieved')::int as achieved, count(*) filter (where o.state = 'partly')::int as partly,
       count(*) filter (where o.state = 'dropped')::int as dropped
     from mentoring_goal o join mentoring_relation r on r.network_id = $1 and r.id = o.relation_id
     where o.network_id = $1 and r.programme_id = g.id and o.state <> 'draft' group by o.need_area) c)`;

/** What each programme comes to: how many mentees, relations, goals and sessions are in which state. */
export const programmeFigures = statement<
  [networkId: string, programmeId: string | null, language: string],
  ProgrammeFigures
>(
  'mentoring_figures',
  `select g.id as "programmeId", ${titleOf('$3')} as title, g.state, g.target_leaders as "targetLeaders",
     ${counted('mentee_profile t where t.network_id = $1 and t.programme_id = g.id')} as mentees,
     ${counted('mentoring_relation t where t.network_id = $1 and t.programme_id = g.id')} as relations,
     ${counted(`mentoring_goal t join mentoring_relation r on r.network_id = $1 and r.id = t.relation_id
       where t.network_id = $1 and r.programme_id = g.id`)} as goals,
     ${goalsByNeed} as needs,
     ${counted(`mentoring_session t join mentoring_relation r on r.network_id = $1 and r.id = t.relation_id
       where t.network_id = $1 and r.programme_id = g.id`)} as sessions
   from mentoring_programme g where g.network_id = $1 and ($2::uuid is null or g.id = $2)
   order by g.created_at desc, g.id limit 200`,
);

export type ProgrammeRow = {
  id: string;
  code: string;
  state: string;
  title: string;
  texts: { language: string; version: number; title: string; summary: string; origin: string }[];
  targetLeaders: number | null;
  cadenceDays: number;
  durationMonths: number;
  sessionMinutes: number;
  maxMentees: number;
  planApproval: boolean;
  startsOn: string | null;
  endsOn: string | null;
  cohorts: { id: string; name: string; place: string; startsOn: string | null; mentees: number }[];
};

/** Programmes with their settings and cohorts, or one of them; for those who only belong to some, these alone. */
export const programmeRows = statement<
  [networkId: string, language: string, onlyOf: string | null, programmeId: string | null],
  ProgrammeRow
>(
  'mentoring_programmes',
  `select g.id, g.code, g.state, ${titleOf('$2')} as title, g.target_leaders as "targetLeaders", g.cadence_days as "cadenceDays",
     g.duration_months as "durationMonths", g.session_minutes as "sessionMinutes", g.max_mentees as "maxMentees", g.plan_approval as "planApproval",
     g.starts_on::text as "startsOn", g.ends_on::text as "endsOn",
     (select coalesce(jsonb_agg(jsonb_build_object('language', x.language, 'version', x.version, 'title', x.title,
         'summary', x.summary, 'origin', x.origin) order by x.language), '[]')
       from mentoring_programme_text x where x.network_id = $1 and x.programme_id = g.id) as texts,
     (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'place', c.place, 'startsOn', c.starts_on,
         'mentees', (select count(*) from mentee_profile e where e.network_id = $1 and e.cohort_id = c.id)) order by c.starts_on, c.name), '[]')
       from mentoring_cohort c where c.network_id = $1 and c.programme_id = g.id) as cohorts
   from mentoring_programme g
   where g.network_id = $1 and ($4::uuid is null or g.id = $4) and ($3::uuid is null
     or exists (select 1 from mentee_profile e where e.network_id = $1 and e.programme_id = g.id and e.person_id = $3)
     or exists (select 1 from mentoring_relation r join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
       where r.network_id = $1 and r.programme_id = g.id and p.person_id = $3))
   order by g.created_at desc, g.id limit 200`,
);

export type MentorRow = PersonName & {
  id: string;
  personId: string;
  state: string;
  languages: string[];
  topics: string[];
  availability: string[];
  place: string;
  capacity: number;
  gender: string | null;
  held: number;
  /** Whether they hold the role of a mentor now; without it they are not matched and open nothing. */
  isMentorNow: boolean;
  lacks: { kindId: string; code: string; name: string; state: 'missing' | 'lapsed' }[];
};

/** Mentors with how many mentees they have and what they lack: all, those of some institutions, or one's own profile. */
export const mentorRows = statement<
  [
    networkId: string,
    today: string,
    holding: readonly string[],
    institutionIds: string[] | null,
    onlyOf: string | null,
    id: string | null,
    q: string,
    states: readonly string[],
    spoken: string,
  ],
  MentorRow
>(
  'mentors',
  `select p.id, p.person_id as "personId", p.state, p.languages, p.topics, p.availability, p.place, p.capacity, p.gender,
     ${isMentorNow('p.person_id')} as "isMentorNow", a.given_name as "givenName", a.family_name as "familyName", a.name_order as "nameOrder",
     (select count(*)::int from mentoring_relation r join mentoring_relation_mentee m on m.network_id = $1 and m.relation_id = r.id and m.left_on is null
       where r.network_id = $1 and r.mentor_id = p.id and r.state = any($3)) as held,
     (select coalesce(jsonb_agg(jsonb_build_object('kindId', k.id, 'code', k.code, 'name', k.name, 'state',
         case when exists (select 1 from prerequisite_record e where e.network_id = $1 and e.kind_id = k.id and e.person_id = p.person_id
           and e.withdrawn_at is null) then 'lapsed' else 'missing' end) order by k.created_at, k.id), '[]')
       from prerequisite_kind k where k.network_id = $1 and k.retired_at is null and 'mentor' = any(k.roles)
         and not exists (select 1 from prerequisite_record e where e.network_id = $1 and e.kind_id = k.id and e.person_id = p.person_id
           and e.withdrawn_at is null and e.issued_on <= $2::date and (e.expires_on is null or e.expires_on >= $2::date))) as lacks
   from mentor_profile p join person a on a.id = p.person_id
   where p.network_id = $1 and ($5::uuid is null or p.person_id = $5)
     and ($4::uuid[] is null or exists (select 1 from role_assignment o where o.network_id = $1 and o.person_id = p.person_id
       and o.institution_id = any($4)))
     and ($6::uuid is null or p.id = $6) and strpos(app.fold(concat_ws(' ', a.given_name, a.family_name, a.given_name, p.place)), app.fold($7)) > 0
     and (cardinality($8::text[]) = 0 or p.state = any($8)) and ($9 = '' or $9 = any(p.languages))
   order by a.family_name, a.given_name, p.id limit 500`,
);

export type MenteeRow = {
  id: string;
  alias: string;
  programmeId: string;
  programmeTitle: string;
  cohortName: string | null;
  institutionName: string | null;
  state: string;
  languages: string[];
  topics: string[];
  availability: string[];
  place: string;
  needsInterpreter: boolean;
  hasLogin: boolean;
  institutionId: string | null;
  /** Where they are asked or belong now. */
  relation: { id: string; state: string; hasAccepted: boolean } | null;
};

/** Mentees by alias: all, those that some institutions act for, or those that are a person or whom a person mentors. */
export const menteeRows = statement<
  [
    networkId: string,
    programmeId: string | null,
    institutionIds: string[] | null,
    onlyOf: string | null,
    living: readonly string[],
    language: string,
    id: string | null,
    q: string,
    states: readonly string[],
    spoken: string,
  ],
  MenteeRow
>(
  'mentees',
  `select e.id, e.alias, e.programme_id as "programmeId", ${titleOf('$6')} as "programmeTitle", c.name as "cohortName", ${nameFor('e.institution_id', '$6', '$1')} as "institutionName",
     e.state, e.languages, e.topics, e.availability, e.place, e.needs_interpreter as "needsInterpreter", e.person_id is not null as "hasLogin", e.institution_id as "institutionId",
     case when r.id is not null then jsonb_build_object('id', r.id, 'state', r.state, 'hasAccepted', m.accepted_at is not null) end as relation
   from mentee_profile e
   join mentoring_programme g on g.network_id = $1 and g.id = e.programme_id
   left join mentoring_cohort c on c.network_id = $1 and c.id = e.cohort_id
   left join mentoring_relation_mentee m on m.network_id = $1 and m.mentee_id = e.id and m.left_on is null
   left join mentoring_relation r on r.network_id = $1 and r.id = m.relation_id
   left join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
   where e.network_id = $1 and e.purged_at is null and ($2::uuid is null or e.programme_id = $2)
     and ($3::uuid[] is null or e.institution_id = any($3))
     and ($4::uuid is null or e.person_id = $4 or (p.person_id = $4 and r.state = any($5) and ${isMentorNow('p.person_id')}))
     and ($7::uuid is null or e.id = $7) and strpos(app.fold(e.alias), app.fold($8)) > 0
     and (cardinality($9::text[]) = 0 or e.state = any($9)) and ($10 = '' or $10 = any(e.languages))
   order by e.alias, e.id limit 500`,
);

export type RelationHead = PersonName & {
  id: string;
  state: string;
  programmeTitle: string;
  cadenceDays: number;
  sessionMinutes: number;
  startedOn: string | null;
  plannedEnd: string | null;
  /** The day of the last session that was held. */
  lastContact: string | null;
  /** How many are in the running group that it asks into; null where it asks into none. */
  joins: number | null;
};

/** Relations with their programme and the name of their mentor. */
export const relationHeads = statement<
  [networkId: string, relationIds: readonly string[], language: string],
  RelationHead
>(
  'relation_heads',
  `select r.id, r.state, ${titleOf('$3')} as "programmeTitle", g.cadence_days as "cadenceDays", g.session_minutes as "sessionMinutes",
     r.started_on::text as "startedOn", r.planned_end::text as "plannedEnd",
     (select max(s.day)::text from mentoring_session s where s.network_id = $1 and s.relation_id = r.id and s.state = 'held') as "lastContact",
     a.given_name as "givenName", a.family_name as "familyName", a.name_order as "nameOrder",
     case when r.joins_id is not null then ${groupOf('r.joins_id', 'count(*)::int')} end as joins
   from mentoring_relation r
   join mentoring_programme g on g.network_id = $1 and g.id = r.programme_id
   join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
   join person a on a.id = p.person_id
   where r.network_id = $1 and r.id = any($2) order by r.proposed_at, r.id`,
);

export type MenteeInRelation = {
  id: string;
  relationId: string;
  alias: string;
  languages: string[];
  needsInterpreter: boolean;
  personId: string | null;
  meetingLimits: Buffer | null;
};

/** The mentees of relations that have not left, with what is sealed about them. */
export const menteesIn = statement<[networkId: string, relationIds: readonly string[]], MenteeInRelation>(
  'mentees_in',
  `select e.id, m.relation_id as "relationId", e.alias, e.languages, e.needs_interpreter as "needsInterpreter",
     e.person_id as "personId", e.meeting_limits as "meetingLimits"
   from mentoring_relation_mentee m join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
   where m.network_id = $1 and m.relation_id = any($2) and m.left_on is null order by e.alias, e.id`,
);

export type GoalRow = {
  id: string;
  relationId: string;
  menteeId: string;
  text: Buffer | null;
  measure: Buffer | null;
  baseline: Buffer | null;
  target: Buffer | null;
  /** What it is about; null where nobody said. */
  need: string | null;
  smart: string[];
  createdAt: Date;
  correctedAt: Date | null;
  dueOn: string | null;
  progress: number;
  state: string;
  subjectPersonId: string | null;
};

/** The goals of relations, sealed; of one mentee only where one is named. */
export const goalsIn = statement<
  [networkId: string, relationIds: readonly string[], menteeIds: readonly string[] | null],
  GoalRow
>(
  'mentoring_goals',
  `select o.id, o.relation_id as "relationId", o.mentee_id as "menteeId", o.aim as text, o.measure, o.baseline,
     o.target, o.need_area as need, coalesce(o.smart, '{}') as smart, o.created_at as "createdAt", o.corrected_at as "correctedAt",
     o.due_on::text as "dueOn", o.progress,
     o.state, e.person_id as "subjectPersonId"
   from mentoring_goal o join mentee_profile e on e.network_id = $1 and e.id = o.mentee_id
   where o.network_id = $1 and o.relation_id = any($2) and ($3::uuid[] is null or o.mentee_id = any($3))
   order by o.created_at, o.id`,
);

export type ReviewRow = {
  id: string;
  goalId: string;
  progress: number;
  state: string;
  note: Buffer | null;
  evidence: Buffer | null;
  reviewedAt: Date;
  subjectPersonId: string | null;
};

/** How goals went on, the oldest first. */
export const reviewsIn = statement<
  [networkId: string, relationIds: readonly string[], menteeIds: readonly string[] | null],
  ReviewRow
>(
  'mentoring_reviews',
  `select v.id, v.goal_id as "goalId", v.progress, v.state, v.review_note as note, v.proof_note as evidence, v.reviewed_at as "reviewedAt", e.person_id as "subjectPersonId"
   from mentoring_goal o join mentoring_goal_review v on v.network_id = $1 and v.goal_id = o.id
   join mentee_profile e on e.network_id = $1 and e.id = o.mentee_id
   where o.network_id = $1 and o.relation_id = any($2) and ($3::uuid[] is null or o.mentee_id = any($3))
   order by v.reviewed_at, v.id`,
);

export type SessionRow = {
  id: string;
  relationId: string;
  state: string;
  day: string;
  minutes: number | null;
  mode: string;
  placeKind: string;
  interpreterUsed: boolean;
  summary: Buffer | null;
  nextSteps: Buffer | null;
  stepsDone: number[];
  mood: Buffer | null;
  correctedAt: Date | null;
  /** Its reader wrote it. */
  isOwn: boolean;
  menteeIds: string[];
  subjectPersonId: string | null;
  noteId: string | null;
  /** The reader's own note. */
  note: Buffer | null;
};

/** What is read of a session, by a reader: their own note, and whether the entry is theirs. */
const sessionAs = (reader: string) =>
  `select s.id, s.relation_id as "relationId", s.state, s.day::text, s.minutes, s.mode, s.place_kind as "placeKind",
     s.interpreter_used as "interpreterUsed", s.shared_summary as summary, s.next_steps as "nextSteps",
     coalesce(s.steps_done, '{}') as "stepsDone", s.mood, s.corrected_at as "correctedAt",
     coalesce(s.logged_by_id = ${reader}, false) as "isOwn", w."menteeIds",
     w."subjectPersonId", n.id as "noteId", n.note_text as note
   from mentoring_session s
   cross join lateral (select array_agg(w.mentee_id order by w.mentee_id) as "menteeIds",
       case when count(*) = 1 then (array_agg(e.person_id))[1] end as "subjectPersonId"
     from mentoring_session_mentee w join mentee_profile e on e.network_id = $1 and e.id = w.mentee_id
     where w.network_id = $1 and w.session_id = s.id) w
   left join mentoring_note n on n.network_id = $1 and n.session_id = s.id and n.author_person_id = ${reader}`;

/**
 * Sessions that are not ahead, the newest first, so many at most and before one of them where one is named; of one mentee
 * only where one is named. A note comes to its author alone.
 */
export const sessionsIn = statement<
  [
    networkId: string,
    relationIds: readonly string[],
    menteeIds: readonly string[] | null,
    readerId: string,
    before: string | null,
    most: number,
  ],
  SessionRow
>(
  'mentoring_sessions',
  `${sessionAs('$4')}
   where s.network_id = $1 and s.relation_id = any($2) and ($3::uuid[] is null or w."menteeIds" && $3::uuid[]) and s.state <> 'planned'
     and ($5::uuid is null or (s.day, s.logged_at, s.id) < (select b.day, b.logged_at, b.id from mentoring_session b
       where b.network_id = $1 and b.id = $5 and b.relation_id = any($2)))
   order by s.day desc, s.logged_at desc, s.id desc limit $6`,
);

export type OwnProfile = {
  id: string;
  programmeId: string;
  programmeTitle: string;
  alias: string;
  state: string;
  languages: string[];
  topics: string[];
  availability: string[];
  place: string;
  needsInterpreter: boolean;
  genderPreference: Buffer | null;
  meetingLimits: Buffer | null;
  /** Whether coordinators approve the plans of the programme, and read the goals meanwhile. */
  planApproval: boolean;
  relations: { id: string; hasAccepted: boolean; hasLeft: boolean; ask: OwnAsk | null }[];
};

/** What is stored about a person as a mentee, in every programme of the network. */
export const ownProfiles = statement<[networkId: string, personId: string, language: string], OwnProfile>(
  'own_mentee_profiles',
  `select e.id, e.programme_id as "programmeId", ${titleOf('$3')} as "programmeTitle", e.alias, e.state, e.languages, e.topics,
     e.availability, e.place, e.needs_interpreter as "needsInterpreter", e.gender_preference as "genderPreference",
     e.meeting_limits as "meetingLimits", g.plan_approval as "planApproval",
     (select coalesce(jsonb_agg(jsonb_build_object('id', m.relation_id, 'hasAccepted', m.accepted_at is not null,
         'hasLeft', m.left_on is not null, 'ask',
         (select ${ownAsk} from mentoring_ask k where k.network_id = $1 and k.relation_id = m.relation_id and k.person_id = $2)) order by m.joined_on, m.relation_id), '[]')
       from mentoring_relation_mentee m where m.network_id = $1 and m.mentee_id = e.id) as relations
   from mentee_profile e join mentoring_programme g on g.network_id = $1 and g.id = e.programme_id
   where e.network_id = $1 and e.person_id = $2 order by e.created_at, e.id`,
);

export type PlannedRow = {
  id: string;
  relationId: string;
  day: string;
  startsAt: string | null;
  mode: string;
  placeKind: string;
  menteeIds: string[];
};

/** Sessions that are planned, the next one first; of one mentee only where one is named. */
export const plannedIn = statement<
  [networkId: string, relationIds: readonly string[], menteeIds: readonly string[] | null],
  PlannedRow
>(
  'mentoring_planned',
  `select s.id, s.relation_id as "relationId", s.day::text, s.starts_at as "startsAt", s.mode, s.place_kind as "placeKind", w."menteeIds"
   from mentoring_session s
   cross join lateral (select coalesce(array_agg(w.mentee_id order by w.mentee_id), '{}') as "menteeIds"
     from mentoring_session_mentee w where w.network_id = $1 and w.session_id = s.id) w
   where s.network_id = $1 and s.relation_id = any($2) and s.state = 'planned'
     and ($3::uuid[] is null or w."menteeIds" && $3::uuid[])
   order by s.day, s.starts_at, s.id limit 50`,
);

export type LogFormRow = {
  programmeTitle: string;
  sessionMinutes: number;
  /** How the reader's last entry of this relation was. */
  last: { mode: string; placeKind: string; minutes: number | null } | null;
  mentees: { id: string; alias: string; needsInterpreter: boolean; lastNeed: string | null }[];
};

/** What the form of a session starts from: never a text. */
export const logFormOf = statement<
  [networkId: string, relationId: string, personId: string, language: string],
  LogFormRow
>(
  'mentoring_log_form',
  `select ${titleOf('$4')} as "programmeTitle", g.session_minutes as "sessionMinutes",
     (select jsonb_build_object('mode', s.mode, 'placeKind', s.place_kind, 'minutes', s.minutes) from mentoring_session s
       where s.network_id = $1 and s.relation_id = r.id and s.logged_by_id = $3 and s.state = 'held'
       order by s.day desc, s.logged_at desc limit 1) as last,
     (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'alias', e.alias, 'needsInterpreter', e.needs_interpreter,
         'lastNeed', (select o.need_area from mentoring_goal o where o.network_id = $1 and o.relation_id = r.id
           and o.mentee_id = e.id order by o.created_at desc, o.id desc limit 1)) order by e.alias, e.id), '[]')
       from mentoring_relation_mentee m join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null) as mentees
   from mentoring_relation r join mentoring_programme g on g.network_id = $1 and g.id = r.programme_id
   where r.network_id = $1 and r.id = $2`,
);

/** One session as whoever corrects it or ticks a step needs it. */
export const writtenSession = statement<
  [networkId: string, relationId: string, id: string, readerId: string],
  SessionRow
>(
  'mentoring_written_session',
  `${sessionAs('$4')}
   where s.network_id = $1 and s.relation_id = $2 and s.id = $3`,
);
