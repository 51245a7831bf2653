import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';

const looks = {
  draft: { tone: 'neutral', shape: 'draft' },
  active: { tone: 'success', shape: 'done' },
  suspended: { tone: 'warning', shape: 'stopped' },
  closing: { tone: 'warning', shape: 'stopped' },
  closed: { tone: 'neutral', shape: 'stopped' },
  archived: { tone: 'neutral', shape: 'stopped' },
} as const;

/** The state of a network in a word. */
export function StateWord({ state }: { state: string }) {
  const { t } = useTranslation('founding');
  const known = state as keyof typeof looks;
  return <Badge {...looks[known]}>{t(`states.${known}`)}</Badge>;
}
