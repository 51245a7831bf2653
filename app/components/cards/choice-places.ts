import { z } from 'zod';

const list = z.array(z.uuid()).max(600).default([]);

/** What the form of the words to point at sends: which are ticked, and at which place each of all stands. */
export const PlacedChoices = z.object({
  answerIds: list,
  ids: list,
  places: z.array(z.number().catch(0).default(0)).max(600).default([]),
  /** What was chosen when the form was opened */
  seen: z
    .string()
    .default('')
    .transform((ids) => ids.split(' ').filter(Boolean)),
});

/** The ticked ones by their places; of two at the same place the one that stood first. */
export function inPlaces({ answerIds, ids, places }: z.output<typeof PlacedChoices>): string[] {
  const placeOf = (id: string) => places[ids.indexOf(id)] ?? 0;
  return [...answerIds].sort((one, other) => placeOf(one) - placeOf(other));
}
