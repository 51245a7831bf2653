import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { muteReasons } from '@tessera/core/care/standstill-rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { FlagList } from '~/components/care/flag-list.tsx';
import { SurveyList } from '~/components/care/survey-list.tsx';
import { PersonName } from '~/components/person-name.tsx';
import { EntryWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useCan } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { network: where.network, ...(await api(args).care.board(where)) };
}

export const handle: Handle = { title: (t) => t('care:board.title') };

export default function CareBoard() {
  const { network, isForAll, standing, flags, surveys, programmes } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['care', 'supervision']);
  const can = useCan();
  return (
    <>
      <EntryWays />
      <PageHeader
        title={t('board.title')}
        lead={t(isForAll ? 'board.leadAll' : 'board.leadOwn')}
        actions={
          <>
            {can('care.ask') && (
              <LinkButton to={paths.newCareFlag(network)} look="primary">
                {t('flags.ask')}
              </LinkButton>
            )}
            {can('supervision.read') && (
              <LinkButton to={paths.supervision(network)}>{t('supervision:list.title')}</LinkButton>
            )}
            <LinkButton to={paths.concerns(network)}>{t('concerns.title')}</LinkButton>
          </>
        }
      />
      <Section id="standing" title={t('board.standing')} layout="full">
        {standing.length === 0 ? <Empty title={t('board.none')}>{t('board.noneText')}</Empty> : <Standing />}
      </Section>
      <Section id="questions" title={t('flags.title')}>
        {flags.length === 0 ? (
          <Empty title={t('flags.none')}>{t('flags.noneText')}</Empty>
        ) : (
          <FlagList flags={flags} isForAll={isForAll} />
        )}
      </Section>
      {surveys.length > 0 && (
        <Section id="surveys" title={t('survey.section')} lead={t('survey.sectionLead')}>
          <SurveyList surveys={surveys} />
        </Section>
      )}
      {can('care.manage') && programmes.length > 0 && (
        <Section id="programmes" title={t('thresholds.section')} isForScreen>
          <ul className="space-y-1">
            {programmes.map(({ id, title }) => (
              <li key={id}>
                <Link
                  to={paths.careThresholds(network, id)}
                  className="link inline-flex min-h-11 items-center"
                >
                  {t('thresholds.link', { title })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Standing() {
  const { network, standing, isForAll } = useLoaderData<typeof loader>();
  const { t } = useTranslation('care');
  const format = useFormats();
  const can = useCan();
  const silence = (mute: { until: string; reason: string } | null) => {
    const reason = muteReasons.find((each) => each === mute?.reason);
    return mute && reason
      ? t('board.muted', {
          date: format.date(new Date(mute.until), 'UTC'),
          reason: t(`board.reasons.${reason}`),
        })
      : null;
  };
  return (
    <Table
      caption={t('board.standing')}
      isCaptionHidden
      rows={standing}
      rowKey={({ aboutId, step }) => `${aboutId} ${step}`}
      columns={[
        {
          key: 'who',
          header: t('board.who'),
          isName: true,
          cell: ({ aliases }) => <span className="wrap-anywhere">{aliases.join(', ')}</span>,
        },
        { key: 'step', header: t('board.step'), cell: ({ step }) => t(`board.steps.${step}`) },
        {
          key: 'days',
          header: t('board.days'),
          isNumber: true,
          cell: ({ days }) => format.number(days),
        },
        ...(isForAll
          ? [
              {
                key: 'mentor',
                header: t('board.mentor'),
                cell: ({ mentor }: (typeof standing)[number]) => (mentor ? <PersonName {...mentor} /> : '–'),
              },
            ]
          : []),
        { key: 'owner', header: t('board.owner'), cell: ({ owner }) => t(`board.owners.${owner}`) },
        {
          key: 'silence',
          header: t('board.silence'),
          cell: ({ aboutId, step, aliases, mute }) => (
            <>
              {silence(mute)}
              {can('care.manage') && !mute && (
                <Link
                  to={paths.careMute(network, aboutId, step)}
                  className="link inline-flex min-h-11 items-center"
                  aria-label={t('board.muteOf', { step: t(`board.steps.${step}`), who: aliases.join(', ') })}
                >
                  {t('board.mute')}
                </Link>
              )}
              {!can('care.manage') && !mute && '–'}
            </>
          ),
        },
      ]}
    />
  );
}
