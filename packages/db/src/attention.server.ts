import { statement } from './statement.server.ts';

export type AttentionRow = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
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
  offeredUntil: Date | null;
  unnamed: number;
  /** A half-day has begun and a confirmed seat has no mark for it. */
  hasUnmarked: boolean;
};

/**
 * Trainings that are not over for longer than two weeks and of which something waits for a person, and the `next` first ones
 * to come that they have to do with. A coordinator has to do with all of the network. It looks closer only at what it gives.
 */
export const attentionOf = statement<
  [
    networkId: string,
    personId: string,
    institutionIds: string[],
    language: string,
    now: Date,
    isCoordinator: boolean,
    next: number,
  ],
  AttentionRow
>(
  'attention_of',
  `with coming as materialized (
     select t.id, t.starts_at, t.ends_at, t.time_zone, t.state, t.capacity, t.taken_count, t.waiting_count
     from training t where t.network_id = $1 and t.ends_at > $5::timestamptz - interval '14 days'
       and t.state in ('submitted', 'published', 'registration_closed', 'running', 'postponed')),
   trained as materialized (
     select r.training_id from training_trainer r where r.network_id = $1 and r.person_id = $2),
   own as (
     select s.id, s.training_id, s.state, s.offered_until, s.participant_id
     from unnest($3::uuid[]) as i(id) cross join lateral (
       select * from seat s where s.network_id = $1 and s.institution_id = i.id
         and s.training_id = any(array(select id from coming)) offset 0) s
     union
     select s.id, s.training_id, s.state, s.offered_until, s.participant_id
     from registration g join seat s on s.network_id = $1 and s.registration_id = g.id
     where g.network_id = $1 and g.submitted_by_id = $2 and g.training_id = any(array(select id from coming))
     union
     select s.id, s.training_id, s.state, s.offered_until, s.participant_id
     from participant p join seat s on s.network_id = $1 and s.participant_id = p.id
     where p.network_id = $1 and p.person_id = $2 and s.training_id = any(array(select id from coming))),
   seats as (
     select o.training_id, count(*) filter (where o.state = 'confirmed')::int as confirmed,
       count(*) filter (where o.state = 'waiting')::int as waiting,
       count(*) filter (where o.state = 'offered' and o.offered_until > $5)::int as offered,
       min(o.offered_until) filter (where o.state = 'offered' and o.offered_until > $5) as offered_until,
       count(*) filter (where o.state = 'confirmed' and o.participant_id is null)::int as unnamed
     from own o group by o.training_id),
   concerning as (
     select t.*, r.training_id is not null as is_trainer, coalesce(s.confirmed, 0) as confirmed, coalesce(s.waiting, 0) as waiting,
       coalesce(s.offered, 0) as offered, s.offered_until, coalesce(s.unnamed, 0) as unnamed
     from coming t
     left join seats s on s.training_id = t.id
     left join trained r on r.training_id = t.id
     where $6 or r.training_id is not null or s.confirmed + s.waiting + s.offered > 0
     order by t.starts_at, t.id limit 200),
   looked as materialized (
     select c.*, count(*) filter (where c.state <> 'submitted' and c.ends_at > $5) over (order by c.starts_at, c.id) as place,
       (c.starts_at <= $5 and c.state in ('published', 'registration_closed', 'running') and exists (
         select 1 from training_session h
         join seat k on k.network_id = $1 and k.training_id = c.id and k.state = 'confirmed'
         left join attendance_record a on a.network_id = $1 and a.training_id = c.id and a.session_id = h.id and a.seat_id = k.id
         where h.network_id = $1 and h.training_id = c.id and h.starts_at <= $5 and a.seat_id is null)) as has_unmarked
     from concerning c)
   select l.id, l.starts_at as "startsAt", l.ends_at as "endsAt", l.time_zone as "timeZone", l.state, l.capacity,
     l.taken_count as "takenCount", l.waiting_count as "waitingCount", l.is_trainer as "isTrainer", l.confirmed, l.waiting,
     l.offered, l.offered_until as "offeredUntil", l.unnamed,
     (select x.title from training_text x where x.network_id = $1 and x.training_id = l.id
      order by array_position(array[$4, (select default_language from network where id = $1), 'en'], x.language)
        nulls last limit 1) as title, l.has_unmarked as "hasUnmarked"
   from looked l
   where l.offered > 0 or l.unnamed > 0 or l.has_unmarked
     or ($6 and (l.state = 'submitted' or (l.state = 'published' and l.waiting_count > 0 and l.taken_count < l.capacity)))
     or (l.state <> 'submitted' and l.ends_at > $5 and l.place <= $7)
   order by l.starts_at, l.id`,
);
