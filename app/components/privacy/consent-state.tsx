import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ComponentProps } from 'react';
import { Badge } from '~/ui/badge.tsx';

const looks: Record<string, Pick<ComponentProps<typeof Badge>, 'tone' | 'shape'>> = {
  requested: { tone: 'warning', shape: 'waiting' },
  given: { tone: 'success', shape: 'done' },
};

/** The state of a consent, in a word. */
export function ConsentState({ state }: { state: string }) {
  const { t } = useTranslation('privacy');
  return <Badge {...(looks[state] ?? { shape: 'stopped' })}>{t(`states.${state as 'given'}`)}</Badge>;
}
