// The vocabulary of trainings, apart from the schemas so that a browser gets the words without the validation.

export const trainingThemes = [
  'empowerment',
  'civil_rights',
  'social_inclusion_refugees',
  'leadership',
  'community_mobilisation',
  'campaigns',
  'conflict_resolution',
  'participatory_planning',
  'good_practice',
  'anti_discrimination',
  'outreach_method',
  'safeguarding',
  'other',
] as const;

export const trainingKinds = ['training', 'information_session', 'study_visit', 'meeting'] as const;
export type TrainingKind = (typeof trainingKinds)[number];

export const trainingAudiences = ['institution_staff', 'leaders', 'volunteers', 'public'] as const;

/** How the events of a series follow each other. */
export const repeats = ['weekly', 'fortnightly', 'monthly'] as const;
export type Repeat = (typeof repeats)[number];

/** What the place and the people there offer. */
export const accessibilityTerms = ['step_free', 'hearing_loop', 'sign_language', 'easy_language'] as const;

export const trainingModes = ['onsite', 'online', 'hybrid'] as const;

/** What the share of attendance that a certificate asks for is a share of. */
export const attendanceMeasures = ['half_days', 'minutes'] as const;

export const assessments = ['none', 'test', 'assignment', 'observation'] as const;

export const trainingStates = [
  'draft',
  'submitted',
  'published',
  'registration_closed',
  'running',
  'completed',
  'documented',
  'archived',
  'postponed',
  'cancelled',
] as const;

/** Days before the start on which a form offers to remind. */
export const reminderChoices = [30, 14, 7, 3, 2, 1] as const;

/** Hours after the end that a form offers for a mail to those who took part; from 24 on whole days. */
export const followUpChoices = [2, 24, 72, 168, 720] as const;

export const sortOrders = ['date', 'title', 'free'] as const;
