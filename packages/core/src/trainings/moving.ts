import { addDays } from '../clock/days.ts';
import { instantOf, localTime } from '../clock/zoned-time.ts';
import type { Repeat } from './terms.ts';

type HalfDay = { startsAt: Date; endsAt: Date };

/**
 * Moves instants along with the start of an event: each keeps its distance in days and hours on the clock of the zone, so
 * that nine o'clock stays nine o'clock across a change of the clocks.
 * @param from the start as it was
 * @param to the start as it will be
 * @returns what moves one instant
 */
export function mover(from: Date, to: Date, timeZone: string): (at: Date) => Date {
  const shift = onClock(to, timeZone) - onClock(from, timeZone);
  return (at) => {
    const moved = new Date(onClock(at, timeZone) + shift).toISOString();
    const instant = instantOf(moved.slice(0, 10), moved.slice(11, 16), timeZone);
    return new Date((instant ?? at).getTime() + (at.getTime() % 60_000));
  };
}

/** Half-days moved to a new start. One that lies across a change of the clocks keeps its hours on the clock. */
export function movedHalfDays<Session extends HalfDay>(
  sessions: readonly Session[],
  to: Date,
  timeZone: string,
): Session[] {
  const [first] = sessions;
  if (!first) return [];
  const move = mover(first.startsAt, to, timeZone);
  return sessions.map((session) => {
    const startsAt = move(session.startsAt);
    const endsAt = move(session.endsAt);
    // A night that loses its only hour keeps its length instead.
    const length = session.endsAt.getTime() - session.startsAt.getTime();
    return {
      ...session,
      startsAt,
      endsAt: endsAt > startsAt ? endsAt : new Date(startsAt.getTime() + length),
    };
  });
}

/**
 * The starts of a series, each at the same time of the clock: every week, every two weeks, or every month on the same
 * weekday (the second Tuesday, say; in a month without a fifth one on the last).
 */
export function startsOf(first: Date, repeat: Repeat, count: number, timeZone: string): Date[] {
  const { day, time } = localTime(first, timeZone);
  return Array.from({ length: count }, (_, index) => {
    const next =
      repeat === 'monthly' ? sameWeekday(day, index) : addDays(day, index * (repeat === 'weekly' ? 7 : 14));
    return instantOf(next, time, timeZone) ?? first;
  });
}

function sameWeekday(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  const ordinal = Math.ceil(date / 7);
  const firstOfMonth = new Date(Date.UTC(year, month - 1 + months, 1));
  const firstMatch = 1 + ((weekday - firstOfMonth.getUTCDay() + 7) % 7);
  const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const wished = firstMatch + (ordinal - 1) * 7;
  return addDays(firstOfMonth.toISOString().slice(0, 10), (wished > length ? wished - 7 : wished) - 1);
}

// What a clock on the wall shows, as minutes that can be counted.
function onClock(at: Date, timeZone: string): number {
  const { day, time } = localTime(at, timeZone);
  return Date.parse(`${day}T${time}Z`);
}
