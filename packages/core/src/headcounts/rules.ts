/** What information sessions are about, as the Bulgarian model counts them. */
export const infoTopics = [
  'health',
  'social_rights',
  'education',
  'work',
  'violence',
  'womens_rights',
  'right_to_protection',
  'other',
] as const;
export type InfoTopic = (typeof infoTopics)[number];

export const genders = ['women', 'men', 'otherGender'] as const;
/** Bands of age by their first year: 0–17, 18–29, 30–54, 55 and more */
export const ageBands = ['under18', 'from18', 'from30', 'from55'] as const;

export type Figure = (typeof genders)[number] | (typeof ageBands)[number];
export type Figures = { total: number } & Record<Figure, number>;

/** The sum that does not agree with the total, and what it is; null when both agree. */
export function wrongSum(figures: Figures): { of: 'gender' | 'age'; sum: number } | null {
  const sumOf = (parts: readonly Figure[]) => parts.reduce((sum, part) => sum + figures[part], 0);
  if (sumOf(genders) !== figures.total) return { of: 'gender', sum: sumOf(genders) };
  return sumOf(ageBands) === figures.total ? null : { of: 'age', sum: sumOf(ageBands) };
}

/** Fewer people than these in one cell could be known by it. */
export const fewest = 5;

/** A figure as a reader may see it: `few` stands for one to four, `hidden` for one that would give a `few` away. */
export type Shown = number | 'few' | 'hidden';
export type ShownRow = { total: Shown } & Record<Figure, Shown>;

const columns = ['total', ...genders, ...ageBands] as const;

/**
 * A table with its row of totals as readers see it who do not keep the figures. One to four become `few`. What would
 * tell one of them by subtraction goes as well: in each sum of the table no single cell is missing.
 */
export function veiled<Row extends Figures>(
  rows: readonly Row[],
): { rows: (Omit<Row, keyof Figures> & ShownRow)[]; totals: ShownRow } {
  const table = [...rows, totalsOf(rows)].map((row) =>
    columns.map((column) => ({
      count: row[column],
      shown: (row[column] > 0 && row[column] < fewest ? 'few' : row[column]) as Shown,
    })),
  );
  closeSums(sumsIn(table));
  const shown = table.map(
    (cells) =>
      Object.fromEntries(
        columns.map((column, index) => [column, cells[index]?.shown ?? 'hidden']),
      ) as ShownRow,
  );
  return {
    rows: rows.map((row, index) => ({ ...row, ...(shown[index] as ShownRow) })),
    totals: shown[rows.length] as ShownRow,
  };
}

/** The sum of each column. */
export function totalsOf(rows: readonly Figures[]): Figures {
  const sum = (key: keyof Figures) => rows.reduce((all, row) => all + row[key], 0);
  return Object.fromEntries(columns.map((key) => [key, sum(key)])) as Figures;
}

/** A figure, and as its reader may see it. */
export type Cell = { count: number; shown: Shown };

// Each list holds a whole and its parts: people by gender and by age in each row, and the rows of each column.
function sumsIn(table: readonly Cell[][]): Cell[][] {
  const pick = (cells: readonly Cell[], parts: readonly Figure[]) =>
    cells.filter((_, index) => columns[index] === 'total' || parts.includes(columns[index] as Figure));
  return [
    ...table.flatMap((cells) => [pick(cells, genders), pick(cells, ageBands)]),
    ...columns.map((_, index) => table.flatMap((cells) => cells[index] ?? [])),
  ];
}

/**
 * Hides what would tell a single hidden cell by subtraction. Each list holds a whole and its parts.
 */
export function closeSums(sums: readonly Cell[][]): void {
  for (let isClosed = false; !isClosed; ) {
    isClosed = true;
    for (const sum of sums) {
      if (sum.filter(({ shown }) => typeof shown === 'string').length !== 1) continue;
      const [smallest] = sum
        .filter(({ shown }) => typeof shown === 'number' && shown > 0)
        .sort((one, other) => one.count - other.count);
      if (!smallest) continue;
      smallest.shown = 'hidden';
      isClosed = false;
    }
  }
}
