import { z } from 'zod';
import { moduleNames } from './modules.ts';
import { settings } from './registry.ts';

/** Which modules are on; what is not named is off. */
export const ModuleChoice = z.object({ modules: z.array(z.enum(moduleNames)) });

const value = {
  quotaPerInstitution: settings['training.quota_per_institution'].schema
    .optional()
    .transform((it) => it ?? null),
  promotion: settings['training.promotion'].schema,
  offerHours: settings['training.offer_hours'].schema,
  cancelDeadlineHours: settings['training.cancel_deadline_hours'].schema,
  attendanceThreshold: settings['training.attendance_threshold'].schema,
  // Boxes that are not ticked are not sent.
  reminderDays: settings['training.reminder_days'].schema.default([]),
  weekStart: settings['calendar.week_start'].schema,
  secondStep: settings.second_step.schema,
};

/** The rules of a network, as its form sends them. */
export const Rules = z.object(value);

/** Which setting stands behind a field of the form. */
export const settingOfField = {
  quotaPerInstitution: 'training.quota_per_institution',
  promotion: 'training.promotion',
  offerHours: 'training.offer_hours',
  cancelDeadlineHours: 'training.cancel_deadline_hours',
  attendanceThreshold: 'training.attendance_threshold',
  reminderDays: 'training.reminder_days',
  weekStart: 'calendar.week_start',
  secondStep: 'second_step',
} as const satisfies Record<keyof typeof value, keyof typeof settings>;

export type RuleField = keyof typeof settingOfField;
export const ruleFields = Object.keys(settingOfField) as RuleField[];

/** "Use the parent's value": a rule by the name of its field, or a module. */
export const Reset = z.object({ what: z.enum([...moduleNames, ...ruleFields] as [string, ...string[]]) });
