import { z } from 'zod';
import { Email } from '../identity/schema.ts';
import { optionalId, optionalText } from '../inputs.ts';
import { attendanceStates } from './rules.ts';

const HalfDay = z.object({ trainingId: z.uuid(), sessionId: z.uuid() });

export const Marks = HalfDay.extend({
  marks: z
    .array(
      z.object({
        seatId: z.uuid(),
        state: z.enum(attendanceStates).or(z.literal('unmarked')),
        /** Of a half-day attended in part */
        minutes: z.number().int().min(1).max(1440).nullish(),
      }),
    )
    .min(1)
    .max(500),
});

export const ListRequest = HalfDay.extend({ languages: z.array(z.string()).min(1).max(2) });

export const HalfDayId = HalfDay;

/** Somebody who came without a registration. */
export const WalkIn = HalfDay.extend({
  givenName: z.string().trim().min(1).max(80),
  familyName: z.string().trim().min(1).max(80),
  nameOrder: z.enum(['given_first', 'family_first']).default('given_first'),
  /** Empty for somebody who comes for themselves */
  institutionId: optionalId,
  email: optionalText(254).pipe(Email.nullable()),
  jobTitle: optionalText(120),
  /** In which of its languages they take part, where the training has several */
  language: optionalText(8),
  /** Made with the form; the same twice is one person */
  requestKey: z.uuid(),
});

const content = z.custom<AsyncIterable<Uint8Array>>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
);

export const SignedList = HalfDay.extend({ name: z.string().min(1).max(200), content });

export const SigningSeat = HalfDay.extend({ seatId: z.uuid() });

/** A line drawn in a box of 600 by 200, or a typed name with a tick. */
export const Signature = SigningSeat.extend({
  path: z
    .string()
    .max(20_000)
    .regex(/^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})+)*$/)
    .default(''),
  name: z.string().trim().max(160).default(''),
  isConfirmed: z.boolean().default(false),
});

/** The link "I took part" */
export const PresenceLink = z.object({ sessionId: z.uuid(), seatId: z.uuid(), token: z.string().max(80) });

export const EvidenceId = HalfDay.extend({ evidenceId: z.uuid() });

export const FileToCheck = z.object({ trainingId: z.uuid(), content });

export const Reopening = HalfDay.extend({ reason: z.string().trim().min(3).max(500) });

export const CheckIns = HalfDay.extend({
  device: z.uuid(),
  scans: z
    .array(
      z.object({
        /** Made by the device; the same twice is one record */
        nonce: z.uuid(),
        kind: z.enum(['in', 'undo']).default('in'),
        /** By the clock of the device */
        happenedAt: z.coerce.date(),
        /** The seat that the device found in its list; else what was scanned or typed, a code or a name */
        seatId: z.uuid().nullish(),
        text: z.string().trim().max(120).default(''),
        isAdmitted: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(100),
});
