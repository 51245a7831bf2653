/**
 * How many months a period takes, both days included, rounded to whole months: 1 March 2025 to 31 August 2027 is 30.
 * Days are given as midnight UTC.
 */
export function monthsOf(from: Date, until: Date): number {
  const end = new Date(until.getTime() + 86_400_000);
  const months = (end.getUTCFullYear() - from.getUTCFullYear()) * 12 + end.getUTCMonth() - from.getUTCMonth();
  const days = end.getUTCDate() - from.getUTCDate();
  return Math.round(months + days / 30);
}
