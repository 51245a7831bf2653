import { dayOf } from '../clock/zoned-time.ts';

/** One training that somebody learned in. */
export type Learned = { startsAt: Date; timeZone: string; kind: string; theme: string; minutes: number };

export const groupings = ['year', 'theme', 'kind'] as const;
export type Grouping = (typeof groupings)[number];

/** Sums of minutes by year, theme or kind, the most first and years from the last. Every line stands in one of them. */
export function totalsBy(lines: readonly Learned[], by: Grouping): { key: string; minutes: number }[] {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const key = by === 'year' ? yearOf(line) : line[by];
    sums.set(key, (sums.get(key) ?? 0) + line.minutes);
  }
  const totals = [...sums].map(([key, minutes]) => ({ key, minutes }));
  return by === 'year'
    ? totals.sort((a, b) => b.key.localeCompare(a.key))
    : totals.sort((a, b) => b.minutes - a.minutes || a.key.localeCompare(b.key));
}

// The year where it took place: a training on New Year's Eve belongs to one year, whoever reads.
function yearOf({ startsAt, timeZone }: Learned): string {
  return dayOf(startsAt, timeZone).slice(0, 4);
}
