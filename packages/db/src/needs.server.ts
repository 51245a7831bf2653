import {
  type MentoringDecision,
  type MentoringKind,
  type MentoringParts,
  type MentoringSigning,
  mentoringCounts,
  mentoringDecisions,
  mentoringSignings,
} from './mentoring-needs.server.ts';
import type { HeldRole, StoredSetting } from './networks.server.ts';
import { lapsesText, prerequisitesOfPersonText } from './prerequisites.server.ts';
import { livingStates, sqlStates, undecidedStates } from './seat-states.ts';
import { coversSession } from './seats.server.ts';
import { type Statement, statement } from './statement.server.ts';

// What waits for one person, in all their networks. The question is asked in each of them in its own name, all in one
// message (`readInTurn`), so a network answers what it would answer alone.

export type PlaceOfPerson = {
  id: string;
  code: string;
  kind: string;
  state: string;
  accent: string;
  timeZone: string;
  clockOffset: number;
  name: string;
  settings: StoredSetting[] | null;
  roles: HeldRole[];
  /** Whether the person of the transaction has a second step at sign-in */
  hasSecondStep: boolean;
};

/** The networks in which a person holds a role now, with their settings and what is held there; the scope names the person. */
export const placesOfPerson = statement<[personId: string, realNow: Date, language: string], PlaceOfPerson>(
  'places_of_person',
  `select n.id, n.code, n.kind, n.state, n.accent, n.time_zone as "timeZone", n.clock_offset as "clockOffset",
     coalesce(t.name, n.code) as name, app.settings_of(n.id) as settings, h.roles, app.has_second_step() as "hasSecondStep"
   from (select r.network_id, json_agg(json_build_object('role', r.role, 'institutionId', r.institution_id,
         'objectKind', r.object_kind, 'objectId', r.object_id,
         'capabilities', array(select c.capability from role_capability c
            where c.network_id = r.network_id and c.role_assignment_id = r.id
              and c.valid_from <= $2 and (c.valid_until is null or c.valid_until > $2))) order by r.role) as roles
       from role_assignment r
       where r.person_id = $1 and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
       group by r.network_id) h
   join network n on n.id = h.network_id
   left join lateral (
     select x.name from network_text x where x.network_id = n.id
     order by array_position(array[$3, n.default_language, 'en'], x.language) nulls last limit 1) t on true
   order by name, n.code`,
);

/** Who asks, when, and what they may do in one network. */
export type Place = {
  id: string;
  personId: string;
  language: string;
  now: Date;
  realNow: Date;
  /** The day of the network's clock, as `2026-05-01` */
  today: string;
  /** Institutions that they act for. */
  institutionIds: string[];
  hasTrainings: boolean;
  isCoordinator: boolean;
  /** Approves or refuses a look at confidential records. */
  decidesAccess: boolean;
  /** Only looks on. */
  isViewer: boolean;
} & MentoringParts;

// The values of the question, in the order in which `needsIn` gives them.
const network = '$1::uuid';
const person = '$2::uuid';
const language = '$3::text';
const now = '$4::timestamptz';
const realNow = '$5::timestamptz';
const today = '$6::date';
const institutionIds = '$7::uuid[]';
const titleOf = (training: string) =>
  `(select x.title from training_text x where x.network_id = ${network} and x.training_id = ${training}
      order by array_position(array[${language}, (select default_language from network where id = ${network}), 'en'], x.language)
        nulls last limit 1)`;

/** A training that the person has to do with; instants as ISO text. */
export type NeedTraining = {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  state: string;
  capacity: number;
  takenCount: number;
  waitingCount: number;
  isTrainer: boolean;
  /** Seats of the person and of their institutions. */
  confirmed: number;
  waiting: number;
  offered: number;
  /** The first moment at which an offer ends. */
  offeredUntil: string | null;
  unnamed: number;
  /** Seats on which the organiser has to decide. */
  undecided: number;
  /** A half-day has begun and a confirmed seat has no mark for it. */
  hasUnmarked: boolean;
  nextSessionAt: string | null;
};

/** So many trainings to come are given whether or not something waits for the person. */
export const nextTrainings = 5;

// Trainings that are not over for longer than two weeks and of which something waits for the person, and the next ones that
// they have to do with; a coordinator has to do with all of them. Few of many are given: which ones is told by ids and by what
// stands in the training itself, and only these are joined and looked at closer.
const trainingsFor = (isCoordinator: boolean) => `with coming as materialized (
     select t.id, t.starts_at, t.ends_at, t.time_zone, t.state, t.capacity, t.taken_count, t.waiting_count, t.needs_approval
     from training t where t.network_id = ${network} and t.ends_at > ${now} - interval '14 days'
       and t.state in ('submitted', 'published', 'registration_closed', 'running', 'postponed')),
   trained as materialized (
     select r.training_id from training_trainer r where r.network_id = ${network} and r.person_id = ${person}),
   own as (
     select s.id, s.training_id, s.state, s.offered_until, s.participant_id
     from unnest(${institutionIds}) as i(id) cross join lateral (
       select * from seat s where s.network_id = ${network} and s.institution_id = i.id
         and s.training_id = any(array(select id from coming)) offset 0) s
     union
     select s.id, s.training_id, s.state, s.offered_until, s.participant_id
     from registration g join seat s on s.network_id = ${network} and s.registration_id = g.id
     where g.network_id = ${network} and g.submitted_by_id = ${person} and g.training_id = any(array(select id from coming))
     union
     select s.id, s.training_id, s.state, s.offered_until, s.participant_id
     from participant p cross join lateral (
       select * from seat s where s.network_id = ${network} and s.participant_id = p.id offset 0) s
     where p.network_id = ${network} and p.person_id = ${person} and s.training_id = any(array(select id from coming))),
   seats as materialized (
     select * from (
       select o.training_id, count(*) filter (where o.state = 'confirmed')::int as confirmed,
         count(*) filter (where o.state = 'waiting')::int as waiting,
         count(*) filter (where o.state = 'offered' and o.offered_until > ${now})::int as offered,
         min(o.offered_until) filter (where o.state = 'offered' and o.offered_until > ${now}) as offered_until,
         count(*) filter (where o.state = 'confirmed' and o.participant_id is null)::int as unnamed
       from own o group by o.training_id) s
     where s.confirmed + s.waiting + s.offered > 0),
   concerning as (
     select c.* from coming c
     where ${isCoordinator} or c.id = any(array(select training_id from trained)) or c.id = any(array(select training_id from seats))),
   looked as materialized (
     select c.*,
       (c.starts_at <= ${now} and c.state in ('published', 'registration_closed', 'running') and exists (
         select 1 from training_session h
         join seat k on k.network_id = ${network} and k.training_id = c.id and k.state = 'confirmed'
           and ${coversSession('k', 'h')}
         left join attendance_record a on a.network_id = ${network} and a.training_id = c.id and a.session_id = h.id and a.seat_id = k.id
         where h.network_id = ${network} and h.training_id = c.id and h.starts_at <= ${now} and a.seat_id is null)) as has_unmarked,
       case when ${isCoordinator} and c.needs_approval and c.ends_at > ${now} then (select count(*)::int from seat u
         where u.network_id = ${network} and u.training_id = c.id and u.state in (${sqlStates(undecidedStates)})) else 0 end as undecided
     from concerning c),
   given as materialized (
     select l.* from looked l
     where l.undecided > 0 or l.has_unmarked
       or l.id = any(array(select training_id from trained))
       or l.id = any(array(select training_id from seats where offered > 0 or unnamed > 0))
       or (${isCoordinator} and (l.state = 'submitted' or (l.state = 'published' and l.waiting_count > 0 and l.taken_count < l.capacity)
         or (l.ends_at < ${now} and l.taken_count > 0)))
       or l.id = any(array(select n.id from concerning n where n.state <> 'submitted' and n.ends_at > ${now}
         order by n.starts_at, n.id limit ${nextTrainings}))
     order by l.starts_at, l.id limit 200)
   select g.id, g.starts_at as "startsAt", g.ends_at as "endsAt", g.time_zone as "timeZone", g.state, g.capacity,
     g.taken_count as "takenCount", g.waiting_count as "waitingCount",
     g.id = any(array(select training_id from trained)) as "isTrainer", coalesce(s.confirmed, 0) as confirmed,
     coalesce(s.waiting, 0) as waiting, coalesce(s.offered, 0) as offered, s.offered_until as "offeredUntil",
     coalesce(s.unnamed, 0) as unnamed, g.undecided, ${titleOf('g.id')} as title, g.has_unmarked as "hasUnmarked",
     (select min(h.starts_at) from training_session h where h.network_id = ${network} and h.training_id = g.id
       and h.starts_at > ${now}) as "nextSessionAt"
   from given g left join seats s on s.training_id = g.id
   order by g.starts_at, g.id`;

const people = (ids: string) => lapsesText({ networkId: network, realNow, today, institutionIds: ids });

/** How many there are, and when the first is due or since when the first waits. */
export type Counted = { count: number; at: string | null };

const counted = (from: string, at: string) =>
  `(select jsonb_build_object('count', count(*), 'at', min(${at})) from ${from})`;

const unanswered = `i.network_id = ${network} and i.accepted_at is null and i.revoked_at is null`;

// Institutions that a coordinator entered as asking, and those that asked from outside.
const asking = (states: string, isApplicationSo: string) =>
  `(select 1 from membership m where m.network_id = ${network} and m.state in (${states})
    union all select 1 from membership_application a where a.network_id = ${network} and a.confirmed_at is not null
      and a.decided_at is null and ${isApplicationSo}) x`;

const lackingOf = (ids: string) =>
  `(select jsonb_build_object('count', count(distinct l."personId"), 'at', min(l."expiresOn")) from (${people(ids)}) l)`;

const coordinatorCounts = {
  failedMails: counted(
    `message m where m.network_id = ${network} and m.state = 'failed' and m.error <> 'overtaken' and m.purged_at is null
       and m.created_at > ${realNow} - interval '30 days'`,
    'm.created_at',
  ),
  invitations: counted(
    `invitation i where ${unanswered} and i.expires_at > ${now} and i.expires_at < ${now} + interval '3 days'`,
    'i.expires_at',
  ),
  partners: counted(
    `network_link k where k.other_network_id = ${network} and k.state = 'proposed'`,
    'null::text',
  ),
  moves: counted(
    `network_move v where v.state = 'requested'
       and ((v.new_parent_id = ${network} and v.is_asked_by_child) or (v.network_id = ${network} and not v.is_asked_by_child))`,
    'v.requested_at',
  ),
  erasures: counted(`erasure_request e where e.network_id = ${network} and e.state = 'open'`, 'e.due_at'),
  imports: counted(
    `import_run f where f.network_id = ${network} and (f.state = 'failed' or (f.state = 'checked' and f.wrong_count > 0))
       and f.changed_at > ${now} - interval '30 days'`,
    'f.changed_at',
  ),
  closings: counted(
    `network_closing x where x.network_id = ${network} and x.state = 'asked' and x.asked_by_id <> ${person}`,
    'x.asked_at',
  ),
};

const managerCounts = {
  invitations: counted(
    `invitation i where ${unanswered} and i.institution_id = any(${institutionIds}) and i.expires_at > ${now}`,
    'i.expires_at',
  ),
};

// Invitations that ended without an answer, and none came after them.
const lapsed = (whose: string) =>
  `invitation i where ${unanswered} and ${whose} and i.expires_at <= ${now} and i.expires_at > ${now} - interval '30 days'`;
const expiredOf = (whose: string) => ({
  if: lapsed(whose),
  question: counted(
    `${lapsed(whose)} and not exists (select 1 from invitation n where n.network_id = ${network} and n.email = i.email
       and n.created_at > i.created_at)`,
    'i.expires_at',
  ),
});

const asObject = (parts: Record<string, string>) =>
  `jsonb_build_object(${Object.entries(parts)
    .map(([key, part]) => `'${key}', ${part}`)
    .join(', ')})`;

/** A training that one can still register for. */
export type ClosingTraining = { id: string; title: string; closesAt: string; free: number };

// Open for one more week at most, with free places, and none of the institution is registered yet.
const closing = `select t.id, ${titleOf('t.id')} as title, coalesce(t.reg_closes_at, t.starts_at) as "closesAt",
     t.capacity - t.taken_count as free
   from training t
   where t.network_id = ${network} and t.state = 'published' and t.taken_count < t.capacity
     and (t.reg_opens_at is null or t.reg_opens_at <= ${now}) and t.starts_at > ${now}
     and coalesce(t.reg_closes_at, t.starts_at) > ${now} and coalesce(t.reg_closes_at, t.starts_at) < ${now} + interval '7 days'
     and not exists (select 1 from seat s where s.network_id = ${network} and s.training_id = t.id
       and s.institution_id = any(${institutionIds}) and s.state in (${sqlStates(livingStates)}))
   order by "closesAt", t.id limit 5`;

/** What a role asks of the person and what is missing, lapsed or ends within 30 days. */
export type OwnLack = {
  kindId: string;
  code: string;
  name: string;
  state: 'missing' | 'lapsed' | 'lapsing';
  expiresOn: string | null;
};

const own = `select o."kindId", o.code, o.name, case o.state when 'met' then 'lapsing' else o.state end as state, o."expiresOn"
   from (${prerequisitesOfPersonText({ networkId: network, personId: person, realNow, today })}) o
   where o."isNeeded" and (o.state <> 'met' or o."expiresOn"::date < ${today} + 30)`;

const consentsOf = `consent_record c where c.network_id = ${network} and c.person_id = ${person}`;

const consents = counted(
  `${consentsOf}
     and (c.state = 'requested' or (c.state = 'given' and c.expires_at < ${now} + interval '30 days')
       or (c.state = 'expired' and c.expires_at > ${now} - interval '90 days'))
     and not exists (select 1 from consent_record n where n.network_id = ${network} and n.person_id = ${person} and n.purpose = c.purpose
       and n.requested_at > c.requested_at)`,
  'c.expires_at',
);

const accesses = counted(
  `break_glass b where b.network_id = ${network} and b.state = 'requested' and b.requester_id <> ${person}`,
  'b.requested_at',
);

/** What a network last made public. */
export type Latest = {
  institutions: number;
  trainingsHeld: number;
  phase: { title: string; startsOn: string; endsOn: string } | null;
};

const latest = `select (select count(*)::int from membership m where m.network_id = ${network} and m.is_public and m.state = 'active') as institutions,
     (select count(*)::int from training g where g.network_id = ${network} and g.visibility = 'public' and g.ends_at <= ${now}
        and g.state in ('published', 'registration_closed', 'running', 'completed', 'documented')) as "trainingsHeld",
     (select jsonb_build_object('title', p.title, 'startsOn', p.starts_on, 'endsOn', p.ends_on) from phase p
      where p.network_id = ${network} and p.is_public and p.starts_on <= ${today} order by p.starts_on desc, p.id limit 1) as phase`;

const list = (rows: string) => `(select coalesce(jsonb_agg(to_jsonb(l)), '[]') from (${rows}) l)`;

const parts = [
  'hasTrainings',
  'isCoordinator',
  'actsForInstitutions',
  'decidesAccess',
  'isViewer',
  'isMentor',
  'isMentored',
  'actsForMentees',
  'decidesMentoring',
  'leadsSafeguarding',
] as const;
type Has = Record<(typeof parts)[number], boolean>;

// What is counted in a statement of its own, and only where what has to be there for it is there: starting a plan of many
// tables costs more than running it, and most of these wait for nobody.
type Later = { if: string; question: string };

const prerequisites = `prerequisite_kind k where k.network_id = ${network} and k.retired_at is null`;
const isAsking = asking(`'applied', 'under_review'`, 'true');
const ofCoordinator = {
  lacking: { if: prerequisites, question: lackingOf('null::uuid[]') },
  expired: expiredOf('true'),
  applications: {
    if: isAsking,
    question: counted(asking(`'applied'`, 'a.reviewed_at is null'), 'null::text'),
  },
  reviews: {
    if: isAsking,
    question: counted(asking(`'under_review'`, 'a.reviewed_at is not null'), 'null::text'),
  },
};
const ofInstitutions = {
  lacking: { if: prerequisites, question: lackingOf(institutionIds) },
  expired: expiredOf(`i.institution_id = any(${institutionIds})`),
};
const slots = { network, person, now, realNow, today, institutionIds };

function laterFor(has: Has): Partial<Record<LaterKind, Later>> {
  return {
    own: { if: prerequisites, question: list(own) },
    consents: { if: consentsOf, question: consents },
    ...(has.isCoordinator ? ofCoordinator : has.actsForInstitutions ? ofInstitutions : {}),
    ...mentoringSignings(has, slots, counted),
    ...(has.decidesMentoring ? mentoringDecisions(slots, counted) : {}),
  };
}

/** The kinds of which something may be there, as a list in jsonb; one look for those that depend on the same. */
function mayWait(later: Partial<Record<LaterKind, Later>>): string {
  const kinds = Object.entries(later);
  return [...new Set(kinds.map(([, each]) => each.if))]
    .map((condition) => {
      const names = JSON.stringify(kinds.filter(([, each]) => each.if === condition).map(([kind]) => kind));
      return `case when exists (select 1 from ${condition}) then '${names}'::jsonb else '[]'::jsonb end`;
    })
    .join(' || ');
}

// So that every value has its type, also where a question does not use it.
const asked = `(select ${network}, ${person}, ${language}, ${now}, ${realNow}, ${today}, ${institutionIds}) as asked`;

// Only what a person's roles ask for is part of the text.
const questionFor = (has: Has) =>
  `select ${asObject({
    trainings: has.hasTrainings ? list(trainingsFor(has.isCoordinator)) : `'[]'::jsonb`,
    counts: countsFor(has),
    closing: has.hasTrainings && has.actsForInstitutions ? list(closing) : `'[]'::jsonb`,
    accesses: has.decidesAccess ? accesses : 'null',
    latest: has.isViewer ? `(select to_jsonb(l) from (${latest}) l)` : 'null',
    later: mayWait(laterFor(has)),
  })} as answer from ${asked}`;

function countsFor(has: Has): string {
  return asObject({
    ...(has.isCoordinator ? coordinatorCounts : has.actsForInstitutions ? managerCounts : {}),
    ...mentoringCounts(has, slots, counted),
  });
}

export type PlaceNeeds = {
  trainings: NeedTraining[];
  counts: Partial<Record<CountedKind, Counted>>;
  closing: ClosingTraining[];
  accesses: Counted | null;
  latest: Latest | null;
  /** What may wait besides: `laterNeedsIn` tells */
  later: LaterKind[];
};
export type LaterKind =
  | 'own'
  | 'consents'
  | keyof typeof ofCoordinator
  | MentoringSigning
  | MentoringDecision;
export type CountedKind =
  | keyof typeof coordinatorCounts
  | keyof typeof ofCoordinator
  | 'consents'
  | MentoringKind;

type Values = [
  id: string,
  personId: string,
  language: string,
  now: Date,
  realNow: Date,
  today: string,
  institutionIds: string[],
];
type Asking<Answer> = (...values: Values) => Statement<{ answer: Answer }>;

const made = new Map<string, Asking<unknown>>();

function knownAs<Answer>(name: string, text: () => string): Asking<Answer> {
  const found = made.get(name) ?? statement<Values, { answer: unknown }>(name, text());
  made.set(name, found);
  return found as Asking<Answer>;
}

/** What waits in one network, in whose name the transaction speaks. */
export function needsIn(place: Place): Statement<{ answer: PlaceNeeds }> {
  const { has, key, values } = askedOf(place);
  return knownAs<PlaceNeeds>(`needs_of_place_${key}`, () => questionFor(has))(...values);
}

/** The rest of what waits there: an answer for each kind that `needsIn` said may wait, in their order. */
export function laterNeedsIn(
  place: Place,
  kinds: readonly LaterKind[],
): Statement<{ answer: OwnLack[] | Counted }>[] {
  const { has, key, values } = askedOf(place);
  const later = laterFor(has);
  return kinds.map((kind) => {
    const text = () => `select ${later[kind]?.question ?? 'null'} as answer from ${asked}`;
    return knownAs<OwnLack[] | Counted>(`needs_of_place_${key}_${kind}`, text)(...values);
  });
}

function askedOf(place: Place): { has: Has; key: string; values: Values } {
  const { id, personId, language, now, realNow, today, institutionIds, ...may } = place;
  const has = { ...may, actsForInstitutions: institutionIds.length > 0 && !may.isCoordinator };
  const key = parts.map((part) => Number(has[part])).join('');
  return { has, key, values: [id, personId, language, now, realNow, today, institutionIds] };
}

export type OperatorNeeds = {
  dead: number;
  deadSince: Date | null;
  oldestWaitingAt: Date | null;
  workerAt: Date | null;
  accesses: number;
  accessesSince: Date | null;
  /** Codes of drafts that nobody coordinates */
  drafts: string[];
  /** Codes of networks that somebody asks to close */
  closings: string[];
};

/** What waits for an operator; door "platform". */
export const operatorNeeds = statement<[personId: string, realNow: Date], OperatorNeeds>(
  'operator_needs',
  `select o.dead, o.dead_since as "deadSince", o.oldest_waiting_at as "oldestWaitingAt", o.accesses,
     o.accesses_since as "accessesSince", o.drafts, o.closings, (select b.at from heartbeat b where b.process = 'worker') as "workerAt"
   from app.operator_needs($1, $2) o`,
);
