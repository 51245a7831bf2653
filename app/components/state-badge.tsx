import type { SeatState } from '@tessera/core/seats/rules.ts';
import type { TrainingState, WindowState } from '@tessera/core/trainings/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ComponentProps } from 'react';
import { Badge } from '~/ui/badge.tsx';

type Look = Pick<ComponentProps<typeof Badge>, 'tone' | 'shape'>;

const trainingLooks: Record<TrainingState, Look> = {
  draft: { shape: 'draft' },
  submitted: { tone: 'info', shape: 'waiting' },
  published: { tone: 'success', shape: 'open' },
  registration_closed: { shape: 'stopped' },
  running: { tone: 'info', shape: 'open' },
  completed: { tone: 'success', shape: 'done' },
  documented: { tone: 'success', shape: 'done' },
  archived: { shape: 'done' },
  postponed: { tone: 'warning', shape: 'attention' },
  cancelled: { tone: 'danger', shape: 'stopped' },
};

const seatLooks: Record<SeatState, Look> = {
  pending: { tone: 'info', shape: 'waiting' },
  requested: { tone: 'info', shape: 'waiting' },
  waiting: { tone: 'warning', shape: 'waiting' },
  offered: { tone: 'info', shape: 'attention' },
  confirmed: { tone: 'success', shape: 'done' },
  cancelled: { shape: 'stopped' },
  lapsed: { shape: 'stopped' },
  rejected: { shape: 'stopped' },
};

const availabilityLooks = {
  open: { tone: 'success', shape: 'open' },
  few: { tone: 'success', shape: 'attention' },
  full: { tone: 'warning', shape: 'waiting' },
  not_yet: { tone: 'info', shape: 'waiting' },
  closed: { shape: 'stopped' },
  over: { shape: 'done' },
} as const satisfies Record<string, Look>;

/** The state of a training as those who run it see it. */
export function TrainingStateBadge({ state }: { state: string }) {
  const { t } = useTranslation('trainings');
  return <Badge {...trainingLooks[state as TrainingState]}>{t(`states.${state as TrainingState}`)}</Badge>;
}

/** The state of one asked-for place. */
export function SeatStateBadge({ state }: { state: string }) {
  const { t } = useTranslation('seats');
  return <Badge {...seatLooks[state as SeatState]}>{t(`states.${state as SeatState}`)}</Badge>;
}

export type Availability = keyof typeof availabilityLooks;

/** What a training's state means for someone who might register. */
export function AvailabilityBadge(
  training: { state: string; window: WindowState } & Parameters<typeof availabilityOf>[0],
) {
  const { t } = useTranslation('trainings');
  const special = specialStates.find((state) => state === training.state);
  if (special) return <TrainingStateBadge state={special} />;
  const availability = availabilityOf(training);
  return <Badge {...availabilityLooks[availability]}>{t(`availability.${availability}`)}</Badge>;
}

const specialStates = ['draft', 'submitted', 'running', 'postponed', 'cancelled', 'archived'] as const;

/** Whether one can register, and how likely that leads to a seat. */
export function availabilityOf({
  window,
  capacity,
  takenCount,
}: {
  window: WindowState;
  capacity: number;
  takenCount: number;
}): Availability {
  if (window === 'not_published') return 'closed';
  if (window !== 'open') return window;
  const free = capacity - takenCount;
  if (free <= 0) return 'full';
  return free <= Math.max(2, capacity * 0.1) ? 'few' : 'open';
}
