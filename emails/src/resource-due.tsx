import { paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

export type ResourceDueProps = { resourceId: string; title: string };

/** Tells who keeps a resource that the day has passed by which it was to be checked. */
export function resourceDue({ props, t, context }: TemplateInput<ResourceDueProps>): MailContent {
  const { resourceId, title } = props;
  const subject = t('resourceDue.subject', { title });
  return {
    subject,
    preheader: t('resourceDue.text'),
    title: subject,
    why: t('resourceDue.why'),
    body: (
      <>
        <Paragraph>{t('resourceDue.text')}</Paragraph>
        <Action
          href={networkLink(context, (code) => paths.resource(code, resourceId))}
          label={t('resourceDue.button')}
        />
      </>
    ),
  };
}
