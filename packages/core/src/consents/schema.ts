import { languages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';

const Purpose = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_]{1,39}$/)
  .describe('Small letters, digits and low lines: photos_of_meetings');
const Network = z.string().max(40);

/** One's own answer to a question, in the words that were shown. */
export const ConsentAnswer = z.object({
  network: Network,
  purpose: Purpose,
  version: z.coerce.number().int().min(1),
  language: z.enum(languages),
  answer: z.enum(['give', 'refuse']),
});

export const OwnConsent = z.object({ network: Network, consentId: z.uuid() });
export const ConsentId = z.object({ consentId: z.uuid() });

/** What somebody says or signs in front of a member who writes it down. */
export const SpokenConsent = z.object({
  purpose: Purpose,
  language: z.enum(languages),
  subject: z.string().trim().min(1).max(200),
  guardian: z.string().trim().max(200).optional(),
  givenHow: z.enum(['signature', 'oral_witnessed']),
  interpreterUsed: z.coerce.boolean().default(false),
  answer: z.enum(['give', 'refuse']),
});

export const Wording = z.object({
  purpose: Purpose,
  texts: z
    .array(
      z.object({
        language: z.enum(languages),
        title: z.string().trim().min(1).max(120),
        text: z.string().trim().min(1).max(2000),
      }),
    )
    .min(1)
    .max(10),
  /** For how long an answer holds; empty until it is taken back */
  months: z
    .number()
    .int()
    .min(1)
    .max(120)
    .nullish()
    .transform((value) => value ?? null),
});
