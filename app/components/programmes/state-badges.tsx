import type {
  MenteeState,
  MentorState,
  ProgrammeState,
  RelationState,
} from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ComponentProps } from 'react';
import { Badge } from '~/ui/badge.tsx';

type Look = Pick<ComponentProps<typeof Badge>, 'tone' | 'shape'>;

const programmeLooks: Record<ProgrammeState, Look> = {
  design: { shape: 'draft' },
  recruiting: { tone: 'info', shape: 'open' },
  training: { tone: 'info', shape: 'open' },
  matching: { tone: 'info', shape: 'waiting' },
  running: { tone: 'success', shape: 'open' },
  closing: { tone: 'warning', shape: 'waiting' },
  closed: { shape: 'done' },
};

/** Where a programme stands. */
export function ProgrammeStateBadge({ state }: { state: string }) {
  const { t } = useTranslation('programmes');
  const known = state as ProgrammeState;
  return <Badge {...programmeLooks[known]}>{t(`programmeStates.${known}`)}</Badge>;
}

const mentorLooks: Record<MentorState, Look> = {
  applied: { tone: 'info', shape: 'waiting' },
  screening: { tone: 'info', shape: 'waiting' },
  in_training: { tone: 'info', shape: 'open' },
  approved: { tone: 'success', shape: 'done' },
  active: { tone: 'success', shape: 'open' },
  paused: { tone: 'warning', shape: 'waiting' },
  ended: { shape: 'done' },
  rejected: { shape: 'stopped' },
};

/** Where a mentor stands. */
export function MentorStateBadge({ state }: { state: string }) {
  const { t } = useTranslation('programmes');
  const known = state as MentorState;
  return <Badge {...mentorLooks[known]}>{t(`mentorStates.${known}`)}</Badge>;
}

const menteeLooks: Record<MenteeState, Look> = {
  nominated: { tone: 'info', shape: 'waiting' },
  applied: { tone: 'info', shape: 'waiting' },
  accepted: { tone: 'info', shape: 'open' },
  in_training: { tone: 'info', shape: 'open' },
  matched: { tone: 'success', shape: 'waiting' },
  active: { tone: 'success', shape: 'open' },
  graduated: { tone: 'success', shape: 'done' },
  withdrawn: { shape: 'stopped' },
  moved_away: { shape: 'stopped' },
};

/** Where a mentee stands. */
export function MenteeStateBadge({ state }: { state: string }) {
  const { t } = useTranslation('programmes');
  const known = state as MenteeState;
  return <Badge {...menteeLooks[known]}>{t(`menteeStates.${known}`)}</Badge>;
}

const relationLooks: Record<RelationState, Look> = {
  proposed: { tone: 'info', shape: 'waiting' },
  accepted_by_both: { tone: 'info', shape: 'open' },
  agreement_signed: { tone: 'info', shape: 'done' },
  active: { tone: 'success', shape: 'open' },
  paused: { tone: 'warning', shape: 'waiting' },
  closing: { tone: 'warning', shape: 'attention' },
  completed: { tone: 'success', shape: 'done' },
  ended_early: { shape: 'stopped' },
  rematched: { shape: 'done' },
};

/** Where a mentoring relation stands. */
export function RelationStateBadge({ state }: { state: string }) {
  const { t } = useTranslation('programmes');
  const known = state as RelationState;
  return <Badge {...relationLooks[known]}>{t(`relationStates.${known}`)}</Badge>;
}
