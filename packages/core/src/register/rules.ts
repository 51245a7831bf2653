import { type Cell, closeSums, fewest, type Shown } from '../headcounts/rules.ts';
import type { institutionKinds } from '../institutions/terms.ts';

type Kind = (typeof institutionKinds)[number];

/** Whom a network is there for. The last two follow from no institution: somebody states them. */
export const categories = [
  'public_institution',
  'ngo',
  'private_sector',
  'local_group',
  'in_contact',
  'volunteer',
] as const;
export type Category = (typeof categories)[number];

const byKind: Partial<Record<Kind, Category>> = {
  ngo: 'ngo',
  volunteer_centre: 'ngo',
  religious_org: 'ngo',
  international_org: 'ngo',
  employer_private: 'private_sector',
  media: 'private_sector',
  informal_group: 'local_group',
};

/** The category of somebody: as it was stated, else by the institution; null for whom nobody said anything. */
export function categoryOf({ stated, kind }: { stated: string | null; kind: string | null }) {
  if (stated !== null) return stated as Category;
  return kind === null ? null : (byKind[kind as Kind] ?? 'public_institution');
}

type Counted = { category: Category | null; county: string; people: number };

export type RegisterRow = { category: Category | null; cells: Shown[]; total: Shown };
export type RegisterTable = {
  /** The columns; "" for people without a county */
  counties: string[];
  rows: RegisterRow[];
  totals: Shown[];
  total: Shown;
};

/**
 * People by category and county. Who does not keep the register reads no figure from one to four, and none that would
 * give such a one away.
 */
export function registerTable(counted: readonly Counted[], isWhole: boolean): RegisterTable {
  const counties = [...new Set(counted.map(({ county }) => county))].sort(
    (one, other) => Number(one === '') - Number(other === '') || one.localeCompare(other),
  );
  const shown = [...categories, null].filter((each) => counted.some(({ category }) => category === each));
  const cell = (of: readonly Counted[]): Cell => {
    const count = of.reduce((sum, { people }) => sum + people, 0);
    return { count, shown: !isWhole && count > 0 && count < fewest ? 'few' : count };
  };
  const line = (of: readonly Counted[]) => [
    ...counties.map((county) => cell(of.filter((each) => each.county === county))),
    cell(of),
  ];
  const lines = [
    ...shown.map((each) => line(counted.filter(({ category }) => category === each))),
    line(counted),
  ];
  if (!isWhole)
    closeSums([
      ...lines,
      ...[...counties, null].map((_, index) => lines.flatMap((each) => each[index] ?? [])),
    ]);
  const read = lines.map((each) => each.map((one) => one.shown));
  const [totals = []] = read.splice(-1);
  return {
    counties,
    rows: shown.map((category, index) => ({
      category,
      cells: read[index]?.slice(0, -1) ?? [],
      total: read[index]?.at(-1) ?? 0,
    })),
    totals: totals.slice(0, -1),
    total: totals.at(-1) ?? 0,
  };
}
