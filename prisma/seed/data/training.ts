import type { TrainingDetails } from '@tessera/core/trainings/schema.ts';
import type { z } from 'zod';

type Details = z.input<typeof TrainingDetails>;

/** A training of the demo with its story. Dates are local to the network; people are mailboxes, institutions keys. */
export type SeedTraining = Pick<
  Details,
  | 'code'
  | 'kind'
  | 'theme'
  | 'audience'
  | 'mode'
  | 'venue'
  | 'joinUrl'
  | 'languages'
  | 'capacity'
  | 'promotion'
  | 'offerHours'
  | 'attendanceThreshold'
  | 'visibility'
  | 'givesCertificate'
> & {
  network: string;
  coordinator: string;
  trainers: string[];
  quota: number | null;
  /** Until then the quota binds; without it until the end. */
  quotaEnds?: [date: string, time: string];
  minutes: number;
  days: [date: string, ...halfDays: `${string}–${string}`[]][];
  /** It was planned for these days first, and moved on that date. */
  moved?: { on: string; from: SeedTraining['days'] };
  /** A draft is never published. */
  published: string | null;
  opens: string;
  closes: string;
  texts: Record<string, [title: string, summary: string, outcomes: string[]]>;
  /** Who asks for how many places, one after the other from the day on which registration opens. */
  places: [institution: string, count: number][];
  /** Who registers without an institution, after those. */
  selves?: string[];
  /** What came of it, when it is over: how many never came, and how many missed too much for a certificate. */
  held?: { never: number; partly: number };
  /** A partner network with which it is shared. */
  sharedWith?: string;
  /** Who asks from partner networks, for how many places; with these networks it is shared. */
  guests?: [network: string, institution: string, count: number][];
  /** How many seats there are for each network. */
  seatsByOrigin?: Record<string, number>;
  /** What institutions took home from it. */
  takeaways?: [network: string, institution: string, learned: string, adopts: string, adoptBy: string][];
};

/** A day of six hours and a half, and a short one. */
export const fullDay = ['09:00–12:30', '13:30–16:30'] as const;
export const shortDay = ['09:30–12:30', '13:30–16:30'] as const;
