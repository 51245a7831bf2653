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
 * Trainings that a person has to do with and that are not over for longer than two weeks, the next first. A coordinator
 * has to do with all of the network.
 */
export const attentionOf = statement<
  [
    networkId: string,
    personId: string,
    institutionIds: string[],
    language: string,
    now: Date,
    isCoordinator: boolean,
  ],
  AttentionRow
>(
  'attention_of',
  `select t.id, t.starts_at as "startsAt", t.ends_at as "endsAt", t.time_zone as "timeZone", t.state, t.capacity,
     t.taken_count as "takenCount", t.waiting_count as "waitingCount", r.is_trainer as "isTrainer", s.confirmed, s.waiting,
     s.offered, s.offered_until as "offeredUntil", s.unnamed,
     (select x.title from training_text x where x.network_id = $1 and x.training_id = t.id
      order by array_position(array[$4, (select default_language from network where id = $1), 'en'], x.language)
        nulls last limit 1) as title,
     (t.state in ('published', 'registration_closed', 'running') and exists (
       select 1 from training_session h where h.network_id = $1 and h.training_id = t.id and h.starts_at <= $5
         and exists (select 1 from seat c where c.network_id = $1 and c.training_id = t.id and c.state = 'confirmed'
           and not exists (select 1 from attendance_record a where a.network_id = $1 and a.session_id = h.id
             and a.seat_id = c.id)))) as "hasUnmarked"
   from training t
   cross join lateral (select exists (select 1 from training_trainer tt
     where tt.network_id = $1 and tt.training_id = t.id and tt.person_id = $2) as is_trainer) r
   cross join lateral (
     select count(*) filter (where s.state = 'confirmed')::int as confirmed,
       count(*) filter (where s.state = 'waiting')::int as waiting,
       count(*) filter (where s.state = 'offered' and s.offered_until > $5)::int as offered,
       min(s.offered_until) filter (where s.state = 'offered' and s.offered_until > $5) as offered_until,
       count(*) filter (where s.state = 'confirmed' and s.participant_id is null)::int as unnamed
     from seat s
     join registration g on g.network_id = s.network_id and g.id = s.registration_id
     left join participant p on p.network_id = s.network_id and p.id = s.participant_id
     where s.network_id = $1 and s.training_id = t.id and s.state in ('waiting', 'offered', 'confirmed')
       and (s.institution_id = any($3::uuid[]) or g.submitted_by_id = $2 or p.person_id = $2)) s
   where t.network_id = $1 and t.ends_at > $5::timestamptz - interval '14 days'
     and t.state in ('submitted', 'published', 'registration_closed', 'running', 'postponed')
     and ($6 or r.is_trainer or s.confirmed + s.waiting + s.offered > 0)
   order by t.starts_at, t.id limit 200`,
);
