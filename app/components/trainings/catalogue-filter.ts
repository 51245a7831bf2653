import type {
  sortOrders,
  trainingKinds,
  trainingModes,
  trainingThemes,
} from '@tessera/core/trainings/terms.ts';

/** What the list of trainings shows; an empty text leaves nothing out. */
export type Filter = {
  q: string;
  theme: (typeof trainingThemes)[number] | '';
  mode: (typeof trainingModes)[number] | '';
  kind: (typeof trainingKinds)[number] | '';
  language: string;
  place: string;
  /** Days as `2026-05-01` */
  from: string;
  to: string;
  when: 'upcoming' | 'past' | 'all';
  sort: (typeof sortOrders)[number];
  free: boolean;
  page: number;
};

/** The query for a filter; what is as usual is left out, so that equal lists have equal addresses. */
export function filterQuery({ free, page, ...filter }: Filter): Record<string, string | number | undefined> {
  return {
    ...filter,
    when: filter.when === 'upcoming' ? undefined : filter.when,
    sort: filter.sort === 'date' ? undefined : filter.sort,
    free: free ? 1 : undefined,
    page: page === 1 ? undefined : page,
  };
}

/** Whether the list leaves something out that it would show without filters. */
export function isFiltered({ when, sort: _sort, page: _page, ...filter }: Filter): boolean {
  return Object.values(filter).some(Boolean) || when !== 'upcoming';
}
