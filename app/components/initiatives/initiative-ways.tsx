import { useParams } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs, type Way } from '~/ui/ways.tsx';

/** The way down to an initiative, or to a page about it. */
export function InitiativeWays({ initiative }: { initiative?: { id: string; title: string } }) {
  const { t } = useTranslation('initiatives');
  const network = useParams().network ?? '';
  const ways: Way[] = [{ to: paths.initiatives(network), label: t('title') }];
  if (initiative) ways.push({ to: paths.initiative(network, initiative.id), label: initiative.title });
  return <Breadcrumbs label={t('title')} ways={ways} />;
}
