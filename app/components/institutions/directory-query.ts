import { institutionKinds, membershipStates } from '@tessera/core/institutions/terms.ts';

const sorts = ['name', 'place', 'kind'] as const;

/** What the address of a directory asks for. */
export type DirectoryQuery = {
  q: string;
  kind: (typeof institutionKinds)[number] | '';
  county: string;
  speaks: string;
  state: (typeof membershipStates)[number] | '';
  sort: (typeof sorts)[number];
  page: number;
};

/** Reads an address; what no link of ours has counts as not asked. */
export function readDirectoryQuery(url: string): DirectoryQuery {
  const query = new URL(url).searchParams;
  const text = (name: string, longest: number) => (query.get(name) ?? '').slice(0, longest);
  const page = Number(query.get('page') ?? '1');
  return {
    q: text('q', 100),
    kind: institutionKinds.find((known) => known === query.get('kind')) ?? '',
    county: text('county', 120),
    speaks: /^[a-z]{2,3}$/.test(query.get('speaks') ?? '') ? text('speaks', 3) : '',
    state: membershipStates.find((known) => known === query.get('state')) ?? '',
    sort: sorts.find((known) => known === query.get('sort')) ?? 'name',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The parts of an address again, without what stands for itself. */
export function directoryParams({ sort, page, ...query }: DirectoryQuery) {
  return { ...query, sort: sort === 'name' ? '' : sort, page: page === 1 ? '' : page };
}
