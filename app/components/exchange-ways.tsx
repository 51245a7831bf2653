import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs } from '~/ui/ways.tsx';

/** The way to the seats that institutions of a network hold elsewhere. */
export function AwayWays({ network }: { network: string }) {
  const { t } = useTranslation(['exchange', 'trainings']);
  return (
    <Breadcrumbs
      label={t('trainings:manage.ways')}
      ways={[{ to: paths.away(network), label: t('away.title') }]}
    />
  );
}
