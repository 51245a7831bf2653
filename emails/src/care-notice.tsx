import { paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

export type CareNoticeProps = { step: 'standstill' | 'log' | 'asked' | 'answered' | 'survey'; count: number };

/** Tells that something in mentoring waits, in figures: no alias and no word of it stands in a mail. */
export function careNotice({ props, t, context }: TemplateInput<CareNoticeProps>): MailContent {
  const { step, count } = props;
  const subject = t(`careNotice.${step}`, { count });
  return {
    subject,
    preheader: t(`careNotice.text.${step}`),
    title: subject,
    why: t('careNotice.why'),
    body: (
      <>
        <Paragraph>{t(`careNotice.text.${step}`)}</Paragraph>
        <Action href={networkLink(context, (code) => paths.care(code))} label={t('careNotice.button')} />
      </>
    ),
  };
}
