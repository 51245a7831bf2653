import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { translator } from '@tessera/i18n/server.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import Plus from 'lucide-react/icons/plus';
import { DirectoryFilters } from '~/components/institutions/directory-filters.tsx';
import { directoryParams, readDirectoryQuery } from '~/components/institutions/directory-query.ts';
import { InstitutionMap } from '~/components/institutions/institution-map.tsx';
import { InstitutionTable } from '~/components/institutions/institution-table.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan, useModule, useNetwork } from '~/components/shell/network.ts';
import { ExportLinks } from '~/components/transfer/export-links.tsx';
import { api } from '~/server/api.server.ts';
import { drawMap } from '~/server/map/draw.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Pagination } from '~/ui/ways.tsx';

const perPage = 25;

export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const query = readDirectoryQuery(args.request.url);
  const found = await api(args).institutions.list({ network, ...query, perPage });
  const { total, isAlike, choices, places, ground } = found;
  return {
    network,
    query,
    total,
    isAlike,
    choices,
    map: places.length > 0 ? await drawMap(places, ground.extent, ground.countries) : null,
    places: places.map(({ latitude: _latitude, longitude: _longitude, ...place }) => place),
    institutions: found.institutions.map(
      ({ id, name, otherNames, kind, locality, county, role, track, state }) => ({
        id,
        name,
        otherNames,
        kind,
        locality,
        county,
        role,
        track,
        state,
      }),
    ),
    head: publicHead(args, {
      path: paths.institutions(network),
      title: translator(args.context.language, 'institutions')('directory.title'),
      text: translator(args.context.language, 'institutions')('directory.lead'),
    }),
  };
}

export const handle: Handle = { title: (t) => t('institutions:directory.title') };
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export default function Directory() {
  const { network, query, total, isAlike, choices, map, places, institutions } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['institutions', 'common', 'transfer', 'joining']);
  const may = useCan();
  const has = useModule();
  const isMember = useNetwork()?.viewer?.isMember ?? false;
  const to = (changes: Partial<typeof query>) =>
    paths.institutions(network, directoryParams({ ...query, page: 1, ...changes }));
  const isFiltered = [query.q.trim(), query.kind, query.county, query.speaks, query.state].some(
    (value) => value !== '',
  );
  return (
    <>
      <PageHeader
        title={t('directory.title')}
        lead={t('directory.lead')}
        actions={
          <>
            {may('institution.create') && (
              <LinkButton to={paths.newInstitution(network)} look="primary" icon={<Plus aria-hidden />}>
                {t('directory.new')}
              </LinkButton>
            )}
            {has('joining') && !isMember && (
              <LinkButton to={paths.joining(network)}>{t('joining:link')}</LinkButton>
            )}
            {may('membership.move') && (
              <LinkButton to={paths.applications(network)}>{t('joining:list.title')}</LinkButton>
            )}
            {may('person.import') && (
              <LinkButton to={paths.imports(network, { kind: 'institutions' })}>
                {t('transfer:open')}
              </LinkButton>
            )}
          </>
        }
      >
        {may('membership.export') && (
          <ExportLinks
            csv={paths.institutionsExport(network, 'csv')}
            xlsx={paths.institutionsExport(network, 'xlsx')}
          />
        )}
      </PageHeader>
      <DirectoryFilters
        network={network}
        query={query}
        choices={choices}
        withStates={may('membership.move')}
      />
      <p role="status" className="mb-3 text-sm text-muted tabular-nums">
        {t('directory.count', { count: total })}
      </p>
      {isAlike && (
        <div className="mb-6">
          <Notice title={t('directory.alike', { query: query.q.trim() })}>{t('directory.alikeText')}</Notice>
        </div>
      )}
      {map && <InstitutionMap network={network} map={map} places={places} total={total} />}
      {institutions.length > 0 ? (
        <>
          <InstitutionTable
            network={network}
            institutions={institutions}
            sort={query.sort}
            sortTo={(sort) => to({ sort })}
          />
          <Pagination page={query.page} pages={Math.ceil(total / perPage)} to={(page) => to({ page })} />
        </>
      ) : isFiltered || query.page > 1 ? (
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
