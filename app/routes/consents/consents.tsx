import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ConsentCounts } from '~/components/privacy/consent-counts.tsx';
import { ConsentState } from '~/components/privacy/consent-state.tsx';
import { PrivacyWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan, useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const call = api(args);
  const { viewer } = await call.networks.shell(where);
  const consents = await call.consents.list(where);
  const isKeeper = viewer?.can.includes('privacy.read') ?? false;
  return { ...where, consents, counts: isKeeper ? await call.consents.counts(where) : [] };
}

export const handle: Handle = { title: (t) => t('privacy:consents.title') };

type Consent = ReturnType<typeof useLoaderData<typeof loader>>['consents'][number];

export default function Consents() {
  const { network, consents, counts } = useLoaderData<typeof loader>();
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const may = useCan();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const columns: Column<Consent>[] = [
    {
      key: 'purpose',
      header: t('consents.purpose'),
      isName: true,
      cell: ({ title, language }) => <span lang={language}>{title}</span>,
    },
    {
      key: 'subject',
      header: t('consents.subject'),
      cell: ({ id, subjectKind, title }) => (
        <>
          {t(`consents.subjects.${subjectKind}`)}
          {subjectKind === 'sealed' && (
            <Link
              to={paths.consent(network, id)}
              aria-label={t('consents.openOf', { title })}
              className="link flex min-h-6 items-center"
            >
              {t('consents.open')}
            </Link>
          )}
        </>
      ),
    },
    {
      key: 'state',
      header: t('consents.state'),
      cell: ({ state }) => <ConsentState state={state} />,
    },
    {
      key: 'how',
      header: t('consents.how'),
      cell: ({ givenHow, interpreterUsed, hasGuardian }) => (
        <>
          {t(`how.${givenHow as 'digital'}`)}
          {interpreterUsed && <span className="block text-muted">{t('consents.interpreter')}</span>}
          {hasGuardian && <span className="block text-muted">{t('consents.guardian')}</span>}
        </>
      ),
    },
    {
      key: 'date',
      header: t('consents.date'),
      cell: ({ withdrawnAt, decidedAt, requestedAt }) =>
        format.date(withdrawnAt ?? decidedAt ?? requestedAt, zone),
    },
    {
      key: 'wording',
      header: t('consents.wording'),
      cell: ({ version, language }) =>
        t('consents.wordingOf', { version, language: format.language(language) }),
    },
  ];
  const record = may('consent.record') && (
    <LinkButton to={paths.newConsent(network)} look="primary">
      {t('consents.record')}
    </LinkButton>
  );
  return (
    <>
      <PrivacyWays />
      <PageHeader
        title={t('consents.title')}
        lead={t('consents.lead')}
        actions={consents.length > 0 && record}
      />
      {counts.length > 0 && <ConsentCounts counts={counts} />}
      {consents.length === 0 ? (
        <Empty title={t('consents.empty')} action={record}>
          {t('consents.emptyText')}
        </Empty>
      ) : (
        <Table caption={t('consents.caption')} columns={columns} rows={consents} rowKey={({ id }) => id} />
      )}
    </>
  );
}
