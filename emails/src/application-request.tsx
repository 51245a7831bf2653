import { paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';
import { momentText } from './training-facts.ts';

export type ApplicationRequestProps = {
  institutionName: string;
  applicationId: string;
  token: string;
  expiresAt: Date;
  timeZone: string;
};

/** Asks whoever applied for an institution whether the address is theirs; only then the network is told. */
export function applicationRequest(input: TemplateInput<ApplicationRequestProps>): MailContent {
  const { props, t, context } = input;
  const { institutionName, applicationId, token, expiresAt, timeZone } = props;
  return {
    subject: t('applicationRequest.subject', { name: institutionName }),
    preheader: t('applicationRequest.text'),
    title: t('applicationRequest.title'),
    why: t('applicationRequest.why'),
    isPersonalLink: true,
    body: (
      <>
        <Paragraph>{t('applicationRequest.text')}</Paragraph>
        <Facts
          facts={[
            [t('facts.institution'), institutionName],
            [t('facts.network'), context.network?.name ?? null],
            [t('facts.validUntil'), momentText(expiresAt, timeZone, input)],
          ]}
        />
        <Action
          href={networkLink(context, (code) => paths.joiningConfirmation(code, applicationId, token))}
          label={t('applicationRequest.button')}
          t={t}
        />
        <Paragraph>{t('applicationRequest.ignore')}</Paragraph>
      </>
    ),
  };
}
