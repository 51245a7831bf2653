/**
 * The VTIMEZONE of an IANA zone that is right from the year before `from` to the year after `to`. The rules come from
 * the runtime's own time zone data; each change of the clock is listed (RFC 5545, 3.6.5), no rule is guessed.
 * Throws a RangeError for an unknown zone.
 */
export function vtimezone(timeZone: string, from: Date, to: Date): string {
  const start = Date.UTC(from.getUTCFullYear() - 1, 0, 1);
  const end = Date.UTC(to.getUTCFullYear() + 2, 0, 1);
  const changes = clockChanges(timeZone, start, end);
  const first = offsetMinutes(timeZone, start);
  const standard = Math.min(first, ...changes.map((change) => change.after));
  const groups: Record<string, Change[]> = {};
  for (const change of changes) {
    const group = `${change.before}|${change.after}`;
    groups[group] = [...(groups[group] ?? []), change];
  }

  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...observance(first > standard, [{ at: start, before: first, after: first }]),
    ...Object.values(groups).flatMap((group) => observance((group[0]?.after ?? 0) > standard, group)),
    'END:VTIMEZONE',
  ].join('\r\n');
}

/** The wall clock of a zone at that instant, as RFC 5545 writes it: `20260329T090000`. */
export function wallClock(instant: Date, timeZone: string): string {
  return stamp(instant.getTime() + offsetMinutes(timeZone, instant.getTime()) * minute);
}

type Change = { at: number; before: number; after: number };
const minute = 60_000;
// No zone changes its clock twice within a week.
const week = 7 * 24 * 60 * minute;

function observance(isDaylight: boolean, changes: Change[]): string[] {
  const [first, ...more] = changes;
  if (!first) return [];
  const kind = isDaylight ? 'DAYLIGHT' : 'STANDARD';
  const local = ({ at, before }: Change) => stamp(at + before * minute);
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local(first)}`,
    ...more.map((change) => `RDATE:${local(change)}`),
    `TZOFFSETFROM:${signed(first.before)}`,
    `TZOFFSETTO:${signed(first.after)}`,
    `END:${kind}`,
  ];
}

function clockChanges(timeZone: string, start: number, end: number): Change[] {
  const changes: Change[] = [];
  for (let from = start; from < end; from += week) {
    const before = offsetMinutes(timeZone, from);
    const after = offsetMinutes(timeZone, from + week);
    if (before === after) continue;
    let [early, late] = [from, from + week];
    while (late - early > minute) {
      const middle = early + Math.floor((late - early) / minute / 2) * minute;
      if (offsetMinutes(timeZone, middle) === before) early = middle;
      else late = middle;
    }
    changes.push({ at: late, before, after });
  }
  return changes;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function offsetMinutes(timeZone: string, at: number): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formatters.set(timeZone, formatter);
  }
  const name = formatter.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d+Z/g, '');
}

function signed(minutes: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}${two(Math.abs(minutes) % 60)}`;
}
