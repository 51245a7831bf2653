import { paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

/** Tells coordinators that a file with a virus was sent, and refused. */
export function fileInfected({ t, context }: TemplateInput<Record<string, never>>): MailContent {
  const subject = t('fileInfected.subject');
  return {
    subject,
    preheader: t('fileInfected.text'),
    title: subject,
    why: t('fileInfected.why'),
    body: (
      <>
        <Paragraph>{t('fileInfected.text')}</Paragraph>
        <Action href={networkLink(context, (code) => paths.audit(code))} label={t('fileInfected.button')} />
      </>
    ),
  };
}
