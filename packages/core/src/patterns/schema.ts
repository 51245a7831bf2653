import { z } from 'zod';
import { patternKinds } from './terms.ts';

const Code = z.string().trim().min(1).max(40);
// Boxes that are not ticked are not sent.
const Kinds = z.array(z.enum(patternKinds)).default([]);

/** Which network is the pattern, by its code. */
export const PatternSource = z.object({ like: Code });

/** Which network is the pattern, and what comes along. */
export const PatternStart = PatternSource.extend({ kinds: Kinds });

/** Whether a network may be chosen as a pattern where an operator founds one. */
export const PatternOffer = z.object({
  isOffered: z
    .union([z.boolean(), z.literal('on')])
    .nullish()
    .transform(Boolean),
});

export const PatternRunId = z.object({ runId: z.uuid() });
export const PatternWording = PatternRunId.extend({ purpose: z.string().min(1).max(80) });

/** The pattern of a network that an operator founds; without one it starts empty. */
export const FoundingPattern = z.object({
  pattern: Code.or(z.literal(''))
    .nullish()
    .transform((code) => code || null),
  kinds: Kinds,
});
