/** The kinds that every network knows by a name in each language; "other" carries the network's own words. */
export const prerequisiteCodes = [
  'background_check',
  'safeguarding_training',
  'confidentiality_declaration',
  'first_aid',
  'other',
] as const;
export type PrerequisiteCode = (typeof prerequisiteCodes)[number];

/** The last day of a record that holds for some months from its day of issue; none for one without an end. */
export function lastDay(issuedOn: string, validMonths: number | null): string | null {
  if (validMonths === null) return null;
  const [year = 0, month = 1, day = 1] = issuedOn.split('-').map(Number);
  const daysInMonth = new Date(Date.UTC(year, month - 1 + validMonths + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + validMonths, Math.min(day, daysInMonth)))
    .toISOString()
    .slice(0, 10);
}
