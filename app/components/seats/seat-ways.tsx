import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useCan } from '~/components/shell/network.ts';
import { Breadcrumbs } from '~/ui/ways.tsx';

/** Where someone comes from who changes a seat: the own registrations, or the management of the training. */
export function SeatWays({
  network,
  seat,
}: {
  network: string;
  seat: { trainingId: string; trainingTitle: string };
}) {
  const { t } = useTranslation(['trainings', 'shell']);
  const back = useSeatBack(network, seat.trainingId);
  const isOrganiser = useCan()('registration.manage');
  const label = isOrganiser ? t('manage.title') : t('shell:nav.registrations');
  const ways = isOrganiser
    ? [{ to: paths.training(network, seat.trainingId), label: seat.trainingTitle }]
    : [];
  return <Breadcrumbs label={t('manage.ways')} ways={[...ways, { to: back, label }]} />;
}

/** The page that a person who changes a seat goes back to. */
export function useSeatBack(network: string, trainingId: string): string {
  return useCan()('registration.manage') ? paths.manage(network, trainingId) : paths.myRegistrations(network);
}
