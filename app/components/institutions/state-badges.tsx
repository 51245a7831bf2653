import type { CardState, MembershipState } from '@tessera/core/institutions/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ComponentProps } from 'react';
import { Badge } from '~/ui/badge.tsx';

type Look = Pick<ComponentProps<typeof Badge>, 'tone' | 'shape'>;

const cardLooks: Record<CardState, Look> = {
  draft: { tone: 'warning', shape: 'draft' },
  verified: { tone: 'success', shape: 'done' },
  inactive: { shape: 'stopped' },
  merged: { shape: 'stopped' },
};

const membershipLooks: Record<MembershipState, Look> = {
  invited: { tone: 'info', shape: 'waiting' },
  applied: { tone: 'info', shape: 'attention' },
  under_review: { tone: 'info', shape: 'waiting' },
  active: { tone: 'success', shape: 'open' },
  suspended: { tone: 'warning', shape: 'stopped' },
  left: { shape: 'stopped' },
};

/** Whether someone has checked the public card. */
export function CardBadge({ state }: { state: string }) {
  const { t } = useTranslation('institutions');
  const known = state as CardState;
  return <Badge {...cardLooks[known]}>{t(`cardStates.${known}`)}</Badge>;
}

/** Where an institution stands in the network. */
export function MembershipBadge({ state }: { state: string }) {
  const { t } = useTranslation('institutions');
  const known = state as MembershipState;
  return <Badge {...membershipLooks[known]}>{t(`membershipStates.${known}`)}</Badge>;
}
