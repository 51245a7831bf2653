import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { PageHeader } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { templates } = await api(args).certificates.templates(where);
  return { ...where, templates };
}

export const handle: Handle = { title: (t) => t('certificates:template.title') };

export default function CertificateTemplates() {
  const { network, templates } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificates');
  const format = useFormats();
  return (
    <>
      <PageHeader title={t('template.title')} lead={t('template.lead')} />
      <SettingsTabs />
      <Table
        caption={t('template.title')}
        isCaptionHidden
        rows={templates}
        rowKey={({ language }) => language}
        columns={[
          {
            key: 'language',
            header: t('template.language'),
            isName: true,
            cell: ({ language }) => format.language(language),
          },
          {
            key: 'version',
            header: t('template.version'),
            cell: ({ version }) => (version === 0 ? t('template.none') : t('template.number', { version })),
          },
          { key: 'signatory', header: t('template.signatoryName'), cell: (row) => row.signatoryName || '–' },
          {
            key: 'step',
            header: t('issue.step'),
            isSteps: true,
            cell: ({ language }) => (
              <Link
                to={paths.certificateTemplate(network, language)}
                className="link inline-flex min-h-6 items-center"
              >
                {t('template.edit')} <span className="sr-only">: {format.language(language)}</span>
              </Link>
            ),
          },
        ]}
      />
    </>
  );
}
