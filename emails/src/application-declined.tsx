import { Facts, Paragraph } from './parts.tsx';
import type { MailContent, TemplateInput } from './template.ts';

export type ApplicationDeclinedProps = { institutionName: string; reason: string };

/** Tells whoever applied for an institution that the network declined, and why. */
export function applicationDeclined(input: TemplateInput<ApplicationDeclinedProps>): MailContent {
  const { props, t, context } = input;
  return {
    subject: t('applicationDeclined.subject', { name: props.institutionName }),
    preheader: t('applicationDeclined.text'),
    title: t('applicationDeclined.title'),
    why: t('applicationDeclined.why'),
    body: (
      <>
        <Paragraph>{t('applicationDeclined.text')}</Paragraph>
        <Facts
          facts={[
            [t('facts.institution'), props.institutionName],
            [t('facts.network'), context.network?.name ?? null],
            [t('facts.reason'), props.reason],
          ]}
        />
      </>
    ),
  };
}
