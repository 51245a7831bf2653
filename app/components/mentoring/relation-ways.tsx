import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Breadcrumbs } from '~/ui/ways.tsx';

/** The way down to a page of one relation. */
export function RelationWays({ network, relationId }: { network: string; relationId: string }) {
  const { t } = useTranslation('mentoring');
  const label = t('relation.title');
  return <Breadcrumbs label={label} ways={[{ to: paths.relation(network, relationId), label }]} />;
}
