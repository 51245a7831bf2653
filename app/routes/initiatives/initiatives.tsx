import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { InitiativeFilter } from '@tessera/core/initiatives/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { InitiativeBadge } from '~/components/initiatives/initiative-badge.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { Tabs } from '~/ui/ways.tsx';

const views = ['', 'planned', 'running', 'completed'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const query = Object.fromEntries(new URL(args.request.url).searchParams);
  const { data: filter = { state: null } } = InitiativeFilter.safeParse(query);
  const { initiatives, mayBegin } = await api(args).initiatives.list({ ...where, ...filter });
  const { viewer } = await api(args).networks.shell(where);
  const figures = viewer?.can.includes('mentoring.summary')
    ? await api(args).initiatives.figures(where)
    : null;
  return { ...where, ...filter, initiatives, mayBegin, figures };
}

export const handle: Handle = { title: (t) => t('initiatives:title') };

export default function Initiatives() {
  const { network, state, initiatives, mayBegin, figures } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  const format = useFormats();
  const begin = mayBegin && (
    <LinkButton look="primary" to={paths.newInitiative(network)}>
      {t('begin')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {begin}
            <LinkButton to={paths.stories(network)}>{t('stories.title')}</LinkButton>
          </>
        }
      />
      {figures && (
        <div className="mb-10">
          <DefinitionList
            entries={[
              { term: t('states.completed'), value: format.number(figures.completed) },
              { term: t('reached'), value: figures.reached === null ? '<5' : format.number(figures.reached) },
            ]}
          />
        </div>
      )}
      <Tabs
        label={t('title')}
        tabs={views.map((view) => ({
          to: paths.initiatives(network, view ? { state: view } : {}),
          label: view ? t(`states.${view}`) : t('all'),
          isCurrent: (state ?? '') === view,
        }))}
      />
      {initiatives.length === 0 ? (
        <Empty title={t('none')}>{mayBegin && t('noneText')}</Empty>
      ) : (
        <Table
          caption={t('title')}
          isCaptionHidden
          rows={initiatives}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              header: t('form.title'),
              isName: true,
              cell: ({ id, title }) => (
                <Link to={paths.initiative(network, id)} className="link wrap-anywhere" translate="no">
                  {title}
                </Link>
              ),
            },
            { key: 'programme', header: t('programme'), cell: ({ programmeTitle }) => programmeTitle },
            {
              key: 'team',
              header: t('team'),
              isNumber: true,
              cell: ({ teamSize }) => format.number(teamSize),
            },
            {
              key: 'tasks',
              header: t('tasks'),
              cell: ({ tasks, tasksDone, overdue }) => (
                <>
                  {t('tasksDone', { done: format.number(tasksDone), all: format.number(tasks) })}
                  {overdue > 0 && (
                    <span className="block font-semibold text-danger">
                      {t('overdue', { number: format.number(overdue) })}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'reached',
              header: t('reached'),
              isNumber: true,
              cell: ({ peopleReached }) => (peopleReached === null ? '–' : format.number(peopleReached)),
            },
            { key: 'state', header: t('state'), cell: (row) => <InitiativeBadge state={row.state} /> },
          ]}
        />
      )}
    </>
  );
}
