import type { CardState, TextState } from '@tessera/core/cards/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';

const cardShapes = {
  draft: 'draft',
  pictogram_ok: 'draft',
  translating: 'open',
  field_test: 'open',
  published: 'done',
  revision_due: 'attention',
  retired: 'stopped',
} as const satisfies Record<CardState, string>;

/** Where a card stands, in a word. */
export function CardBadge({ state }: { state: CardState }) {
  const { t } = useTranslation('cards');
  const tone = state === 'published' ? 'success' : state === 'revision_due' ? 'warning' : 'neutral';
  return (
    <Badge shape={cardShapes[state]} tone={tone}>
      {t(`states.card.${state}`)}
    </Badge>
  );
}

const textShapes = {
  missing: 'draft',
  draft: 'draft',
  reviewed: 'waiting',
  verified: 'done',
  rejected: 'stopped',
} as const;

/** Where a text stands, in a word; one that does not exist is missing. */
export function TextBadge({ state }: { state: TextState | null }) {
  const { t } = useTranslation('cards');
  const shown = state ?? 'missing';
  const tone = shown === 'verified' ? 'success' : shown === 'rejected' ? 'danger' : 'neutral';
  return (
    <Badge shape={textShapes[shown]} tone={tone}>
      {t(`states.text.${shown}`)}
    </Badge>
  );
}
