import { formats } from '@tessera/i18n/format.ts';

export type DayEntry = {
  id: string;
  title: string;
  sharedBy: string | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  isCancelled: boolean;
};

type CalendarTraining = {
  id: string;
  title: string;
  sharedBy: string | null;
  timeZone: string;
  state: string;
  sessions: readonly { startsAt: Date; endsAt: Date }[];
};

/**
 * The trainings of each day of a period, by `2026-05-01`. Half-days of one training on the same day are one entry from
 * the first beginning to the last end.
 * @param from its first day, `2026-05-01`
 * @param to its last day
 */
export function daysOf(
  trainings: readonly CalendarTraining[],
  from: string,
  to: string,
): Record<string, DayEntry[]> {
  const { isoDay } = formats('en');
  const days: Record<string, DayEntry[]> = {};
  for (const { id, title, sharedBy, timeZone, state, sessions } of trainings) {
    const isCancelled = state === 'cancelled';
    for (const { startsAt, endsAt } of sessions) {
      const day = isoDay(startsAt, timeZone);
      if (day < from || day > to) continue;
      const entries = days[day] ?? [];
      days[day] = entries;
      const known = entries.find((entry) => entry.id === id);
      if (known) known.endsAt = endsAt;
      else entries.push({ id, title, sharedBy, timeZone, startsAt, endsAt, isCancelled });
    }
  }
  for (const entries of Object.values(days)) {
    entries.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  }
  return days;
}
