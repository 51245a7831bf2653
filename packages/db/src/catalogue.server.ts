import { type Statement, statement } from './statement.server.ts';
import type { CatalogueRow } from './trainings.server.ts';

// The events of many networks in one list: all public ones, and at the door "mine" those of the person's own networks.

/** What the list is narrowed by; an empty text and null leave nothing out. */
export type Search = {
  language: string;
  realNow: Date;
  /** What is looked for, in each of its wordings; none leaves everything in */
  queries: readonly string[];
  when: string;
  place: string;
  from: string | null;
  to: string | null;
  isFreeOnly: boolean;
  kind: string;
  theme: string;
  mode: string;
  contentLanguage: string;
  host: string;
  country: string;
};

type SearchValues = [
  language: string,
  realNow: Date,
  queries: readonly string[],
  when: string,
  place: string,
  from: string | null,
  to: string | null,
  isFreeOnly: boolean,
  kind: string,
  theme: string,
  mode: string,
  contentLanguage: string,
  host: string,
  country: string,
];

const valuesOf = (search: Search): SearchValues => [
  search.language,
  search.realNow,
  search.queries,
  search.when,
  search.place,
  search.from,
  search.to,
  search.isFreeOnly,
  search.kind,
  search.theme,
  search.mode,
  search.contentLanguage,
  search.host,
  search.country,
];

const now = '($2::timestamptz + make_interval(secs => n.clock_offset))';

/** Each filter with what an event has to be to pass it. */
const passes = {
  query: `cardinality($3::text[]) = 0 or f.training_id is not null`,
  period: `$4 = 'all' or ($4 = 'upcoming' and t.ends_at > ${now}) or ($4 = 'past' and t.ends_at <= ${now})`,
  place: `$5 = '' or position((select app.fold($5)) in t.folded) > 0`,
  dates: `($6::date is null or (t.ends_at at time zone t.time_zone)::date >= $6)
    and ($7::date is null or (t.starts_at at time zone t.time_zone)::date <= $7)`,
  free: `not $8 or (t.taken_count < t.capacity and t.state = 'published' and t.starts_at > ${now})`,
  kind: `$9 = '' or t.kind = $9`,
  theme: `$10 = '' or t.theme = $10`,
  mode: `$11 = '' or t.mode = $11`,
  language: `$12 = '' or $12 = any(t.languages)`,
  host: `$13 = '' or n.code = $13`,
  country: `$14 = '' or n.country = $14`,
};

export type SearchFilter = keyof typeof passes;
const filters = Object.keys(passes) as SearchFilter[];
const allBut = (left?: SearchFilter) =>
  filters
    .filter((name) => name !== left)
    .map((name) => `b.has_${name}`)
    .join(' and ');

// What a visitor cannot read is left out by the policies alone; naming the networks first keeps them from being asked of
// every row.
const base = `shares as materialized (select * from app.shared_with_person()),
  found as materialized (select f.network_id, f.training_id, max(f.closeness) as closeness
    from unnest($3::text[]) w(query) cross join lateral app.find_trainings(w.query) f group by 1, 2),
  base as materialized (
    select t.network_id, t.id, t.visibility, t.kind, t.theme, t.mode, t.languages, t.starts_at,
      t.capacity - t.taken_count as free, n.code as host, coalesce(n.country, '') as country, f.closeness,
      ${filters.map((name) => `(${passes[name]}) as has_${name}`).join(', ')}
    from training t join network n on n.id = t.network_id
    left join found f on f.network_id = t.network_id and f.training_id = t.id
    where (t.visibility = 'public' or t.network_id = any((select app.networks_of_person())::uuid[])
        or t.network_id = any(array(select s.network_id from shares s)))
      and app.is_shown(t.state) and n.state = 'active' and n.kind <> 'platform'
      and t.network_id <> all((select app.networks_without('trainings'))::uuid[]))`;

const titleOf = `(select x.folded_title from training_text x where x.network_id = b.network_id and x.training_id = b.id
  order by array_position(array[$1, 'en'], x.language) nulls last limit 1)`;

const orders = {
  match: 'b.closeness desc nulls last, b.starts_at, b.id',
  date: 'b.starts_at, b.id',
  date_desc: 'b.starts_at desc, b.id',
  title: `${titleOf}, b.id`,
  free: 'b.free desc, b.starts_at, b.id',
};

export type SearchOrder = keyof typeof orders;

export type SearchRow = Omit<CatalogueRow, 'isShared' | 'sharedBy'> & {
  /** Name of the network that holds it */
  hostName: string;
  clockOffset: number;
};

// An event that is not public is read in the network that it is shared with.
const pageText = (order: string) =>
  `with ${base},
   one_page as materialized (
     select b.network_id, b.id, row_number() over (order by ${order}) as place, count(*) over ()::int as total
     from base b where ${allBut()} order by place limit $15 offset $16)
   select t.id, t.code, x.title, x.summary, t.kind, t.theme, t.mode, t.venue, t.languages, t.starts_at as "startsAt",
     t.ends_at as "endsAt", t.time_zone as "timeZone", t.workload_minutes as "workloadMinutes", t.state, t.visibility,
     t.capacity, t.taken_count as "takenCount", t.waiting_count as "waitingCount", t.reg_opens_at as "regOpensAt",
     t.reg_closes_at as "regClosesAt", n.clock_offset as "clockOffset", p.total,
     case when t.visibility = 'public' or t.network_id = any((select app.networks_of_person())::uuid[]) then n.code
       else (select r.code from shares s join network r on r.id = s.recipient_id
         where s.network_id = t.network_id and s.training_id = t.id order by r.code limit 1) end as "networkCode",
     coalesce((select y.name from network_text y where y.network_id = n.id
       order by array_position(array[$1, n.default_language, 'en'], y.language) nulls last limit 1), n.code) as "hostName"
   from one_page p join training t on t.network_id = p.network_id and t.id = p.id join network n on n.id = t.network_id
   join lateral (
     select y.title, y.summary from training_text y where y.network_id = t.network_id and y.training_id = t.id
     order by array_position(array[$1, n.default_language, 'en'], y.language) nulls last limit 1) x on true
   order by p.place`;

const pages = Object.fromEntries(
  Object.entries(orders).map(([name, order]) => [
    name,
    statement<[...SearchValues, limit: number, offset: number], SearchRow>(
      `events_of_networks_${name}`,
      pageText(order),
    ),
  ]),
) as Record<
  SearchOrder,
  (...values: [...SearchValues, limit: number, offset: number]) => Statement<SearchRow>
>;

/** One page of the events that match; `total` counts all pages. */
export function eventsOfNetworks(
  order: SearchOrder,
  search: Search,
  limit: number,
  offset: number,
): Statement<SearchRow> {
  return pages[order](...valuesOf(search), limit, offset);
}

export type SearchCount = {
  filter: SearchFilter;
  /** Empty: how many there are without this filter */
  value: string;
  /** The value in words, where it is a network */
  label: string | null;
  count: number;
};

const values: Partial<Record<SearchFilter, string>> = {
  kind: 'b.kind',
  theme: 'b.theme',
  mode: 'b.mode',
  language: 'unnest(b.languages)',
  host: 'b.host',
  country: 'b.country',
};

const counts = statement<SearchValues, SearchCount>(
  'counts_of_events_of_networks',
  `with ${base}, counted as (
     ${filters.map((name) => `select '${name}' as filter, '' as value, count(*)::int as count from base b where ${allBut(name)}`).join(' union all ')}
     union all
     ${Object.entries(values)
       .map(
         ([name, value]) =>
           `select '${name}', v.value, count(*)::int from base b cross join lateral (select ${value} as value) v
            where ${allBut(name as SearchFilter)} and v.value <> '' group by v.value`,
       )
       .join(' union all ')})
   select c.filter, c.value, c.count, case when c.filter = 'host' and c.value <> '' then
     (select y.name from network n join network_text y on y.network_id = n.id where n.code = c.value
      order by array_position(array[$1, n.default_language, 'en'], y.language) nulls last limit 1) end as label
   from counted c order by c.filter, c.count desc, c.value`,
);

/** For each filter, how many events there are without it, and for each of its values; all other filters hold. */
export function countsOfEvents(search: Search): Statement<SearchCount> {
  return counts(...valuesOf(search));
}
