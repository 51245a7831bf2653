import { statement } from './statement.server.ts';

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
  marks: Record<string, 'present' | 'absent' | 'excused'>;
};

/** Everyone with a confirmed seat, by institution and name, with every mark. */
export const attendanceSheet = statement<
  [networkId: string, trainingId: string, languages: string[]],
  SheetRow
>(
  'attendance_sheet',
  `select s.id as "seatId", s.queue, p.id as "participantId", p.given_name as "givenName", p.family_name as "familyName",
     p.name_order as "nameOrder", p.job_title as "jobTitle", i.name as "institutionName",
     coalesce((select json_object_agg(a.session_id, a.state) from attendance_record a
       where a.network_id = $1 and a.seat_id = s.id), '{}') as marks
   from seat s
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   left join lateral (select x.name from institution_text x where x.institution_id = s.institution_id
     order by array_position($3::text[], x.language) nulls last limit 1) i on true
   where s.network_id = $1 and s.training_id = $2 and s.state = 'confirmed'
   order by app.fold(coalesce(i.name, '')), app.fold(coalesce(p.family_name, '')), app.fold(coalesce(p.given_name, '')), s.queue`,
);

/**
 * Writes marks of one half-day; only confirmed seats of this training take one, and the same mark again changes
 * nothing. `marks` is a JSON array of `{ seatId, state }`.
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
  `insert into attendance_record (network_id, training_id, session_id, seat_id, state, marked_by_id, marked_at)
   select $1, $2, $3, s.id, m.state, $5, $6
   from jsonb_to_recordset($4::jsonb) as m("seatId" uuid, state text)
   join seat s on s.network_id = $1 and s.training_id = $2 and s.id = m."seatId" and s.state = 'confirmed'
   on conflict (network_id, session_id, seat_id) do update
     set state = excluded.state, marked_by_id = excluded.marked_by_id, marked_at = excluded.marked_at
     where attendance_record.state <> excluded.state
   returning seat_id as "seatId"`,
);
