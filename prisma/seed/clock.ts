export type Preset = 'live' | 'fixed';

/** The dates of one network (and its children): as in the sources, or moved so that its "today" is the real one. */
export type SeedClock = {
  /** Seconds that the network's clock is ahead of the real one; negative when it stands in the past. */
  offset: number;
  /** What the network's clock shows while the seed runs. */
  now: Date;
  /** The instant of a local date and time of the sources: `2015-10-13`, `09:00`. */
  at: (date: string, time: string, timeZone?: string) => Date;
  /** A date of the sources without a time. */
  day: (date: string) => Date;
  /** The border of a long period: moved by whole months, so that its length in months stays. */
  border: (date: string) => Date;
};

const dayMs = 86_400_000;

/**
 * The clock of a network whose story stands still at `today` (`YYYY-MM-DD`). Fixed: it is noon of that day. Live: no
 * offset, and every date moves by the same number of whole weeks, so that `today` falls on the last seven real days and
 * weekdays stay.
 */
export function seedClock(preset: Preset, today: string, timeZone: string, realNow: Date): SeedClock {
  const isLive = preset === 'live';
  const realToday = localDate(realNow, timeZone);
  const shiftDays = isLive ? Math.floor((utc(realToday) - utc(today)) / dayMs / 7) * 7 : 0;
  const shiftMonths = isLive ? months(realToday) - months(today) : 0;
  const moved = (date: string) => new Date(utc(date) + shiftDays * dayMs);
  const now = isLive ? realNow : localInstant(today, '12:00', timeZone);
  return {
    now,
    offset: Math.round((now.getTime() - realNow.getTime()) / 1000),
    at: (date, time, zone = timeZone) => localInstant(moved(date).toISOString().slice(0, 10), time, zone),
    day: moved,
    border: (date) => addMonths(date, shiftMonths),
  };
}

function utc(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function months(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return year * 12 + month;
}

/** The last day of a month stays the last day. */
function addMonths(date: string, count: number): Date {
  const from = new Date(utc(date));
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()];
  const isLastDay = day === daysIn(year, month);
  const last = daysIn(year, month + count);
  return new Date(Date.UTC(year, month + count, isLastDay ? last : Math.min(day, last)));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

function localDate(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}

/** Clocks of a zone are off from UTC by whole minutes; near a change of summer time the second look settles it. */
function localInstant(date: string, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const first = wanted - zoneOffset(new Date(wanted), timeZone);
  return new Date(wanted - zoneOffset(new Date(first), timeZone));
}

function zoneOffset(instant: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hour12: false,
  });
  const [date = '', time = ''] = format.format(instant).replace('24:', '00:').split(', ');
  return Date.parse(`${date}T${time}Z`) - Math.floor(instant.getTime() / 1000) * 1000;
}
