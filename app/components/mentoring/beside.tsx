import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useCan } from '~/components/shell/network.ts';
import { LinkButton } from '~/ui/button.tsx';

/** What stands beside the own mentoring: the way to the coordinator, initiatives, what waits too long, and to raise a concern. */
export function BesideMentoring({ network, about }: { network: string; about?: string }) {
  const { t } = useTranslation(['initiatives', 'care', 'mentoring']);
  const may = useCan();
  return (
    <>
      {may('relation.answer') && (
        <LinkButton to={paths.mentoringAsks(network, { about })}>{t('mentoring:asks.title')}</LinkButton>
      )}
      {may('care.read') && <LinkButton to={paths.care(network)}>{t('care:board.title')}</LinkButton>}
      {may('initiative.read') && (
        <LinkButton to={paths.initiatives(network)}>{t('initiatives:title')}</LinkButton>
      )}
      {may('concern.raise') && (
        <LinkButton to={paths.concerns(network)}>{t('care:concerns.title')}</LinkButton>
      )}
    </>
  );
}
