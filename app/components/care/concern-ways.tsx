import { useParams } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs } from '~/ui/ways.tsx';

/** The way down to a page about concerns. */
export function ConcernWays() {
  const { t } = useTranslation(['care', 'institutions']);
  const network = useParams().network ?? '';
  return (
    <Breadcrumbs
      label={t('institutions:ways')}
      ways={[{ to: paths.concerns(network), label: t('concerns.title') }]}
    />
  );
}
