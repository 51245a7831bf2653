import { z } from 'zod';

export const LearningFilter = z.object({
  year: z
    .number()
    .int()
    .min(2000)
    .max(2200)
    .nullish()
    .transform((value) => value ?? null),
  page: z.number().int().min(1).max(100_000).default(1),
});
