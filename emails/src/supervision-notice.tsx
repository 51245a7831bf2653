import { paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

export type SupervisionNoticeProps = { step: 'planned' | 'near' | 'cancelled' };

/** Tells mentors that supervision is planned, near or cancelled; neither who comes nor what it is about stands in a mail. */
export function supervisionNotice({ props, t, context }: TemplateInput<SupervisionNoticeProps>): MailContent {
  const subject = t(`supervisionNotice.${props.step}`);
  return {
    subject,
    preheader: t('supervisionNotice.text'),
    title: subject,
    why: t('careNotice.why'),
    body: (
      <>
        <Paragraph>{t('supervisionNotice.text')}</Paragraph>
        <Action
          href={networkLink(context, (code) => paths.supervision(code))}
          label={t('careNotice.button')}
        />
      </>
    ),
  };
}
