import { useParams } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs } from '~/ui/ways.tsx';

/** The way down to a page about supervision. */
export function SupervisionWays() {
  const { t } = useTranslation(['care', 'supervision', 'institutions']);
  const network = useParams().network ?? '';
  return (
    <Breadcrumbs
      label={t('institutions:ways')}
      ways={[
        { to: paths.care(network), label: t('care:board.title') },
        { to: paths.supervision(network), label: t('supervision:list.title') },
      ]}
    />
  );
}
