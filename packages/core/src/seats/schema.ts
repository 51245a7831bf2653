import { z } from 'zod';
import { Email } from '../identity/schema.ts';

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
// No union, so that a wrong address is told as one.
const OptionalEmail = optionalText(254).pipe(Email.nullable());
const NameOrder = z.enum(['given_first', 'family_first']).default('given_first');

/** One asked-for place. Without a name it is "to be named"; a family name needs a given name and the other way round. */
export const Place = z
  .object({
    givenName: optionalText(80),
    familyName: optionalText(80),
    nameOrder: NameOrder,
    email: OptionalEmail,
    jobTitle: optionalText(120),
  })
  .superRefine((place, issues) => {
    const hasName = place.givenName !== null || place.familyName !== null;
    if (hasName && place.givenName === null)
      issues.addIssue({ code: 'custom', message: 'validation.required', path: ['givenName'] });
    if (hasName && place.familyName === null)
      issues.addIssue({ code: 'custom', message: 'validation.required', path: ['familyName'] });
    if (!hasName && (place.email || place.jobTitle))
      issues.addIssue({ code: 'custom', message: 'validation.required', path: ['familyName'] });
  });

export const maxPlaces = 30;

export const Registration = z.object({
  trainingId: z.uuid(),
  /** Empty when people register themselves. */
  institutionId: z
    .uuid()
    .or(z.literal(''))
    .nullish()
    .transform((value) => value || null),
  places: z.array(Place).min(1).max(maxPlaces),
  note: z
    .string()
    .trim()
    .max(1000)
    .nullish()
    .transform((value) => value ?? ''),
  /** Made with the form; sending the same form twice asks for the places once. */
  requestKey: z.uuid(),
});

export const SeatId = z.object({ seatId: z.uuid() });
export const SeatNaming = SeatId.extend({
  givenName: z.string().trim().min(1).max(80),
  familyName: z.string().trim().min(1).max(80),
  nameOrder: NameOrder,
  email: OptionalEmail,
  jobTitle: optionalText(120),
});
export const OfferAnswer = SeatId.extend({ answer: z.enum(['accept', 'decline']) });
