import { hasNoPart, isImpartial, isMentorNow } from './mentoring-parts.server.ts';
import { livingStates, sqlStates } from './seat-states.ts';
import { linePosition } from './seats.server.ts';
import { statement } from './statement.server.ts';

// The ledger of mails, and what a mail must know about its event. All of it runs in the scope of one network with the
// door "identity", because readers are global people.

export type TextIn = { language: string; name: string };

export type NoticeEvent = {
  id: string;
  networkId: string;
  kind: string;
  objectId: string;
  actorId: string | null;
  payload: unknown;
  network: {
    code: string;
    kind: string;
    accent: string;
    defaultLanguage: string;
    timeZone: string;
    clockOffset: number;
    names: TextIn[];
  };
};

/** An event with the card of its network. */
export const noticeEvent = statement<[networkId: string, eventId: string], NoticeEvent>(
  'notice_event',
  `select e.id, e.network_id as "networkId", e.kind, e.object_id as "objectId", e.actor_id as "actorId", e.payload,
     json_build_object('code', n.code, 'kind', n.kind, 'accent', n.accent, 'defaultLanguage', n.default_language,
       'timeZone', n.time_zone, 'clockOffset', n.clock_offset,
       'names', coalesce((select json_agg(json_build_object('language', x.language, 'name', x.name))
         from network_text x where x.network_id = n.id), '[]')) as network
   from domain_event e join network n on n.id = e.network_id
   where e.network_id = $1 and e.id = $2`,
);

export type NoticeTraining = {
  id: string;
  state: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venue: string;
  mode: 'onsite' | 'online' | 'hybrid';
  cancelReason: string;
  cancelDeadlineHours: number;
  movedAt: Date | null;
  priorityRule: 'first_come' | 'institutions_without_seat_first';
  partyRule: 'skip' | 'strict';
  /** Where the online room is; for confirmed places that are not taken on site */
  joinUrl: string | null;
  titles: TextIn[];
};

/** What mails tell about a training, with its title in every language. */
export const noticeTraining = statement<[networkId: string, trainingId: string], NoticeTraining>(
  'notice_training',
  `select t.id, t.state, t.starts_at as "startsAt", t.ends_at as "endsAt", t.time_zone as "timeZone", t.venue, t.mode,
     t.cancel_reason as "cancelReason", t.cancel_deadline_hours as "cancelDeadlineHours",
     t.moved_at as "movedAt", t.priority_rule as "priorityRule", t.party_rule as "partyRule",
     (select j.url from training_join j where j.network_id = $1 and j.training_id = t.id) as "joinUrl",
     coalesce((select json_agg(json_build_object('language', x.language, 'name', x.title))
       from training_text x where x.network_id = $1 and x.training_id = t.id), '[]') as titles
   from training t where t.network_id = $1 and t.id = $2`,
);

export type NoticePerson = {
  personId: string | null;
  email: string | null;
  givenName: string;
  familyName: string;
  nameOrder: 'given_first' | 'family_first';
  language: string | null;
};

export type NoticeSeat = {
  id: string;
  state: string;
  trainingId: string;
  institutionId: string | null;
  createdAt: Date;
  mode: string | null;
  submittedById: string | null;
  /** Code of the partner network from which it was asked for */
  origin: string | null;
  offeredUntil: Date | null;
  participantId: string | null;
  /** Wanted on any of several dates */
  wishId: string | null;
  /** Place in the line; null unless it waits. Only asked for by registration. */
  position: number | null;
  institutionNames: TextIn[];
  /** Null while nobody is named for the seat */
  participant: NoticePerson | null;
};

const seatsText = (filter: string, position: string) =>
  `select s.id, s.state, s.training_id as "trainingId", s.institution_id as "institutionId", s.origin,
     s.created_at as "createdAt", s.mode, r.submitted_by_id as "submittedById",
     s.offered_until as "offeredUntil", s.participant_id as "participantId", s.wish_id as "wishId", ${position} as position,
     coalesce((select json_agg(json_build_object('language', x.language, 'name', x.name))
       from institution_text x where x.institution_id = s.institution_id), '[]') as "institutionNames",
     case when p.id is not null then json_build_object('personId', p.person_id, 'email', coalesce(p.email, a.email),
       'givenName', p.given_name, 'familyName', p.family_name, 'nameOrder', p.name_order,
       'language', coalesce(p.language, a.language)) end as participant
   from seat s
   join registration r on r.network_id = s.network_id and r.id = s.registration_id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   left join person a on a.id = p.person_id and a.state = 'active'
   where s.network_id = $1 and ${filter}
   order by s.queue`;

/** One seat with the people whom a mail about it may reach. */
export const noticeSeat = statement<[networkId: string, seatId: string], NoticeSeat>(
  'notice_seat',
  seatsText('s.id = $2', 'null::int'),
);

/** The seats of one submission, with their places in the line. */
export const noticeSeatsOfRegistration = statement<[networkId: string, registrationId: string], NoticeSeat>(
  'notice_seats_of_registration',
  seatsText('s.registration_id = $2', linePosition('s')),
);

/** Every seat of a training that is held or waits. */
export const noticeSeatsOfTraining = statement<[networkId: string, trainingId: string], NoticeSeat>(
  'notice_seats_of_training',
  seatsText(`s.training_id = $2 and s.state in (${sqlStates(livingStates)})`, 'null::int'),
);

export type NoticeHalfDay = { startsAt: Date; endsAt: Date; room: string };

/** The half-days of a training, in their order. */
export const noticeHalfDays = statement<[networkId: string, trainingId: string], NoticeHalfDay>(
  'notice_half_days',
  `select s.starts_at as "startsAt", s.ends_at as "endsAt", s.room from training_session s
   where s.network_id = $1 and s.training_id = $2 order by s.starts_at`,
);

const personColumns = `p.id as "personId", p.email, p.given_name as "givenName", p.family_name as "familyName",
     p.name_order as "nameOrder", p.language`;

/** Active people with an address. */
export const noticePeople = statement<[ids: string[]], NoticePerson>(
  'notice_people',
  `select ${personColumns} from person p where p.id = any($1::uuid[]) and p.state = 'active' and p.email is not null`,
);

/** Who leads a training. */
export const noticeTrainers = statement<[networkId: string, trainingId: string], NoticePerson>(
  'notice_trainers',
  `select ${personColumns} from training_trainer t join person p on p.id = t.person_id
   where t.network_id = $1 and t.training_id = $2 and p.state = 'active' and p.email is not null order by p.id`,
);

/** Who registers colleagues of institutions now, by the real clock, with the institution. */
export const noticeManagers = statement<
  [networkId: string, institutionIds: string[], realNow: Date],
  NoticePerson & { institutionId: string }
>(
  'notice_managers',
  `select ${personColumns}, r.institution_id as "institutionId" from role_assignment r join person p on p.id = r.person_id
   where r.network_id = $1 and r.institution_id = any($2::uuid[]) and r.role = 'institution_manager' and r.object_id is null
     and r.valid_from <= $3 and (r.valid_until is null or r.valid_until > $3) and p.state = 'active' and p.email is not null
   order by p.id`,
);

/** The people who coordinate a whole network now, by the real clock. */
export const noticeCoordinators = statement<[networkId: string, realNow: Date], NoticePerson>(
  'notice_coordinators',
  `select ${personColumns} from person p
   where p.state = 'active' and p.email is not null and p.id in (
     select r.person_id from role_assignment r where r.network_id = $1 and r.role = 'coordinator' and r.object_id is null
       and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2))
   order by p.id`,
);

/** Those of them who may answer an ask: neither whoever asked, nor who has a part in what it is about. */
export const noticeAskReaders = statement<[networkId: string, realNow: Date, askId: string], NoticePerson>(
  'notice_ask_readers',
  `select ${personColumns} from person p join mentoring_ask k on k.network_id = $1 and k.id = $3
   where p.state = 'active' and p.email is not null and p.id <> k.person_id and ${isImpartial('k', 'p.id')} and p.id in (
     select r.person_id from role_assignment r where r.network_id = $1 and r.role = 'coordinator' and r.object_id is null
       and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2))
   order by p.id`,
);

/** Those of them who may decide about a plan or a closing: they have no part in its relation. */
export const noticeApprovers = statement<
  [networkId: string, realNow: Date, approvalId: string],
  NoticePerson
>(
  'notice_approvers',
  `select ${personColumns} from person p join relation_approval k on k.network_id = $1 and k.id = $3
   where p.state = 'active' and p.email is not null and ${hasNoPart('k', 'p.id')} and p.id in (
     select r.person_id from role_assignment r where r.network_id = $1 and r.role = 'coordinator' and r.object_id is null
       and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2))
   order by p.id`,
);

/** Everybody who holds a role in a network now, by the real clock, and whether they coordinate it. */
export const noticeMembers = statement<
  [networkId: string, realNow: Date],
  NoticePerson & { isCoordinator: boolean }
>(
  'notice_members',
  `select ${personColumns}, r.is_coordinator as "isCoordinator" from person p
   join (select a.person_id, bool_or(a.role = 'coordinator' and a.object_id is null) as is_coordinator from role_assignment a
     where a.network_id = $1 and a.valid_from <= $2 and (a.valid_until is null or a.valid_until > $2)
     group by a.person_id) r on r.person_id = p.id
   where p.state = 'active' and p.email is not null order by p.id`,
);

/** Those, and who holds the capability of the data protection officer in it now. */
export const noticeAccessKeepers = statement<[networkId: string, realNow: Date], NoticePerson>(
  'notice_access_keepers',
  `select ${personColumns} from person p
   where p.state = 'active' and p.email is not null and p.id in (
     select r.person_id from role_assignment r where r.network_id = $1 and r.object_id is null
       and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
       and (r.role = 'coordinator' or exists (select 1 from role_capability c where c.network_id = $1 and c.role_assignment_id = r.id
         and c.capability = 'data_protection_officer' and c.valid_from <= $2 and (c.valid_until is null or c.valid_until > $2))))
   order by p.id`,
);

/** Who a mentor is, unless they are one no more. */
export const noticeMentor = statement<[networkId: string, mentorId: string], NoticePerson>(
  'notice_mentor',
  `select ${personColumns} from mentor_profile m join person p on p.id = m.person_id
   where m.network_id = $1 and m.id = $2 and p.state = 'active' and p.email is not null and ${isMentorNow('p.id')}`,
);

/** The mentors of a supervision meeting. */
export const noticeSupervised = statement<[networkId: string, meetingId: string], NoticePerson>(
  'notice_supervised',
  `select ${personColumns} from supervision_mentor w join mentor_profile m on m.network_id = $1 and m.id = w.mentor_id
   join person p on p.id = m.person_id
   where w.network_id = $1 and w.meeting_id = $2 and p.state = 'active' and p.email is not null and ${isMentorNow('p.id')}
   order by p.id`,
);

/** Who is a safeguarding lead in it now. */
export const noticeSafeguardingLeads = statement<[networkId: string, realNow: Date], NoticePerson>(
  'notice_safeguarding_leads',
  `select ${personColumns} from person p
   where p.state = 'active' and p.email is not null and p.id in (
     select r.person_id from role_assignment r join role_capability c on c.network_id = $1 and c.role_assignment_id = r.id
       and c.capability = 'safeguarding_lead' and c.valid_from <= $2 and (c.valid_until is null or c.valid_until > $2)
     where r.network_id = $1 and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2))
   order by p.id`,
);

/** Writes mails into the ledger; one that stands there stays as it is. `messages` is a JSON array of rows. */
export const insertMessages = statement<[networkId: string, eventId: string, messages: string], never>(
  'insert_messages',
  `insert into message (id, network_id, event_id, kind, email, person_id, language)
   select m.id, $1, $2, m.kind, m.email, m."personId", m.language
   from jsonb_to_recordset($3::jsonb) as m(id uuid, kind text, email text, "personId" uuid, language text)
   on conflict (network_id, event_id, kind, email) do nothing`,
);

export type MessageRow = {
  id: string;
  kind: string;
  email: string;
  state: 'pending' | 'sending';
  startedAt: Date | null;
  error: string;
  round: number;
};

/** The mails of an event that are not settled, in a fixed order; `messageId` asks for one of them alone. */
export const openMessages = statement<
  [networkId: string, eventId: string, messageId: string | null],
  MessageRow
>(
  'open_messages',
  `select id, kind, email, state, started_at as "startedAt", error, round from message
   where network_id = $1 and event_id = $2 and state in ('pending', 'sending') and ($3::uuid is null or id = $3) order by id`,
);

/**
 * Takes mails for sending and gives the ids of those that nobody took meanwhile. `seenAt` is the start that was seen:
 * null for those that wait.
 */
export const claimMessages = statement<
  [networkId: string, ids: string[], seenAt: Date | null, startedAt: Date],
  { id: string }
>(
  'claim_messages',
  `update message set state = 'sending', started_at = $4, attempts = attempts + 1
   where network_id = $1 and id = any($2::uuid[])
     and ((state = 'pending' and $3::timestamptz is null) or (state = 'sending' and started_at = $3))
   returning id`,
);

export type SettledMessage = {
  id: string;
  state: 'pending' | 'sent' | 'uncertain' | 'failed';
  providerId: string | null;
  /** A short code, never an address */
  error: string;
};

/** Writes how mails ended that were taken at `startedAt`. `settled` is a JSON array of SettledMessage. */
export const settleMessages = statement<
  [networkId: string, startedAt: Date, now: Date, settled: string],
  never
>(
  'settle_messages',
  `update message m set state = s.state, provider_id = coalesce(s."providerId", m.provider_id), error = s.error,
     sent_at = case when s.state in ('sent', 'uncertain') then $3::timestamptz end
   from jsonb_to_recordset($4::jsonb) as s(id uuid, state text, "providerId" text, error text)
   where m.network_id = $1 and m.id = s.id and m.state = 'sending' and m.started_at = $2`,
);

/**
 * Writes what people are told inside the application; what stands there stays. `notices` is a JSON array of rows.
 * @returns those that did not stand there
 */
export const insertNotices = statement<
  [networkId: string, eventId: string, notices: string],
  { kind: string; personId: string }
>(
  'insert_notices',
  `insert into notice (id, network_id, event_id, person_id, kind, topic, params, is_for_digest)
   select n.id, $1, $2, n."personId", n.kind, n.topic, n.params, coalesce(n."isForDigest", false)
   from jsonb_to_recordset($3::jsonb)
     as n(id uuid, "personId" uuid, kind text, topic text, params jsonb, "isForDigest" boolean)
   on conflict (network_id, event_id, kind, person_id) do nothing
   returning kind, person_id as "personId"`,
);

export type CollectedNotice = {
  id: string;
  kind: string;
  topic: string;
  params: { trainingId?: string; seatId?: string; certificateId?: string };
  createdAt: Date;
  titles: TextIn[];
};

/** What stands in a digest, in the order in which it happened. */
export const noticesOfDigest = statement<[networkId: string, eventId: string], CollectedNotice>(
  'notices_of_digest',
  `select n.id, n.kind, n.topic, n.params, n.created_at as "createdAt",
     coalesce((select json_agg(json_build_object('language', x.language, 'name', x.title)) from training_text x
       where x.network_id = $1 and x.training_id = (n.params ->> 'trainingId')::uuid), '[]') as titles
   from notice n where n.network_id = $1 and n.digest_id = $2 order by n.created_at, n.id`,
);
