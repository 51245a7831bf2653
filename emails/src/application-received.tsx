import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

export type ApplicationReceivedProps = {
  institutionName: string;
  place: string;
  personName: string | null;
  applicationId: string;
};

/** Tells coordinators that an institution asks to join. */
export function applicationReceived(input: TemplateInput<ApplicationReceivedProps>): MailContent {
  const { props, t, context } = input;
  const { institutionName, place, personName, applicationId } = props;
  return {
    subject: t('applicationReceived.subject', { name: institutionName }),
    preheader: t('applicationReceived.text'),
    title: t('applicationReceived.title'),
    why: t('applicationReceived.why'),
    body: (
      <>
        <Paragraph>{t('applicationReceived.text')}</Paragraph>
        <Facts
          facts={[
            [t('facts.institution'), institutionName],
            [t('facts.where'), place],
            [t('facts.person'), personName],
          ]}
        />
        <Action
          href={networkLink(context, (code) => paths.application(code, applicationId))}
          label={t('applicationReceived.button')}
        />
      </>
    ),
  };
}
