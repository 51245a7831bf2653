import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';

type State = Awaited<ReturnType<Caller['messages']['one']>>['state'];

/** How far a message came, in a word. */
export function MessageState({ state }: { state: State }) {
  const { t } = useTranslation('messages');
  switch (state) {
    case 'pending':
    case 'sending':
      return <Badge shape="waiting">{t(`states.${state}`)}</Badge>;
    case 'sent':
      return (
        <Badge tone="success" shape="done">
          {t('states.sent')}
        </Badge>
      );
    case 'uncertain':
      return (
        <Badge tone="warning" shape="attention">
          {t('states.uncertain')}
        </Badge>
      );
    case 'failed':
      return (
        <Badge tone="danger" shape="stopped">
          {t('states.failed')}
        </Badge>
      );
    default:
      return state satisfies never;
  }
}
