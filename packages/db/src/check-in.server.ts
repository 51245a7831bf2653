import { statement } from './statement.server.ts';

export type RosterRow = {
  seatId: string;
  queue: number;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  institutionName: string | null;
  /** The half-days in which they are marked as there, in whole or in part */
  sessionIds: string[];
};

/** Whom the door expects: the confirmed seats of a training with a name, by family name. */
export const roster = statement<[networkId: string, trainingId: string, languages: string[]], RosterRow>(
  'check_in_roster',
  `select s.id as "seatId", s.queue, p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder",
     i.name as "institutionName",
     array(select a.session_id from attendance_record a where a.network_id = $1 and a.seat_id = s.id
       and a.state in ('present', 'partial')) as "sessionIds"
   from seat s
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   left join lateral (select x.name from institution_text x where x.institution_id = s.institution_id
     order by array_position($3::text[], x.language) nulls last limit 1) i on true
   where s.network_id = $1 and s.training_id = $2 and s.state = 'confirmed'
   order by app.fold(coalesce(p.family_name, '')), app.fold(coalesce(p.given_name, '')), s.queue`,
);

export type DoorSeat = {
  seatId: string;
  trainingId: string;
  state: string;
  givenName: string | null;
  familyName: string | null;
  /** Whether the seat covers the half-day */
  isBooked: boolean;
  mark: 'present' | 'partial' | 'absent' | 'excused' | null;
  inAt: Date | null;
  /** When somebody marked them in the list; empty where the door did */
  markedByHandAt: Date | null;
  /** What the door last recorded for this seat in this half-day */
  lastKind: 'in' | 'undo' | null;
  lastDevice: string | null;
  lastAt: Date | null;
};

const doorSeat = `s.id as "seatId", s.training_id as "trainingId", s.state, p.given_name as "givenName", p.family_name as "familyName",
  (s.session_ids = '{}' or $3 = any(s.session_ids)) as "isBooked", a.state as mark, a.in_at as "inAt", case when a.evidence <> 'scan' then a.marked_at end as "markedByHandAt", l.kind as "lastKind", l.device as "lastDevice", l.happened_at as "lastAt"
  from seat s
  left join participant p on p.network_id = s.network_id and p.id = s.participant_id
  left join attendance_record a on a.network_id = s.network_id and a.session_id = $3 and a.seat_id = s.id
  left join lateral (select c.kind, c.device, c.happened_at from check_in c where c.network_id = s.network_id and c.session_id = $3
    and c.seat_id = s.id and c.result = 'ok' and c.conflict is null order by c.happened_at desc, c.nonce desc limit 1) l on true`;

/** Seats of a training as a door sees them in one half-day: all of them, or those with the ids. */
export const doorSeats = statement<
  [networkId: string, trainingId: string, sessionId: string, seatIds: string[] | null],
  DoorSeat
>(
  'door_seats',
  `select ${doorSeat} where s.network_id = $1 and s.training_id = $2 and ($4::uuid[] is null or s.id = any($4)) order by s.queue`,
);

export type SeatElsewhere = { seatId: string; startsAt: Date };

/** Seats of other trainings around a moment, each with the half-day nearest to it: where a code could belong instead. */
export const seatsElsewhere = statement<[networkId: string, trainingId: string, at: Date], SeatElsewhere>(
  'seats_elsewhere',
  `select s.id as "seatId", min(d.starts_at) as "startsAt"
   from training_session d join seat s on s.network_id = d.network_id and s.training_id = d.training_id and s.state = 'confirmed'
   where d.network_id = $1 and d.training_id <> $2 and d.starts_at between $3::timestamptz - interval '3 days' and $3::timestamptz + interval '3 days'
   group by s.id limit 5000`,
);

export type KnownScan = { nonce: string; seatId: string | null; result: string; conflict: string | null };

/** What was answered to scans that came before. */
export const knownScans = statement<[networkId: string, nonces: string[]], KnownScan>(
  'known_scans',
  `select nonce, seat_id as "seatId", result, conflict from check_in where network_id = $1 and nonce = any($2::uuid[])`,
);

/** Keeps scans. `scans` is a JSON array of `{ nonce, seatId, kind, result, conflict, device, happenedAt }`. */
export const writeScans = statement<
  [networkId: string, trainingId: string, sessionId: string, scans: string, personId: string, now: Date],
  { nonce: string }
>(
  'write_scans',
  `insert into check_in (network_id, nonce, training_id, session_id, seat_id, kind, result, conflict, device, happened_at, received_at, checked_by_id)
   select $1, c.nonce, $2, $3, c."seatId", c.kind, c.result, c.conflict, c.device, c."happenedAt", $6, $5
   from jsonb_to_recordset($4::jsonb) as c(nonce uuid, "seatId" uuid, kind text, result text, conflict text, device uuid, "happenedAt" timestamptz)
   on conflict (network_id, nonce) do nothing returning nonce`,
);

export type ConflictRow = {
  nonce: string;
  seatId: string;
  queue: number;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
  conflict: 'seat_cancelled' | 'devices_disagree' | 'marked_otherwise' | 'locked';
  happenedAt: Date;
};

/** What the door recorded and the list does not show, until somebody marks the person by hand after it. */
export const openConflicts = statement<
  [networkId: string, trainingId: string, sessionId: string],
  ConflictRow
>(
  'open_conflicts',
  `select c.nonce, c.seat_id as "seatId", s.queue, p.given_name as "givenName", p.family_name as "familyName",
     p.name_order as "nameOrder", c.conflict, c.happened_at as "happenedAt"
   from check_in c join seat s on s.network_id = c.network_id and s.id = c.seat_id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   where c.network_id = $1 and c.training_id = $2 and c.session_id = $3 and c.conflict is not null
     and not exists (select 1 from attendance_change x where x.network_id = c.network_id and x.session_id = c.session_id
       and x.seat_id = c.seat_id and x.way = 'sheet' and x.changed_at >= c.received_at)
   order by c.happened_at, c.nonce`,
);
