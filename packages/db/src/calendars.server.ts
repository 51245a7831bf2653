import { statement } from './statement.server.ts';
import type { CalendarRow } from './trainings.server.ts';

export type OwnCalendarRow = CalendarRow & {
  /** What the person holds there; null for what they see because they organise it */
  seat: 'confirmed' | 'offered' | 'waiting' | null;
  /** Where the online room is; null for who waits, or comes to the place */
  joinUrl: string | null;
};

/** The events of one network that stand in a person's own calendar, with their half-days. */
export const ownCalendar = statement<
  [networkId: string, personId: string, language: string, from: Date, to: Date, seesAll: boolean],
  OwnCalendarRow
>(
  'own_calendar',
  `with held as materialized (
     select s.training_id, jsonb_agg(s.session_ids) as chosen, min(case s.state when 'confirmed' then 1 when 'offered' then 2 else 3 end) as rank,
       bool_or(s.state = 'confirmed' and s.mode is distinct from 'onsite') as is_online
     from participant p join seat s on s.network_id = p.network_id and s.participant_id = p.id
     where p.network_id = $1 and (p.person_id = $2 or p.email = (select y.email from person y where y.id = $2)) and s.state in ('confirmed', 'offered', 'waiting') group by 1)
   select t.id, n.code as "networkCode", null as "sharedBy", x.title, x.summary, t.venue, t.starts_at as "startsAt",
     t.ends_at as "endsAt", t.time_zone as "timeZone", t.state, t.sequence, t.updated_at as "updatedAt",
     (array['confirmed', 'offered', 'waiting'])[h.rank] as seat,
     case when $6 or h.is_online or exists (select 1 from training_trainer r where r.network_id = $1 and r.training_id = t.id
         and r.person_id = $2) then (select j.url from training_join j where j.network_id = $1 and j.training_id = t.id) end as "joinUrl",
     (select json_agg(json_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'room', s.room) order by s.starts_at)
      from training_session s where s.network_id = t.network_id and s.training_id = t.id
        and (h.chosen is null or not t.chooses_half_days or exists (
          select 1 from jsonb_array_elements(h.chosen) c where c = '[]' or c ? s.id::text))) as sessions
   from training t join network n on n.id = t.network_id left join held h on h.training_id = t.id
   join lateral (
     select y.title, y.summary from training_text y where y.network_id = t.network_id and y.training_id = t.id
     order by array_position(array[$3, n.default_language, 'en'], y.language) nulls last limit 1) x on true
   where t.network_id = $1 and t.ends_at >= $4 and t.starts_at < $5 and t.state not in ('draft', 'submitted', 'archived')
     and ($6 or h.rank is not null or exists (select 1 from training_trainer r
       where r.network_id = t.network_id and r.training_id = t.id and r.person_id = $2))
   order by t.starts_at limit 500`,
);
