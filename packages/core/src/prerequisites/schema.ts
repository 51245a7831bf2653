import { z } from 'zod';
import { orNone } from '../inputs.ts';
import { roles } from '../permissions.ts';
import { prerequisiteCodes } from './rules.ts';

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'validation.invalidDate')
  .refine((day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day), {
    message: 'validation.invalidDate',
  });

export const NewKind = z.object({
  kind: z.enum(prerequisiteCodes),
  /** The network's own words, for the kind "other". */
  name: z.string().trim().max(80).default(''),
  roles: z.array(z.enum(roles).exclude(['platform_admin'])).min(1),
  validMonths: z
    .number()
    .int()
    .min(1)
    .max(240)
    .nullish()
    .transform((value) => value ?? null),
});
export const KindId = z.object({ kindId: z.uuid() });
export const NewRecord = KindId.extend({
  personId: z.uuid(),
  /** Days: `2026-05-01`. Without `expiresOn` the kind's own length counts. */
  issuedOn: Day,
  expiresOn: orNone(Day),
  evidenceNote: z.string().trim().max(500).default(''),
});
export const RecordId = z.object({ recordId: z.uuid() });
