import { useParams } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs, type Way } from '~/ui/ways.tsx';

/** The way down to the applications, or to a page about one of them. */
export function ApplicationWays({
  isBeneath = true,
  application,
}: {
  isBeneath?: boolean;
  application?: { id: string; name: string };
}) {
  const { t } = useTranslation(['institutions', 'joining', 'shell']);
  const network = useParams().network ?? '';
  const ways: Way[] = [{ to: paths.institutions(network), label: t('shell:nav.institutions') }];
  if (isBeneath) ways.push({ to: paths.applications(network), label: t('joining:list.title') });
  if (application) ways.push({ to: paths.application(network, application.id), label: application.name });
  return <Breadcrumbs label={t('ways')} ways={ways} />;
}
