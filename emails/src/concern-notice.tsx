import { paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

export type ConcernNoticeProps = { step: 'raised' | 'unheld' | 'late' };

/** Tells that a concern waits, and nothing of it: not whom it is about, what it is, nor who raised it. */
export function concernNotice({ props, t, context }: TemplateInput<ConcernNoticeProps>): MailContent {
  const { step } = props;
  return {
    subject: t(`concernNotice.${step}.subject`),
    preheader: t(`concernNotice.${step}.text`),
    title: t(`concernNotice.${step}.subject`),
    why: t('concernNotice.why'),
    body: (
      <>
        <Paragraph>{t(`concernNotice.${step}.text`)}</Paragraph>
        <Paragraph>{t('concernNotice.sealed')}</Paragraph>
        <Action
          href={networkLink(context, (code) => paths.concerns(code))}
          label={t('concernNotice.button')}
        />
      </>
    ),
  };
}
