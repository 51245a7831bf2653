import { Code, Paragraph } from './parts.tsx';
import type { MailContent, TemplateInput } from './template.ts';

export type SignInCodeProps = { code: string; expiresInMinutes: number };

/** Brings the one-time code. It stays out of the subject, which mail servers write into their logs. */
export function signInCode({ props, t }: TemplateInput<SignInCodeProps>): MailContent {
  const valid = t('signInCode.valid', { count: props.expiresInMinutes });
  return {
    subject: t('signInCode.subject'),
    preheader: valid,
    title: t('signInCode.title'),
    why: t('signInCode.why'),
    body: (
      <>
        <Paragraph>{t('signInCode.text')}</Paragraph>
        <Code code={props.code} />
        <Paragraph>{valid}</Paragraph>
        <Paragraph>{t('signInCode.neverShare')}</Paragraph>
      </>
    ),
  };
}
