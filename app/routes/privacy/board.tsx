import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import { RetentionTable } from '~/components/privacy/retention-table.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Button } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).privacy.board(where)) };
}

export const handle: Handle = { title: (t) => t('privacy:settings.title') };

export default function Board() {
  const { network, kinds, isDemo } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['privacy', 'processing']);
  const more = [
    [paths.processing(network), t('processing:title'), t('processing:linkLead')],
    [paths.consents(network), t('settings.consents'), t('settings.consentsLead')],
    [paths.wordings(network), t('settings.wordings'), t('settings.wordingsLead')],
    [paths.accesses(network), t('settings.accesses'), t('settings.accessesLead')],
    [paths.erasures(network), t('settings.erasures'), t('settings.erasuresLead')],
  ] as const;
  return (
    <>
      <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
      <SettingsTabs />
      <Section id="more" title={t('settings.more')}>
        <ul>
          {more.map(([to, title, lead]) => (
            <li key={to} className="border-b border-rule py-3 first:pt-0 last:border-0">
              <Link to={to} className="link inline-flex min-h-9 items-center font-semibold">
                {title}
              </Link>
              <p className="text-sm text-muted">{lead}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section
        id="retention"
        title={t('settings.retention')}
        lead={t('settings.retentionLead')}
        layout="full"
        actions={
          <Form method="post" action={paths.retentionTrial(network)}>
            <Button>{t('settings.try')}</Button>
          </Form>
        }
      >
        {isDemo && (
          <div className="mb-6">
            <Notice title={t('settings.demo')}>{t('settings.demoText')}</Notice>
          </div>
        )}
        <RetentionTable network={network} kinds={kinds} />
      </Section>
    </>
  );
}
