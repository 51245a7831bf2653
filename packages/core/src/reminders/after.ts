import { instantOf, localTime } from '../clock/zoned-time.ts';

type Ending = { endsAt: Date; timeZone: string };

export type FollowedTraining = Ending & {
  /** Up to 23 as they are, from 24 on whole days */
  followUpHours: readonly number[];
  /** Addresses of those who were there in at least one half-day */
  readers: number;
  /** Whether each half-day that somebody has a seat in has a mark, of anybody */
  isMarked: boolean;
};

type Noted = { endsOn: string; hoursAfter: number; isTold: boolean; notedAt: Date };

const dayMs = 86_400_000;
const lastHourMs = 3_600_000;
const daysFrom = '08:00';

/** The states of an event that took place once its end has come. */
export const heldStates: readonly string[] = [
  'published',
  'registration_closed',
  'running',
  'completed',
  'documented',
];

/** The day on which an event ends, on the calendar of its place. */
export function endDay({ endsAt, timeZone }: Ending): string {
  return localTime(endsAt, timeZone).day;
}

/** When a mail after the end is due: so many hours after it, or so many days at eight in the morning at the place. */
export function followUpAt(training: Ending, hoursAfter: number): Date {
  const { endsAt, timeZone } = training;
  if (hoursAfter % 24 !== 0) return new Date(endsAt.getTime() + hoursAfter * 3_600_000);
  const day = new Date(Date.parse(`${endDay(training)}T00:00Z`) + (hoursAfter / 24) * dayMs);
  const at = instantOf(day.toISOString().slice(0, 10), daysFrom, timeZone);
  if (!at) throw new Error('a day of the calendar has an eight o’clock');
  return at;
}

/**
 * The mails after the end whose moment has come and that nobody noted. Of several only the latest is sent, and none that is
 * earlier than one noted before. None is sent whose moment passed more than a day ago: nobody is thanked for an event of long ago
 * because a rule was made or a date corrected. Since it goes to those who took part, it waits until each half-day has a mark; in
 * the last hour of that day it goes to whoever is marked by then.
 */
export function dueFollowUps(
  training: FollowedTraining,
  noted: readonly Noted[],
  now: Date,
): { hoursAfter: number; isTold: boolean }[] {
  const at = (hours: number) => followUpAt(training, hours).getTime();
  const known = notedFor(training, noted).map(({ hoursAfter }) => hoursAfter);
  const due = [...new Set(training.followUpHours)].filter(
    (hours) => !known.includes(hours) && at(hours) <= now.getTime(),
  );
  const latest = Math.max(...[...due, ...known].map(at));
  const isLate = (hours: number) => at(hours) < now.getTime() - dayMs;
  const isChosen = (hours: number) => at(hours) === latest && !isLate(hours);
  const isLastHour = (hours: number) => at(hours) <= now.getTime() - dayMs + lastHourMs;
  const isReady = (hours: number) => training.readers > 0 && (training.isMarked || isLastHour(hours));
  return due
    .filter((hours) => !isChosen(hours) || isReady(hours))
    .map((hoursAfter) => ({ hoursAfter, isTold: isChosen(hoursAfter) }));
}

export type FollowUpLine = { hoursAfter: number; at: Date; state: 'sent' | 'left_out' | 'planned' };

/** What was sent after the end, and what will be, the nearest to the end first. What waits for marks is planned. */
export function followUpLines(
  training: FollowedTraining & { state: string },
  noted: readonly Noted[],
  now: Date,
): FollowUpLine[] {
  const past = notedFor(training, noted).map(
    ({ hoursAfter, isTold, notedAt }): FollowUpLine => ({
      hoursAfter,
      at: notedAt,
      state: isTold ? 'sent' : 'left_out',
    }),
  );
  const isOff = ['postponed', 'cancelled', 'archived'].includes(training.state);
  const due = dueFollowUps(training, noted, now);
  const coming = isOff ? [] : training.followUpHours;
  const lines = coming
    .filter((hours) => past.every(({ hoursAfter }) => hoursAfter !== hours))
    .map((hoursAfter): FollowUpLine => {
      const isLeftOut = due.some((each) => each.hoursAfter === hoursAfter && !each.isTold);
      return { hoursAfter, at: followUpAt(training, hoursAfter), state: isLeftOut ? 'left_out' : 'planned' };
    });
  return [...past, ...lines].sort((one, other) => one.hoursAfter - other.hoursAfter);
}

// What was sent stays sent, whatever day the event is said to have ended on; what was left out counts for its day alone.
function notedFor(training: Ending, noted: readonly Noted[]): Noted[] {
  return noted.filter(({ endsOn, isTold }) => isTold || endsOn === endDay(training));
}
