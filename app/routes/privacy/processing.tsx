import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { activities } from '@tessera/core/privacy/processing/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ProcessingTable } from '~/components/privacy/processing-table.tsx';
import { PrivacyWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Button } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).privacy.processing(where)) };
}

export const handle: Handle = { title: (t) => t('processing:title') };

export default function Register() {
  const { network, entries, defaults } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['processing', 'common']);
  const hasScripts = useHasScripts();
  return (
    <>
      <PrivacyWays />
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          hasScripts && (
            <Button type="button" onClick={() => window.print()}>
              {t('common:print')}
            </Button>
          )
        }
      >
        <ExportLinks
          csv={paths.processingFile(network, 'csv')}
          xlsx={paths.processingFile(network, 'xlsx')}
        />
        <p className="mt-4 max-w-[44rem] text-sm text-muted">{t('scope')}</p>
      </PageHeader>
      {defaults > 0 ? (
        <Notice title={t('defaults', { open: defaults, total: entries.length })}>{t('defaultsText')}</Notice>
      ) : (
        <p className="text-muted">{t('allDecided')}</p>
      )}
      {activities.map((activity) => {
        const rows = entries.filter((entry) => entry.activity === activity);
        if (rows.length === 0) return null;
        const title = t(`activities.${activity}.title`);
        return (
          <Section
            key={activity}
            id={activity}
            title={title}
            lead={t(`activities.${activity}.purpose`)}
            layout="full"
          >
            <ProcessingTable network={network} caption={title} entries={rows} />
          </Section>
        );
      })}
    </>
  );
}
