import { statement } from './statement.server.ts';

const nameOf = (person: string) =>
  `case ${person}.name_order when 'family_first' then ${person}.family_name || ' ' || ${person}.given_name
     else ${person}.given_name || ' ' || ${person}.family_name end`;

export type Mark = 'present' | 'partial' | 'absent' | 'excused';

/** What stands behind a mark: minutes of a half-day attended in part, when somebody came, and what proves it. */
export type MarkDetail = { minutes: number | null; inAt: string | null; evidence: string };

export type SheetRow = {
  seatId: string;
  queue: number;
  participantId: string | null;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  jobTitle: string | null;
  institutionName: string | null;
  /** State per half-day, by session id */
  marks: Record<string, Mark>;
  /** By session id */
  details: Record<string, MarkDetail>;
  /** The half-days that the seat covers; none stands for all */
  sessionIds: string[];
};

/** Everyone with a confirmed seat, by institution and name, with every mark. */
export const attendanceSheet = statement<
  [networkId: string, trainingId: string, languages: string[]],
  SheetRow
>(
  'attendance_sheet',
  `select s.id as "seatId", s.queue, p.id as "participantId", p.given_name as "givenName", p.family_name as "familyName",
     p.name_order as "nameOrder", p.job_title as "jobTitle", i.name as "institutionName",
     s.session_ids as "sessionIds", coalesce(a.marks, '{}') as marks, coalesce(a.details, '{}') as details
   from seat s
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   left join lateral (select json_object_agg(r.session_id, r.state) as marks, json_object_agg(r.session_id,
       json_build_object('minutes', r.minutes, 'inAt', r.in_at, 'evidence', r.evidence)) as details
     from attendance_record r where r.network_id = $1 and r.seat_id = s.id) a on true
   left join lateral (select x.name from institution_text x where x.institution_id = s.institution_id
     order by array_position($3::text[], x.language) nulls last limit 1) i on true
   where s.network_id = $1 and s.training_id = $2 and s.state = 'confirmed'
   order by app.fold(coalesce(i.name, '')), app.fold(coalesce(p.family_name, '')), app.fold(coalesce(p.given_name, '')), s.queue`,
);

/** Whose list it is: the state of a training, and whether the person is a trainer of it. */
export const listKeeper = statement<
  [networkId: string, trainingId: string, personId: string],
  { state: string; isOwn: boolean }
>(
  'list_keeper',
  `select t.state, exists (select 1 from training_trainer r where r.network_id = $1 and r.training_id = $2
     and r.person_id = $3) as "isOwn" from training t where t.network_id = $1 and t.id = $2`,
);

export type LockedSession = { startsAt: Date; endsAt: Date };

/** One half-day, held until the end of the transaction: whoever writes marks or locks the list comes one after the other. */
export const holdSession = statement<
  [networkId: string, trainingId: string, sessionId: string],
  LockedSession
>(
  'hold_session',
  `select starts_at as "startsAt", ends_at as "endsAt" from training_session
   where network_id = $1 and training_id = $2 and id = $3 for no key update`,
);

export type SessionLock = { sessionId: string; lockedAt: Date; lockedBy: string | null };

/** The half-days whose lists are locked now. */
export const sessionLocks = statement<[networkId: string, trainingId: string], SessionLock>(
  'session_locks',
  `select l.session_id as "sessionId", l.locked_at as "lockedAt", ${nameOf('p')} as "lockedBy"
   from attendance_lock l left join person p on p.id = l.locked_by_id
   where l.network_id = $1 and l.training_id = $2 and l.reopened_at is null`,
);

/** Locks the list of a half-day; no row when it is locked already. */
export const lockSession = statement<
  [id: string, networkId: string, trainingId: string, sessionId: string, personId: string, now: Date],
  { id: string }
>(
  'lock_session',
  `insert into attendance_lock (id, network_id, training_id, session_id, locked_by_id, locked_at)
   values ($1, $2, $3, $4, $5, $6) on conflict (network_id, session_id) where reopened_at is null do nothing returning id`,
);

/** Opens the list of a half-day again; no row when it is not locked. */
export const reopenSession = statement<
  [networkId: string, trainingId: string, sessionId: string, personId: string, now: Date, reason: string],
  { id: string }
>(
  'reopen_session',
  `update attendance_lock set reopened_by_id = $4, reopened_at = $5, reason = $6
   where network_id = $1 and training_id = $2 and session_id = $3 and reopened_at is null returning id`,
);

/** How many confirmed seats have no mark in a half-day. */
export const unmarkedSeats = statement<
  [networkId: string, trainingId: string, sessionId: string],
  { count: number }
>(
  'unmarked_seats',
  `select count(*)::int as count from seat s where s.network_id = $1 and s.training_id = $2 and s.state = 'confirmed'
     and (s.session_ids = '{}' or $3 = any(s.session_ids)) and not exists (select 1 from attendance_record a where a.network_id = $1 and a.session_id = $3 and a.seat_id = s.id)`,
);

/** One mark to write; `changeId` names the line of the trail, should it change anything. */
export type MarkToWrite = {
  changeId: string;
  seatId: string;
  state: Mark | 'unmarked';
  minutes?: number | null;
  inAt?: Date | null;
  evidence: string;
  way: 'sheet' | 'check_in' | 'undo' | 'walk_in' | 'mail';
};

/**
 * Writes marks of one half-day and the trail of what changed; only confirmed seats of this training take one, and the
 * same mark again changes nothing. Of two times of arrival the earlier one stays. `marks` is a JSON array of `MarkToWrite`.
 */
export const writeMarks = statement<
  [
    networkId: string,
    trainingId: string,
    sessionId: string,
    marks: string,
    markedById: string | null,
    now: Date,
  ],
  { seatId: string }
>(
  'write_marks',
  `with wanted as (
     select s.id as seat_id, nullif(m.state, 'unmarked') as state, m.minutes, m."inAt" as in_at, m.evidence, m.way,
       m."changeId" as change_id, a.state as was, a.minutes as was_minutes,
       (nullif(m.state, 'unmarked'), m.minutes) is distinct from (a.state, a.minutes) as moves
     from jsonb_to_recordset($4::jsonb) as m("seatId" uuid, state text, minutes int, "inAt" timestamptz, evidence text,
       way text, "changeId" uuid)
     join seat s on s.network_id = $1 and s.training_id = $2 and s.id = m."seatId" and s.state = 'confirmed'
     left join attendance_record a on a.network_id = $1 and a.session_id = $3 and a.seat_id = s.id
     where (nullif(m.state, 'unmarked'), m.minutes) is distinct from (a.state, a.minutes) or m."inAt" < a.in_at),
   written as (
     insert into attendance_record (network_id, training_id, session_id, seat_id, state, minutes, in_at, evidence, marked_by_id, marked_at)
     select $1, $2, $3, seat_id, state, minutes, in_at, evidence, $5, $6 from wanted where state is not null
     on conflict (network_id, session_id, seat_id) do update set
       state = excluded.state, minutes = excluded.minutes, evidence = excluded.evidence,
       in_at = case when excluded.state in ('present', 'partial') then least(excluded.in_at, attendance_record.in_at) end,
       marked_by_id = excluded.marked_by_id, marked_at = excluded.marked_at),
   removed as (
     delete from attendance_record a using wanted w
     where w.state is null and a.network_id = $1 and a.session_id = $3 and a.seat_id = w.seat_id),
   trail as (
     insert into attendance_change (id, network_id, training_id, session_id, seat_id, from_state, to_state, from_minutes,
       to_minutes, way, changed_by_id, changed_at)
     select change_id, $1, $2, $3, seat_id, was, state, was_minutes, minutes, way, $5, $6 from wanted where moves)
   select seat_id as "seatId" from wanted`,
);

export type ChangeRow = {
  id: string;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  queue: number;
  fromState: Mark | null;
  toState: Mark | null;
  fromMinutes: number | null;
  toMinutes: number | null;
  way: 'sheet' | 'check_in' | 'undo' | 'walk_in' | 'mail';
  changedBy: string | null;
  changedAt: Date;
};

/** The latest changes in the list of a half-day. */
export const attendanceChanges = statement<
  [networkId: string, trainingId: string, sessionId: string, most: number],
  ChangeRow
>(
  'attendance_changes',
  `select c.id, p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder", s.queue,
     c.from_state as "fromState", c.to_state as "toState", c.from_minutes as "fromMinutes", c.to_minutes as "toMinutes",
     c.way, ${nameOf('b')} as "changedBy", c.changed_at as "changedAt"
   from attendance_change c
   join seat s on s.network_id = c.network_id and s.id = c.seat_id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   left join person b on b.id = c.changed_by_id
   where c.network_id = $1 and c.training_id = $2 and c.session_id = $3 order by c.changed_at desc, c.id desc limit $4`,
);

export type LockRow = {
  id: string;
  lockedAt: Date;
  lockedBy: string | null;
  reopenedAt: Date | null;
  reopenedBy: string | null;
  reason: string;
};

/** Every time that the list of a half-day was locked, and why it was opened again. */
export const attendanceLocks = statement<[networkId: string, trainingId: string, sessionId: string], LockRow>(
  'attendance_locks',
  `select l.id, l.locked_at as "lockedAt", ${nameOf('a')} as "lockedBy", l.reopened_at as "reopenedAt", ${nameOf('b')} as "reopenedBy", l.reason
   from attendance_lock l left join person a on a.id = l.locked_by_id left join person b on b.id = l.reopened_by_id
   where l.network_id = $1 and l.training_id = $2 and l.session_id = $3 order by l.locked_at desc`,
);
