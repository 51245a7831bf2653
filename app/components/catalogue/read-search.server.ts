import { searchOrders } from '@tessera/core/catalogue/terms.ts';
import { z } from 'zod';
import { readFilter } from '~/components/trainings/read-filter.server.ts';
import { type EventSearch, usualSort } from './event-search.ts';

// An address that someone changed by hand shows the list as if that part were not there.
const FromAddress = z.object({
  host: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .catch(''),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .catch(''),
  sort: z.enum(searchOrders).optional().catch(undefined),
});

/** The search in the query of an address. */
export function readSearch(query: URLSearchParams): EventSearch {
  const filter = readFilter(query);
  const { host, country, sort } = FromAddress.parse(Object.fromEntries(query));
  return { ...filter, host, country, sort: sort ?? usualSort(filter) };
}
