import { livingStates, sqlStates } from './seat-states.ts';
import { statement } from './statement.server.ts';

/**
 * A need stands while its seat lives and whoever asked sits there. `n` and `s` are the aliases of need and seat. What does
 * not stand shows nowhere, and the next night ends it.
 */
export const standingNeed = `s.state in (${sqlStates(livingStates)}) and (n.participant_id is null or n.participant_id = s.participant_id)`;

export type NewNeed = {
  id: string;
  seatId: string;
  participantId: string | null;
  /** Hexadecimal digits */
  need: string;
  kindMark: string;
};

/** Writes needs of one training; a second one of a kind takes the place of the first. `needs` is a JSON array of NewNeed. */
export const insertNeeds = statement<
  [networkId: string, trainingId: string, needs: string, askedById: string | null, now: Date],
  { id: string }
>(
  'insert_needs',
  `insert into support_need (id, network_id, training_id, seat_id, participant_id, need, kind_mark, asked_at, asked_by_id)
   select n.id, $1, $2, n."seatId", n."participantId", decode(n.need, 'hex'), decode(n."kindMark", 'hex'), $5, $4
   from jsonb_to_recordset($3::jsonb) as n(id uuid, "seatId" uuid, "participantId" uuid, need text, "kindMark" text)
   on conflict (network_id, seat_id, kind_mark) do update set id = excluded.id, participant_id = excluded.participant_id,
     need = excluded.need, is_met = false, asked_at = excluded.asked_at, asked_by_id = excluded.asked_by_id
   returning id`,
);

export type SealedNeed = {
  id: string;
  seatId: string;
  need: Buffer;
  kindMark: Buffer;
  isMet: boolean;
  subjectPersonId: string | null;
};

const needColumns = `n.id, n.seat_id as "seatId", n.need, n.kind_mark as "kindMark", n.is_met as "isMet",
     p.person_id as "subjectPersonId"`;

/** The needs of one seat. */
export const needsOfSeat = statement<[networkId: string, seatId: string], SealedNeed>(
  'needs_of_seat',
  `select ${needColumns} from support_need n
   join seat s on s.network_id = n.network_id and s.id = n.seat_id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   where n.network_id = $1 and n.seat_id = $2 and ${standingNeed} order by n.asked_at, n.id`,
);

export type NeedOfTraining = SealedNeed & {
  state: string;
  institutionName: string | null;
  participantId: string | null;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first' | null;
};

/** The needs of everyone who has or waits for a seat of a training. */
export const needsOfTraining = statement<
  [networkId: string, trainingId: string, language: string],
  NeedOfTraining
>(
  'needs_of_training',
  `select ${needColumns}, s.state, s.participant_id as "participantId", p.given_name as "givenName",
     p.family_name as "familyName", p.name_order as "nameOrder",
     (select x.name from institution_text x where x.institution_id = s.institution_id
      order by array_position(array[$3, 'en'], x.language) nulls last limit 1) as "institutionName"
   from support_need n
   join seat s on s.network_id = n.network_id and s.id = n.seat_id
   left join participant p on p.network_id = s.network_id and p.id = s.participant_id
   where n.network_id = $1 and n.training_id = $2 and ${standingNeed}
   order by s.queue, n.asked_at, n.id`,
);

/** How often each kind is asked for in a training, and how often it is met. */
export const needCounts = statement<
  [networkId: string, trainingId: string],
  { kindMark: Buffer; asked: number; met: number }
>(
  'need_counts',
  `select n.kind_mark as "kindMark", count(*)::int as asked, count(*) filter (where n.is_met)::int as met
   from support_need n join seat s on s.network_id = n.network_id and s.id = n.seat_id
   where n.network_id = $1 and n.training_id = $2 and ${standingNeed} group by n.kind_mark`,
);

/** Removes one need of a seat. */
export const removeNeed = statement<[networkId: string, seatId: string, needId: string], { id: string }>(
  'remove_need',
  `delete from support_need where network_id = $1 and seat_id = $2 and id = $3 returning id`,
);

/** Ticks needs of a training, and takes the tick from the others that were shown; gives those that changed. */
export const markMet = statement<
  [networkId: string, trainingId: string, shown: string[], met: string[]],
  { id: string }
>(
  'mark_met',
  `update support_need set is_met = id = any($4::uuid[])
   where network_id = $1 and training_id = $2 and id = any($3::uuid[]) and is_met <> (id = any($4::uuid[])) returning id`,
);
