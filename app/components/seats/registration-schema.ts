import { maxPlaces, Place, Registration } from '@tessera/core/seats/schema.ts';
import { z } from 'zod';
import { answerParts } from '~/components/questions/answer-form.ts';

/**
 * What the form of a registration sends: named places, and a number of further places to be named later. A place that is
 * left empty is to be named as well.
 */
export const RegistrationForm = Registration.pick({
  institutionId: true,
  mode: true,
  language: true,
  sessionIds: true,
  dates: true,
  keepTogether: true,
  note: true,
  requestKey: true,
})
  .extend({
    places: z.array(Place).max(maxPlaces).default([]),
    more: z.number().int().min(0).max(maxPlaces).default(0),
    ...answerParts,
  })
  .superRefine(({ places, more }, issues) => {
    const total = places.length + more;
    if (total === 0) {
      const least = { message: 'validation.numberLeast', params: { limit: 1 } };
      issues.addIssue({ code: 'custom', ...least, path: ['more'] });
    }
    if (total > maxPlaces) issues.addIssue({ code: 'custom', message: 'too_many_places', path: ['more'] });
  });

export type RegistrationInput = z.input<typeof RegistrationForm>;

/** The places of a registration as the core wants them, one by one. */
export function allPlaces({ places, more }: Pick<z.output<typeof RegistrationForm>, 'places' | 'more'>) {
  const toBeNamed = { givenName: null, familyName: null, email: null, jobTitle: null };
  return [...places, ...Array.from({ length: more }, () => toBeNamed)];
}
