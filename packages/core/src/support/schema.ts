import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';
import { orNone } from '../inputs.ts';

const words = z
  .string()
  .trim()
  .max(300)
  .nullish()
  .transform((value) => value || null);

/** What a form asks about support; everything may stay empty. */
export const Support = z.object({
  wheelchair: z.boolean().default(false),
  signLanguage: z.boolean().default(false),
  /** Into this language */
  interpreter: orNone(z.enum(spokenLanguages)),
  childcare: words,
  dietary: words,
  travel: words,
  otherSupport: words,
});

export const SeatSupport = z.object({ seatId: z.uuid() });
export const SupportRequest = SeatSupport.extend(Support.shape);
export const NeedId = SeatSupport.extend({ needId: z.uuid() });
/** All needs that a page showed, and those of them that are met. */
export const MetNeeds = z.object({
  trainingId: z.uuid(),
  needIds: z.array(z.uuid()).min(1).max(500),
  metIds: z.array(z.uuid()).max(500).default([]),
});
