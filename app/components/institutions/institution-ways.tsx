import { useParams } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs, type Way } from '~/ui/ways.tsx';

/** The way down to a page about one institution. */
export function InstitutionWays({ institution }: { institution?: { id: string; name: string } }) {
  const { t } = useTranslation(['institutions', 'shell']);
  const network = useParams().network ?? '';
  const ways: Way[] = [{ to: paths.institutions(network), label: t('shell:nav.institutions') }];
  if (institution) ways.push({ to: paths.institution(network, institution.id), label: institution.name });
  return <Breadcrumbs label={t('ways')} ways={ways} />;
}
