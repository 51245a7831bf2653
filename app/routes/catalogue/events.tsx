import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { translator } from '@tessera/i18n/server.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { searchQuery } from '~/components/catalogue/event-search.ts';
import { NothingFound } from '~/components/catalogue/nothing-found.tsx';
import { readSearch } from '~/components/catalogue/read-search.server.ts';
import { SearchFilters } from '~/components/catalogue/search-filters.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingLine } from '~/components/training-line.tsx';
import { lineOf } from '~/components/trainings/line-of.ts';
import { api } from '~/server/api.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { PageHeader } from '~/ui/page.tsx';
import { Pagination } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(new URL(args.request.url).searchParams);
  const { trainings, counts, total, pages } = await api(args).catalogue.search(search);
  if (trainings.length === 0 && search.page > 1) {
    return redirect(paths.events(searchQuery({ ...search, page: 1 })));
  }
  const t = translator(args.context.language, 'catalogue');
  return {
    search,
    counts,
    total,
    pages,
    isSignedIn: args.context.core.actor !== null,
    trainings: trainings.map(({ networkCode, hostName, ...training }) => ({
      networkCode,
      hostName,
      line: lineOf({ ...training, sharedBy: null }),
    })),
    head: publicHead(args, { path: paths.events(), title: t('search.title'), text: t('search.lead') }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export const handle: Handle = { title: (t) => t('catalogue:search.title') };

export default function Events() {
  const { search, counts, total, pages, trainings, isSignedIn } = useLoaderData<typeof loader>();
  const { t } = useTranslation('catalogue');
  return (
    <>
      <PageHeader title={t('search.title')} lead={isSignedIn ? t('search.leadSignedIn') : t('search.lead')} />
      <SearchFilters search={search} counts={counts} />
      <p role="status" className="mb-3 text-sm text-muted tabular-nums">
        {t('search.count', { count: total })}
      </p>
      {total > 0 ? (
        <ul>
          {trainings.map(({ networkCode, hostName, line }) => (
            <TrainingLine
              key={line.id}
              network={networkCode}
              training={line}
              canRegister={false}
              heldBy={hostName}
            />
          ))}
        </ul>
      ) : (
        <NothingFound search={search} counts={counts} />
      )}
      <Pagination
        page={search.page}
        pages={pages}
        to={(page) => paths.events(searchQuery({ ...search, page }))}
      />
    </>
  );
}
