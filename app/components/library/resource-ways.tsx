import { useParams } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs, type Way } from '~/ui/ways.tsx';

/** The way down to a resource, or to a page about it. */
export function ResourceWays({
  resource,
}: {
  resource?: { id: string; title: string; owner?: string | undefined };
}) {
  const { t } = useTranslation('library');
  const network = useParams().network ?? '';
  const ways: Way[] = [{ to: paths.library(network), label: t('title') }];
  if (resource) {
    const { id, title, owner } = resource;
    ways.push({ to: paths.resource(network, id, { owner }), label: title });
  }
  return <Breadcrumbs label={t('title')} ways={ways} />;
}
