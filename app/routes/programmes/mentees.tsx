import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { menteeStates } from '@tessera/core/mentoring/rules.ts';
import { MenteeFilter } from '@tessera/core/mentoring/schema.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Plus from 'lucide-react/icons/plus';
import { MentoringTabs } from '~/components/programmes/mentoring-tabs.tsx';
import { MenteeStateBadge, RelationStateBadge } from '~/components/programmes/state-badges.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { Filter, FilterBar, FilterChoice } from '~/ui/filter-bar.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const filter = MenteeFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const call = api(args).mentoring;
  const [mentees, programmes] = await Promise.all([
    call.mentees({ ...where, ...filter }),
    call.programmes(where),
  ]);
  return { ...where, filter, mentees, programmes: programmes.map(({ id, title }) => ({ id, title })) };
}

export const handle: Handle = { title: (t) => t('programmes:mentees.title') };

export default function Mentees() {
  const { network, filter, mentees, programmes } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['programmes', 'common']);
  const format = useFormats();
  const { q, state, language, programmeId, sort } = filter;
  const isFiltered = Boolean(q || state || language || programmeId);
  const sorted = (by: typeof sort) => ({
    to: paths.mentees(network, { ...filter, programmeId: programmeId ?? '', sort: by }),
    ...(sort === by ? { direction: 'ascending' as const } : {}),
  });
  const add = useCan()('mentee.add') && (
    <LinkButton to={paths.newMentee(network)} look="primary" icon={<Plus aria-hidden />}>
      {t('mentees.add')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('mentees.title')}
        lead={t('mentees.lead')}
        actions={(mentees.length > 0 || isFiltered) && add}
      />
      <MentoringTabs network={network} current="mentees" />
      <FilterBar label={t('mentees.title')} clearTo={isFiltered ? paths.mentees(network) : undefined}>
        <Filter label={t('mentees.search')}>
          <input type="search" name="q" defaultValue={q} maxLength={100} className="control" />
        </Filter>
        <FilterChoice
          name="programmeId"
          label={t('programmes.name')}
          value={programmeId ?? ''}
          any={t('common:all')}
          options={programmes.map(({ id, title }) => [id, title])}
        />
        <FilterChoice
          name="state"
          label={t('programmes.state')}
          value={state}
          any={t('common:all')}
          options={menteeStates.map((each) => [each, t(`menteeStates.${each}`)])}
        />
        <FilterChoice
          name="language"
          label={t('people.language')}
          value={language}
          any={t('common:all')}
          options={spokenLanguages.map((each) => [each, format.language(each)])}
        />
      </FilterBar>
      {mentees.length === 0 ? (
        <Empty title={isFiltered ? t('people.foundNone') : t('mentees.empty')} action={!isFiltered && add}>
          {isFiltered ? t('people.foundNoneText') : t('mentees.emptyText')}
        </Empty>
      ) : (
        <Table
          caption={t('mentees.found', { count: mentees.length })}
          rows={mentees}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'alias',
              header: t('mentees.alias'),
              isName: true,
              sort: sorted('alias'),
              cell: ({ id, alias, programmeTitle, cohortName }) => (
                <>
                  <Link to={paths.mentee(network, id)} className="link" translate="no">
                    {alias}
                  </Link>
                  <span className="block font-normal text-muted" translate="no">
                    {cohortName ? `${programmeTitle} · ${cohortName}` : programmeTitle}
                  </span>
                </>
              ),
            },
            {
              key: 'state',
              header: t('programmes.state'),
              sort: sorted('state'),
              cell: ({ state: now, relation }) => (
                <span className="flex flex-col gap-1">
                  <MenteeStateBadge state={now} />
                  {relation?.state === 'proposed' && <RelationStateBadge state="proposed" />}
                </span>
              ),
            },
            {
              key: 'languages',
              header: t('wishes.languages'),
              cell: ({ languages }) => format.list(languages.map((code) => format.language(code))),
            },
            {
              key: 'login',
              header: t('mentees.login'),
              cell: ({ hasLogin, institutionName }) =>
                hasLogin
                  ? t('mentees.hasLogin')
                  : institutionName
                    ? t('mentees.actsForThem', { institution: institutionName })
                    : t('mentees.noLogin'),
            },
            {
              key: 'needs',
              header: t('mentees.interpreter'),
              cell: ({ needsInterpreter }) =>
                needsInterpreter && (
                  <Badge tone="info" shape="attention">
                    {t('mentees.interpreterYes')}
                  </Badge>
                ),
            },
          ]}
        />
      )}
    </>
  );
}
