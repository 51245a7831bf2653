import type { Standing } from '@tessera/core/certificates/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ComponentProps } from 'react';
import { Badge } from '~/ui/badge.tsx';

const looks = {
  valid: { tone: 'success', shape: 'done' },
  expired: { tone: 'warning', shape: 'attention' },
  revoked: { tone: 'danger', shape: 'stopped' },
  superseded: { shape: 'stopped' },
} as const satisfies Record<Standing, Pick<ComponentProps<typeof Badge>, 'tone' | 'shape'>>;

/** Whether a certificate holds, in one word. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const { t } = useTranslation('certificates');
  return <Badge {...looks[standing]}>{t(`standings.${standing}`)}</Badge>;
}
