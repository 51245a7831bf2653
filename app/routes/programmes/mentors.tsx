import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { mentorStates } from '@tessera/core/mentoring/rules.ts';
import { MentorFilter } from '@tessera/core/mentoring/schema.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Plus from 'lucide-react/icons/plus';
import { usePrerequisiteWord } from '~/components/people/words.ts';
import { PersonName } from '~/components/person-name.tsx';
import { MentoringTabs } from '~/components/programmes/mentoring-tabs.tsx';
import { MentorStateBadge } from '~/components/programmes/state-badges.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { Filter, FilterBar, FilterChoice, FilterTick } from '~/ui/filter-bar.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const filter = MentorFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  return { ...where, filter, mentors: await api(args).mentoring.mentors({ ...where, ...filter }) };
}

export const handle: Handle = { title: (t) => t('programmes:mentors.title') };

export default function Mentors() {
  const { network, filter, mentors } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['programmes', 'common']);
  const format = useFormats();
  const word = usePrerequisiteWord();
  const { q, state, language, lacking, sort } = filter;
  const isFiltered = Boolean(q || state || language || lacking);
  const sorted = (by: typeof sort) => ({
    to: paths.mentors(network, { ...filter, sort: by }),
    ...(sort === by ? { direction: by === 'name' ? ('ascending' as const) : ('descending' as const) } : {}),
  });
  const add = useCan()('mentor.add') && (
    <LinkButton to={paths.newMentor(network)} look="primary" icon={<Plus aria-hidden />}>
      {t('mentors.add')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('mentors.title')}
        lead={t('mentors.lead')}
        actions={(mentors.length > 0 || isFiltered) && add}
      />
      <MentoringTabs network={network} current="mentors" />
      <FilterBar label={t('mentors.title')} clearTo={isFiltered ? paths.mentors(network) : undefined}>
        <Filter label={t('people.search')}>
          <input type="search" name="q" defaultValue={q} maxLength={100} className="control" />
        </Filter>
        <FilterChoice
          name="state"
          label={t('programmes.state')}
          value={state}
          any={t('common:all')}
          options={mentorStates.map((each) => [each, t(`mentorStates.${each}`)])}
        />
        <FilterChoice
          name="language"
          label={t('people.language')}
          value={language}
          any={t('common:all')}
          options={spokenLanguages.map((each) => [each, format.language(each)])}
        />
        <FilterTick name="lacking" value="yes" isTicked={lacking === 'yes'} label={t('mentors.lacking')} />
      </FilterBar>
      {mentors.length === 0 ? (
        <Empty title={isFiltered ? t('people.foundNone') : t('mentors.empty')} action={!isFiltered && add}>
          {isFiltered ? t('people.foundNoneText') : t('mentors.emptyText')}
        </Empty>
      ) : (
        <Table
          caption={t('mentors.found', { count: mentors.length })}
          rows={mentors}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: t('mentors.name'),
              isName: true,
              sort: sorted('name'),
              cell: ({ id, place, ...name }) => (
                <>
                  <Link to={paths.mentor(network, id)} className="link">
                    <PersonName {...name} />
                  </Link>
                  {place && (
                    <span className="block font-normal text-muted" translate="no">
                      {place}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'state',
              header: t('programmes.state'),
              cell: (row) => (
                <span className="flex flex-col gap-1">
                  <MentorStateBadge state={row.state} />
                  {!row.isMentorNow && (
                    <Badge tone="warning" shape="attention">
                      {t('obstacles.mentor_without_role')}
                    </Badge>
                  )}
                  {row.lacks.map(({ kindId, state: lack, ...kind }) => (
                    <Badge key={kindId} tone="warning" shape="attention">
                      {t(`mentors.lacksShort.${lack}`, { prerequisite: word(kind) })}
                    </Badge>
                  ))}
                </span>
              ),
            },
            {
              key: 'languages',
              header: t('wishes.languages'),
              cell: ({ languages }) => format.list(languages.map((code) => format.language(code))),
            },
            {
              key: 'held',
              header: t('mentors.held'),
              isNumber: true,
              sort: sorted('held'),
              cell: ({ held, capacity }) =>
                t('mentors.heldOf', { held: format.number(held), capacity: format.number(capacity) }),
            },
            {
              key: 'room',
              header: t('mentors.room'),
              isNumber: true,
              sort: sorted('room'),
              cell: ({ room }) => format.number(room),
            },
          ]}
        />
      )}
    </>
  );
}
