import { heldStates, livingStates, type SeatState, seatStates, sqlStates } from './seat-states.ts';
import { statement } from './statement.server.ts';

const held = sqlStates(heldStates);
const living = sqlStates(livingStates);

export type LockedTraining = {
  id: string;
  state: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  capacity: number;
  quotaPerInstitution: number | null;
  quotaReleaseAt: Date | null;
  promotion: 'automatic' | 'offer';
  offerHours: number;
  priorityRule: 'first_come' | 'institutions_without_seat_first';
  partyRule: 'skip' | 'strict';
  mode: string;
  languages: string[];
  hasQuotas: boolean;
  hasWishes: boolean;
  formVersion: number;
  choosesHalfDays: boolean;
  hasSessionLimits: boolean;
  regOpensAt: Date | null;
  regClosesAt: Date | null;
  cancelDeadlineHours: number;
  movedAt: Date | null;
  registrationWays: string[];
  needsApproval: boolean;
  pendingCounts: boolean;
  takenCount: number;
  waitingCount: number;
  honouredCount: number;
  nextQueue: number;
  hasDueOffers: boolean;
};

/**
 * Locks the scarce row: everything that takes or frees a seat goes through this lock, once per transaction, and checks
 * after it. Whoever only names the training in a row of their own, as a wish names its other dates, does not wait for it.
 */
export const lockTraining = statement<[networkId: string, id: string, now: Date], LockedTraining>(
  'lock_training',
  `select id, state, starts_at as "startsAt", ends_at as "endsAt", time_zone as "timeZone", capacity,
     quota_per_institution as "quotaPerInstitution", quota_release_at as "quotaReleaseAt", promotion,
     offer_hours as "offerHours", priority_rule as "priorityRule", party_rule as "partyRule", mode, languages,
     has_quotas as "hasQuotas", has_wishes as "hasWishes",
     form_version as "formVersion",
     chooses_half_days as "choosesHalfDays", has_session_limits as "hasSessionLimits", reg_opens_at as "regOpensAt", reg_closes_at as "regClosesAt",
     cancel_deadline_hours as "cancelDeadlineHours", moved_at as "movedAt", registration_ways as "registrationWays",
     needs_approval as "needsApproval", pending_counts as "pendingCounts", taken_count as "takenCount",
     waiting_count as "waitingCount",
     honoured_count as "honouredCount", next_queue as "nextQueue",
     exists (select 1 from seat s where s.network_id = $1 and s.training_id = $2
       and s.state = 'offered' and s.offered_until <= $3) as "hasDueOffers"
   from training where network_id = $1 and id = $2 for no key update`,
);

export type WaitingRow = {
  id: string;
  institutionId: string | null;
  registrationId: string;
  mode: string | null;
  language: string | null;
  institutionKind: string | null;
  origin: string | null;
  isTogether: boolean;
  priority: number;
  wishId: string | null;
  /** None stands for all */
  sessionIds: string[];
};

/** Everyone who waits, in the order in which they asked. */
export const waitingSeats = statement<[networkId: string, trainingId: string], WaitingRow>(
  'waiting_seats',
  `select id, institution_id as "institutionId", registration_id as "registrationId", mode, language,
     institution_kind as "institutionKind", origin, is_together as "isTogether", priority, wish_id as "wishId",
     session_ids as "sessionIds" from seat
   where network_id = $1 and training_id = $2 and state = 'waiting' order by queue`,
);

export type QuotaRow = {
  scope: 'mode' | 'language' | 'institution_kind' | 'origin';
  key: string;
  size: number;
  releaseAt: Date | null;
  held: number;
};

/** The further quotas of a training with the seats that they count now. */
export const quotasOfTraining = statement<[networkId: string, trainingId: string], QuotaRow>(
  'quotas_of_training',
  `select q.scope, q.key, q.size, q.release_at as "releaseAt",
     (select count(*)::int from seat s where s.network_id = $1 and s.training_id = $2 and s.state in (${held})
       and case q.scope when 'mode' then s.mode when 'language' then s.language
         when 'origin' then coalesce(s.origin, '@own') else s.institution_kind end = q.key) as held
   from training_quota q where q.network_id = $1 and q.training_id = $2 order by q.scope, q.key`,
);

/** Whether a seat covers a half-day, in SQL; `seat` and `session` are the aliases of their rows. */
export const coversSession = (seat: string, session: string) =>
  `(${seat}.session_ids = '{}' or ${session}.id = any(${seat}.session_ids))`;

export type SessionLimit = { id: string; capacity: number; held: number };

/** The half-days with a number of places of their own, with the seats that cover them now. */
export const sessionLimits = statement<[networkId: string, trainingId: string], SessionLimit>(
  'session_limits',
  `select d.id, d.capacity, (select count(*)::int from seat s where s.network_id = $1 and s.training_id = $2
       and s.state in (${held}) and ${coversSession('s', 'd')}) as held
   from training_session d where d.network_id = $1 and d.training_id = $2 and d.capacity is not null order by d.starts_at`,
);

/** How many seats each institution holds, confirmed or offered. `institutionId` limits it to one. */
export const heldSeats = statement<
  [networkId: string, trainingId: string, institutionId: string | null],
  { institutionId: string; held: number }
>(
  'held_seats',
  `select institution_id as "institutionId", count(*)::int as held from seat
   where network_id = $1 and training_id = $2 and state in (${held})
     and institution_id is not null and ($3::uuid is null or institution_id = $3) group by institution_id`,
);

/** Ends offers whose time is over. */
export const lapseOffers = statement<
  [networkId: string, trainingId: string, now: Date],
  { id: string; registrationId: string; wishId: string | null }
>(
  'lapse_offers',
  `update seat set state = 'lapsed', offered_until = null, changed_at = $3
   where network_id = $1 and training_id = $2 and state = 'offered' and offered_until <= $3
   returning id, registration_id as "registrationId", wish_id as "wishId"`,
);

export type NewSeatRow = {
  id: string;
  participantId: string | null;
  state: 'waiting' | 'confirmed' | 'pending' | 'requested';
  queue: number;
  mode: string | null;
  language: string | null;
  institutionKind: string | null;
  origin?: string | null;
  isTogether: boolean;
  wishId: string | null;
  sessionIds: string[];
};

/**
 * Writes a registration with its seats and moves the counters, in one message. `seats` is a JSON array of NewSeatRow.
 */
export const insertRegistration = statement<
  [
    networkId: string,
    trainingId: string,
    registrationId: string,
    institutionId: string | null,
    submittedById: string | null,
    requestKey: string,
    note: string,
    now: Date,
    seats: string,
  ],
  never
>(
  'insert_registration',
  `with new_registration as (
     insert into registration (id, network_id, training_id, institution_id, submitted_by_id, request_key, note, created_at)
     values ($3, $1, $2, $4, $5, $6, $7, $8))
   insert into seat (id, network_id, training_id, registration_id, institution_id, participant_id, state, queue, mode, language,
     institution_kind, origin, is_together, wish_id, session_ids, created_at, changed_at)
   select s.id, $1, $2, $3, $4, s."participantId", s.state, s.queue, s.mode, s.language, s."institutionKind", s.origin,
     s."isTogether", s."wishId", s."sessionIds", $8, $8
   from jsonb_to_recordset($9::jsonb) as s(id uuid, "participantId" uuid, state text, queue int, mode text, language text,
     "institutionKind" text, origin text, "isTogether" bool, "wishId" uuid, "sessionIds" uuid[])`,
);

/** Moves the counters of a locked training by what changed. */
export const moveCounters = statement<
  [networkId: string, trainingId: string, taken: number, waiting: number, queue: number],
  never
>(
  'move_counters',
  `update training set taken_count = taken_count + $3, waiting_count = waiting_count + $4, next_queue = next_queue + $5,
     honoured_count = case when honoured_count > 0 then least(honoured_count, greatest(taken_count + $3, 0)) else 0 end
   where network_id = $1 and id = $2`,
);

/** Gives waiting seats their new state. `offeredUntil` belongs to those that are offered. */
export const promoteSeats = statement<
  [networkId: string, confirmed: string[], offered: string[], offeredUntil: Date | null, now: Date],
  { id: string; registrationId: string; state: string; wishId: string | null }
>(
  'promote_seats',
  `update seat set state = case when id = any($2::uuid[]) then 'confirmed' else 'offered' end,
     offered_until = case when id = any($3::uuid[]) then $4::timestamptz end, changed_at = $5
   where network_id = $1 and state = 'waiting' and (id = any($2::uuid[]) or id = any($3::uuid[]))
   returning id, registration_id as "registrationId", state, wish_id as "wishId"`,
);

export type RequestedRegistration = {
  id: string;
  trainingId: string;
  seats: { id: string; state: string; queue: number }[];
};

/** What an earlier submission with the same key became. */
export const findByRequestKey = statement<[networkId: string, requestKey: string], RequestedRegistration>(
  'find_by_request_key',
  `select r.id, r.training_id as "trainingId",
     (select json_agg(json_build_object('id', s.id, 'state', s.state, 'queue', s.queue) order by s.queue)
      from seat s where s.network_id = $1 and s.registration_id = r.id) as seats
   from registration r where r.network_id = $1 and r.request_key = $2`,
);

/**
 * Colleagues of an institution that are known already, by folded name and address, and whether they have a living seat in
 * the training. `names` is a JSON array.
 */
export const knownParticipants = statement<
  [networkId: string, institutionId: string | null, names: string, trainingId: string],
  { index: number; id: string; hasSeat: boolean }
>(
  'known_participants',
  `select distinct on (n.index) n.index, coalesce(p.id, q.id) as id,
     exists (select 1 from seat s where s.network_id = $1 and s.training_id = $4 and s.participant_id in (p.id, q.id)
       and s.state in (${living})) as "hasSeat"
   from jsonb_to_recordset($3::jsonb) as n(index int, "givenName" text, "familyName" text, email text)
   left join participant q on q.network_id = $1 and q.institution_id is null and q.email = n.email
     and exists (select 1 from seat s where s.network_id = $1 and s.training_id = $4 and s.participant_id = q.id
       and s.state in (${living}))
   left join participant p on p.network_id = $1 and p.institution_id is not distinct from $2::uuid
     and ((n.email is not null and p.email = n.email)
       or ((n.email is null or p.email is null) and app.fold(p.given_name) = app.fold(n."givenName") and app.fold(p.family_name) = app.fold(n."familyName")))
   where coalesce(p.id, q.id) is not null
   order by n.index, (p.email is not null and p.email = n.email) desc, p.created_at`,
);

/**
 * Adds people to the participant register. `people` is a JSON array. Whoever signs in with that address and holds a role
 * in this network is the same person: their seats and certificates are theirs to see.
 */
export const insertParticipants = statement<
  [networkId: string, institutionId: string | null, now: Date, people: string],
  never
>(
  'insert_participants',
  `insert into participant (id, network_id, institution_id, person_id, given_name, family_name, name_order, email, job_title, language, created_at)
   select p.id, $1, $2, coalesce(p."personId", known.id), p."givenName", p."familyName", coalesce(p."nameOrder", 'given_first'), p.email,
     coalesce(p."jobTitle", ''), coalesce(p.language, (select x.language from person x where x.id = coalesce(p."personId", known.id))), $3
   from jsonb_to_recordset($4::jsonb) as p(id uuid, "personId" uuid, "givenName" text, "familyName" text, "nameOrder" text,
     email text, "jobTitle" text, language text)
   left join lateral (
     select x.id from person x where p."personId" is null and x.email = p.email
       and exists (select 1 from role_assignment r where r.network_id = $1 and r.person_id = x.id)
       and not exists (select 1 from participant q where q.network_id = $1 and q.person_id = x.id
         and q.institution_id is not distinct from $2::uuid)) known on true`,
);

export type SeatForChange = {
  id: string;
  trainingId: string;
  registrationId: string;
  institutionId: string | null;
  submittedById: string | null;
  participantId: string | null;
  participantPersonId: string | null;
  state: string;
  queue: number;
  offeredUntil: Date | null;
  isTogether: boolean;
  priority: number;
  wishId: string | null;
  createdAt: Date;
};

/** One seat with what a permission asks about it. */
export const findSeat = statement<[networkId: string, seatId: string], SeatForChange>(
  'find_seat',
  `select s.id, s.training_id as "trainingId", s.registration_id as "registrationId", s.institution_id as "institutionId",
     r.submitted_by_id as "submittedById", s.participant_id as "participantId", p.person_id as "participantPersonId",
     s.state, s.queue, s.offered_until as "offeredUntil", s.created_at as "createdAt", s.is_together as "isTogether", s.priority, s.wish_id as "wishId"
   from seat s join registration r on r.network_id = s.network_id and r.id = s.registration_id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   where s.network_id = $1 and s.id = $2`,
);

/** Changes the state of one seat if it still has the expected one; no row means that someone was faster. */
export const changeSeat = statement<
  [networkId: string, seatId: string, from: readonly string[], to: string, now: Date],
  { id: string }
>(
  'change_seat',
  `update seat set state = $4, offered_until = null, changed_at = $5
   where network_id = $1 and id = $2 and state = any($3::text[]) returning id`,
);

/** Moves the waiting seats of one party ahead or behind; a seat that is on its own is its own party. */
export const prioritiseSeats = statement<
  [networkId: string, seatId: string, partyOf: string | null, priority: number, reason: string, now: Date],
  { id: string }
>(
  'prioritise_seats',
  `update seat set priority = $4, priority_reason = $5, changed_at = $6
   where network_id = $1 and state = 'waiting' and (id = $2 or (registration_id = $3 and is_together)) returning id`,
);

// The line with the place of each waiting seat in it.
const lineOf = (network: string, training: string) => `app.line_of(${network}, ${training}, array[${held}])`;

/** Position of a waiting seat in the line; null for a seat that does not wait. `seat` is the alias of the row. */
export const linePosition = (seat: string) =>
  `case when ${seat}.state = 'waiting' then (select l.place from ${lineOf(`${seat}.network_id`, `${seat}.training_id`)} l
     where l.seat_id = ${seat}.id) end`;

export type SeatLine = {
  id: string;
  state: string;
  queue: number;
  position: number | null;
  mode: string | null;
  language: string | null;
  institutionKind: string | null;
  origin: string | null;
  isTogether: boolean;
  /** Shared with the seats of the same party on other dates */
  wishId: string | null;
  /** The half-days that it covers; none stands for all */
  sessionIds: string[];
  /** When these begin */
  sessionStarts: Date[];
  offeredUntil: Date | null;
  /** Why the organiser refused it */
  decisionReason: string;
  createdAt: Date;
  registrationId: string;
  institutionId: string | null;
  institutionName: string | null;
  participantId: string | null;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  email: string | null;
  jobTitle: string | null;
};

const institutionNameColumn = (language: string) =>
  `(select x.name from institution_text x where x.institution_id = s.institution_id
      order by array_position(array[${language}, 'en'], x.language) nulls last limit 1) as "institutionName"`;

const seatColumnsWith = (
  position: string,
) => `s.id, s.state, s.queue, s.mode, s.language, s.institution_kind as "institutionKind",
     s.origin, s.is_together as "isTogether", s.wish_id as "wishId", s.session_ids as "sessionIds",
     case when s.session_ids = '{}' then '{}' else array(select d.starts_at from training_session d where d.network_id = s.network_id
       and d.id = any(s.session_ids) order by 1) end as "sessionStarts", s.offered_until as "offeredUntil",
     s.decision_reason as "decisionReason", s.created_at as "createdAt",
     s.registration_id as "registrationId", s.institution_id as "institutionId", p.id as "participantId",
     p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder", p.email, p.job_title as "jobTitle",
     ${position} as position, ${institutionNameColumn('$LANG')}`;
const seatColumns = seatColumnsWith(linePosition('s'));

/** A seat as the coordinator sees it. */
export type ManagedSeatLine = SeatLine & {
  priority: number;
  priorityReason: string;
  /** Whether its wish has its seats on another date */
  isElsewhere: boolean;
};

const order = Object.keys(seatStates) as SeatState[];

/** Every seat of a training: who holds one, who waits at which position, who cancelled. */
export const seatsOfTraining = statement<
  [networkId: string, trainingId: string, language: string],
  ManagedSeatLine
>(
  'seats_of_training',
  `select ${seatColumnsWith('l.place').replace('$LANG', '$3')}, s.priority, s.priority_reason as "priorityReason",
     coalesce(w.training_id <> s.training_id, false) as "isElsewhere"
   from seat s left join ${lineOf('$1', '$2')} l on l.seat_id = s.id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   left join seat_wish w on w.network_id = s.network_id and w.id = s.wish_id
   where s.network_id = $1 and s.training_id = $2
   order by array_position(array[${sqlStates(order)}], s.state), position, s.queue`,
);

export type MySeatLine = SeatLine & {
  trainingId: string;
  trainingTitle: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  trainingState: string;
  cancelDeadlineHours: number;
  movedAt: Date | null;
  /** Whether the training asks questions of its own */
  asksQuestions: boolean;
};

const seatsWithTraining = `select ${seatColumns}, t.id as "trainingId", t.starts_at as "startsAt", t.ends_at as "endsAt",
     t.time_zone as "timeZone", t.state as "trainingState", t.cancel_deadline_hours as "cancelDeadlineHours", t.moved_at as "movedAt",
     t.form_version > 0 as "asksQuestions",
     (select x.title from training_text x where x.network_id = t.network_id and x.training_id = t.id
      order by array_position(array[$LANG, (select d.default_language from network d where d.id = x.network_id), 'en'], x.language) nulls last limit 1) as "trainingTitle"
   from seat s
   join training t on t.network_id = s.network_id and t.id = s.training_id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id`;

/** One seat with its training. */
export const seatById = statement<[networkId: string, seatId: string, language: string], MySeatLine>(
  'seat_by_id',
  `${seatsWithTraining.replaceAll('$LANG', '$3')}
   where s.network_id = $1 and s.id = $2`,
);

/** The seats of some registrations with their trainings, the next training first. */
export const seatsOfRegistrations = statement<
  [networkId: string, registrationIds: string[], language: string],
  MySeatLine
>(
  'seats_of_registrations',
  `${seatsWithTraining.replaceAll('$LANG', '$3')}
   where s.network_id = $1 and s.registration_id = any($2::uuid[]) order by t.starts_at desc, t.id, s.queue`,
);

/** Seats of a person ($2) and of their institutions ($3) in a network ($1): three ways, each along its own index. */
export const ofActor = (
  inTraining: (seat: string) => string,
) => `s.network_id = $1 ${inTraining('s')} and s.id = any(array(
     select a.id from seat a where a.network_id = $1 and a.institution_id = any($3::uuid[]) ${inTraining('a')}
     union all
     select b.id from registration r join seat b on b.network_id = r.network_id and b.registration_id = r.id
     where r.network_id = $1 and r.submitted_by_id = $2 ${inTraining('r')}
     union all
     select c.id from participant o join seat c on c.network_id = o.network_id and c.participant_id = o.id
     where o.network_id = $1 and o.person_id = $2 ${inTraining('c')}))`;

/** Seats of the actor's institutions and of the actor, the next training first. */
export const seatsOfActor = statement<
  [networkId: string, personId: string, institutionIds: string[], language: string],
  MySeatLine
>(
  'seats_of_actor',
  `${seatsWithTraining.replaceAll('$LANG', '$4')}
   where ${ofActor(() => '')}
   order by t.starts_at desc, t.id, s.queue`,
);

/** As `seatsOfActor`, in one training. A statement of its own: with an optional condition it is planned anew each time. */
export const seatsOfActorIn = statement<
  [networkId: string, personId: string, institutionIds: string[], language: string, trainingId: string],
  MySeatLine
>(
  'seats_of_actor_in',
  `${seatsWithTraining.replaceAll('$LANG', '$4')}
   where ${ofActor((row) => `and ${row}.training_id = $5`)}
   order by s.queue`,
);

/** What the page of a training tells its reader of an own seat. */
export type OwnSeatLine = Pick<
  SeatLine,
  'id' | 'state' | 'position' | 'institutionName' | 'givenName' | 'familyName' | 'nameOrder'
> & {
  /** Where the online room is, beside a confirmed seat that is not taken on site */
  joinUrl: string | null;
};

/** Seats of the actor's institutions and of the actor in one training, without those that were given up or lapsed. */
export const ownSeatsIn = statement<
  [networkId: string, personId: string, institutionIds: string[], language: string, trainingId: string],
  OwnSeatLine
>(
  'own_seats_in',
  `select s.id, s.state, p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder",
     ${linePosition('s')} as position, ${institutionNameColumn('$4')},
     case when s.state = 'confirmed' and s.mode is distinct from 'onsite' then
       (select j.url from training_join j where j.network_id = $1 and j.training_id = $5) end as "joinUrl"
   from seat s left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   where ${ofActor((row) => `and ${row}.training_id = $5`)} and s.state in (${living})
   order by s.queue`,
);
