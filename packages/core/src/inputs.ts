import { z } from 'zod';

// What a form sends for a field that may stay empty.

/** A value that may be left out: null for what is empty or not sent at all. */
export function orNone<Schema extends z.ZodType<string>>(schema: Schema) {
  return schema
    .or(z.literal(''))
    .nullish()
    .transform((value) => (value || null) as Exclude<z.output<Schema>, ''> | null);
}

/** A text without the blanks around it; null when nothing is left. @param max its most letters */
export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
}

export const optionalId = orNone(z.uuid());

/** A day: `2026-05-01` */
export const optionalDay = orNone(z.iso.date('validation.invalidDate'));
