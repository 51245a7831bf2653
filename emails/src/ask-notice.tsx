import { paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

export type AskNoticeProps = { step: 'asked' | 'answered'; askId: string };

/** Tells that somebody in mentoring asks the coordinator for something, or that it is answered; neither what nor who. */
export function askNotice({ props, t, context }: TemplateInput<AskNoticeProps>): MailContent {
  const { step, askId } = props;
  const subject = t(`askNotice.${step}`);
  return {
    subject,
    preheader: t(`askNotice.text.${step}`),
    title: subject,
    why: t('careNotice.why'),
    body: (
      <>
        <Paragraph>{t(`askNotice.text.${step}`)}</Paragraph>
        <Action
          href={networkLink(context, (code) => paths.mentoringAsk(code, askId))}
          label={t('careNotice.button')}
        />
      </>
    ),
  };
}
