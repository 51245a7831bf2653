import type { searchOrders } from '@tessera/core/catalogue/terms.ts';
import type { Filter } from '~/components/trainings/catalogue-filter.ts';

/** What the list of the events of all networks shows; an empty text leaves nothing out. */
export type EventSearch = Omit<Filter, 'sort'> & {
  host: string;
  country: string;
  sort: (typeof searchOrders)[number];
};

/** Who looks for words gets what fits best first. */
export function usualSort({ q }: { q: string }): EventSearch['sort'] {
  return q ? 'match' : 'date';
}

/** The query for a search; what is as usual is left out, so that equal lists have equal addresses. */
export function searchQuery({
  free,
  page,
  ...search
}: EventSearch): Record<string, string | number | undefined> {
  return {
    ...search,
    when: search.when === 'upcoming' ? undefined : search.when,
    sort: search.sort === usualSort(search) ? undefined : search.sort,
    free: free ? 1 : undefined,
    page: page === 1 ? undefined : page,
  };
}

const nothing = {
  period: { when: 'all' },
  query: { q: '', sort: 'date' },
  place: { place: '' },
  dates: { from: '', to: '' },
  free: { free: false },
  kind: { kind: '' },
  theme: { theme: '' },
  mode: { mode: '' },
  language: { language: '' },
  host: { host: '' },
  country: { country: '' },
} as const satisfies Record<string, Partial<EventSearch>>;

export type SearchFilter = keyof typeof nothing;

/** The same search without one of its filters. */
export function without(search: EventSearch, filter: SearchFilter): EventSearch {
  return { ...search, ...nothing[filter], page: 1 };
}

/** The filters that leave something out. */
export function filtersIn(search: EventSearch): SearchFilter[] {
  return (Object.keys(nothing) as SearchFilter[]).filter((filter) =>
    Object.entries(nothing[filter]).some(
      ([field, value]) => field !== 'sort' && search[field as keyof EventSearch] !== value,
    ),
  );
}
