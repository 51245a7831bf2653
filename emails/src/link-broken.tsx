import { paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

export type LinkBrokenProps = { resourceId: string; title: string; count: number };

/** Tells who keeps a resource that some of its links no longer lead anywhere. */
export function linkBroken({ props, t, context }: TemplateInput<LinkBrokenProps>): MailContent {
  const { resourceId, title, count } = props;
  const text = t('linkBroken.text', { count });
  const subject = t('linkBroken.subject', { title });
  return {
    subject,
    preheader: text,
    title: subject,
    why: t('linkBroken.why'),
    body: (
      <>
        <Paragraph>{text}</Paragraph>
        <Action
          href={networkLink(context, (code) => paths.resource(code, resourceId))}
          label={t('linkBroken.button')}
        />
      </>
    ),
  };
}
