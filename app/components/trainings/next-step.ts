import type { TrainingState } from '@tessera/core/trainings/rules.ts';

export type Situation = {
  state: TrainingState;
  startsAt: Date;
  endsAt: Date;
  now: Date;
  /** Waiting seats while no seat is free */
  waiting: number;
  isFull: boolean;
  /** Confirmed seats without a name */
  unnamed: number;
  /** Marks that are missing in half-days that have begun */
  unmarked: number;
  /** People who earned a certificate and have none */
  due: number;
  /** Whether the list with every mark has left */
  isExported: boolean;
};

export type NextStep =
  | 'publish'
  | 'decide'
  | 'postponed'
  | 'cancelled'
  | 'archived'
  | 'mark'
  | 'complete'
  | 'issue'
  | 'export'
  | 'document'
  | 'archive'
  | 'unnamed'
  | 'waiting'
  | 'nothing';

const soon = 7 * 24 * 3_600_000;

/** The one thing that a training needs from its coordinator now. */
export function nextStep(situation: Situation): NextStep {
  const { state, startsAt, endsAt, now, waiting, isFull, unnamed, unmarked, due, isExported } = situation;
  switch (state) {
    case 'draft':
      return 'publish';
    case 'submitted':
      return 'decide';
    case 'postponed':
    case 'cancelled':
    case 'archived':
      return state;
    case 'published':
    case 'registration_closed':
    case 'running': {
      if (unmarked > 0) return 'mark';
      if (now >= endsAt) return due > 0 ? 'issue' : 'complete';
      if (unnamed > 0 && now.getTime() > startsAt.getTime() - soon) return 'unnamed';
      if (waiting > 0 && isFull && now < startsAt) return 'waiting';
      return 'nothing';
    }
    case 'completed':
      if (unmarked > 0) return 'mark';
      if (due > 0) return 'issue';
      return isExported ? 'document' : 'export';
    case 'documented':
      return due > 0 ? 'issue' : 'archive';
    default:
      return state satisfies never;
  }
}
