import type { WindowState } from '@tessera/core/trainings/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';

type Training = {
  id: string;
  isOwn: boolean;
  networkCode: string;
  networkName: string;
  window: WindowState;
  regOpensAt: Date | null;
  timeZone: string;
};

/** Why nobody can register now, and where to go from here. */
export function NoRegistration({ network, training }: { network: string; training: Training }) {
  const { t } = useTranslation('seats');
  const { title, text } = useReason(training);
  return (
    <Notice
      tone={training.window === 'not_yet' ? 'info' : 'warning'}
      title={title}
      actions={
        <>
          {training.isOwn ? (
            <LinkButton to={paths.training(network, training.id)}>{t('register.seeTraining')}</LinkButton>
          ) : (
            <LinkButton to={paths.register(training.networkCode, training.id)}>
              {t('register.seeTraining')}
            </LinkButton>
          )}
          <LinkButton to={paths.trainings(network)}>{t('register.seeCatalogue')}</LinkButton>
        </>
      }
    >
      <p>{text}</p>
    </Notice>
  );
}

function useReason({ isOwn, networkName, window, regOpensAt, timeZone }: Training) {
  const { t } = useTranslation('seats');
  const format = useFormats();
  if (!isOwn) {
    return { title: t('register.foreign'), text: t('register.foreignText', { network: networkName }) };
  }
  switch (window) {
    case 'not_yet': {
      const moment = regOpensAt ? format.dateTime(regOpensAt, timeZone) : '';
      return { title: t('register.notOpen'), text: t('register.notOpenText', { moment }) };
    }
    case 'over':
      return { title: t('register.over'), text: t('register.overText') };
    case 'not_published':
      return { title: t('register.notPublished'), text: t('register.notPublishedText') };
    case 'closed':
    case 'open':
      return { title: t('register.closed'), text: t('register.closedText') };
    default:
      return window satisfies never;
  }
}
