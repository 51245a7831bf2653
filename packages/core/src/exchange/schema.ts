import { z } from 'zod';
import { optionalId } from '../inputs.ts';
import { TrainingId } from '../trainings/schema.ts';

/** An optional day, as a form writes it. */
const day = z.iso
  .date()
  .or(z.literal(''))
  .nullish()
  .transform((value) => (value ? new Date(`${value}T00:00:00Z`) : null));

/** What an institution takes home from an event, and what it will do with it, by when. */
export const Takeaway = TrainingId.extend({
  /** Empty for who can speak for one institution alone. */
  institutionId: optionalId,
  learned: z.string().trim().min(1).max(2000),
  adopts: z
    .string()
    .trim()
    .max(1000)
    .nullish()
    .transform((value) => value ?? ''),
  adoptBy: day,
});
