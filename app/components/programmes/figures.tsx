import { type NeedFigures, needColumns } from '@tessera/core/mentoring/needs.ts';
import {
  type GoalState,
  goalStates,
  type MenteeState,
  menteeStates,
  type RelationState,
  relationStates,
  type SessionState,
  sessionStates,
} from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { ProgrammeStateBadge } from './state-badges.tsx';

/** Null stands for one to four where only figures may be read. */
type Counts = readonly { state: string; count: number | null }[];
type Figures = {
  programmeId: string;
  title: string;
  state: string;
  targetLeaders: number | null;
  mentees: Counts;
  relations: Counts;
  goals: Counts;
  needs: readonly NeedFigures[];
  sessions: Counts;
};

/** What one programme comes to, by state: a picture and the same as a table. */
export function ProgrammeFiguresView({ figures }: { figures: Figures }) {
  const { t } = useTranslation('programmes');
  const { programmeId, title, state, targetLeaders, mentees, relations, goals, needs, sessions } = figures;
  return (
    <Section
      id={`figures-${programmeId}`}
      title={<span translate="no">{title}</span>}
      lead={targetLeaders === null ? t('figures.lead') : t('figures.target', { count: targetLeaders })}
      layout="full"
    >
      <p className="mb-5">
        <ProgrammeStateBadge state={state} />
      </p>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <Counted
          title={t('figures.mentees')}
          rows={inOrder(menteeStates, mentees, (each) => t(`menteeStates.${each as MenteeState}`))}
        />
        <Counted
          title={t('figures.relations')}
          rows={inOrder(relationStates, relations, (each) => t(`relationStates.${each as RelationState}`))}
        />
        <Counted
          title={t('figures.goals')}
          rows={inOrder(goalStates, goals, (each) => t(`goalStates.${each as GoalState}`))}
        />
        <Counted
          title={t('figures.sessions')}
          rows={inOrder(sessionStates, sessions, (each) => t(`sessionStates.${each as SessionState}`))}
        />
        {needs.length > 0 && (
          <div className="min-w-0 lg:col-span-2">
            <Needs rows={needs} />
          </div>
        )}
      </div>
    </Section>
  );
}

/** The goals by area: how many are under way and what became of the others. The picture is of what may be read. */
function Needs({ rows }: { rows: readonly NeedFigures[] }) {
  const { t } = useTranslation(['programmes', 'mentoring', 'indicators']);
  const format = useFormats();
  const sumOf = (row: NeedFigures) => needColumns.reduce((sum, column) => sum + (row[column] ?? 0), 0);
  const most = Math.max(1, ...rows.map(sumOf));
  const header = (column: (typeof needColumns)[number]) =>
    column === 'active' ? t('figures.active') : t(`goalStates.${column}`);
  return (
    <Table
      caption={<span className="font-semibold text-ink">{t('figures.needs')}</span>}
      rows={rows}
      rowKey={({ need }) => need ?? ''}
      narrow="scroll"
      columns={[
        {
          key: 'need',
          header: t('figures.need'),
          isName: true,
          cell: ({ need }) => (need ? t(`mentoring:needs.${need}`) : t('mentoring:goal.needNotSaid')),
        },
        {
          key: 'picture',
          header: t('figures.picture'),
          cell: (row) => <Bar share={sumOf(row) / most} />,
        },
        ...needColumns.map((column) => ({
          key: column,
          header: header(column),
          isNumber: true,
          cell: (row: NeedFigures) => {
            const count = row[column];
            // It may be more than four: one is kept back with another that is few.
            return count === null ? t('indicators:hidden') : format.number(count);
          },
        })),
      ]}
    />
  );
}

/** A count as a bar; the number stands beside it. */
function Bar({ share }: { share: number }) {
  return (
    <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-4 w-full min-w-16">
      <rect width={100 * share} height="8" className="fill-accent" />
    </svg>
  );
}

type Row = { label: string; count: number | null };

function inOrder(states: readonly string[], counts: Counts, word: (state: string) => string): Row[] {
  return states.flatMap((state) => {
    const found = counts.find((each) => each.state === state);
    return found ? [{ label: word(state), count: found.count }] : [];
  });
}

function Counted({ title, rows }: { title: string; rows: readonly Row[] }) {
  const { t } = useTranslation('programmes');
  const format = useFormats();
  const most = Math.max(1, ...rows.map(({ count }) => count ?? 0));
  if (rows.length === 0)
    return (
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="mt-1 text-sm text-muted">{t('figures.none')}</p>
      </div>
    );
  return (
    <Table
      caption={<span className="font-semibold text-ink">{title}</span>}
      rows={rows}
      rowKey={({ label }) => label}
      narrow="scroll"
      columns={[
        { key: 'state', header: t('programmes.state'), isName: true, cell: ({ label }) => label },
        {
          key: 'picture',
          header: t('figures.picture'),
          cell: ({ count }) => <Bar share={(count ?? 0) / most} />,
        },
        {
          key: 'count',
          header: t('figures.count'),
          isNumber: true,
          cell: ({ count }) => (count === null ? t('figures.few') : format.number(count)),
        },
      ]}
    />
  );
}
