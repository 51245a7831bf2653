import {
  TrainingDetails,
  TrainingEdit,
  TrainingSession,
  TrainingText,
} from '@tessera/core/trainings/schema.ts';
import { z } from 'zod';

const optionalLine = (max: number) => z.string().trim().max(max).default('');

/** What the form of a training sends: local times of the network's zone, one text per language, hours. */
export const TrainingForm = TrainingDetails.pick({
  code: true,
  kind: true,
  theme: true,
  audience: true,
  mode: true,
  venue: true,
  joinUrl: true,
  languages: true,
  accessibility: true,
  timeZone: true,
  capacity: true,
  quotaPerInstitution: true,
  promotion: true,
  offerHours: true,
  cancelDeadlineHours: true,
  attendanceThreshold: true,
  attendanceMeasure: true,
  needsEvaluation: true,
  certificateMonths: true,
  assessment: true,
  eqfLevel: true,
  visibility: true,
  trainerIds: true,
}).extend({
  // A box that is not ticked is not sent.
  reminderDays: TrainingDetails.shape.reminderDays.unwrap().default([]),
  followUpHours: TrainingDetails.shape.followUpHours.unwrap().default([]),
  isMinor: z.boolean().default(false),
  seen: TrainingEdit.shape.seen,
  childcareOffered: z.boolean().default(false),
  costFree: z.boolean().default(false),
  choosesHalfDays: z.boolean().default(false),
  givesCertificate: z.boolean().default(false),
  quotaReleaseAt: z.string().optional(),
  regOpensAt: z.string().optional(),
  regClosesAt: z.string().optional(),
  hours: z.number().min(0.25).max(500),
  texts: z
    .array(
      z.object({
        language: TrainingText.shape.language,
        title: optionalLine(200),
        summary: optionalLine(4000),
        outcomes: optionalLine(6000),
      }),
    )
    .superRefine((texts, issues) => {
      const refuse = (index: number, message: string) =>
        issues.addIssue({ code: 'custom', message, path: [index, 'title'] });
      if (texts.every(({ title }) => title === '')) refuse(0, 'title_needed');
      texts.forEach(({ title, summary, outcomes }, index) => {
        if (title === '' && (summary !== '' || outcomes !== '')) refuse(index, 'validation.required');
      });
    }),
  sessions: z
    .array(
      z.object({
        id: TrainingSession.shape.id,
        day: z.string(),
        halfDay: z.enum(['am', 'pm']),
        from: z.string(),
        to: z.string(),
        room: optionalLine(120),
        mode: TrainingSession.shape.mode,
        trainerIds: TrainingSession.shape.trainerIds,
        isMandatory: z.boolean().default(false),
        capacity: TrainingSession.shape.capacity,
      }),
    )
    .default([]),
});

export type TrainingFormInput = z.input<typeof TrainingForm>;
