import { EditedMentee, NewMentee } from '@tessera/core/mentoring/schema.ts';
import { z } from 'zod';

const isNoName = z.boolean().default(false);

/** A new mentee as the form sends it: the programme, and the group in it, are one choice. */
export const MenteeForm = NewMentee.omit({ programmeId: true, cohortId: true }).extend({
  isNoName,
  place_in: z.string().regex(/^[0-9a-f-]{36}(?:\/[0-9a-f-]{36})?$/, 'validation.required'),
});

/** The same as the core takes it. */
export function menteeOf({ place_in, ...fields }: z.output<typeof MenteeForm>) {
  const [programmeId = '', cohortId = null] = place_in.split('/');
  return { ...fields, programmeId, cohortId };
}

/** A mentee who is edited: what is left empty of the sealed fields stays, unless all of it is to go. */
export const EditedMenteeForm = EditedMentee.omit({ menteeId: true, keeps: true }).extend({
  isNoName,
  clears: z.boolean().default(false),
});

/** The same as the core takes it. */
export function editOf({ clears, ...fields }: z.output<typeof EditedMenteeForm>) {
  const sealed = ['genderPreference', 'meetingLimits'] as const;
  return { ...fields, keeps: sealed.filter((name) => !clears && !fields[name]) };
}
