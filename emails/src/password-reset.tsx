import { absolute, paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import type { MailContent, TemplateInput } from './template.ts';

export type PasswordResetProps = { resetId: string; token: string; expiresInMinutes: number };

/** Brings the one-time link for a new password. */
export function passwordReset({ props, t, context }: TemplateInput<PasswordResetProps>): MailContent {
  const valid = t('passwordReset.valid', { count: props.expiresInMinutes });
  return {
    subject: t('passwordReset.subject'),
    preheader: valid,
    title: t('passwordReset.title'),
    why: t('passwordReset.why'),
    isPersonalLink: true,
    body: (
      <>
        <Paragraph>{t('passwordReset.text')}</Paragraph>
        <Paragraph>{valid}</Paragraph>
        <Action
          href={absolute(context.origin, paths.passwordResetLink(props.resetId, props.token))}
          label={t('passwordReset.button')}
          t={t}
        />
      </>
    ),
  };
}
