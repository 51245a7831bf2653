import { figuresFor } from './rules.ts';

/** What a goal is about. It is counted, so that a network sees where its people need most; a goal may leave it out. */
export const needAreas = [
  'language',
  'housing',
  'work',
  'health',
  'education',
  'papers',
  'money',
  'community',
  'safety',
  'other',
] as const;
export type NeedArea = (typeof needAreas)[number];

/** Which states of goals stand in which column of the figures. A draft is not a goal yet. */
const columns = {
  active: ['agreed', 'in_progress'],
  achieved: ['achieved'],
  partly: ['partly'],
  dropped: ['dropped'],
} as const;
type Column = keyof typeof columns;
export const needColumns = Object.keys(columns) as Column[];

/** How many goals of one area stand where; the area is null where it was not said. */
export type NeedCounts = { need: string | null } & Record<Column, number>;
/** The same as its reader may see it: null stands for what could be a person, or would tell one. */
export type NeedFigures = { need: NeedArea | null } & Record<Column, number | null>;

/**
 * The goals of a programme by area, in the order of the areas, what was not said last. For a funder each column is veiled
 * as the figures of states are: its sum stands among these, so that a lone missing cell takes another one with it, and
 * where the sum itself is missing no cell tells a part of it.
 * @param shown the goals by state, as the same reader sees them
 */
export function needsFor(
  rows: readonly NeedCounts[],
  shown: readonly { state: string; count: number | null }[],
  isForFunder: boolean,
): NeedFigures[] {
  const order = [...needAreas, null];
  const sorted = rows.toSorted(
    (a, b) => order.indexOf(a.need as NeedArea) - order.indexOf(b.need as NeedArea),
  );
  const veiled = needColumns.map((column) => {
    const states: readonly string[] = columns[column];
    const hasSum = shown.every(({ state, count }) => count !== null || !states.includes(state));
    const cells = sorted.map((row) => ({ state: row.need ?? '', count: row[column] }));
    if (isForFunder && !hasSum) return cells.map(({ count }) => (count === 0 ? 0 : null));
    return figuresFor(cells, isForFunder).map(({ count }) => count);
  });
  return sorted.map(({ need }, at) => ({
    need: need as NeedArea | null,
    active: veiled[0]?.[at] ?? null,
    achieved: veiled[1]?.[at] ?? null,
    partly: veiled[2]?.[at] ?? null,
    dropped: veiled[3]?.[at] ?? null,
  }));
}
