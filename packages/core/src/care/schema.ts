import { z } from 'zod';
import { settings } from '../settings/registry.ts';
import { concernCategories, concernStates } from './concern-rules.ts';

const longest = 8000;

export const ConcernId = z.object({ concernId: z.uuid() });

export const NewConcern = z.object({
  /** Made by the form; what is sent twice is one concern. */
  nonce: z.uuid(),
  isDanger: z.boolean().default(false),
  category: z.enum(concernCategories),
  /** Whom it is about, as the writer knows them: an alias is enough. */
  about: z.string().trim().max(200).default(''),
  text: z.string().trim().min(1).max(longest),
});

export const ConcernMove = ConcernId.extend({
  state: z.enum(concernStates).exclude(['raised']),
  text: z.string().trim().min(1).max(longest),
});

/** Numbers beside 112. A line of the form that is left empty is none. */
export const EmergencyNumbers = z.object({
  numbers: z
    .array(z.object({ label: z.string().trim().default(''), number: z.string().trim().default('') }))
    .default([])
    .transform((lines) => lines.filter(({ label, number }) => label !== '' || number !== ''))
    .pipe(settings['care.emergency_numbers'].schema),
});
