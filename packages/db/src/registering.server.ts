import { livingStates, sqlStates, undecidedStates } from './seat-states.ts';
import { linePosition, type WaitingRow } from './seats.server.ts';
import { statement } from './statement.server.ts';

/** What a page behind a link tells of its event: to whoever holds the link, also where the event is not public. */
export type EventCard = {
  id: string;
  title: string;
  summary: string;
  state: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venue: string;
  mode: string;
  languages: string[];
  capacity: number;
  takenCount: number;
  regOpensAt: Date | null;
  regClosesAt: Date | null;
  needsApproval: boolean;
  asksQuestions: boolean;
};

export const eventCard = statement<[networkId: string, trainingId: string, language: string], EventCard>(
  'event_card',
  `select t.id, x.title, x.summary, t.state, t.starts_at as "startsAt", t.ends_at as "endsAt", t.time_zone as "timeZone",
     t.venue, t.mode, t.languages, t.capacity, t.taken_count as "takenCount", t.reg_opens_at as "regOpensAt",
     t.reg_closes_at as "regClosesAt", t.needs_approval as "needsApproval",
     t.form_version > 0 as "asksQuestions"
   from training t join network n on n.id = t.network_id
   join lateral (select y.title, y.summary from training_text y where y.network_id = t.network_id and y.training_id = t.id
     order by array_position(array[$3, n.default_language, 'en'], y.language) nulls last limit 1) x on true
   where t.network_id = $1 and t.id = $2`,
);

/**
 * Everyone in the register with an address, and whether they have a living seat in the training; `isOwn` is who comes for
 * no institution.
 */
export const participantOfAddress = statement<
  [networkId: string, email: string, trainingId: string],
  { id: string; isOwn: boolean; hasSeat: boolean }
>(
  'participant_of_address',
  `select p.id, p.institution_id is null as "isOwn", exists (select 1 from seat s where s.network_id = $1
     and s.participant_id = p.id and s.training_id = $3 and s.state in (${sqlStates(livingStates)})) as "hasSeat"
   from participant p where p.network_id = $1 and p.email = $2`,
);

/** The seat that came of a request or an invitation, by its key. */
export const requestedSeat = statement<
  [networkId: string, requestKey: string],
  { id: string; trainingId: string; participantId: string | null; state: string }
>(
  'requested_seat',
  `select s.id, s.training_id as "trainingId", s.participant_id as "participantId", s.state
   from registration r join seat s on s.network_id = r.network_id and s.registration_id = r.id
   where r.network_id = $1 and r.request_key = $2 order by s.queue limit 1`,
);

/** Those of the named seats of a training on which nobody has decided yet, in the order in which they asked. */
export const undecidedSeats = statement<
  [networkId: string, trainingId: string, seatIds: string[]],
  WaitingRow & { state: string }
>(
  'undecided_seats',
  `select id, state, institution_id as "institutionId", registration_id as "registrationId", mode, language,
     institution_kind as "institutionKind", origin, is_together as "isTogether", priority, wish_id as "wishId",
     session_ids as "sessionIds" from seat
   where network_id = $1 and training_id = $2 and id = any($3::uuid[]) and state in (${sqlStates(undecidedStates)})
   order by queue`,
);

/** Writes what the organiser decided. */
export const decideSeats = statement<
  [networkId: string, confirmed: string[], waiting: string[], rejected: string[], reason: string, now: Date],
  never
>(
  'decide_seats',
  `update seat set changed_at = $6, decision_reason = case when id = any($4::uuid[]) then $5 else '' end,
     state = case when id = any($2::uuid[]) then 'confirmed' when id = any($3::uuid[]) then 'waiting' else 'rejected' end
   where network_id = $1 and state in (${sqlStates(undecidedStates)})
     and (id = any($2::uuid[]) or id = any($3::uuid[]) or id = any($4::uuid[]))`,
);

/** Ends requests that nobody confirmed in time; the log of mails forgets to which addresses their links went. */
export const endSeatRequests = statement<[networkId: string, askedBefore: Date, now: Date], never>(
  'end_seat_requests',
  `with ended as (delete from seat_request where network_id = $1 and asked_at <= $2)
   update message set email = 'purged:' || id, person_id = null, provider_id = null, purged_at = $3
   where network_id = $1 and kind = 'seat-request' and created_at <= $2 and purged_at is null
     and state not in ('pending', 'sending')`,
);

/** Ends invitations to events, so many months after they were answered, taken back or ran out. */
export const endSeatInvitations = statement<[networkId: string, now: Date, months: number], never>(
  'end_seat_invitations',
  `delete from seat_invitation where network_id = $1
     and coalesce(answered_at, revoked_at, expires_at) + make_interval(months => $3) <= $2`,
);

/** What the organiser decided on a seat, and its place in the line if it waits. */
export const decisionOnSeat = statement<
  [networkId: string, seatId: string],
  { reason: string; position: number | null }
>(
  'decision_on_seat',
  `select s.decision_reason as reason, ${linePosition('s')} as position from seat s where s.network_id = $1 and s.id = $2`,
);

/** The form that the phase of a training asks of each participant; a network without phases has those of its parent. */
export const askedForm = statement<[networkId: string, trainingId: string], { form: string }>(
  'asked_form',
  `with owner as (
     select coalesce((select p.network_id from phase p where p.network_id = n.id limit 1), n.parent_id) as id
     from network n where n.id = $1)
   select p.participant_form as form from training t join phase p on p.network_id = (select id from owner)
     and (t.starts_at at time zone t.time_zone)::date between p.starts_on and p.ends_on
   where t.network_id = $1 and t.id = $2 and p.participant_form <> 'none' order by p.starts_on limit 1`,
);

export type FormRow = {
  seatId: string;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  institutionName: string | null;
  receivedAt: Date | null;
};

/** Everyone who sits in a training, those whose form is missing first. */
export const formSheet = statement<[networkId: string, trainingId: string, language: string], FormRow>(
  'form_sheet',
  `select s.id as "seatId", p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder",
     (select x.name from institution_text x where x.institution_id = s.institution_id
      order by array_position(array[$3, 'en'], x.language) nulls last limit 1) as "institutionName",
     f.received_at as "receivedAt"
   from seat s left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   left join participant_form f on f.network_id = s.network_id and f.seat_id = s.id
   where s.network_id = $1 and s.training_id = $2 and s.state = 'confirmed'
   order by f.received_at is not null, app.fold(p.family_name), app.fold(p.given_name), s.queue`,
);
