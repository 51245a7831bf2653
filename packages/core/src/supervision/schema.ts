import { z } from 'zod';
import { optionalDay } from '../inputs.ts';
import { supervisionKinds } from './rules.ts';

export const SupervisionId = z.object({ supervisionId: z.uuid() });

const fields = {
  day: z.iso.date('validation.invalidDate'),
  kind: z.enum(supervisionKinds),
  /** Who comes, or was there. */
  mentorIds: z
    .array(z.uuid())
    .min(1)
    .max(100)
    .transform((ids) => [...new Set(ids)]),
  /** What it is about, for those who are there; nobody's name. */
  themes: z.string().trim().max(8000).default(''),
  /** What reads like somebody's name or alias is none, or may stand. */
  isNoName: z.boolean().default(false),
  /** The next meeting, with the same mentors. */
  nextDay: optionalDay,
};

export const NewSupervision = z.object({
  /** Made by the form; what is sent twice is one meeting. */
  nonce: z.uuid(),
  ...fields,
});
export const SupervisionFields = z.object(fields);
export const ChangedSupervision = SupervisionId.extend(fields);
