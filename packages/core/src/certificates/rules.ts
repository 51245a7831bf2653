import { z } from 'zod';

/** What a training asks of who gets a certificate. */
export type CertificateRule = {
  attendanceMeasure: 'half_days' | 'minutes';
  /** Percent */
  attendanceThreshold: number;
  needsEvaluation: boolean;
};

/** What is known of one seat: each half-day with its length and the minutes that its holder was there. */
export type CertificateFacts = {
  sessions: readonly {
    id: string;
    minutes: number;
    attended: number;
    isMandatory: boolean;
    /** Whether the seat covers it */
    isBooked: boolean;
  }[];
  hasEvaluated: boolean;
};

export type Shortfall = 'attendance' | 'mandatory' | 'evaluation';

/** What was attended of what was held, in the measure of the rule, and everything that is missing for a certificate. */
export type Verdict = {
  isEarned: boolean;
  attended: number;
  held: number;
  missed: string[];
  lacks: Shortfall[];
};

/**
 * Whether a seat has earned a certificate, and why not: the share that was attended reaches the threshold, no mandatory
 * half-day was missed, and the evaluation is in where the rule asks for it. A half-day counts when all of it was
 * attended; minutes count as they are. Of a seat that covers some of the half-days only these are held; a mandatory one is
 * missed also by who did not book it. Registration alone never earns one; an excused half-day is no absence, but it is
 * not presence either.
 */
export function judge(facts: CertificateFacts, rule: CertificateRule): Verdict {
  const booked = facts.sessions.filter(({ isBooked }) => isBooked);
  const wasThere = ({ minutes, attended }: (typeof booked)[number]) => attended >= minutes;
  const sum = (of: (session: (typeof booked)[number]) => number) =>
    booked.reduce((total, session) => total + of(session), 0);
  const isByMinutes = rule.attendanceMeasure === 'minutes';
  const held = isByMinutes ? sum(({ minutes }) => minutes) : booked.length;
  const attended = isByMinutes ? sum((each) => each.attended) : booked.filter(wasThere).length;
  const missed = facts.sessions.filter((each) => each.isMandatory && !wasThere(each)).map(({ id }) => id);
  const lacks: Shortfall[] = [];
  if (held === 0 || attended * 100 < held * rule.attendanceThreshold) lacks.push('attendance');
  if (missed.length > 0) lacks.push('mandatory');
  if (rule.needsEvaluation && !facts.hasEvaluated) lacks.push('evaluation');
  return { isEarned: lacks.length === 0, attended, held, missed, lacks };
}

/** How a certificate stands: what was decided about it, and otherwise the time. */
export type Standing = 'valid' | 'expired' | 'revoked' | 'superseded';

export function standingOf(
  certificate: { state: 'issued' | 'revoked' | 'superseded'; validUntil: Date | null },
  now: Date,
): Standing {
  if (certificate.state !== 'issued') return certificate.state;
  return certificate.validUntil && certificate.validUntil <= now ? 'expired' : 'valid';
}

/**
 * Until when an issue holds. A renewal begins a new period; a correction is the same certificate with other words, so it
 * keeps the end of the one that it replaces.
 * @param months null for ever
 */
export function validUntilOf(
  issuedAt: Date,
  months: number | null,
  corrected?: { validUntil: Date | null },
): Date | null {
  if (corrected) return corrected.validUntil;
  if (months === null) return null;
  const end = new Date(issuedAt);
  end.setUTCMonth(end.getUTCMonth() + months);
  // The 31st of a month that has none is its last day.
  if (end.getUTCDate() !== issuedAt.getUTCDate()) end.setUTCDate(0);
  return end;
}

export const reissueKinds = ['correction', 'renewal'] as const;
export type ReissueKind = (typeof reissueKinds)[number];

/**
 * Whether a further issue may take the place of a certificate. Only the newest one is replaced. A renewal asks for a
 * certificate that holds for a time and was not revoked; a correction, which keeps that time, for some of it to be left.
 */
export function mayReissue(
  certificate: { state: 'issued' | 'revoked' | 'superseded'; validUntil: Date | null; isPurged: boolean },
  kind: ReissueKind,
  now: Date,
): boolean {
  const { state, validUntil, isPurged } = certificate;
  if (isPurged || state === 'superseded') return false;
  return kind === 'correction'
    ? validUntil === null || validUntil > now
    : state === 'issued' && validUntil !== null;
}

const templateText = z.string().default('');

/** The words of a network on its certificates; empty ones are not printed. */
export const TemplateWords = z.object({
  accent: z.string(),
  signatoryName: templateText,
  signatoryFunction: templateText,
  introduction: templateText,
  qualityAssurance: templateText,
  footer: templateText,
});
export type TemplateWords = z.output<typeof TemplateWords>;

/** What stands on certificates before somebody wrote words for them: version 0. */
export function newTemplate(accent: string): TemplateWords & { version: number } {
  return { ...TemplateWords.parse({ accent }), version: 0 };
}

export function isSameTemplate(one: TemplateWords, other: TemplateWords): boolean {
  const keys = Object.keys(TemplateWords.shape) as (keyof TemplateWords)[];
  return keys.every((key) => one[key] === other[key]);
}

/** What a certificate printed, frozen; later changes of names, titles or rules never reach it. */
export const Snapshot = z.object({
  learnerName: z.string(),
  initials: z.string(),
  title: z.string(),
  networkCode: z.string(),
  networkName: z.string(),
  issuerCountry: z.string().nullable(),
  startsOn: z.coerce.date(),
  endsOn: z.coerce.date(),
  timeZone: z.string(),
  workloadMinutes: z.number(),
  outcomes: z.array(z.string()),
  funders: z.array(z.string()),
  /** Of those funders that had one; the pictures lie apart */
  logos: z.array(z.object({ name: z.string(), logoId: z.string() })).default([]),
  participation: z.enum(['onsite', 'online', 'hybrid']),
  threshold: z.number(),
  measure: z.enum(['half_days', 'minutes']).default('half_days'),
  assessment: z.enum(['none', 'test', 'assignment', 'observation']).default('none'),
  eqfLevel: z.number().nullable().default(null),
  isReplacement: z.boolean().default(false),
  ...TemplateWords.shape,
  templateVersion: z.number().default(0),
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
