import { mostInWidget } from '@tessera/core/catalogue/terms.ts';
import { trainingThemes } from '@tessera/core/trainings/terms.ts';
import { z } from 'zod';
import { widgetColours } from './wish.ts';

// An address that someone changed by hand shows the frame as if that part were not there.
const FromAddress = z.object({
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .catch(''),
  theme: z.enum(trainingThemes).or(z.literal('')).catch(''),
  number: z.coerce.number().int().min(1).max(mostInWidget).catch(5),
  colours: z.enum(widgetColours).catch('auto'),
});

/** What a frame shows and how it looks, in the query of an address. */
export function readWidgetWish(query: URLSearchParams) {
  return FromAddress.parse(Object.fromEntries(query));
}
