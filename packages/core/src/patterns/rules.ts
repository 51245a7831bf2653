import { createHash } from 'node:crypto';
import { addDays } from '../clock/days.ts';
import { instantOf, localTime } from '../clock/zoned-time.ts';

/**
 * The id of a copy: the same for the same thing of the same run, so that a repeat writes nothing twice.
 * @returns a UUID of version 8 (RFC 9562), made of the SHA-256 of both ids
 */
export function copyId(runId: string, sourceId: string): string {
  const hash = createHash('sha256').update(`${runId} ${sourceId}`).digest('hex');
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 3) | 8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** By what a later change of a copy is seen: the SHA-256 of its rows. */
export function markOf(rows: unknown): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

export type Links = {
  /** The address of the platform, without a slash at its end */
  origin: string;
  from: string;
  to: string;
  /** The ids of the copies, by the ids of what they are copies of */
  copies: ReadonlyMap<string, string>;
};

/**
 * Leads the links of a text to the copies. A link into the other network that leads to nothing that is copied stays as it is.
 * @returns the text, and the links that stayed
 */
export function rewriteLinks(
  text: string,
  { origin, from, to, copies }: Links,
): { text: string; left: string[] } {
  const left: string[] = [];
  // A path alone counts where no other address ends in it.
  const address = new RegExp(
    `(${escaped(origin)}|(?<![\\w.:/-]))/n/${escaped(from)}(?![\\w-])((?:/[\\w%~-]+(?:\\.[\\w%~-]+)*)*)([?#][\\w.%~=&-]*)?`,
    'gi',
  );
  const rewritten = text.replace(address, (whole: string, host: string, path: string, rest = '') => {
    const [, room, id = '', ...deeper] = path.split('/');
    const copy = copies.get(id.toLowerCase());
    if (path === '') return `${host}/n/${to}${rest}`;
    if (copy && (room === 'library' || room === 'trainings') && deeper.length === 0)
      return `${host}/n/${to}/${room}/${copy}${rest}`;
    left.push(whole);
    return whole;
  });
  return { text: rewritten, left };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const weeksAhead = 26;

/**
 * Where the copy of a training stands until somebody sets its dates: half a year on, on the same weekday and hour. A training
 * always has a start; this one is a draft that only the organisers see.
 */
export function placeholderStart(startsAt: Date, now: Date, timeZone: string): Date {
  const { day, time } = localTime(startsAt, timeZone);
  const today = localTime(now, timeZone).day;
  const earliest = addDays(today, weeksAhead * 7);
  const weekday = (date: string) => new Date(`${date}T00:00Z`).getUTCDay();
  const later = (weekday(day) - weekday(earliest) + 7) % 7;
  return (
    instantOf(addDays(earliest, later), time, timeZone) ?? new Date(now.getTime() + weeksAhead * 604_800_000)
  );
}

/** Of things that bear the same title the newest, in the order of their titles. */
export function newestByTitle<Thing extends { title: string; at: Date }>(things: readonly Thing[]): Thing[] {
  const newest = new Map<string, Thing>();
  for (const thing of things) {
    const known = newest.get(thing.title);
    if (!known || known.at < thing.at) newest.set(thing.title, thing);
  }
  return [...newest.values()].sort((one, other) => (one.title < other.title ? -1 : 1));
}
