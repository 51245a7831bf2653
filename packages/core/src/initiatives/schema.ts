import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';
import { optionalDay, optionalId, orNone } from '../inputs.ts';
import {
  initiativeStates,
  mostCosts,
  mostPartners,
  mostPhotos,
  mostTasks,
  spokenWays,
  teamMoves,
} from './rules.ts';

const line = (most: number) => z.string().trim().max(most).default('');
/** Empty for a language that is left out */
const heading = line(200);
const words = (most: number) => z.string().trim().max(most).default('');

export const InitiativeId = z.object({ initiativeId: z.uuid() });

/** A language without a title is none; the first one has to be there. */
const texts = <Text extends z.ZodType<{ language: string; title: string }>>(text: Text) =>
  z
    .array(text)
    .min(1)
    .max(24)
    .transform((all) => all.filter(({ title }) => title !== ''))
    .refine((all) => all.length > 0, { path: [0, 'title'], message: 'validation.required' })
    .refine((all) => new Set(all.map(({ language }) => language)).size === all.length);

export const InitiativeFields = z.object({
  texts: texts(
    z.object({
      language: z.enum(spokenLanguages),
      title: heading,
      question: words(1000),
      plan: words(5000),
    }),
  ),
  /** Who is in the team, by alias. */
  menteeIds: z.array(z.uuid()).min(1).max(20),
  startsOn: optionalDay,
  endsOn: optionalDay,
  /** In this order; one without words is none. */
  tasks: z
    .array(
      z.object({
        taskId: optionalId,
        title: line(200),
        ownerId: optionalId,
        dueOn: optionalDay,
      }),
    )
    .max(mostTasks)
    .default([]),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
  /** As people write amounts; a line without words is none. */
  costs: z
    .array(z.object({ label: line(200), amount: line(20) }))
    .max(mostCosts)
    .default([]),
  partners: z
    .array(z.object({ institutionId: optionalId, name: line(200) }))
    .max(mostPartners)
    .default([]),
});
export const NewInitiative = InitiativeFields.extend({ programmeId: z.uuid() });

export const InitiativeStep = InitiativeId.extend({
  move: z.enum(teamMoves),
  /** With the completion: how many people it reached. */
  peopleReached: z
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .nullish()
    .transform((value) => value ?? null),
});
export const InitiativeDecision = InitiativeId.extend({
  decision: z.enum(['approve', 'return']),
  comment: words(1000),
});
export const TaskTick = InitiativeId.extend({ taskId: z.uuid(), isDone: z.boolean() });

export const StoryFields = InitiativeId.extend({
  texts: z
    .array(
      z.object({
        language: z.enum(spokenLanguages),
        title: heading,
        question: words(1000),
        body: words(10_000),
      }),
    )
    .max(24)
    .transform((all) => all.filter(({ title, body }) => title !== '' || body !== ''))
    .refine((all) => all.length > 0 && all.every(({ title, body }) => title !== '' && body !== ''), {
      path: [0, 'body'],
      message: 'validation.required',
    })
    .refine((all) => new Set(all.map(({ language }) => language)).size === all.length),
  /** From `keepPhoto`, in this order; a picture without words is not taken. */
  photos: z
    .array(z.object({ photoId: optionalId, words: line(200), isRemoved: z.boolean().default(false) }))
    .max(mostPhotos)
    .default([]),
});
export const NewPhoto = InitiativeId.extend({
  name: z.string().trim().max(200),
  /** The bytes as they come in; pages of the same process give them, no public interface can. */
  content: z.custom<AsyncIterable<Uint8Array>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  ),
});
export const PhotoId = InitiativeId.extend({ photoId: z.uuid() });

/** The version is the one that was read: newer words ask anew. */
export const OwnStoryConsent = InitiativeId.extend({
  version: z.number().int().min(1),
  answer: z.enum(['give', 'refuse', 'withdraw']),
});
export const StoryConsentFor = OwnStoryConsent.extend({
  menteeId: z.uuid(),
  how: z.enum(spokenWays).default('spoken'),
});

export const InitiativeFilter = z.object({
  state: orNone(z.enum(initiativeStates)),
});
