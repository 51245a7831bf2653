import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';
import { optionalDay, optionalId, orNone } from '../inputs.ts';
import { SeenTexts } from '../translations/schema.ts';
import { signingManners } from './agreements.ts';
import { approvalDecisions, approvalKinds } from './approval-rules.ts';
import { longestSteps, longestText, mostModules, mostPlanTasks } from './limits.ts';
import { needAreas } from './needs.ts';
import { planOwners, taskMarks } from './plan.ts';
import {
  askOutcomes,
  availability,
  genderPreferences,
  goalStates,
  menteeAsks,
  menteeStates,
  mentorAsks,
  mentorStates,
  openAsks,
  placeKinds,
  programmeStates,
  riskLevels,
  sessionModes,
  sessionStates,
  smartChecks,
  topics,
} from './rules.ts';

const day = z.iso.date('validation.invalidDate');
const words = (most: number) => z.string().trim().max(most).default('');

export const ProgrammeId = z.object({ programmeId: z.uuid() });
export const ProgrammeFields = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{2,20}$/),
  targetLeaders: z
    .number()
    .int()
    .min(1)
    .max(10_000)
    .nullish()
    .transform((value) => value ?? null),
  cadenceDays: z.number().int().min(1).max(366).default(7),
  durationMonths: z.number().int().min(1).max(60).default(6),
  sessionMinutes: z.number().int().min(5).max(600).default(60),
  maxMentees: z.number().int().min(1).max(20).default(3),
  planApproval: z.boolean().default(false),
  startsOn: optionalDay,
  endsOn: optionalDay,
  texts: z
    .array(
      z.object({
        language: z.enum(spokenLanguages),
        title: z.string().trim().min(1).max(200),
        summary: words(2000),
      }),
    )
    .min(1)
    .max(12)
    .refine((texts) => new Set(texts.map(({ language }) => language)).size === texts.length),
});
/** A programme written anew, with what its form saw of each text and of what is approved. */
export const ProgrammeEdit = ProgrammeFields.extend({
  ...ProgrammeId.shape,
  /** Stays as it is where it is left out. */
  planApproval: z.boolean().optional(),
  seenPlanApproval: z.boolean().optional(),
  seen: SeenTexts,
});
export const ProgrammeMove = ProgrammeId.extend({ state: z.enum(programmeStates) });
export const NewCohort = ProgrammeId.extend({
  name: z.string().trim().min(1).max(120),
  place: words(120),
  startsOn: optionalDay,
});

const Wishes = z.object({
  languages: z.array(z.enum(spokenLanguages)).max(12).default([]),
  topics: z.array(z.enum(topics)).max(topics.length).default([]),
  availability: z.array(z.enum(availability)).max(availability.length).default([]),
  place: words(120),
});

export const MentorId = z.object({ mentorId: z.uuid() });
export const MentorFields = Wishes.extend({
  capacity: z.number().int().min(1).max(20).default(3),
  /** Only for mentees who wish for a woman or a man. */
  gender: orNone(z.enum(genderPreferences)),
});
export const NewMentor = MentorFields.extend({ personId: z.uuid() });
export const MentorMove = MentorId.extend({ state: z.enum(mentorStates) });

export const MenteeId = z.object({ menteeId: z.uuid() });
export const MenteeFields = Wishes.extend({
  /** Never a name: it is shown everywhere. */
  alias: z.string().trim().min(1).max(40),
  needsInterpreter: z.boolean().default(false),
  genderPreference: orNone(z.enum(genderPreferences)),
  meetingLimits: words(500),
  /** Whoever writes an alias that reads like a name says that it is none. */
  isNoName: z.boolean().default(true),
});
/** What was sealed stays as it is where it is named here: whoever edits it has not read it. */
export const EditedMentee = MenteeFields.extend({
  ...z.object({ menteeId: z.uuid() }).shape,
  keeps: z
    .array(z.enum(['genderPreference', 'meetingLimits']))
    .max(2)
    .default([]),
});

const wanted = {
  q: z.string().trim().max(100).catch('').default(''),
  language: z
    .enum(['', ...spokenLanguages])
    .catch('')
    .default(''),
};
export const MentorFilter = z.object({
  ...wanted,
  state: z
    .enum(['', ...mentorStates])
    .catch('')
    .default(''),
  lacking: z.enum(['', 'yes']).catch('').default(''),
  sort: z.enum(['name', 'room', 'held']).catch('name').default('name'),
});
export const MenteeFilter = z.object({
  ...wanted,
  programmeId: optionalId.catch(null),
  state: z
    .enum(['', ...menteeStates])
    .catch('')
    .default(''),
  sort: z.enum(['alias', 'state']).catch('alias').default('alias'),
});
export const NewMentee = MenteeFields.extend({
  ...ProgrammeId.shape,
  cohortId: optionalId,
  /** Someone with a login; without one an institution or the coordinator acts for them. */
  personId: optionalId,
  institutionId: optionalId,
});
export const MenteeMove = MenteeId.extend({ state: z.enum(menteeStates) });

export const RelationId = z.object({ relationId: z.uuid() });
export const Proposal = ProgrammeId.extend({
  mentorId: z.uuid(),
  menteeIds: z.array(z.uuid()).min(1).max(20),
});
export const Joining = z.object({ relationId: z.uuid(), menteeId: z.uuid() });
export const Pair = z.object({ menteeId: z.uuid(), mentorId: z.uuid() });
export const ProposedPairs = ProgrammeId.extend({
  pairs: z.array(Pair).min(1).max(500),
  /** The mentees of one mentor together, or each alone. */
  areGroups: z.boolean().default(false),
});
export const CohortChoice = ProgrammeId.extend({ cohortId: optionalId });
export const Handover = z.object({
  relationId: z.uuid(),
  mentorId: z.uuid(),
  doNotesTravel: z.boolean().default(false),
  reason: words(1000),
});
export const AnswerFor = RelationId.extend({ menteeId: z.uuid() });
export const Agreement = RelationId.extend({
  language: z.enum(spokenLanguages),
  /** Of the text that was read; null where the programme has none. */
  version: z
    .number()
    .int()
    .min(1)
    .nullish()
    .transform((value) => value ?? null),
  isInterpreted: z.boolean().default(false),
});
/** A signature that was given on paper or orally, by a mentee without a login. */
export const AgreementFor = Agreement.extend({
  menteeId: z.uuid(),
  manner: z.enum(signingManners),
  day,
});
const agreementWords = z.string().trim().min(1, 'validation.required').max(4000);
export const AgreementText = ProgrammeId.extend({
  language: z.enum(spokenLanguages),
  confidentiality: agreementWords,
  places: agreementWords,
  hours: agreementWords,
  gifts: agreementWords,
  ending: agreementWords,
});
export const RelationMove = RelationId.extend({
  state: z.enum(['active', 'paused', 'closing', 'completed', 'ended_early', 'rematched']),
  reason: words(1000),
  /** When a closure is approved, or sent back. */
  comment: words(1000),
});

export const GoalFields = RelationId.extend({
  menteeId: z.uuid(),
  text: z.string().trim().min(1).max(1000),
  measure: words(500),
  baseline: words(500),
  target: words(500),
  need: orNone(z.enum(needAreas)),
  smart: z.array(z.enum(smartChecks)).max(smartChecks.length).default([]),
  dueOn: optionalDay,
  state: z.enum(['draft', 'agreed']).default('agreed'),
});
/** A goal written anew: for whom it is, and where it stands, stays. */
export const GoalCorrection = GoalFields.omit({ relationId: true, menteeId: true, state: true }).extend({
  goalId: z.uuid(),
  /** When it had last been corrected as its form was opened. */
  seen: z.iso.datetime().or(z.literal('never')),
});
export const GoalReview = z.object({
  goalId: z.uuid(),
  progress: z.number().int().min(0).max(4),
  state: z.enum(goalStates),
  note: words(2000),
  evidence: words(1000),
});

/** Where the person is who writes: the day is theirs. The network's zone where the device says nothing. */
const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone)
  .nullish()
  .transform((value) => value ?? null);

const optionalNumber = (least: number, most: number) =>
  z
    .number()
    .int()
    .min(least)
    .max(most)
    .nullish()
    .transform((value) => value ?? null);

export const SessionFields = z.object({
  state: z.enum(sessionStates),
  day,
  timeZone,
  /** The hour of a planned session: `17:30`. */
  startsAt: orNone(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  minutes: optionalNumber(1, 1440),
  mode: z.enum(sessionModes).default('in_person'),
  placeKind: z.enum(placeKinds).default('public'),
  menteeIds: z.array(z.uuid()).min(1, 'validation.required').max(20),
  interpreterUsed: z.boolean().default(false),
  mood: optionalNumber(1, 5),
  summary: words(longestText),
  nextSteps: words(longestSteps),
  privateNote: words(longestText),
});

export const SessionLog = RelationId.extend({
  /** Made by the device for one entry; what is sent twice is one session. */
  nonce: z.uuid(),
  /** The planned session that this settles. */
  plannedId: optionalId,
  ...SessionFields.shape,
});

export const Correction = RelationId.extend({ entryId: z.uuid(), ...SessionFields.shape });
export const PlannedMove = RelationId.extend({
  plannedId: z.uuid(),
  state: z.enum(['cancelled', 'missed']),
  timeZone,
});
export const PlannedDay = RelationId.extend({ plannedId: z.uuid() }).extend(
  SessionFields.pick({ day: true, startsAt: true, timeZone: true }).shape,
);
export const EntryId = RelationId.extend({ entryId: z.uuid() });
export const StepTick = RelationId.extend({
  entryId: z.uuid(),
  step: z.number().int().min(0).max(longestSteps),
  isDone: z.boolean(),
});

/** A page of sessions: those before the one that the last page ended with. */
export const RelationPage = RelationId.extend({ before: optionalId });

export const MentorAsk = RelationId.extend({ what: z.enum(mentorAsks).nullable() });
export const MenteeAsk = RelationId.extend({ what: z.enum(menteeAsks).nullable() });

export const Draft = RelationId.extend({
  /** The one that the device has; 0 before the first. */
  version: z.number().int().min(0),
  /** Room for every field beyond its limit, so that what is too long is kept until it is made shorter. */
  body: z.string().max(200_000),
});

const titles = z
  .array(z.object({ language: z.enum(spokenLanguages), title: z.string().trim().min(1).max(200) }))
  .min(1, 'validation.required')
  .max(24)
  .refine((all) => new Set(all.map(({ language }) => language)).size === all.length);

export const PlanOffer = ProgrammeId.extend({
  planId: z.uuid(),
  relationIds: z.array(z.uuid()).min(1, 'validation.required').max(500),
});
export const NewPlan = ProgrammeId.extend({
  tasks: z
    .array(
      z.object({
        /** Stays the same in every version. */
        taskId: z.uuid(),
        titles,
        owner: z.enum(planOwners),
        /** The task that it follows; without one it counts from the start. */
        after: optionalId,
        days: z.number().int().min(-366).max(3660),
        /** What is to be attended */
        moduleId: optionalId,
      }),
    )
    .max(mostPlanTasks),
});
export const TaskMarked = RelationId.extend({
  taskId: z.uuid(),
  mark: z.enum(taskMarks),
  /** Of a task that is due on another one */
  day: optionalDay,
}).refine(({ mark, day }) => mark !== 'moved' || day !== null, {
  path: ['day'],
  message: 'validation.required',
});
export const ProgrammeModules = ProgrammeId.extend({
  modules: z
    .array(z.object({ moduleId: z.uuid(), titles }))
    .max(mostModules)
    .refine((all) => new Set(all.map(({ moduleId }) => moduleId)).size === all.length),
  /** Those that are part of one; each belongs to one at most. */
  trainings: z
    .array(z.object({ trainingId: z.uuid(), moduleId: optionalId }))
    .max(200)
    .default([])
    .refine((all) => new Set(all.map(({ trainingId }) => trainingId)).size === all.length),
});
export const MenteeSeats = MenteeId.extend({ participantIds: z.array(z.uuid()).max(200).default([]) });

export const BoardFilter = z.object({ programmeId: optionalId });

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** What is asked of the coordinator in words; without a relation it is asked in general. */
export const NewAsk = z.object({
  relationId: optionalId,
  what: z.enum(openAsks),
  words: z.string().trim().max(4000).default(''),
});

export const RiskFields = z.object({
  /** Made with the form; a form that arrives twice is one change. */
  nonce: z.uuid(),
  /** How many changes its writer has seen; 0 before the first. */
  seen: z.number().int().min(0),
  level: z.enum(riskLevels),
  reason: z.string().trim().min(1, 'validation.required').max(2000),
});
export const RiskChange = RelationId.extend(RiskFields.shape);

export const ApprovalOf = RelationId.extend({ kind: z.enum(approvalKinds) });
export const ApprovalFields = z.object({
  /** Made with the form; a form that arrives twice is one request. */
  nonce: z.uuid(),
  /** The goals that its writer saw, as `seenGoals` names them. */
  seen: z.string().max(4000).default(''),
  words: z.string().trim().max(1000).default(''),
});
export const ApprovalRequest = ApprovalOf.extend(ApprovalFields.shape);
export const ApprovalId = z.object({ approvalId: z.uuid() });
/** What is put away says that its answer was seen. */
export const ApprovalWithdrawal = ApprovalId.extend({ isAnswered: z.boolean().default(false) });
/** What is sent back says why. */
export const DecisionFields = z
  .object({ decision: z.enum(approvalDecisions), words: z.string().trim().max(2000).default('') })
  .refine(({ decision, words }) => decision === 'approved' || words !== '', {
    path: ['words'],
    message: 'validation.required',
  });
export const ApprovalDecision = DecisionFields.safeExtend(ApprovalId.shape);

export const AskId = z.object({ askId: z.uuid() });
/** What is put away says that its answer was seen. */
export const AskWithdrawal = AskId.extend({ isAnswered: z.boolean().default(false) });
export const AskWords = z.object({
  answer: z.enum(askOutcomes),
  /** For who asked alone. */
  words: z.string().trim().max(4000).default(''),
});
export const AskAnswer = AskId.extend(AskWords.shape);
