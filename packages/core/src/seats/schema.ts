import { z } from 'zod';
import { Email } from '../identity/schema.ts';
import { optionalId, optionalText, orNone } from '../inputs.ts';
import { Answers, FormVersion } from '../questions/schema.ts';
import { Support } from '../support/schema.ts';
import { partyRules, priorityRules, quotaScopes } from './rules.ts';

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
    ...Support.shape,
    answers: Answers.default({}),
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
  institutionId: optionalId,
  places: z.array(Place).min(1).max(maxPlaces),
  formVersion: FormVersion,
  /** How they take part, where a training is held both ways; and in which of its languages */
  mode: orNone(z.enum(['onsite', 'online'])),
  language: optionalText(8),
  /** The half-days that the places cover, where an event lets choose them */
  sessionIds: z.array(z.uuid()).max(60).default([]),
  /** Other trainings that would do as well for whoever has to wait */
  dates: z.array(z.uuid()).max(8).default([]),
  /** All places together, or none of them yet */
  keepTogether: z.boolean().default(false),
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
export const SeatLink = SeatId.extend({ token: z.string().min(1).max(100) });
export const SeatNaming = SeatId.extend({
  givenName: z.string().trim().min(1).max(80),
  familyName: z.string().trim().min(1).max(80),
  nameOrder: NameOrder,
  email: OptionalEmail,
  jobTitle: optionalText(120),
  answers: Answers.default({}),
  formVersion: FormVersion,
});
export const Prioritising = SeatId.extend({
  priority: z.enum(['ahead', 'usual', 'behind']),
  reason: z.string().trim().min(1).max(300),
});
export const OfferAnswer = SeatId.extend({ answer: z.enum(['accept', 'decline']) });

export const Quota = z.object({
  scope: z.enum(quotaScopes),
  key: z.string().min(1).max(40),
  size: z.number().int().min(0).max(100_000),
  releaseAt: z
    .date()
    .nullish()
    .transform((value) => value ?? null),
});

/** By which rules seats are given; what is left out stays as it is. */
export const SeatRules = z.object({
  quotas: z.array(Quota).max(20).optional(),
  priorityRule: z.enum(priorityRules).optional(),
  partyRule: z.enum(partyRules).optional(),
});
