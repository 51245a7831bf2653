import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { translator } from '@tessera/i18n/server.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { TrainingLine } from '~/components/training-line.tsx';
import { filterQuery, isFiltered } from '~/components/trainings/catalogue-filter.ts';
import { CatalogueFilters } from '~/components/trainings/catalogue-filters.tsx';
import { lineOf } from '~/components/trainings/line-of.ts';
import { readFilter } from '~/components/trainings/read-filter.server.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Pagination } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const filter = readFilter(new URL(args.request.url).searchParams);
  const { trainings, total, pages } = await api(args).trainings.catalogue({ network, ...filter });
  if (trainings.length === 0 && filter.page > 1) {
    return redirect(paths.trainings(network, filterQuery({ ...filter, page: 1 })));
  }
  const t = translator(args.context.language, 'trainings');
  const head = publicHead(args, {
    path: paths.trainings(network),
    title: t('list.title'),
    text: t('list.lead'),
  });
  return { network, filter, total, pages, trainings: trainings.map(lineOf), head };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export const handle: Handle = { title: (t) => t('trainings:list.title') };

export default function Catalogue() {
  const { network, filter, total, pages, trainings } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['trainings', 'common']);
  const may = useCan();
  const canRegister = may('registration.create');
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          may('training.propose') && (
            <LinkButton to={paths.newTraining(network)} look="primary">
              {t('list.new')}
            </LinkButton>
          )
        }
      />
      <CatalogueFilters network={network} filter={filter} />
      <p role="status" className="mb-3 text-sm text-muted tabular-nums">
        {t('list.count', { count: total })}
      </p>
      {total > 0 ? (
        <ul>
          {trainings.map((training) => (
            <TrainingLine key={training.id} network={network} training={training} canRegister={canRegister} />
          ))}
        </ul>
      ) : isFiltered(filter) ? (
        <Empty
          title={t('list.nothing')}
          action={<LinkButton to={paths.trainings(network)}>{t('common:clearFilters')}</LinkButton>}
        >
          {t('list.nothingHint')}
        </Empty>
      ) : (
        <Empty
          title={t('list.empty')}
          action={
            <LinkButton to={paths.trainings(network, { when: 'past' })}>{t('list.whens.past')}</LinkButton>
          }
        >
          {t('list.emptyHint')}
        </Empty>
      )}
      <Pagination
        page={filter.page}
        pages={pages}
        to={(page) => paths.trainings(network, filterQuery({ ...filter, page }))}
      />
    </>
  );
}
