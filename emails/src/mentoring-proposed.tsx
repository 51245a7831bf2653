import { paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

/** Asks a mentor or a mentee for their answer to a proposal; neither name nor alias of the other side stands in a mail. */
export function mentoringProposed({ t, context }: TemplateInput<Record<string, never>>): MailContent {
  const subject = t('mentoringProposed.subject');
  return {
    subject,
    preheader: t('mentoringProposed.text'),
    title: subject,
    why: t('mentoringProposed.why'),
    body: (
      <>
        <Paragraph>{t('mentoringProposed.text')}</Paragraph>
        <Action
          href={networkLink(context, (code) => paths.mentoring(code))}
          label={t('surveyAsked.button')}
        />
      </>
    ),
  };
}
