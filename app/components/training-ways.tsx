import { useParams } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs, type Way } from '~/ui/ways.tsx';
import { useCan } from './shell/network.ts';

/**
 * The way down to a page of one training.
 * @param isManaged the page lies under the management page, which stands in the way of those who may open it
 */
export function TrainingWays({
  training,
  isManaged = false,
}: {
  training?: { id: string; title: string };
  isManaged?: boolean;
}) {
  const { t } = useTranslation(['trainings', 'shell']);
  const mayManage = useCan()('registration.manage');
  const network = useParams().network ?? '';
  const ways: Way[] = [{ to: paths.trainings(network), label: t('shell:nav.trainings') }];
  if (training) ways.push({ to: paths.training(network, training.id), label: training.title });
  if (training && isManaged && mayManage) {
    ways.push({ to: paths.manage(network, training.id), label: t('manage.title') });
  }
  return <Breadcrumbs label={t('manage.ways')} ways={ways} />;
}
