import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { institutionKinds } from '@tessera/core/institutions/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { InstitutionTable } from '~/components/networks/institution-table.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Filter, FilterBar } from '~/ui/filter-bar.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const query = new URL(args.request.url).searchParams;
  const q = (query.get('q') ?? '').slice(0, 100);
  const kind = institutionKinds.find((known) => known === query.get('kind')) ?? '';
  const { institutions } = await api(args).institutions.list({ network, q, kind });
  return { network, q, kind, institutions };
}

export const handle: Handle = { title: (t) => t('networks:directory.title') };

export default function Institutions() {
  const { network, q, kind, institutions } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['networks', 'common', 'transfer']);
  const may = useCan();
  const isFiltered = q.trim() !== '' || kind !== '';
  const kinds = useKinds();
  return (
    <>
      <PageHeader
        title={t('directory.title')}
        lead={t('directory.lead')}
        actions={
          may('person.import') && (
            <LinkButton to={paths.imports(network, { kind: 'institutions' })}>
              {t('transfer:open')}
            </LinkButton>
          )
        }
      >
        {may('membership.export') && (
          <ExportLinks
            csv={paths.institutionsExport(network, 'csv')}
            xlsx={paths.institutionsExport(network, 'xlsx')}
          />
        )}
      </PageHeader>
      <FilterBar label={t('directory.filter')} clearTo={isFiltered ? paths.institutions(network) : undefined}>
        <Filter label={t('directory.query')}>
          <input type="search" name="q" defaultValue={q} maxLength={100} className="control" />
        </Filter>
        <Filter label={t('directory.kind')}>
          <select name="kind" defaultValue={kind} className="control">
            <option value="">{t('directory.anyKind')}</option>
            {kinds.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Filter>
      </FilterBar>
      <p role="status" className="mb-3 text-sm text-muted tabular-nums">
        {t('directory.count', { count: institutions.length })}
      </p>
      {institutions.length > 0 ? (
        <InstitutionTable institutions={institutions} />
      ) : isFiltered ? (
        <Empty
          title={t('directory.nothing')}
          action={<LinkButton to={paths.institutions(network)}>{t('common:clearFilters')}</LinkButton>}
        >
          {t('directory.nothingHint')}
        </Empty>
      ) : (
        <Empty title={t('directory.empty')}>{t('directory.emptyHint')}</Empty>
      )}
    </>
  );
}

/** Kinds by their name in the reader's alphabet. */
function useKinds() {
  const { t } = useTranslation('networks');
  const collator = useFormats().collator();
  return institutionKinds
    .map((value) => ({ value, label: t(`institutionKinds.${value}`) }))
    .sort((a, b) => collator.compare(a.label, b.label));
}
