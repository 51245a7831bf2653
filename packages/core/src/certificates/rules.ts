import { z } from 'zod';

/**
 * Whether a seat has earned a certificate: the share of half-days present reaches the threshold (percent). Registration
 * alone never earns one; an excused half-day is no absence, but it is not presence either.
 */
export function hasEarned(attendance: { sessions: number; present: number }, threshold: number): boolean {
  return attendance.sessions > 0 && attendance.present * 100 >= attendance.sessions * threshold;
}

/** What a certificate printed, frozen; later changes of names, titles or rules never reach it. */
export const Snapshot = z.object({
  learnerName: z.string(),
  initials: z.string(),
  title: z.string(),
  networkCode: z.string(),
  networkName: z.string(),
  accent: z.string(),
  issuerCountry: z.string().nullable(),
  startsOn: z.coerce.date(),
  endsOn: z.coerce.date(),
  timeZone: z.string(),
  workloadMinutes: z.number(),
  outcomes: z.array(z.string()),
  funders: z.array(z.string()),
  participation: z.enum(['onsite', 'online', 'hybrid']),
  threshold: z.number(),
});
export type Snapshot = z.output<typeof Snapshot>;

/** `Ana Maria Pop` is `A. M. P.` */
export function initialsOf(...names: string[]): string {
  return names
    .flatMap((name) => name.split(/[\s-]+/))
    .filter(Boolean)
    .map((part) => `${[...part][0]?.toLocaleUpperCase() ?? ''}.`)
    .join(' ');
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 16 characters without look-alikes (80 random bits), so that a code can be read out and not guessed. */
export function verifyCode(random: Uint8Array): string {
  return Array.from(random.subarray(0, 16), (byte) => alphabet[byte % 32]).join('');
}

/** What people type: spaces, dashes and small letters count as the same code; O, I and L are read as digits. */
export function normaliseCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
