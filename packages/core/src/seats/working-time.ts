import { offset } from '../clock/zoned-time.ts';

const opensAt = 8;
const closesAt = 20;
const noon = 12;

/**
 * The end of an offer: `at` when it falls on a working day between 8 and 20 by the clocks of the zone, else noon of the next
 * working day, so that nobody loses a seat over night or over a week-end.
 */
export function withinWorkingTime(at: Date, timeZone: string): Date {
  const local = localClock(at, timeZone);
  const hour = local.getUTCHours();
  const isClosing = hour === closesAt && local.getTime() % 3_600_000 === 0;
  if (isWorkingDay(local) && hour >= opensAt && (hour < closesAt || isClosing)) return at;
  const day = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), noon));
  if (hour >= opensAt) day.setUTCDate(day.getUTCDate() + 1);
  while (!isWorkingDay(day)) day.setUTCDate(day.getUTCDate() + 1);
  return instantOf(day, timeZone);
}

const isWorkingDay = (local: Date) => local.getUTCDay() >= 1 && local.getUTCDay() <= 5;

// What the clocks of the zone show, as if it were UTC.
function localClock(at: Date, timeZone: string): Date {
  return new Date(at.getTime() + offset(at.getTime(), timeZone));
}

// No zone changes its clocks at noon, so the second look at the offset is the right one.
function instantOf(local: Date, timeZone: string): Date {
  let at = local;
  for (let look = 0; look < 2; look++) at = new Date(local.getTime() - offset(at.getTime(), timeZone));
  return at;
}
