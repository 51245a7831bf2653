import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { readMail } from '~/server/mailbox.server.ts';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';
import { linkParts } from './link-parts.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  const { to, from, subject, sentAt, text, html } = await readMail(params.id ?? '');
  // The page's policy allows no style sheet inside; what a mail needs to look right stands at its elements.
  return { to, from, subject, sentAt, text, html: html.replace(/<style\b[^>]*>.*?<\/style>/gs, '') };
}

export const handle: Handle<typeof loader> = { title: (t, data) => data?.subject ?? t('dev:mail.title') };

export default function MailMessage() {
  const { to, from, subject, sentAt, text, html } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('dev');
  return (
    <>
      <Breadcrumbs label={t('mail.ways')} ways={[{ to: paths.devMail(), label: t('mail.back') }]} />
      <PageHeader title={subject} />
      <DefinitionList
        entries={[
          { term: t('mail.to'), value: to.name ? `${to.name} <${to.email}>` : to.email },
          { term: t('mail.from'), value: from },
          { term: t('mail.sent'), value: `${formats(language).dateTime(sentAt, 'UTC')} (UTC)` },
        ]}
      />
      <Section id="text" title={t('mail.text')} lead={t('mail.textLead')}>
        <div className="max-w-[42rem] wrap-anywhere whitespace-pre-wrap">
          {linkParts(text).map(({ key, text: part, url }) =>
            url ? (
              <a key={key} href={url} className="link">
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </div>
      </Section>
      <Section id="look" title={t('mail.look')} lead={t('mail.lookLead')}>
        <iframe
          title={t('mail.frame', { subject })}
          srcDoc={html}
          sandbox=""
          className="h-[48rem] w-full border border-edge bg-[#ffffff] [color-scheme:light]"
        />
      </Section>
    </>
  );
}
