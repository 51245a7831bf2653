/**
 * The instant of a local day and time. A time that the clock skips moves on by the length of the gap; one that the clock
 * shows twice is the first of the two.
 * @param day `2026-03-29`
 * @param time `09:30`
 * @param timeZone an IANA zone, for example `Europe/Bucharest`
 * @returns null when the day or the time does not exist in any calendar
 */
export function instantOf(day: string, time: string, timeZone: string): Date | null {
  const [year, month, date] = numbers(day, /^(\d{4})-(\d{2})-(\d{2})$/);
  const [hour, minute] = numbers(time, /^(\d{2}):(\d{2})(?::\d{2})?$/);
  if (year === undefined || month === undefined || date === undefined) return null;
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59) return null;
  const local = Date.UTC(year, month - 1, date, hour, minute);
  if (new Date(local).getUTCDate() !== date || new Date(local).getUTCMonth() !== month - 1) return null;
  // The change of a clock lies within a day; the offset before it is the one of a gap and of the first repeated hour.
  const before = offset(local - 86_400_000, timeZone);
  const after = offset(local + 86_400_000, timeZone);
  const early = local - before;
  if (before === after || offset(early, timeZone) === before) return new Date(early);
  const late = local - after;
  return new Date(offset(late, timeZone) === after ? late : early);
}

/** As `instantOf`, for the one value of a `datetime-local` control: `2026-03-29T09:30`. */
export function instantOfLocal(value: string, timeZone: string): Date | null {
  const [day = '', time = ''] = value.split('T');
  return instantOf(day, time, timeZone);
}

/** The day (`2026-03-29`) and the time (`09:30`) that clocks in a zone show at an instant. */
export function localTime(at: Date, timeZone: string): { day: string; time: string } {
  const parts = Object.fromEntries(
    clock(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The day that clocks in a zone show at an instant: `2026-05-01`. */
export function dayOf(at: Date, timeZone: string): string {
  return days(timeZone).format(at);
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
export function offset(at: number, timeZone: string): number {
  const whole = Math.floor(at / 60_000) * 60_000;
  const { day, time } = localTime(new Date(whole), timeZone);
  return Date.parse(`${day}T${time}Z`) - whole;
}

function numbers(text: string, pattern: RegExp): number[] {
  return (pattern.exec(text) ?? []).slice(1).map(Number);
}

const days = inEachZone({ year: 'numeric', month: '2-digit', day: '2-digit' });
const clock = inEachZone({
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

// To make one costs a hundred times what it costs to use it.
function inEachZone(options: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    let found = made.get(timeZone);
    if (!found) {
      found = new Intl.DateTimeFormat('en-CA', { ...options, timeZone });
      made.set(timeZone, found);
    }
    return found;
  };
}
