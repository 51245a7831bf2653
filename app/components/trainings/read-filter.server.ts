import { CatalogueFilter } from '@tessera/core/trainings/schema.ts';
import { z } from 'zod';
import type { Filter } from './catalogue-filter.ts';

const { q, theme, mode, kind, place, when, from, to, sort } = CatalogueFilter.shape;

// An address that someone changed by hand shows the list as if that part were not there.
const FromAddress = z.object({
  q: q.catch(''),
  theme: theme.catch(''),
  mode: mode.catch(''),
  kind: kind.catch(''),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .catch(''),
  place: place.catch(''),
  when: when.catch('upcoming'),
  from: from.catch(''),
  to: to.catch(''),
  sort: sort.catch('date'),
  free: z
    .string()
    .optional()
    .transform((ticked) => ticked === '1'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The filters of the catalogue in the query of an address. */
export function readFilter(query: URLSearchParams): Filter {
  return FromAddress.parse(Object.fromEntries(query));
}
