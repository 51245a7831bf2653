/** A month of the calendar, `2026-05`. */
export type Month = { year: number; month: number };

/** The month in a text like `2026-05`, or null when it is none between 2000 and 2099. */
export function parseMonth(text: string | null): Month | null {
  const match = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(text ?? '');
  return match ? { year: Number(match[1]), month: Number(match[2]) } : null;
}

/** `2026-05` */
export function monthText({ year, month }: Month): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** The month so many months later, or earlier. */
export function shiftMonth({ year, month }: Month, by: number): Month {
  const index = year * 12 + month - 1 + by;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** Instants around a period of days that hold every day of it, whatever the zone. */
export function aroundDays({ from, to }: { from: string; to: string }): { from: Date; to: Date } {
  return {
    from: new Date(`${shiftDay(from, -1)}T00:00:00Z`),
    to: new Date(`${shiftDay(to, 2)}T00:00:00Z`),
  };
}

/** Which day of the week comes first; a number as `Date.getUTCDay` counts. */
export type WeekStart = 'monday' | 'saturday' | 'sunday';
export const firstWeekday: Record<WeekStart, number> = { sunday: 0, monday: 1, saturday: 6 };

/** The seven days of the week that holds a day, `2026-05-01` each. */
export function weekOf(day: string, weekStart: WeekStart = 'monday'): string[] {
  const date = new Date(`${day}T00:00:00Z`);
  const before = (date.getUTCDay() - firstWeekday[weekStart] + 7) % 7;
  return Array.from({ length: 7 }, (_, weekday) => shiftDay(day, weekday - before));
}

/** The day so many days later, or earlier. */
export function shiftDay(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** The day in a text like `2026-05-01`, or null when it is none between 2000 and 2099. */
export function parseDay(text: string | null): string | null {
  if (!/^20\d\d-\d\d-\d\d$/.test(text ?? '')) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}

/** The weeks of a month as days `2026-05-01`; null before its first and after its last day. */
export function weeksOf({ year, month }: Month, weekStart: WeekStart = 'monday'): (string | null)[][] {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() - firstWeekday[weekStart] + 7) % 7;
  const weeks = Math.ceil((before + days) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = week * 7 + weekday - before + 1;
      return day < 1 || day > days ? null : `${monthText({ year, month })}-${String(day).padStart(2, '0')}`;
    }),
  );
}
