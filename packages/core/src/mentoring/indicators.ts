import type { MentoringCounts } from '@tessera/db/mentoring-indicators.server.ts';

export const indicatorCodes = [
  'leaders',
  'themes',
  'BG-03',
  'BG-04',
  'people_reached',
  'ME-01',
  'ME-02',
  'ME-03',
  'ME-04',
  'ME-05',
] as const;
export type IndicatorCode = (typeof indicatorCodes)[number];

/** A figure as its reader may see it: `few` stands for one to four, `hidden` for one that would give a `few` away. */
export type ShownFigure = number | 'few' | 'hidden';
export type Indicator = {
  code: IndicatorCode;
  /** A share is shown in per cent, a ratio as a number. */
  kind: 'count' | 'share' | 'ratio';
  value: ShownFigure;
  /** What it is a share or a multiple of, or the target of a count. */
  of: ShownFigure | null;
};

const fewest = 5;
const isFew = (count: number) => count > 0 && count < fewest;

/**
 * The indicators of mentoring from the counts of a network. Whoever only pays for it sees no figure from one to four, and
 * none from which such a one could be computed.
 */
export function indicatorsOf(counts: MentoringCounts, isForFunder: boolean): Indicator[] {
  const { target, leaders, mentors, themes, empowered } = counts;
  const shown = (count: number): ShownFigure => (isForFunder && isFew(count) ? 'few' : count);
  const part = (code: IndicatorCode, value: number, of: number): Indicator => ({
    code,
    kind: 'share',
    value: isForFunder && !isFew(value) && isFew(of - value) ? 'hidden' : shown(value),
    of: shown(of),
  });
  return [
    { code: 'leaders', kind: 'count', value: shown(leaders), of: target },
    { code: 'themes', kind: 'count', value: themes, of: null },
    part('BG-03', empowered, leaders),
    { code: 'BG-04', kind: 'count', value: counts.initiatives, of: null },
    { code: 'people_reached', kind: 'count', value: shown(counts.peopleReached), of: null },
    { code: 'ME-01', kind: 'count', value: shown(counts.active), of: null },
    part('ME-02', counts.held, counts.due),
    part('ME-03', counts.reached, counts.goals),
    part('ME-04', counts.endedEarly, counts.begun),
    { code: 'ME-05', kind: 'ratio', value: shown(leaders), of: shown(mentors) },
  ];
}

/** The share or the ratio of an indicator; null where it has none, or where it would tell what is not shown. */
export function quotientOf({ kind, value, of }: Indicator): number | null {
  if (kind === 'count' || typeof value !== 'number' || typeof of !== 'number' || of === 0) return null;
  return value / of;
}
