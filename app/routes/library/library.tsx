import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { ResourceKind, ResourceTopic } from '@tessera/core/library/rules.ts';
import { LibrarySearch } from '@tessera/core/library/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { FilePreview } from '~/components/library/file-preview.tsx';
import { LibraryFilters } from '~/components/library/library-filters.tsx';
import { Marked } from '~/components/library/marked.tsx';
import { ResourceBadge } from '~/components/library/resource-badge.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const query = Object.fromEntries(new URL(args.request.url).searchParams);
  const search = LibrarySearch.safeParse(query).data ?? LibrarySearch.parse({});
  return { ...where, search, ...(await api(args).library.list({ ...where, ...search })) };
}

export const handle: Handle = { title: (t) => t('library:title') };

export default function Library() {
  const { network, search, resources, total, isCut, counts, next, mayCreate, seesDrafts, order, figures } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('library');
  const format = useFormats();
  const { after, ...filters } = search;
  const isFiltered = Object.entries(filters).some(([name, value]) => name !== 'sort' && value !== '');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          mayCreate && (
            <LinkButton look="primary" to={paths.newResource(network)}>
              {t('new')}
            </LinkButton>
          )
        }
      />
      {figures && (
        <div className="mb-10">
          <DefinitionList
            entries={[
              { term: t('figures.shared'), value: format.number(figures.shared) },
              { term: t('figures.adopted'), value: format.number(figures.adopted) },
              {
                term: t('figures.brokenLinks'),
                value: (
                  <Link to={paths.libraryLinks(network)} className="link">
                    {format.number(figures.brokenLinks)}
                  </Link>
                ),
              },
            ]}
          />
        </div>
      )}
      <LibraryFilters
        search={search}
        counts={counts}
        seesDrafts={seesDrafts}
        order={order}
        clearTo={isFiltered ? paths.library(network) : undefined}
      />
      <p role="status" className="mb-3 text-sm text-muted tabular-nums">
        {t('count', { count: total })}
        {isCut && ` · ${t('onlyClosest')}`}
      </p>
      {resources.length === 0 ? (
        <Empty title={t(isFiltered ? 'nothingFound' : 'none')}>{isFiltered && t('nothingFoundText')}</Empty>
      ) : (
        <ul>
          {resources.map((resource) => (
            <ResourceLine key={`${resource.ownerCode} ${resource.id}`} resource={resource} />
          ))}
        </ul>
      )}
      {(next !== null || after !== '') && (
        <nav aria-label={t('title')} className="mt-6 flex flex-wrap justify-between gap-4" data-print="no">
          {after !== '' && (
            <Link to={paths.library(network, filters)} className="link inline-flex min-h-11 items-center">
              {t('fromStart')}
            </Link>
          )}
          {next !== null && (
            <Link
              to={paths.library(network, { ...filters, after: next })}
              rel="next"
              className="link ms-auto inline-flex min-h-11 items-center"
            >
              {t('nextPage')}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>['resources'][number];

function ResourceLine({ resource }: { resource: Line }) {
  const { network, search } = useLoaderData<typeof loader>();
  const { t } = useTranslation('library');
  const format = useFormats();
  const { id, isOwn, ownerCode, ownerName, creditedAs, kind, state, title, titleLanguage, preview } =
    resource;
  const owner = isOwn ? undefined : ownerCode;
  return (
    <li className="flex gap-x-5 border-b border-rule py-5 first:border-t first:border-t-ink">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-4 text-sm text-muted">
          <span>{t(`kinds.${kind as ResourceKind}`)}</span>
          {state !== 'published' && <ResourceBadge state={state} />}
          {!isOwn && <span>{t('sharedBy', { network: creditedAs || ownerName })}</span>}
        </p>
        <h2 className="mt-1 text-lg font-semibold" lang={titleLanguage} dir="auto">
          <Link to={paths.resource(network, id, { owner })} className="link wrap-anywhere" translate="no">
            <Marked text={title} query={search.q} />
          </Link>
        </h2>
        {resource.description && (
          <p className="mt-1 line-clamp-2 max-w-[44rem] wrap-anywhere" lang={titleLanguage} dir="auto">
            <Marked text={resource.description} query={search.q} />
          </p>
        )}
        {resource.found && (
          <p className="mt-1 max-w-[44rem] text-sm wrap-anywhere">
            {t('files.foundIn', { label: resource.found.label })}:{' '}
            <span lang={resource.found.language} dir="auto">
              … <Marked text={resource.found.words} query={search.q} /> …
            </span>
          </p>
        )}
        <p className="mt-1.5 text-sm text-muted">
          {[
            ...resource.topics.map((topic) => t(`topicNames.${topic as ResourceTopic}`)),
            ...resource.languages.map((language) => format.language(language)),
          ].join(' · ')}
        </p>
      </div>
      {preview && (
        <FilePreview
          src={paths.resourcePreview(network, id, preview.itemId, 'small', { owner })}
          preview={preview}
          label={preview.label}
          mime={preview.mime}
        />
      )}
    </li>
  );
}
