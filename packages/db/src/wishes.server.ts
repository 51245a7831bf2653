import { heldStates, livingStates, sqlStates } from './seat-states.ts';
import { statement } from './statement.server.ts';

// A wish is a party that wants its seats once, in any of several trainings. `training_id` says where it has them; everything
// that changes it locks the training first and then, once, all wishes that this training can serve.

const held = sqlStates(heldStates);
const living = sqlStates(livingStates);
const seatHere = (
  states: string,
) => `exists (select 1 from seat s where s.network_id = $1 and s.wish_id = d.wish_id
       and s.training_id = $2 ${states})`;

/**
 * Locks the wishes that a locked training can serve, in one order: those that have a living seat here or have not joined its
 * line yet.
 */
export const lockWishes = statement<[networkId: string, trainingId: string], { id: string }>(
  'lock_wishes',
  `select w.id from seat_wish w where w.network_id = $1 and w.id in (
     select d.wish_id from seat_wish_date d where d.network_id = $1 and d.training_id = $2
       and (${seatHere(`and s.state in (${living})`)} or not ${seatHere('')}))
   order by w.id for no key update`,
);

/** Says of a training that wishes wait in it; it is locked by that. */
export const expectWishes = statement<[networkId: string, trainingId: string], never>(
  'expect_wishes',
  `update training set has_wishes = true where network_id = $1 and id = $2 and not has_wishes`,
);

/** Writes wishes with their dates, the first training among them. */
export const insertWishes = statement<
  [networkId: string, ids: string[], trainingIds: string[], now: Date],
  never
>(
  'insert_wishes',
  `with added as (
     insert into seat_wish (id, network_id, created_at) select w, $1, $4 from unnest($2::uuid[]) as w)
   insert into seat_wish_date (network_id, wish_id, training_id)
   select $1, w, d from unnest($2::uuid[]) as w cross join unnest($3::uuid[]) as d`,
);

/** Those who wait in a training and have their seats elsewhere. */
export const wishesElsewhere = statement<[networkId: string, trainingId: string], { id: string }>(
  'wishes_elsewhere',
  `select distinct w.id from seat s join seat_wish w on w.network_id = s.network_id and w.id = s.wish_id
   where s.network_id = $1 and s.training_id = $2 and s.state = 'waiting' and w.training_id is not null
     and w.training_id <> $2`,
);

/**
 * Writes where locked wishes have their seats, after seats of theirs changed in a training: there, or nowhere.
 * @returns those that have seats there, or had until now
 */
export const settleWishes = statement<
  [networkId: string, trainingId: string, ids: string[]],
  { id: string; isHeld: boolean }
>(
  'settle_wishes',
  `update seat_wish w set training_id = case when c.held > 0 then $2::uuid end
   from (select x.id, count(s.id) filter (where s.state in (${held})) as held
     from unnest($3::uuid[]) as x(id)
     left join seat s on s.network_id = $1 and s.wish_id = x.id and s.training_id = $2 group by x.id) c
   where w.network_id = $1 and w.id = c.id and (w.training_id = $2 or (w.training_id is null and c.held > 0))
   returning w.id, c.held > 0 as "isHeld"`,
);

/** Opens every wish that has its seats in a training, which does not take place. */
export const openWishesOf = statement<[networkId: string, trainingId: string], { id: string }>(
  'open_wishes_of',
  `update seat_wish set training_id = null where network_id = $1 and training_id = $2 returning id`,
);

export type WishRow = {
  id: string;
  /** Where it has its seats */
  trainingId: string | null;
  /** Whether one of them is only offered */
  isOffered: boolean;
  /** Every other date than where it has its seats */
  dates: string[];
};

/** Where a wish stands. */
export const findWish = statement<[networkId: string, wishId: string], WishRow>(
  'find_wish',
  `select w.id, w.training_id as "trainingId",
     exists (select 1 from seat s where s.network_id = $1 and s.wish_id = w.id and s.training_id = w.training_id
       and s.state = 'offered') as "isOffered",
     array(select d.training_id from seat_wish_date d where d.network_id = $1 and d.wish_id = w.id
       and d.training_id is distinct from w.training_id order by 1) as dates
   from seat_wish w where w.network_id = $1 and w.id = $2`,
);

export type WishedSeat = {
  wishId: string;
  participantId: string | null;
  mode: string | null;
  language: string | null;
  institutionKind: string | null;
  isTogether: boolean;
};

/** The seats of a registration whose wishes are open and have not joined the line of another training yet. */
export const wishedSeats = statement<
  [networkId: string, registrationId: string, trainingId: string],
  WishedSeat
>(
  'wished_seats',
  `select s.wish_id as "wishId", s.participant_id as "participantId", s.mode, s.language,
     s.institution_kind as "institutionKind", s.is_together as "isTogether"
   from seat s join seat_wish w on w.network_id = s.network_id and w.id = s.wish_id
   where s.network_id = $1 and s.registration_id = $2 and s.state = 'waiting' and w.training_id is null
     and exists (select 1 from seat_wish_date d where d.network_id = $1 and d.wish_id = w.id and d.training_id = $3)
     and not exists (select 1 from seat o where o.network_id = $1 and o.wish_id = w.id and o.training_id = $3)
   order by s.queue`,
);

export type WishedRegistration = {
  id: string;
  trainingId: string;
  institutionId: string | null;
  submittedById: string | null;
  note: string;
  /** Languages of its training */
  languages: string[];
  /** Every other date that its seats wait for */
  dates: string[];
};

/** A registration with the other dates that its seats wait for. */
export const wishedRegistration = statement<[networkId: string, registrationId: string], WishedRegistration>(
  'wished_registration',
  `select r.id, r.training_id as "trainingId", r.institution_id as "institutionId", r.submitted_by_id as "submittedById",
     r.note, t.languages,
     array(select distinct d.training_id from seat s join seat_wish_date d on d.network_id = s.network_id
       and d.wish_id = s.wish_id and d.training_id <> s.training_id
       where s.network_id = $1 and s.registration_id = $2 and s.state = 'waiting' order by 1) as dates
   from registration r join training t on t.network_id = r.network_id and t.id = r.training_id
   where r.network_id = $1 and r.id = $2`,
);

/** Who of the participants has a living seat in a training. */
export const seatedAmong = statement<
  [networkId: string, trainingId: string, participantIds: string[]],
  { participantId: string }
>(
  'seated_among',
  `select distinct participant_id as "participantId" from seat
   where network_id = $1 and training_id = $2 and participant_id = any($3::uuid[]) and state in (${living})`,
);

/** Takes the waiting seats of a wish out of a line. */
export const withdrawSeats = statement<
  [networkId: string, trainingId: string, wishId: string, now: Date],
  { id: string; registrationId: string }
>(
  'withdraw_seats',
  `update seat set state = 'cancelled', changed_at = $4
   where network_id = $1 and training_id = $2 and wish_id = $3 and state = 'waiting'
   returning id, registration_id as "registrationId"`,
);

export type OtherDate = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venue: string;
  free: number;
  waitingCount: number;
};

/**
 * Where somebody who waits for a training could come as well: the same series first, then the same theme; held later, in the
 * same way, for the same people, in one of its languages, and open for registration.
 */
export const otherDates = statement<
  [networkId: string, trainingId: string, now: Date, language: string],
  OtherDate
>(
  'other_dates',
  `select t.id, t.starts_at as "startsAt", t.ends_at as "endsAt", t.time_zone as "timeZone", t.venue,
     greatest(t.capacity - t.taken_count, 0) as free, t.waiting_count as "waitingCount",
     (select x.title from training_text x where x.network_id = $1 and x.training_id = t.id
      order by array_position(array[$4, (select d.default_language from network d where d.id = x.network_id), 'en'], x.language) nulls last limit 1) as title
   from training a join training t on t.network_id = a.network_id and t.starts_at > a.starts_at and t.state = 'published'
     and t.kind = a.kind and t.mode = a.mode and t.audience = a.audience and t.languages && a.languages
     and (t.series_id = a.series_id or t.theme = a.theme)
     and t.registration_ways @> a.registration_ways and not t.needs_approval and not a.needs_approval
   where a.network_id = $1 and a.id = $2 and t.starts_at > $3 and (t.reg_opens_at is null or t.reg_opens_at <= $3)
     and (t.reg_closes_at is null or t.reg_closes_at > $3)
   order by (t.series_id = a.series_id) is true desc, t.starts_at, t.id limit 8`,
);

export type WishDateTold = {
  trainingId: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  titles: { language: string; name: string }[];
  /** The best place of these seats in its line; null until they have joined it */
  position: number | null;
};

/** The other dates that the seats of a registration wait for. */
export const otherDatesOfRegistration = statement<[networkId: string, registrationId: string], WishDateTold>(
  'other_dates_of_registration',
  `select t.id as "trainingId", t.starts_at as "startsAt", t.ends_at as "endsAt", t.time_zone as "timeZone",
     coalesce((select json_agg(json_build_object('language', x.language, 'name', x.title))
       from training_text x where x.network_id = $1 and x.training_id = t.id), '[]') as titles,
     (select min(l.place) from app.line_of($1, t.id, array[${held}]) l join seat o on o.network_id = $1 and o.id = l.seat_id
      where o.wish_id in (select s.wish_id from seat s where s.network_id = $1 and s.registration_id = $2)) as position
   from training t where t.network_id = $1 and t.id in (
     select d.training_id from seat s join seat_wish_date d on d.network_id = s.network_id and d.wish_id = s.wish_id
     where s.network_id = $1 and s.registration_id = $2 and s.state = 'waiting' and d.training_id <> s.training_id)
   order by t.starts_at, t.id`,
);
