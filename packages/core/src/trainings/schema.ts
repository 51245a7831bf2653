import { z } from 'zod';
import { isTimeZone } from '../networks/time-zones.ts';
import { SeatRules } from '../seats/schema.ts';
import { SeenTexts } from '../translations/schema.ts';
import { isJoinUrl } from './rules.ts';
import {
  accessibilityTerms,
  assessments,
  attendanceMeasures,
  repeats,
  sortOrders,
  trainingAudiences,
  trainingKinds,
  trainingModes,
  trainingThemes,
} from './terms.ts';

const text = (max: number) => z.string().trim().max(max);
const optionalDate = z
  .date()
  .nullish()
  .transform((value) => value ?? null);

export const TrainingText = z.object({
  language: z.string().min(2).max(8),
  title: text(200).min(1),
  summary: text(4000).default(''),
  outcomes: z.array(text(300)).max(20).default([]),
});

export const TrainingSession = z.object({
  /** Which half-day of the event it is, so that bookings and marks stay with it; none for a new one */
  id: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  startsAt: z.date(),
  endsAt: z.date(),
  halfDay: z.enum(['am', 'pm']),
  room: text(120).default(''),
  /** Where it differs from the training */
  mode: z
    .enum(trainingModes)
    .nullish()
    .transform((value) => value ?? null),
  /** Who leads this half-day; none means all trainers of the training */
  trainerIds: z.array(z.uuid()).max(20).default([]),
  isMandatory: z.boolean().default(false),
  /** Places of its own, beside those of the training */
  capacity: z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .nullish()
    .transform((value) => value ?? null),
});

const timeZone = z.string().max(60).refine(isTimeZone);

const reminderDays = z
  .array(z.number().int().min(1).max(60))
  .max(6)
  .transform((days) => [...new Set(days)].sort((one, other) => other - one))
  .default([7, 1]);

const followUpHours = z
  .array(
    z
      .number()
      .int()
      .min(1)
      .max(24 * 60)
      .refine((hours) => hours < 24 || hours % 24 === 0),
  )
  .max(6)
  .transform((hours) => [...new Set(hours)].sort((one, other) => one - other))
  .default([]);

/** Everything that a coordinator sets; sessions are half-days in their order. */
export const TrainingDetails = z.object({
  code: text(40).min(1),
  kind: z.enum(trainingKinds).default('training'),
  theme: z.enum(trainingThemes),
  audience: z.enum(trainingAudiences).default('institution_staff'),
  mode: z.enum(trainingModes),
  venue: text(300).default(''),
  /** Where the online room is; kept and read apart from the event */
  joinUrl: text(500).refine(isJoinUrl, 'join_link_not_https').default(''),
  languages: z.array(z.string().min(2).max(8)).min(1).max(12),
  accessibility: z.array(z.enum(accessibilityTerms)).default([]),
  childcareOffered: z.boolean().default(false),
  costFree: z.boolean().default(true),
  /** Whether a registration may cover some of the half-days */
  choosesHalfDays: z.boolean().default(false),
  /** IANA zone of the place; its times are shown in it */
  timeZone,
  capacity: z.number().int().min(0).max(100_000),
  quotaPerInstitution: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .nullish()
    .transform((value) => value ?? null),
  quotaReleaseAt: optionalDate,
  promotion: z.enum(['automatic', 'offer']).default('automatic'),
  offerHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 14)
    .default(48),
  regOpensAt: optionalDate,
  regClosesAt: optionalDate,
  cancelDeadlineHours: z
    .number()
    .int()
    .min(0)
    .max(24 * 60)
    .default(48),
  /** Days before the start on which those who come are reminded */
  reminderDays,
  /** Hours after the end at which those who took part get a mail; from 24 on whole days */
  followUpHours,
  workloadMinutes: z
    .number()
    .int()
    .min(15)
    .max(60 * 500),
  attendanceThreshold: z.number().int().min(1).max(100).default(100),
  givesCertificate: z.boolean().default(true),
  attendanceMeasure: z.enum(attendanceMeasures).default('half_days'),
  needsEvaluation: z.boolean().default(false),
  certificateMonths: z
    .number()
    .int()
    .min(1)
    .max(120)
    .nullish()
    .transform((value) => value ?? null),
  assessment: z.enum(assessments).default('none'),
  eqfLevel: z
    .number()
    .int()
    .min(1)
    .max(8)
    .nullish()
    .transform((value) => value ?? null),
  visibility: z.enum(['network', 'public']).default('public'),
  texts: z.array(TrainingText).min(1).max(12),
  sessions: z.array(TrainingSession).min(1).max(60),
  trainerIds: z.array(z.uuid()).max(20).default([]),
});

const { shape } = TrainingDetails;

/** A new training; its kind and the network's settings fill in what is left out. */
export const NewTraining = TrainingDetails.extend({
  timeZone: timeZone.optional(),
  audience: shape.audience.unwrap().optional(),
  givesCertificate: z.boolean().optional(),
  quotaPerInstitution: z.number().int().min(1).max(1000).nullish(),
  promotion: shape.promotion.unwrap().optional(),
  offerHours: shape.offerHours.unwrap().optional(),
  cancelDeadlineHours: shape.cancelDeadlineHours.unwrap().optional(),
  attendanceThreshold: shape.attendanceThreshold.unwrap().optional(),
  reminderDays: shape.reminderDays.unwrap().optional(),
});

export const TrainingId = z.object({ trainingId: z.uuid() });
/** A changed training; without a zone it keeps its own. */
export const TrainingEdit = TrainingDetails.extend({
  ...TrainingId.shape,
  seen: SeenTexts,
  timeZone: timeZone.optional(),
  /** A change of words that no translation has to follow */
  isMinor: z.boolean().optional(),
});
export const CapacityChange = TrainingId.extend({
  capacity: z.number().int().min(0).max(100_000),
  ...SeatRules.shape,
});
export const Cancellation = TrainingId.extend({ reason: text(500).default('') });
/** A copy at a new start, or a series of copies that begins there. */
export const Copy = TrainingId.extend({
  code: text(36).min(1),
  startsAt: z.date(),
  repeat: z
    .enum(repeats)
    .nullish()
    .transform((value) => value ?? null),
  count: z.number().int().min(1).max(52).default(1),
});
/** The new start, when there is one; all half-days move along. */
export const Postponement = TrainingId.extend({ startsAt: optionalDate, reason: text(500).default('') });
export const SendingBack = TrainingId.extend({ reason: text(500).min(1) });
export const Sharing = TrainingId.extend({
  recipient: z.string().max(40),
  /** Whether institutions of the partner may ask for seats */
  takesGuests: z.boolean().default(false),
});

const day = z.iso.date().or(z.literal('')).default('');

/** Where and when; days are those of the place. */
export const Period = z.object({
  place: text(100).default(''),
  when: z.enum(['upcoming', 'past', 'all']).default('upcoming'),
  from: day,
  to: day,
});

export const CatalogueFilter = z.object({
  q: z.string().trim().max(100).default(''),
  theme: z.enum(trainingThemes).or(z.literal('')).default(''),
  mode: z.enum(trainingModes).or(z.literal('')).default(''),
  kind: z.enum(trainingKinds).or(z.literal('')).default(''),
  language: z.string().max(8).default(''),
  ...Period.shape,
  free: z.boolean().default(false),
  sort: z.enum(sortOrders).default('date'),
  page: z.number().int().min(1).max(100_000).default(1),
});

export const CalendarRange = z.object({ from: z.date(), to: z.date(), trainingId: z.uuid().nullish() });
export const Move = TrainingId.extend({
  move: z.enum([
    'publish',
    'close_registration',
    'reopen_registration',
    'start',
    'complete',
    'document',
    'archive',
  ]),
});
