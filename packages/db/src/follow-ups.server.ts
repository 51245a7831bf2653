import { coversSession } from './seats.server.ts';
import { statement } from './statement.server.ts';

type Training = [networkId: string, trainingId: string];

/** Events that are over, with a mail that is due by the clock of their network and that nobody noted; door "platform". */
export const dueFollowUps = statement<
  [realNow: Date],
  { networkId: string; trainingId: string; clockOffset: number }
>(
  'due_follow_ups',
  `select network_id as "networkId", training_id as "trainingId", clock_offset as "clockOffset" from app.due_follow_ups($1)`,
);

export type NotedFollowUp = {
  /** The day on which the event ended, as `2026-05-13` */
  endsOn: string;
  hoursAfter: number;
  /** False when it was left out */
  isTold: boolean;
  notedAt: Date;
};

/** The mails after the end of an event whose moment came. */
export const notedFollowUps = statement<Training, NotedFollowUp>(
  'noted_follow_ups',
  `select ends_on::text as "endsOn", hours_after as "hoursAfter", is_told as "isTold", noted_at as "notedAt"
   from training_follow_up where network_id = $1 and training_id = $2`,
);

/**
 * Notes mails after the end, each told at most once. `followUps` is a JSON array of `{ hoursAfter, isTold }`.
 * @returns those that nobody else noted meanwhile
 */
export const noteFollowUps = statement<
  [...Training, endsOn: string, now: Date, followUps: string],
  { hoursAfter: number; isTold: boolean }
>(
  'note_follow_ups',
  `insert into training_follow_up (network_id, training_id, ends_on, hours_after, is_told, noted_at)
   select $1, $2, $3::date, f."hoursAfter", f."isTold", $4
   from jsonb_to_recordset($5::jsonb) as f("hoursAfter" int, "isTold" boolean)
   on conflict do nothing returning hours_after as "hoursAfter", is_told as "isTold"`,
);

const wasThere = `exists (select from attendance_record r where r.network_id = s.network_id and r.seat_id = s.id
     and r.state in ('present', 'partial'))`;

/** The confirmed seats whose holder was there in at least one half-day, also for a part of it. */
export const presentSeats = statement<Training, { seatId: string }>(
  'present_seats',
  `select s.id as "seatId" from seat s where s.network_id = $1 and s.training_id = $2 and s.state = 'confirmed' and ${wasThere}`,
);

/** How many addresses those have who were there, and whether each half-day that somebody has a seat in has a mark, of anybody. */
export const presentReaders = statement<Training, { readers: number; isMarked: boolean }>(
  'present_readers',
  `select count(distinct coalesce(p.email, a.email))::int as readers, not exists (
     select from training_session d where d.network_id = $1 and d.training_id = $2
       and exists (select from seat b where b.network_id = $1 and b.training_id = $2 and b.state = 'confirmed'
         and ${coversSession('b', 'd')})
       and not exists (select from attendance_record r where r.network_id = $1 and r.session_id = d.id)) as "isMarked"
   from seat s
   join participant p on p.network_id = s.network_id and p.id = s.participant_id
   left join person a on a.id = p.person_id and a.state = 'active'
   where s.network_id = $1 and s.training_id = $2 and s.state = 'confirmed' and ${wasThere}`,
);
