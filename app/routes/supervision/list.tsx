import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { supervisionDays } from '@tessera/core/supervision/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CareWays } from '~/components/care/care-ways.tsx';
import { useDays } from '~/components/mentoring/words.ts';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { SupervisionBadge } from '~/components/supervision/state-badge.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { network: where.network, ...(await api(args).supervision.list(where)) };
}

export const handle: Handle = { title: (t) => t('supervision:list.title') };

export default function SupervisionList() {
  const { network, isForAll, meetings, mentors, figure } = useLoaderData<typeof loader>();
  const { t } = useTranslation('supervision');
  const format = useFormats();
  const may = useCan();
  return (
    <>
      <CareWays />
      <PageHeader
        title={t('list.title')}
        lead={t(isForAll ? 'list.leadAll' : 'list.leadOwn')}
        actions={
          may('supervision.plan') && (
            <LinkButton to={paths.newSupervision(network)} look="primary">
              {t('list.new')}
            </LinkButton>
          )
        }
      />
      {figure && (
        <div className="mb-10">
          <DefinitionList
            entries={[
              {
                term: t('list.figure', { days: format.number(supervisionDays) }),
                value: t('list.figureOf', {
                  supervised: format.number(figure.supervised),
                  mentors: format.number(figure.mentors),
                }),
              },
            ]}
          />
        </div>
      )}
      <Section id="meetings" title={t('list.meetings')} layout="full">
        {meetings.length === 0 ? (
          <Empty title={t('list.none')}>{t(isForAll ? 'list.noneAll' : 'list.noneOwn')}</Empty>
        ) : (
          <Meetings />
        )}
      </Section>
      {mentors.length > 0 && (
        <Section id="mentors" title={t('list.mentors')} layout="full">
          <Mentors />
        </Section>
      )}
    </>
  );
}

function Meetings() {
  const { network, meetings } = useLoaderData<typeof loader>();
  const { t } = useTranslation('supervision');
  const format = useFormats();
  const days = useDays();
  return (
    <Table
      caption={t('list.meetings')}
      isCaptionHidden
      rows={meetings}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'day',
          header: t('list.day'),
          isName: true,
          cell: ({ id, day, kind }) => (
            <Link
              to={paths.supervisionMeeting(network, id)}
              className="link inline-flex min-h-11 items-center"
            >
              {days.day(day)} <span className="sr-only">{t(`kinds.${kind}`)}</span>
            </Link>
          ),
        },
        { key: 'kind', header: t('list.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
        {
          key: 'state',
          header: t('list.state'),
          cell: ({ state, isToWrite }) => <SupervisionBadge state={state} isToWrite={isToWrite} />,
        },
        { key: 'leader', header: t('list.leader'), cell: (meeting) => <PersonName {...meeting} /> },
        {
          key: 'count',
          header: t('list.count'),
          isNumber: true,
          cell: ({ mentors }) => format.number(mentors),
        },
      ]}
    />
  );
}

function Mentors() {
  const { mentors } = useLoaderData<typeof loader>();
  const { t } = useTranslation('supervision');
  const format = useFormats();
  const days = useDays();
  return (
    <Table
      caption={t('list.mentors')}
      isCaptionHidden
      rows={mentors}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'mentor',
          header: t('list.mentor'),
          isName: true,
          cell: (mentor) => <PersonName {...mentor} />,
        },
        {
          key: 'last',
          header: t('list.last'),
          cell: ({ lastOn, isInTime }) => (
            <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
              {lastOn === null ? t('list.never') : days.day(lastOn)}
              {lastOn !== null && !isInTime && (
                <Badge tone="warning" shape="waiting">
                  {t('list.overdue', { days: format.number(supervisionDays) })}
                </Badge>
              )}
            </span>
          ),
        },
        {
          key: 'next',
          header: t('list.next'),
          cell: ({ nextOn }) => (nextOn === null ? '–' : days.day(nextOn)),
        },
      ]}
    />
  );
}
