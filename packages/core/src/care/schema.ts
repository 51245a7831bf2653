import { z } from 'zod';
import { optionalId } from '../inputs.ts';
import { ladderSteps } from '../mentoring/ladder.ts';
import { settings } from '../settings/registry.ts';
import { concernCategories, concernStates } from './concern-rules.ts';
import {
  flagAnswers,
  flagQuestions,
  ladderOwners,
  muteReasons,
  ownersOf,
  surveyAnswers,
} from './standstill-rules.ts';

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

export const Mute = z.object({
  /** The relation or the mentee */
  aboutId: z.uuid(),
  step: z.enum(ladderSteps),
  until: z.iso.date('validation.invalidDate'),
  reason: z.enum(muteReasons),
});

export const CaredProgramme = z.object({ programmeId: z.uuid() });
export const ThresholdFields = CaredProgramme.extend({
  steps: z
    .array(
      z.object({
        step: z.enum(ladderSteps),
        days: z.number().int().min(1).max(366),
        owner: z.enum(ladderOwners),
      }),
    )
    .max(ladderSteps.length)
    .refine((steps) => new Set(steps.map(({ step }) => step)).size === steps.length)
    .refine((steps) => steps.every(({ step, owner }) => ownersOf(step).includes(owner))),
});

export const NewFlag = z.object({
  relationId: z.uuid(),
  sessionId: optionalId,
  question: z.enum(flagQuestions),
});
export const FlagWord = z.object({ flagId: z.uuid(), answer: z.enum(flagAnswers) });

/** The link of a mail, or `own` for whoever was asked and is signed in. */
export const SurveyLink = z.object({ surveyId: z.uuid(), token: z.string().max(80) });
export const SurveyWord = SurveyLink.extend({ answer: z.enum(surveyAnswers) });
