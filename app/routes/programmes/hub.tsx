import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { ApprovalKind } from '@tessera/core/mentoring/approval-rules.ts';
import { type Ask, isLiving, type RiskLevel, relationStates } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { RiskBadge } from '~/components/mentoring/risk-badge.tsx';
import { PersonName } from '~/components/person-name.tsx';
import { ProgrammeFiguresView } from '~/components/programmes/figures.tsx';
import { MentoringTabs } from '~/components/programmes/mentoring-tabs.tsx';
import { rightsInMentoring } from '~/components/programmes/rights.server.ts';
import { RelationStateBadge } from '~/components/programmes/state-badges.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { LinkButton } from '~/ui/button.tsx';
import { FilterBar, FilterChoice, FilterTick } from '~/ui/filter-bar.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Stat, Stats } from '~/ui/meter.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

const Query = z.object({
  programmeId: z.uuid().or(z.literal('')).catch('').default(''),
  state: z
    .enum(['', ...relationStates])
    .catch('')
    .default(''),
  quiet: z.enum(['', 'yes']).catch('').default(''),
});

/** The board of those who move relations; who reads figures alone gets these, and everybody else the programmes. */
export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const may = await rightsInMentoring(args);
  if (may.includes('relation.move')) {
    const query = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams));
    const board = await api(args).mentoring.board({ ...where, programmeId: query.programmeId });
    const programmes = await api(args).mentoring.programmes(where);
    return {
      ...where,
      query,
      board,
      programmes: programmes.map(({ id, title }) => ({ id, title })),
      figures: null,
    };
  }
  if (may.includes('mentoring.summary'))
    return {
      ...where,
      query: null,
      board: null,
      programmes: [],
      figures: await api(args).mentoring.summary(where),
    };
  if (may.includes('session.edit')) return redirect(paths.mentoringMine(where.network));
  if (may.includes('session.log')) return redirect(paths.mentoringMe(where.network));
  return redirect(paths.mentoringProgrammes(where.network));
}

export const handle: Handle = { title: (t) => t('programmes:title') };

export default function Hub() {
  const { network, board, figures } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  const isEmpty = (board?.programmes ?? figures ?? []).length === 0;
  return (
    <>
      <PageHeader title={t('title')} lead={board ? t('board.lead') : t('board.summaryLead')} />
      <MentoringTabs network={network} current="board" />
      {isEmpty && (
        <Empty
          title={t('programmes.empty')}
          action={
            board && <LinkButton to={paths.mentoringProgrammes(network)}>{t('programmes.title')}</LinkButton>
          }
        >
          {t('programmes.emptyText')}
        </Empty>
      )}
      {figures?.map((figure) => (
        <ProgrammeFiguresView key={figure.programmeId} figures={figure} />
      ))}
      {board && board.asks.length > 0 && (
        <div className="mb-12">
          <Asks />
        </div>
      )}
      {board && !isEmpty && <Board />}
    </>
  );
}

/** What mentors and mentees ask for: who and what, never their words. */
function Asks() {
  const { network, board } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['programmes', 'mentoring', 'messages']);
  const format = useFormats();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  const rows = board?.asks ?? [];
  return (
    <Section id="asks" title={t('asks.title')} lead={t('asks.lead')} layout="full">
      <Table
        caption={t('messages:needs.asks.text', { count: rows.length })}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            header: t('mentoring:asks.what'),
            isName: true,
            cell: ({ id, what }) => (
              <Link to={paths.mentoringAsk(network, id)} className="link">
                {t(`mentoring:asks.${what}`)}
              </Link>
            ),
          },
          {
            key: 'who',
            header: t('mentoring:asks.who'),
            cell: ({ mentor, alias }) => (mentor ? <PersonName {...mentor} /> : <bdi>{alias}</bdi>),
          },
          {
            key: 'about',
            header: t('mentoring:asks.about'),
            cell: ({ relationId }) =>
              relationId ? (
                <Link to={paths.relationCoordination(network, relationId)} className="link">
                  {t('mentoring:relation.title')}
                </Link>
              ) : (
                t('mentoring:asks.general')
              ),
          },
          {
            key: 'when',
            header: t('mentoring:asks.when'),
            cell: ({ askedAt }) => format.date(askedAt, timeZone),
          },
        ]}
      />
    </Section>
  );
}

function Board() {
  const { network, board, query, programmes } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['programmes', 'common', 'mentoring']);
  const format = useFormats();
  if (!board || !query) return null;
  const day = (value: string | null) => value && format.shortDate(new Date(value), 'UTC');
  const { relations, caseload } = board;
  const quiet = relations.filter(({ needsContact }) => needsContact);
  const rows = relations
    .filter(({ state }) => query.state === '' || state === query.state)
    .filter(({ needsContact }) => query.quiet === '' || needsContact);
  const minutes = relations.reduce((sum, row) => sum + row.minutes, 0);
  const languages = [...new Set(relations.flatMap((row) => row.languages))];
  const isFiltered = Boolean(query.programmeId || query.state || query.quiet);
  const hours = (value: number) => format.number(value / 60, 1);
  return (
    <>
      <Stats>
        <Stat figure={format.number(relations.length)} label={t('board.relations')} />
        <Stat figure={format.number(quiet.length)} label={t('board.quiet')} note={t('board.quietNote')} />
        <Stat figure={hours(minutes)} label={t('board.hours')} note={t('board.hoursNote')} />
        <Stat
          figure={format.number(languages.length)}
          label={t('board.languages')}
          note={format.list(languages.map((code) => format.language(code)))}
        />
      </Stats>
      <Section id="relations" title={t('board.title')} lead={t('board.titleLead')} layout="full">
        <FilterBar label={t('board.title')} clearTo={isFiltered ? paths.mentoring(network) : undefined}>
          <FilterChoice
            name="programmeId"
            label={t('programmes.name')}
            value={query.programmeId}
            any={t('common:all')}
            options={programmes.map(({ id, title }) => [id, title])}
          />
          <FilterChoice
            name="state"
            label={t('programmes.state')}
            value={query.state}
            any={t('common:all')}
            options={relationStates.filter(isLiving).map((each) => [each, t(`relationStates.${each}`)])}
          />
          <FilterTick
            name="quiet"
            value="yes"
            isTicked={query.quiet === 'yes'}
            label={t('board.onlyQuiet')}
          />
        </FilterBar>
        {rows.length === 0 ? (
          <Empty title={isFiltered ? t('people.foundNone') : t('board.empty')}>
            {isFiltered ? t('people.foundNoneText') : t('board.emptyText')}
          </Empty>
        ) : (
          <Table
            caption={t('board.found', { count: rows.length })}
            rows={rows}
            rowKey={({ relationId }) => relationId}
            columns={[
              {
                key: 'who',
                header: t('board.who'),
                isName: true,
                cell: ({ relationId, mentees, programmeTitle, ...name }) => (
                  <>
                    <Link to={paths.relationCoordination(network, relationId)} className="link">
                      <PersonName {...name} />
                    </Link>
                    <span className="block font-normal" translate="no">
                      {format.list(mentees)}
                    </span>
                    <span className="block font-normal text-muted" translate="no">
                      {programmeTitle}
                    </span>
                  </>
                ),
              },
              {
                key: 'state',
                header: t('programmes.state'),
                cell: ({ state, needsContact, hasMentorNow, asks, risk, approvals }) => (
                  <span className="flex flex-col gap-1">
                    <RelationStateBadge state={state} />
                    {risk && risk.level !== 'low' && <RiskBadge level={risk.level as RiskLevel} />}
                    {!hasMentorNow && (
                      <Badge tone="danger" shape="attention">
                        {t('obstacles.mentor_without_role')}
                      </Badge>
                    )}
                    {approvals.map((kind) => (
                      <Badge key={kind} tone="warning" shape="attention">
                        {t(`mentoring:approval.waits.${kind as ApprovalKind}`)}
                      </Badge>
                    ))}
                    {[...new Set(asks)].map((what) => (
                      <Badge key={what} tone="warning" shape="attention">
                        {t(`mentoring:asks.${what as Ask}`)}
                      </Badge>
                    ))}
                    {needsContact && (
                      <Badge tone="danger" shape="attention">
                        {t('board.noContact')}
                      </Badge>
                    )}
                  </span>
                ),
              },
              {
                key: 'last',
                header: t('board.lastContact'),
                cell: ({ lastContact, startedOn }) =>
                  day(lastContact) || (startedOn ? t('board.never') : '–'),
              },
              {
                key: 'held',
                header: t('board.held'),
                isNumber: true,
                cell: ({ held }) => format.number(held),
              },
              {
                key: 'missed',
                header: t('board.missed'),
                isNumber: true,
                cell: ({ missed, cancelled }) => format.number(missed + cancelled),
              },
              {
                key: 'goals',
                header: t('board.goals'),
                isNumber: true,
                cell: ({ activeGoals }) => format.number(activeGoals),
              },
              { key: 'end', header: t('board.plannedEnd'), cell: ({ plannedEnd }) => day(plannedEnd) || '–' },
            ]}
          />
        )}
      </Section>
      <Section id="caseload" title={t('board.caseload')} lead={t('board.caseloadLead')} layout="full">
        {caseload.length === 0 ? (
          <p className="text-muted">{t('moveProgramme.noMentor')}</p>
        ) : (
          <Table
            caption={t('board.caseload')}
            isCaptionHidden
            rows={caseload}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                header: t('mentors.name'),
                isName: true,
                cell: ({ id, isLacking, ...name }) => (
                  <>
                    <Link to={paths.mentor(network, id)} className="link">
                      <PersonName {...name} />
                    </Link>
                    {isLacking && (
                      <span className="block">
                        <Badge tone="warning" shape="attention">
                          {t('mentors.lacking')}
                        </Badge>
                      </span>
                    )}
                  </>
                ),
              },
              {
                key: 'held',
                header: t('mentors.held'),
                cell: ({ held, capacity }) =>
                  t('mentors.heldOf', { held: format.number(held), capacity: format.number(capacity) }),
              },
              { key: 'hours', header: t('board.hours'), isNumber: true, cell: (row) => hours(row.minutes) },
              {
                key: 'last',
                header: t('board.lastContact'),
                cell: ({ lastContact }) => day(lastContact) || '–',
              },
              {
                key: 'quiet',
                header: t('board.quiet'),
                isNumber: true,
                cell: ({ waiting }) => format.number(waiting),
              },
            ]}
          />
        )}
      </Section>
      {board.programmes
        .filter(({ mentees }) => mentees.length > 0)
        .map((figure) => (
          <ProgrammeFiguresView key={figure.programmeId} figures={figure} />
        ))}
    </>
  );
}
