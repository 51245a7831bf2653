import { coversSession } from './seats.server.ts';
import { statement } from './statement.server.ts';

/** Trainings whose seats must be settled because time went on; door "platform". */
export const dueTrainings = statement<
  [realNow: Date],
  { networkId: string; trainingId: string; clockOffset: number }
>(
  'due_trainings',
  `select network_id as "networkId", training_id as "trainingId", clock_offset as "clockOffset" from app.due_trainings($1)`,
);

export type CatalogueRow = {
  id: string;
  networkCode: string;
  isShared: boolean;
  /** Name of the network that shares it with this one; null for an own training */
  sharedBy: string | null;
  code: string;
  title: string;
  summary: string;
  kind: string;
  theme: string;
  mode: string;
  venue: string;
  languages: string[];
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  workloadMinutes: number;
  state: string;
  visibility: string;
  capacity: number;
  takenCount: number;
  waitingCount: number;
  regOpensAt: Date | null;
  regClosesAt: Date | null;
  total: number;
};

const orders = {
  date: { by: 'v.starts_at, v.id' },
  date_desc: { by: 'v.starts_at desc, v.id' },
  free: { by: '(v.capacity - v.taken_count) desc, v.starts_at, v.id' },
  title: {
    by: 'o.folded_title, v.id',
    join: `join (select distinct on (y.training_id) y.training_id, y.folded_title
       from texts y order by y.training_id, y.rank nulls last) o on o.training_id = v.id`,
  },
};

export type CatalogueOrder = keyof typeof orders;

type CatalogueValues = [
  networkId: string,
  language: string,
  now: Date,
  query: string,
  theme: string,
  mode: string,
  kind: string,
  contentLanguage: string,
  when: string,
  isFreeOnly: boolean,
  canSeeDrafts: boolean,
  limit: number,
  offset: number,
  place: string,
  from: string | null,
  to: string | null,
];

// Titles are read for the rows of one page only; searching and sorting by title read the texts in one pass.
const catalogueText = ({ by, join = '' }: { by: string; join?: string }) =>
  `with visible as (
     select t.*, false as is_shared from training t where t.network_id = $1
     union all
     select t.*, true from share s join training t on t.network_id = s.network_id and t.id = s.object_id
     where s.recipient_network_id = $1 and s.is_active and s.object_kind = 'training'),
   texts as not materialized (
     select x.training_id, x.folded_title, x.folded, array_position(
       array[$2, (select d.default_language from network d where d.id = $1), 'en'], x.language) as rank
     from training_text x where x.network_id = $1
     union all
     select x.training_id, x.folded_title, x.folded, array_position(array[$2, d.default_language, 'en'], x.language)
     from share s join training_text x on x.network_id = s.network_id and x.training_id = s.object_id
     join network d on d.id = s.network_id
     where s.recipient_network_id = $1 and s.is_active and s.object_kind = 'training'),
   one_page as materialized (
     select v.*, row_number() over (order by ${by}) as place, count(*) over ()::int as total
     from visible v ${join}
     where ($5 = '' or v.theme = $5) and ($6 = '' or v.mode = $6) and ($7 = '' or v.kind = $7) and ($8 = '' or $8 = any(v.languages))
       and ($9 = 'all' or ($9 = 'upcoming' and v.ends_at > $3) or ($9 = 'past' and v.ends_at <= $3))
       and (not $10 or (v.taken_count < v.capacity and v.state = 'published' and v.starts_at > $3))
       and ($14 = '' or position((select app.fold($14)) in v.folded) > 0)
       and ($15::date is null or (v.ends_at at time zone v.time_zone)::date >= $15)
       and ($16::date is null or (v.starts_at at time zone v.time_zone)::date <= $16)
       and (($11 and (v.state <> 'archived' or $9 = 'all')) or v.state not in ('draft', 'submitted', 'archived'))
       and ($4 = '' or position((select app.fold($4)) in v.folded) > 0 or v.id in (
         select q.training_id from texts q where position((select app.fold($4)) in q.folded) > 0))
     order by place limit $12 offset $13),
   owners as materialized (
     select n.id, n.code, n.default_language from network n where n.id = any(array(select distinct network_id from one_page))),
   titles as (
     select distinct on (x.training_id) x.training_id, x.title, x.summary
     from training_text x join owners n on n.id = x.network_id
     where x.network_id = any(array(select id from owners)) and x.training_id = any(array(select id from one_page))
     order by x.training_id, array_position(array[$2, n.default_language, 'en'], x.language) nulls last)
   select v.id, n.code as "networkCode", v.is_shared as "isShared",
     case when v.is_shared then (select y.name from network_text y where y.network_id = v.network_id
       order by array_position(array[$2, n.default_language, 'en'], y.language) nulls last limit 1) end as "sharedBy",
     v.code, x.title, x.summary, v.kind, v.theme, v.mode, v.venue, v.languages, v.starts_at as "startsAt", v.ends_at as "endsAt",
     v.time_zone as "timeZone", v.workload_minutes as "workloadMinutes", v.state, v.visibility, v.capacity,
     v.taken_count as "takenCount", v.waiting_count as "waitingCount", v.reg_opens_at as "regOpensAt",
     v.reg_closes_at as "regClosesAt", v.total
   from one_page v join owners n on n.id = v.network_id join titles x on x.training_id = v.id
   order by v.place`;

const catalogues = Object.fromEntries(
  Object.entries(orders).map(([name, order]) => [
    name,
    statement<CatalogueValues, CatalogueRow>(`catalogue_${name}`, catalogueText(order)),
  ]),
) as Record<
  CatalogueOrder,
  (...values: CatalogueValues) => ReturnType<ReturnType<typeof statement<CatalogueValues, CatalogueRow>>>
>;

/** One page of a network's trainings, its own and those shared with it; `total` counts all pages. */
export function catalogue(order: CatalogueOrder, ...values: CatalogueValues) {
  return catalogues[order](...values);
}

export type NextTraining = Omit<
  CatalogueRow,
  'networkCode' | 'isShared' | 'code' | 'summary' | 'visibility' | 'total'
>;

/**
 * The next trainings that one can register for, or will be able to: the network's own and those shared with it. What is shared is
 * read first, so that the trainings of all networks are never asked whether they are.
 */
export const nextTrainingsOf = statement<
  [networkId: string, language: string, now: Date, limit: number],
  NextTraining
>(
  'next_trainings_of',
  `with nearest as (
     (select t.* from training t
      where t.network_id = $1 and t.state = 'published' and t.starts_at > $3 and (t.reg_closes_at is null or t.reg_closes_at > $3)
      order by t.starts_at, t.id limit $4)
     union all
     (select t.* from (select s.network_id, s.object_id from share s
        where s.recipient_network_id = $1 and s.is_active and s.object_kind = 'training' offset 0) s
      cross join lateral (select t.* from training t where t.network_id = s.network_id and t.id = s.object_id and t.state = 'published'
        and t.starts_at > $3 and (t.reg_closes_at is null or t.reg_closes_at > $3) offset 0) t
      order by t.starts_at, t.id limit $4)
     order by starts_at, id limit $4)
   select v.id, case when v.network_id <> $1 then (select y.name from network_text y where y.network_id = v.network_id
       order by array_position(array[$2, n.default_language, 'en'], y.language) nulls last limit 1) end as "sharedBy",
     x.title, v.kind, v.theme, v.mode, v.venue, v.languages, v.starts_at as "startsAt", v.ends_at as "endsAt",
     v.time_zone as "timeZone", v.workload_minutes as "workloadMinutes", v.state, v.capacity, v.taken_count as "takenCount",
     v.waiting_count as "waitingCount", v.reg_opens_at as "regOpensAt", v.reg_closes_at as "regClosesAt"
   from nearest v join network n on n.id = v.network_id
   join lateral (
     select y.title from training_text y where y.network_id = v.network_id and y.training_id = v.id
     order by array_position(array[$2, n.default_language, 'en'], y.language) nulls last limit 1) x on true
   order by v.starts_at, v.id`,
);

export type TrainingPage = {
  id: string;
  networkId: string;
  networkCode: string;
  networkName: string;
  code: string;
  kind: string;
  theme: string;
  audience: string;
  mode: string;
  venue: string;
  languages: string[];
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  quotaPerInstitution: number | null;
  quotaReleaseAt: Date | null;
  promotion: 'automatic' | 'offer';
  offerHours: number;
  priorityRule: 'first_come' | 'institutions_without_seat_first';
  partyRule: 'skip' | 'strict';
  quotas: {
    scope: 'mode' | 'language' | 'institution_kind' | 'origin';
    key: string;
    size: number;
    releaseAt: string | null;
    /** Of the network that it counts */
    name: string | null;
  }[];
  regOpensAt: Date | null;
  registrationWays: string[];
  needsApproval: boolean;
  regClosesAt: Date | null;
  cancelDeadlineHours: number;
  reminderDays: number[];
  followUpHours: number[];
  workloadMinutes: number;
  attendanceThreshold: number;
  givesCertificate: boolean;
  accessibility: string[];
  childcareOffered: boolean;
  costFree: boolean;
  choosesHalfDays: boolean;
  attendanceMeasure: 'half_days' | 'minutes';
  needsEvaluation: boolean;
  certificateMonths: number | null;
  assessment: 'none' | 'test' | 'assignment' | 'observation';
  eqfLevel: number | null;
  visibility: string;
  state: string;
  cancelReason: string;
  /** Why the proposal went back; members of the network read it */
  returnReason: string | null;
  createdById: string | null;
  seriesId: string | null;
  /** The other dates of its series that can be seen */
  series: { id: string; startsAt: string; endsAt: string }[];
  sequence: number;
  takenCount: number;
  waitingCount: number;
  updatedAt: Date;
  /** Shared with the network that asks: whether its institutions may ask for seats; null when it is not shared */
  takesGuests: boolean | null;
  texts: {
    language: string;
    version: number;
    title: string;
    summary: string;
    outcomes: string[];
    origin: string;
  }[];
  sessions: {
    id: string;
    startsAt: string;
    endsAt: string;
    halfDay: 'am' | 'pm';
    room: string;
    mode: 'onsite' | 'online' | 'hybrid' | null;
    /** Who of the trainers leads it; none means all of them. Members of the network see them */
    trainerIds: string[];
    isMandatory: boolean;
    /** Places of its own */
    capacity: number | null;
  }[];
  /** Visitors see those who agreed to be named */
  trainers: {
    id: string;
    givenName: string;
    familyName: string;
    nameOrder: 'given_first' | 'family_first';
  }[];
};

/**
 * All of a training that a page shows, in one statement; texts in the reader's order of languages. It is looked for in the
 * network and among what is shared with the reader: an index that is led by the network knows no id alone.
 */
export const trainingPage = statement<[id: string, language: string, networkId: string], TrainingPage>(
  'training_page',
  `select t.id, t.network_id as "networkId", n.code as "networkCode",
     (select x.name from network_text x where x.network_id = n.id
      order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last limit 1) as "networkName",
     t.code, t.kind, t.theme, t.audience, t.mode, t.venue, t.languages, t.time_zone as "timeZone", t.starts_at as "startsAt",
     t.ends_at as "endsAt", t.capacity, t.quota_per_institution as "quotaPerInstitution",
     t.quota_release_at as "quotaReleaseAt", t.promotion, t.offer_hours as "offerHours", t.priority_rule as "priorityRule",
     t.party_rule as "partyRule", case when t.has_quotas then coalesce((select json_agg(json_build_object('scope', q.scope,
         'key', q.key, 'size', q.size, 'releaseAt', q.release_at, 'name', case q.scope when 'origin' then (
           select x.name from network m join network_text x on x.network_id = m.id
           where m.code = case q.key when '@own' then n.code else q.key end
           order by array_position(array[$2, m.default_language, 'en'], x.language) nulls last limit 1) end) order by q.scope, q.key)
       from training_quota q where q.network_id = t.network_id and q.training_id = t.id), '[]') else '[]' end as quotas,
     t.registration_ways as "registrationWays", t.needs_approval as "needsApproval", t.reg_opens_at as "regOpensAt",
     t.reg_closes_at as "regClosesAt", t.cancel_deadline_hours as "cancelDeadlineHours",
     t.reminder_days as "reminderDays", t.follow_up_hours as "followUpHours", t.workload_minutes as "workloadMinutes", t.attendance_threshold as "attendanceThreshold",
     t.attendance_measure as "attendanceMeasure", t.certificate_needs_evaluation as "needsEvaluation",
     t.certificate_months as "certificateMonths", t.assessment, t.eqf_level as "eqfLevel",
     t.gives_certificate as "givesCertificate", t.accessibility, t.childcare_offered as "childcareOffered",
     t.cost_free as "costFree", t.chooses_half_days as "choosesHalfDays", t.visibility, t.state, t.cancel_reason as "cancelReason", t.created_by_id as "createdById",
     (select b.reason from training_return b where b.network_id = t.network_id and b.training_id = t.id) as "returnReason",
     t.series_id as "seriesId", coalesce((select json_agg(json_build_object('id', o.id, 'startsAt', o.starts_at, 'endsAt', o.ends_at)
        order by o.starts_at) from training o where o.network_id = t.network_id and o.series_id = t.series_id and o.id <> t.id
        and o.state not in ('draft', 'submitted', 'archived', 'cancelled')), '[]') as series,
     t.sequence, t.taken_count as "takenCount", t.waiting_count as "waitingCount",
     t.updated_at as "updatedAt",
     (select h.takes_guests from share h where h.recipient_network_id = (select app.network_id()) and h.object_id = t.id
       and h.network_id = t.network_id and h.is_active) as "takesGuests",
     coalesce((select json_agg(json_build_object('language', x.language, 'version', x.version, 'title', x.title, 'summary', x.summary,
         'outcomes', x.outcomes, 'origin', x.origin)
        order by array_position(array[$2, n.default_language, 'en'], x.language) nulls last)
      from training_text x where x.network_id = t.network_id and x.training_id = t.id), '[]') as texts,
     coalesce((select json_agg(json_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'halfDay', s.half_day, 'room', s.room,
        'isMandatory', s.is_mandatory, 'capacity', s.capacity, 'mode', s.mode, 'trainerIds', array(select y.person_id from training_session_trainer y
          where y.network_id = s.network_id and y.session_id = s.id order by 1))
        order by s.starts_at) from training_session s where s.network_id = t.network_id and s.training_id = t.id), '[]') as sessions,
     coalesce((select json_agg(json_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name, 'nameOrder', p.name_order))
      from training_trainer r join person p on p.id = r.person_id
      where r.network_id = t.network_id and r.training_id = t.id), app.listed_trainers(t.network_id, t.id)) as trainers
   from training t join network n on n.id = t.network_id
   where t.id = $1 and t.network_id = any(array(
     select $3::uuid
     union all
     select h.network_id from share h
     where h.recipient_network_id = (select app.network_id()) and h.object_id = $1 and h.is_active))`,
);

export type CalendarRow = {
  id: string;
  networkCode: string;
  /** Name of the network that shares it with this one; null for an own training */
  sharedBy: string | null;
  title: string;
  summary: string;
  venue: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  state: string;
  sequence: number;
  updatedAt: Date;
  sessions: { id: string; startsAt: string; endsAt: string; room: string }[];
};

/**
 * Trainings of a network and those shared with it between two instants, with their half-days, for calendars and feeds;
 * drafts are left out.
 */
export const calendarOf = statement<
  [networkId: string, language: string, from: Date, to: Date, trainingId: string | null],
  CalendarRow
>(
  'calendar_of',
  `with visible as (
     select t.*, false as is_shared from training t where t.network_id = $1
     union all
     select t.*, true from share s join training t on t.network_id = s.network_id and t.id = s.object_id
     where s.recipient_network_id = $1 and s.is_active and s.object_kind = 'training')
   select t.id, n.code as "networkCode",
     case when t.is_shared then (select y.name from network_text y where y.network_id = t.network_id
       order by array_position(array[$2, n.default_language, 'en'], y.language) nulls last limit 1) end as "sharedBy",
     x.title, x.summary, t.venue, t.starts_at as "startsAt", t.ends_at as "endsAt",
     t.time_zone as "timeZone", t.state, t.sequence, t.updated_at as "updatedAt",
     (select json_agg(json_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'room', s.room) order by s.starts_at)
      from training_session s where s.network_id = t.network_id and s.training_id = t.id) as sessions
   from visible t join network n on n.id = t.network_id
   join lateral (
     select tt.title, tt.summary from training_text tt where tt.network_id = t.network_id and tt.training_id = t.id
     order by array_position(array[$2, n.default_language, 'en'], tt.language) nulls last limit 1) x on true
   where t.ends_at >= $3 and t.starts_at < $4 and t.state not in ('draft', 'submitted', 'archived')
     and ($5::uuid is null or t.id = $5)
   order by t.starts_at limit 500`,
);

/** Trainings whose state the clock has overtaken; door "platform". */
export const dueCourses = statement<
  [realNow: Date],
  { networkId: string; trainingId: string; clockOffset: number }
>(
  'due_courses',
  `select network_id as "networkId", training_id as "trainingId", clock_offset as "clockOffset" from app.due_courses($1)`,
);

/** Writes new times of half-days. `sessions` is a JSON array of `{ id, startsAt, endsAt }`. */
export const moveSessions = statement<[networkId: string, trainingId: string, sessions: string], never>(
  'move_sessions',
  `update training_session s set starts_at = m."startsAt", ends_at = m."endsAt"
   from jsonb_to_recordset($3::jsonb) as m(id uuid, "startsAt" timestamptz, "endsAt" timestamptz)
   where s.network_id = $1 and s.training_id = $2 and s.id = m.id`,
);

/** What the documentation of a training rests on: marks that are missing, the last mark, the last export of the list. */
export const documentationOf = statement<
  [networkId: string, trainingId: string],
  { unmarked: number; lastMarkedAt: Date | null; exportedAt: Date | null }
>(
  'documentation_of',
  `select (select count(*)::int from training_session y
       join seat s on s.network_id = y.network_id and s.training_id = y.training_id and s.state = 'confirmed'
         and ${coversSession('s', 'y')}
       where y.network_id = $1 and y.training_id = $2 and not exists (select 1 from attendance_record a
         where a.network_id = y.network_id and a.session_id = y.id and a.seat_id = s.id)) as unmarked,
     (select max(a.marked_at) from attendance_record a where a.network_id = $1 and a.training_id = $2) as "lastMarkedAt",
     (select max(e.at) from domain_event e where e.network_id = $1 and e.object_id = $2 and e.kind = 'export.made'
       and e.payload ->> 'what' = 'attendance') as "exportedAt"`,
);

/** Changes the state of a training if it still has the expected one; the calendar's sequence rises. */
export const moveTraining = statement<
  [networkId: string, id: string, from: string, to: string, reason: string, now: Date],
  { id: string }
>(
  'move_training',
  `update training set state = $4, cancel_reason = $5, sequence = sequence + 1, updated_at = $6
   where network_id = $1 and id = $2 and state = $3 returning id`,
);
