import { absolute, paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import type { MailContent, TemplateInput } from './template.ts';

export type OwnAccountLinkedProps = { accountName: string };

/** Tells a person that the account of an institution signs them in from now on. */
export function ownAccountLinked({ props, t, context }: TemplateInput<OwnAccountLinkedProps>): MailContent {
  const name = props.accountName;
  const subject = t('ownAccountLinked.subject', { name });
  return {
    subject,
    preheader: t('ownAccountLinked.hint'),
    title: subject,
    why: t('ownAccountLinked.why'),
    body: (
      <>
        <Paragraph>{t('ownAccountLinked.text', { name })}</Paragraph>
        <Paragraph>{t('ownAccountLinked.hint')}</Paragraph>
        <Action href={absolute(context.origin, paths.account())} label={t('ownAccountLinked.button')} />
      </>
    ),
  };
}
