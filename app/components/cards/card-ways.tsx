import { useParams } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs, type Way } from '~/ui/ways.tsx';

/** The way down to a card, or to a page about it. */
export function CardWays({ card }: { card?: { id: string; title: string } }) {
  const { t } = useTranslation('cards');
  const network = useParams().network ?? '';
  const ways: Way[] = [
    { to: paths.cards(network), label: t('title') },
    { to: paths.cardLibrary(network), label: t('library.title') },
  ];
  if (card) ways.push({ to: paths.card(network, card.id), label: card.title });
  return <Breadcrumbs label={t('title')} ways={ways} />;
}
