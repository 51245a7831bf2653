import { instantOf, localTime } from '../clock/zoned-time.ts';

export type RemindedTraining = {
  startsAt: Date;
  timeZone: string;
  reminderDays: readonly number[];
  /** When its dates were moved last: everyone was told then */
  movedAt: Date | null;
  takenCount: number;
};

type Noted = { startsOn: string; daysBefore: number; isTold: boolean; notedAt: Date };

/** Reminders leave from this hour on, on the clock of the place. */
const remindedFrom = '08:00';

/** The day on which an event begins, on the calendar of its place: what a reminder is sent once for. */
export function startDay({ startsAt, timeZone }: Pick<RemindedTraining, 'startsAt' | 'timeZone'>): string {
  return localTime(startsAt, timeZone).day;
}

/** When a reminder is due: so many days before the start, at eight in the morning at the place. */
export function remindAt(
  training: Pick<RemindedTraining, 'startsAt' | 'timeZone'>,
  daysBefore: number,
): Date {
  const day = new Date(Date.parse(`${startDay(training)}T00:00Z`) - daysBefore * 86_400_000);
  const at = instantOf(day.toISOString().slice(0, 10), remindedFrom, training.timeZone);
  if (!at) throw new Error('a day of the calendar has an eight o’clock');
  return at;
}

/**
 * The reminders of an event whose hour has come and that nobody noted for the day on which it begins. Of several only the
 * nearest to the start is told, and none that is farther than one noted before. None is told whose hour had passed when
 * the dates were moved, since everyone heard of these then, and none while nobody has a seat.
 */
export function dueReminders(
  training: RemindedTraining,
  noted: readonly Noted[],
  now: Date,
): { daysBefore: number; isTold: boolean }[] {
  const known = notedFor(training, noted).map(({ daysBefore }) => daysBefore);
  const due = [...new Set(training.reminderDays)].filter(
    (days) => !known.includes(days) && remindAt(training, days) <= now,
  );
  const nearest = Math.min(...due, ...known);
  const isNews = (days: number) => training.movedAt === null || remindAt(training, days) > training.movedAt;
  const hasReaders = training.takenCount > 0;
  return due.map((daysBefore) => ({
    daysBefore,
    isTold: daysBefore === nearest && isNews(daysBefore) && hasReaders,
  }));
}

export type ReminderLine = { daysBefore: number; at: Date; state: 'sent' | 'left_out' | 'planned' };

type ListedTraining = Omit<RemindedTraining, 'movedAt'> & { state: string };

/**
 * What was reminded for the date that holds, and what will be, the farthest from the start first. What came due and was not
 * noted yet is told within the minute if it is the nearest and somebody comes.
 */
export function reminderLines(training: ListedTraining, noted: readonly Noted[], now: Date): ReminderLine[] {
  const past = notedFor(training, noted).map(
    ({ daysBefore, isTold, notedAt }): ReminderLine => ({
      daysBefore,
      at: notedAt,
      state: isTold ? 'sent' : 'left_out',
    }),
  );
  const due = dueReminders({ ...training, movedAt: null }, noted, now);
  const isLeftOut = (days: number) => due.some(({ daysBefore, isTold }) => daysBefore === days && !isTold);
  const isComing = !['postponed', 'cancelled'].includes(training.state) && training.startsAt > now;
  const coming = training.reminderDays
    .filter((days) => isComing && past.every(({ daysBefore }) => daysBefore !== days))
    .map(
      (daysBefore): ReminderLine => ({
        daysBefore,
        at: remindAt(training, daysBefore),
        state: isLeftOut(daysBefore) ? 'left_out' : 'planned',
      }),
    );
  return [...past, ...coming].sort((one, other) => other.daysBefore - one.daysBefore);
}

function notedFor(
  training: Pick<RemindedTraining, 'startsAt' | 'timeZone'>,
  noted: readonly Noted[],
): Noted[] {
  return noted.filter(({ startsOn }) => startsOn === startDay(training));
}
