import { PeopleFilter } from '@tessera/core/members/schema.ts';

/** What of the people a page's address asks for; what it cannot mean is left out. */
export function readPeopleFilter(request: Request) {
  const { searchParams } = new URL(request.url);
  const { page, ...words } = Object.fromEntries(searchParams);
  return PeopleFilter.parse({ ...words, page: page === undefined ? 1 : Number(page) });
}
