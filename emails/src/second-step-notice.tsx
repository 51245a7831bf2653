import { absolute, paths } from '@tessera/paths/paths.ts';
import { Action, Facts, Paragraph } from './parts.tsx';
import type { MailContent, TemplateInput } from './template.ts';

export type SecondStepNoticeProps = {
  what: 'on' | 'off' | 'removed' | 'recovery';
  /** Recovery codes that are left, when one was used */
  left: number | null;
};

/** Tells somebody that their second step at sign-in changed, so that they notice when it was not them. */
export function secondStepNotice({ props, t, context }: TemplateInput<SecondStepNoticeProps>): MailContent {
  const { what, left } = props;
  const text = t(`secondStep.${what}.text`);
  return {
    subject: t(`secondStep.${what}.subject`),
    preheader: text,
    title: t(`secondStep.${what}.subject`),
    why: t('secondStep.why'),
    body: (
      <>
        <Paragraph>{text}</Paragraph>
        <Facts facts={[[t('secondStep.left'), left === null ? null : String(left)]]} />
        <Paragraph>{t('secondStep.notYou')}</Paragraph>
        <Action href={absolute(context.origin, paths.account())} label={t('secondStep.button')} />
      </>
    ),
  };
}
