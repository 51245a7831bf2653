import { isMentorNow } from './mentoring-parts.server.ts';
import { statement } from './statement.server.ts';

/** The networks whose mentoring is looked after; door "platform". */
export const networksInCare = statement<[], { networkId: string; clockOffset: number; timeZone: string }>(
  'networks_in_care',
  `select network_id as "networkId", clock_offset as "clockOffset", time_zone as "timeZone" from app.networks_in_care()`,
);

export type ConcernRow = {
  id: string;
  state: string;
  isDanger: boolean;
  raisedAt: Date;
  triagedAt: Date | null;
  escalatedAt: Date | null;
  closedAt: Date | null;
  /** The reader raised it. */
  isOwn: boolean;
};

const concernColumns = `c.id, c.state, c.is_danger as "isDanger", c.raised_at as "raisedAt", c.triaged_at as "triagedAt",
  c.escalated_at as "escalatedAt", c.closed_at as "closedAt", c.raised_by_id is not distinct from $2::uuid as "isOwn"`;

/** Concerns, how far each is and never what it says: all of them, or those that the reader raised. */
export const concernRows = statement<[networkId: string, readerId: string, isForAll: boolean], ConcernRow>(
  'concerns',
  `select ${concernColumns} from safeguarding_concern c where c.network_id = $1 and ($3 or c.raised_by_id = $2)
   order by c.closed_at is not null, c.state <> 'raised', c.is_danger desc, c.raised_at desc, c.id limit 200`,
);

/** One of them. */
export const oneConcern = statement<
  [networkId: string, readerId: string, isForAll: boolean, id: string],
  ConcernRow
>(
  'concern',
  `select ${concernColumns} from safeguarding_concern c where c.network_id = $1 and ($3 or c.raised_by_id = $2) and c.id = $4`,
);

/** Locks a concern, for its next step. */
export const lockConcern = statement<[networkId: string, id: string], { id: string; state: string }>(
  'lock_concern',
  `select id, state from safeguarding_concern where network_id = $1 and id = $2 for update`,
);

export type ConcernFigures = {
  open: number;
  /** Nobody has looked at them yet. */
  waiting: number;
  /** Nor in time. */
  late: number;
  closed: number;
};

/** How many concerns there are in which state. */
export const concernFigures = statement<[networkId: string, lateBefore: Date], ConcernFigures>(
  'concern_figures',
  `select count(*) filter (where state <> 'closed')::int as open, count(*) filter (where state = 'raised')::int as waiting,
     count(*) filter (where state = 'raised' and raised_at < $2)::int as late, count(*) filter (where state = 'closed')::int as closed
   from safeguarding_concern where network_id = $1`,
);

/** How many people are safeguarding leads now, by the real clock. */
export const countLeads = statement<[networkId: string, realNow: Date], { count: number }>(
  'count_safeguarding_leads',
  `select count(distinct r.person_id)::int as count from role_assignment r
   join role_capability c on c.network_id = $1 and c.role_assignment_id = r.id and c.capability = 'safeguarding_lead'
   where r.network_id = $1 and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
     and c.valid_from <= $2 and (c.valid_until is null or c.valid_until > $2)`,
);

export type ConcernEntryRow = {
  id: string;
  state: string;
  writtenAt: Date;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  category: Buffer | null;
  about: Buffer | null;
  text: Buffer;
};

/** What was raised and what was done, sealed; the rows exist for a safeguarding lead alone. */
export const concernEntries = statement<[networkId: string, concernId: string], ConcernEntryRow>(
  'concern_entries',
  `select e.id, e.state, e.written_at as "writtenAt", p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder",
     e.concern_category as category, e.concern_about as about, e.concern_text as text
   from safeguarding_entry e left join person p on p.id = e.written_by_id
   where e.network_id = $1 and e.concern_id = $2 order by e.written_at, e.id`,
);

/** Notes, once for each, that a concern was not looked at in time. */
export const escalateConcerns = statement<[networkId: string, now: Date, lateBefore: Date], { id: string }>(
  'escalate_concerns',
  `update safeguarding_concern set escalated_at = $2
   where network_id = $1 and state = 'raised' and escalated_at is null and raised_at < $3 returning id`,
);

type PersonName = { givenName: string; familyName: string; nameOrder: 'given_first' | 'family_first' };
type Mute = { step: string; until: string; reason: string };

const mutesOf = (about: string) =>
  `(select coalesce(jsonb_agg(jsonb_build_object('step', u.step, 'until', u.muted_until, 'reason', u.reason)), '[]')
     from mentoring_mute u where u.network_id = $1 and u.about_id = ${about})`;
const titleOf = `coalesce((select x.title from mentoring_programme_text x where x.network_id = $1 and x.programme_id = g.id
  order by array_position(array[$2, 'en'], x.language) nulls last, x.language limit 1), g.code)`;

export type CaredProgramme = {
  id: string;
  title: string;
  cadenceDays: number;
  thresholds: { step: string; days: number; owner: string }[];
};

/** The programmes that go on, with the thresholds that they set themselves. */
export const caredProgrammes = statement<[networkId: string, language: string], CaredProgramme>(
  'cared_programmes',
  `select g.id, ${titleOf} as title, g.cadence_days as "cadenceDays",
     (select coalesce(jsonb_agg(jsonb_build_object('step', h.step, 'days', h.days, 'owner', h.owner)), '[]')
       from mentoring_threshold h where h.network_id = $1 and h.programme_id = g.id) as thresholds
   from mentoring_programme g where g.network_id = $1 and g.state <> 'closed' order by g.created_at desc, g.id limit 200`,
);

export type CaredRelation = PersonName & {
  id: string;
  programmeId: string;
  mentorId: string;
  state: string;
  proposedOn: string;
  startedOn: string | null;
  resumedOn: string | null;
  lastMetOn: string | null;
  aliases: string[];
  mutes: Mute[];
  /** What was answered about the last standstill about which somebody answered */
  survey: { dueOn: string; answeredOn: string; answers: string[] } | null;
};

/** Where each living relation stands, of all mentors or of one; days of the network. */
export const caredRelations = statement<
  [networkId: string, timeZone: string, living: readonly string[], mentorPersonId: string | null],
  CaredRelation
>(
  'cared_relations',
  `select r.id, r.programme_id as "programmeId", p.id as "mentorId", r.state,
     (r.proposed_at at time zone $2)::date::text as "proposedOn", r.started_on::text as "startedOn", r.resumed_on::text as "resumedOn",
     (select max(s.day)::text from mentoring_session s where s.network_id = $1 and s.relation_id = r.id and s.state = 'held') as "lastMetOn",
     a.given_name as "givenName", a.family_name as "familyName", a.name_order as "nameOrder",
     (select coalesce(array_agg(e.alias order by e.alias), '{}') from mentoring_relation_mentee m
       join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       where m.network_id = $1 and m.relation_id = r.id and m.left_on is null) as aliases,
     ${mutesOf('r.id')} as mutes,
     (select jsonb_build_object('dueOn', v.due_on, 'answeredOn', (max(v.answered_at) at time zone $2)::date, 'answers', jsonb_agg(v.answer))
       from mentoring_survey v where v.network_id = $1 and v.relation_id = r.id and v.answer is not null
       group by v.due_on order by v.due_on desc limit 1) as survey
   from mentoring_relation r join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id
   join person a on a.id = p.person_id
   where r.network_id = $1 and r.state = any($3) and ($4::uuid is null or p.person_id = $4) order by r.proposed_at, r.id`,
);

export type CaredMentee = {
  id: string;
  programmeId: string;
  alias: string;
  addedOn: string;
  mutes: Mute[];
};

/** Mentees of whom it is not written yet what they speak, look for and when they have time. */
export const caredMentees = statement<
  [networkId: string, timeZone: string, states: readonly string[]],
  CaredMentee
>(
  'cared_mentees',
  `select e.id, e.programme_id as "programmeId", e.alias, (e.created_at at time zone $2)::date::text as "addedOn", ${mutesOf('e.id')} as mutes
   from mentee_profile e where e.network_id = $1 and e.state = any($3) and e.purged_at is null
     and (e.languages = '{}' or e.topics = '{}' or e.availability = '{}') order by e.created_at, e.id`,
);

/**
 * Notes whom a step was told to, once for each day on which it became due. `rows` is a JSON array of
 * `{ aboutId, step, dueOn, told }`.
 * @returns those that nobody else noted meanwhile
 */
export const noteStandstills = statement<
  [networkId: string, now: Date, rows: string],
  { aboutId: string; told: string }
>(
  'note_standstills',
  `insert into mentoring_standstill (network_id, about_id, step, due_on, told, told_at)
   select $1, r."aboutId", r.step, r."dueOn", r.told, $2
   from jsonb_to_recordset($3::jsonb) as r("aboutId" uuid, step text, "dueOn" date, told text)
   on conflict do nothing returning about_id as "aboutId", told`,
);

/** Notes, once for each, that a planned session of the last seven days was not logged; whose it is. */
export const noteMissingLogs = statement<
  [networkId: string, now: Date, today: string, states: readonly string[]],
  { mentorId: string }
>(
  'note_missing_logs',
  `update mentoring_session s set log_asked_at = $2 from mentoring_relation r
   where s.network_id = $1 and s.state = 'planned' and s.log_asked_at is null and s.day < $3::date and s.day >= $3::date - 7
     and r.network_id = $1 and r.id = s.relation_id and r.state = any($4) returning r.mentor_id as "mentorId"`,
);

export type FlagRow = PersonName & {
  id: string;
  relationId: string;
  question: string;
  askedAt: Date;
  answer: string | null;
  resolvedAt: Date | null;
  sessionDay: string | null;
  aliases: string[];
  relationState: string;
  mentorPersonId: string;
};

/** Questions of coordinators about living relations: open ones, and those answered since a day; of all mentors or of one. */
export const flagRows = statement<
  [networkId: string, answeredSince: Date, living: readonly string[], mentorPersonId: string | null],
  FlagRow
>(
  'mentoring_flags',
  `select f.id, f.relation_id as "relationId", f.question, f.asked_at as "askedAt", f.answer, f.resolved_at as "resolvedAt",
     s.day::text as "sessionDay", a.given_name as "givenName", a.family_name as "familyName", a.name_order as "nameOrder",
     (select coalesce(array_agg(e.alias order by e.alias), '{}') from mentoring_relation_mentee m
       join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id
       where m.network_id = $1 and m.relation_id = f.relation_id and m.left_on is null) as aliases,
     r.state as "relationState", p.person_id as "mentorPersonId"
   from mentoring_flag f join mentoring_relation r on r.network_id = $1 and r.id = f.relation_id
   join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id join person a on a.id = p.person_id
   left join mentoring_session s on s.network_id = $1 and s.id = f.session_id
   where f.network_id = $1 and r.state = any($3) and ($4::uuid is null or p.person_id = $4)
     and (f.resolved_at is null or f.resolved_at > $2)
   order by f.resolved_at is not null, f.asked_at desc, f.id limit 200`,
);

export type WeekRow = { mentorId: string; relationId: string; questions: number; held: number };

/** For each living relation, how many questions are open – of a proposal none, which nobody can answer – and how many meetings were held since a day. */
export const weekRows = statement<
  [networkId: string, living: readonly string[], since: string, today: string],
  WeekRow
>(
  'mentoring_week_rows',
  `select r.mentor_id as "mentorId", r.id as "relationId",
     (select count(*)::int from mentoring_flag f where f.network_id = $1 and f.relation_id = r.id and f.resolved_at is null
       and r.state <> 'proposed') as questions,
     (select count(*)::int from mentoring_session s where s.network_id = $1 and s.relation_id = r.id and s.state = 'held'
       and s.day >= $3::date and s.day < $4::date) as held
   from mentoring_relation r where r.network_id = $1 and r.state = any($2)`,
);

/** Notes who gets the figures of a week, once; those that nobody else noted meanwhile. */
export const noteWeeks = statement<
  [networkId: string, readerIds: readonly string[], monday: string, now: Date],
  { readerId: string }
>(
  'note_mentoring_weeks',
  `insert into mentoring_week (network_id, reader_id, monday, told_at) select $1, r, $3::date, $4 from unnest($2::uuid[]) as r
   on conflict do nothing returning reader_id as "readerId"`,
);

/** Somebody of a relation who can be asked by mail; as the mentor where no mentee is named. */
export type SurveyPerson = { relationId: string; dueOn: string; personId: string; menteeId: string | null };

/**
 * Who is still to be asked about standstills whether they meet: the mentor and the mentees with an address. `rounds` is a
 * JSON array of `{ relationId, dueOn }`.
 */
export const surveyPeople = statement<[networkId: string, rounds: string], SurveyPerson>(
  'survey_people',
  `with round as (select x."relationId", x."dueOn" from jsonb_to_recordset($2::jsonb) as x("relationId" uuid, "dueOn" date)),
   part as (
     select o."relationId", o."dueOn", p.person_id, null::uuid as mentee_id from round o
     join mentoring_relation r on r.network_id = $1 and r.id = o."relationId"
     join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id and ${isMentorNow('p.person_id')}
     union all
     select o."relationId", o."dueOn", e.person_id, e.id from round o
     join mentoring_relation_mentee m on m.network_id = $1 and m.relation_id = o."relationId" and m.left_on is null
     join mentee_profile e on e.network_id = $1 and e.id = m.mentee_id)
   select t."relationId", t."dueOn"::text as "dueOn", t.person_id as "personId", t.mentee_id as "menteeId"
   from part t join person a on a.id = t.person_id and a.state = 'active' and a.email is not null
   where not exists (select 1 from mentoring_survey v where v.network_id = $1 and v.relation_id = t."relationId"
     and v.person_id = t.person_id and v.due_on = t."dueOn") order by t."relationId", t.mentee_id nulls first`,
);

/**
 * Notes who is asked, once for each standstill. `rows` is a JSON array of `SurveyPerson` with an id.
 * @returns those that nobody else noted meanwhile
 */
export const noteSurveys = statement<[networkId: string, now: Date, rows: string], { id: string }>(
  'note_surveys',
  `insert into mentoring_survey (id, network_id, relation_id, person_id, mentee_id, due_on, asked_at)
   select x.id, $1, x."relationId", x."personId", x."menteeId", x."dueOn", $2
   from jsonb_to_recordset($3::jsonb) as x(id uuid, "relationId" uuid, "personId" uuid, "menteeId" uuid, "dueOn" date)
   on conflict do nothing returning id`,
);

export type SurveyRow = PersonName & {
  id: string;
  relationId: string;
  aliases: string[];
  /** Of the mentee who was asked; null for the mentor. */
  alias: string | null;
  askedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
};

const surveyColumns = `v.id, v.relation_id as "relationId", e.alias, v.asked_at as "askedAt", v.answer, v.answered_at as "answeredAt",
     a.given_name as "givenName", a.family_name as "familyName", a.name_order as "nameOrder",
     (select coalesce(array_agg(x.alias order by x.alias), '{}') from mentoring_relation_mentee m
       join mentee_profile x on x.network_id = $1 and x.id = m.mentee_id
       where m.network_id = $1 and m.relation_id = v.relation_id and m.left_on is null) as aliases`;
const surveyTables = `mentoring_survey v join mentoring_relation r on r.network_id = $1 and r.id = v.relation_id
   join mentor_profile p on p.network_id = $1 and p.id = r.mentor_id join person a on a.id = p.person_id
   left join mentee_profile e on e.network_id = $1 and e.id = v.mentee_id`;

/** Who was asked or answered since a moment whether they still meet, in living relations, and what they answered. */
export const surveyRows = statement<[networkId: string, since: Date, living: readonly string[]], SurveyRow>(
  'mentoring_surveys',
  `select ${surveyColumns} from ${surveyTables} where v.network_id = $1 and coalesce(v.answered_at, v.asked_at) > $2 and r.state = any($3)
   order by v.answered_at desc nulls last, v.asked_at desc, v.id limit 200`,
);

/** Locks a question, for an answer. */
export const lockSurvey = statement<[networkId: string, id: string], { id: string }>(
  'lock_mentoring_survey',
  `select id from mentoring_survey where network_id = $1 and id = $2 for update`,
);

/** One of them, for whoever was asked. */
export const oneSurvey = statement<
  [networkId: string, id: string, language: string],
  SurveyRow & { personId: string; state: string; hasLeft: boolean; programmeTitle: string }
>(
  'mentoring_survey',
  `select ${surveyColumns}, v.person_id as "personId", r.state,
     v.mentee_id is not null and not exists (select from mentoring_relation_mentee m where m.network_id = $1
       and m.relation_id = v.relation_id and m.mentee_id = v.mentee_id and m.left_on is null) as "hasLeft",
     coalesce((select x.title from mentoring_programme_text x where x.network_id = $1 and x.programme_id = r.programme_id
       order by array_position(array[$3, 'en'], x.language) nulls last, x.language limit 1), g.code) as "programmeTitle"
   from ${surveyTables} join mentoring_programme g on g.network_id = $1 and g.id = r.programme_id
   where v.network_id = $1 and v.id = $2`,
);
