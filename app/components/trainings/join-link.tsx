import { useTranslation } from '@tessera/i18n/react.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { Section } from '~/ui/page.tsx';

/** The way into the online room, for who may know it. */
export function JoinLink({ url }: { url: string }) {
  const { t } = useTranslation('trainings');
  return (
    <Section id="join" title={t('page.join')} lead={t('page.joinLead')}>
      <p>
        <LinkButton to={url} rel="noreferrer">
          {t('page.joinDo')}
        </LinkButton>
      </p>
      <p className="mt-3 text-sm break-all">{url}</p>
    </Section>
  );
}
