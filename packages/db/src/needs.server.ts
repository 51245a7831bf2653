import type { HeldRole, StoredSetting } from './networks.server.ts';
import { lapsesText, prerequisitesOfPersonText } from './prerequisites.server.ts';
import { statement } from './statement.server.ts';

// What waits for one person, in all their networks at once. The question is asked in each of them in its own name
// (`app.in_each_network`), so a network answers what it would answer alone.

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
};

/** The networks in which a person holds a role now, with their settings and what is held there; the scope names the person. */
export const placesOfPerson = statement<[personId: string, realNow: Date, language: string], PlaceOfPerson>(
  'places_of_person',
  `select n.id, n.code, n.kind, n.state, n.accent, n.time_zone as "timeZone", n.clock_offset as "clockOffset",
     coalesce(t.name, n.code) as name, app.settings_of(n.id) as settings, h.roles
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

/** Who asks, when, and what they may do in one network; instants as ISO text, days as `2026-05-01`. */
export type Place = {
  id: string;
  personId: string;
  language: string;
  now: string;
  realNow: string;
  today: string;
  /** Institutions that they act for. */
  institutionIds: string[];
  hasTrainings: boolean;
  isCoordinator: boolean;
  /** Approves or refuses a look at confidential records. */
  decidesAccess: boolean;
  /** Only looks on. */
  isViewer: boolean;
};

const network = `($1 ->> 'id')::uuid`;
const person = `($1 ->> 'personId')::uuid`;
const language = `($1 ->> 'language')`;
const now = `($1 ->> 'now')::timestamptz`;
const realNow = `($1 ->> 'realNow')::timestamptz`;
const today = `($1 ->> 'today')::date`;
const institutionIds = `array(select jsonb_array_elements_text($1 -> 'institutionIds'))::uuid[]`;
const isCoordinator = `($1 ->> 'isCoordinator')::boolean`;
const actsForInstitutions = `(jsonb_array_length($1 -> 'institutionIds') > 0 and not ${isCoordinator})`;
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
  /** A half-day has begun and a confirmed seat has no mark for it. */
  hasUnmarked: boolean;
  nextSessionAt: string | null;
};

// Trainings that are not over for longer than two weeks, the next first. A coordinator has to do with all of them.
const trainings = `select t.id, t.starts_at as "startsAt", t.ends_at as "endsAt", t.time_zone as "timeZone", t.state, t.capacity,
     t.taken_count as "takenCount", t.waiting_count as "waitingCount", r.is_trainer as "isTrainer", s.confirmed, s.waiting,
     s.offered, s.offered_until as "offeredUntil", s.unnamed,
     (select x.title from training_text x where x.network_id = ${network} and x.training_id = t.id
      order by array_position(array[${language}, (select default_language from network where id = ${network}), 'en'], x.language)
        nulls last limit 1) as title,
     (t.state in ('published', 'registration_closed', 'running') and exists (
       select 1 from training_session h where h.network_id = ${network} and h.training_id = t.id and h.starts_at <= ${now}
         and exists (select 1 from seat c where c.network_id = ${network} and c.training_id = t.id and c.state = 'confirmed'
           and not exists (select 1 from attendance_record a where a.network_id = ${network} and a.session_id = h.id
             and a.seat_id = c.id)))) as "hasUnmarked",
     (select min(h.starts_at) from training_session h where h.network_id = ${network} and h.training_id = t.id
       and h.starts_at > ${now}) as "nextSessionAt"
   from training t
   cross join lateral (select exists (select 1 from training_trainer tt
     where tt.network_id = ${network} and tt.training_id = t.id and tt.person_id = ${person}) as is_trainer) r
   cross join lateral (
     select count(*) filter (where s.state = 'confirmed')::int as confirmed,
       count(*) filter (where s.state = 'waiting')::int as waiting,
       count(*) filter (where s.state = 'offered' and s.offered_until > ${now})::int as offered,
       min(s.offered_until) filter (where s.state = 'offered' and s.offered_until > ${now}) as offered_until,
       count(*) filter (where s.state = 'confirmed' and s.participant_id is null)::int as unnamed
     from seat s
     join registration g on g.network_id = s.network_id and g.id = s.registration_id
     left join participant p on p.network_id = s.network_id and p.id = s.participant_id
     where s.network_id = ${network} and s.training_id = t.id and s.state in ('waiting', 'offered', 'confirmed')
       and (s.institution_id = any(${institutionIds}) or g.submitted_by_id = ${person} or p.person_id = ${person})) s
   where t.network_id = ${network} and t.ends_at > ${now}::timestamptz - interval '14 days'
     and t.state in ('submitted', 'published', 'registration_closed', 'running', 'postponed')
     and (${isCoordinator} or r.is_trainer or s.confirmed + s.waiting + s.offered > 0)
   order by t.starts_at, t.id limit 200`;

const people = (ids: string) => lapsesText({ networkId: network, realNow, today, institutionIds: ids });

/** How many there are, and when the first is due or since when the first waits. */
export type Counted = { count: number; at: string | null };

const counted = (from: string, at: string) =>
  `(select jsonb_build_object('count', count(*), 'at', min(${at})) from ${from})`;

const unanswered = `i.network_id = ${network} and i.accepted_at is null and i.revoked_at is null`;

const coordinatorCounts = {
  lacking: `(select jsonb_build_object('count', count(distinct l."personId"), 'at', min(l."expiresOn")) from (${people('null::uuid[]')}) l)`,
  failedMails: counted(
    `message m where m.network_id = ${network} and m.state = 'failed' and m.error <> 'overtaken' and m.purged_at is null
       and m.created_at > ${realNow} - interval '30 days'`,
    'm.created_at',
  ),
  invitations: counted(
    `invitation i where ${unanswered} and i.expires_at > ${now} and i.expires_at < ${now} + interval '3 days'`,
    'i.expires_at',
  ),
  expired: counted(
    `invitation i where ${unanswered} and i.expires_at <= ${now} and i.expires_at > ${now} - interval '30 days'
       and not exists (select 1 from invitation n where n.network_id = ${network} and n.email = i.email and n.created_at > i.created_at)`,
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
  applications: counted(`membership m where m.network_id = ${network} and m.state = 'applied'`, 'null::text'),
  reviews: counted(`membership m where m.network_id = ${network} and m.state = 'under_review'`, 'null::text'),
};

const managerCounts = {
  lacking: `(select jsonb_build_object('count', count(distinct l."personId"), 'at', min(l."expiresOn")) from (${people(institutionIds)}) l)`,
  invitations: counted(
    `invitation i where ${unanswered} and i.institution_id = any(${institutionIds}) and i.expires_at > ${now}`,
    'i.expires_at',
  ),
  expired: counted(
    `invitation i where ${unanswered} and i.institution_id = any(${institutionIds}) and i.expires_at <= ${now}
       and i.expires_at > ${now} - interval '30 days'
       and not exists (select 1 from invitation n where n.network_id = ${network} and n.email = i.email and n.created_at > i.created_at)`,
    'i.expires_at',
  ),
};

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
       and s.institution_id = any(${institutionIds}) and s.state in ('waiting', 'offered', 'confirmed'))
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

const consents = counted(
  `consent_record c where c.network_id = ${network} and c.person_id = ${person}
     and (c.state = 'requested' or (c.state = 'given' and c.expires_at < ${now} + interval '30 days')
       or (c.state = 'expired' and c.expires_at > ${now} - interval '90 days'))
     and not exists (select 1 from consent_record n where n.network_id = ${network} and n.person_id = ${person} and n.purpose = c.purpose
       and n.requested_at > c.requested_at)`,
  'c.expires_at',
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

const question = `select ${asObject({
  trainings: `case when ($1 ->> 'hasTrainings')::boolean then ${list(trainings)} else '[]' end`,
  counts: `case when ${isCoordinator} then ${asObject(coordinatorCounts)}
     when ${actsForInstitutions} then ${asObject(managerCounts)} else '{}' end`,
  closing: `case when ($1 ->> 'hasTrainings')::boolean and ${actsForInstitutions} then ${list(closing)} else '[]' end`,
  accesses: `case when ($1 ->> 'decidesAccess')::boolean then ${counted(
    `break_glass b where b.network_id = ${network} and b.state = 'requested' and b.requester_id <> ${person}`,
    'b.requested_at',
  )} end`,
  own: list(own),
  consents,
  latest: `case when ($1 ->> 'isViewer')::boolean then (select to_jsonb(l) from (${latest}) l) end`,
})}`;

export type PlaceNeeds = {
  trainings: NeedTraining[];
  counts: Partial<Record<CountedKind, Counted>>;
  closing: ClosingTraining[];
  accesses: Counted | null;
  own: OwnLack[];
  consents: Counted;
  latest: Latest | null;
};
export type CountedKind = keyof typeof coordinatorCounts;

/** What waits in each of these networks, in one statement whatever their number. `places` is a JSON array of `Place`. */
export const needsInNetworks = statement<[places: string], { networkId: string; answer: PlaceNeeds }>(
  'needs_in_networks',
  `select network_id as "networkId", answer from app.in_each_network($1::jsonb, $needs$${question}$needs$)`,
);

export type OperatorNeeds = {
  dead: number;
  deadSince: Date | null;
  oldestWaitingAt: Date | null;
  workerAt: Date | null;
  accesses: number;
  accessesSince: Date | null;
  /** Codes of drafts that nobody coordinates */
  drafts: string[];
};

/** What waits for an operator; door "platform". */
export const operatorNeeds = statement<[personId: string, realNow: Date], OperatorNeeds>(
  'operator_needs',
  `select o.dead, o.dead_since as "deadSince", o.oldest_waiting_at as "oldestWaitingAt", o.accesses,
     o.accesses_since as "accessesSince", o.drafts, (select b.at from heartbeat b where b.process = 'worker') as "workerAt"
   from app.operator_needs($1, $2) o`,
);
