import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { cx } from '~/ui/class-names.ts';
import { type Column, Table } from '~/ui/table.tsx';
import { monthsOf } from './months.ts';

export type Phase = {
  id: string;
  title: string;
  startsOn: Date;
  endsOn: Date;
  note: string;
  funders: { name: string }[];
};
export type Stage = 'past' | 'current' | 'ahead';

/** Phases on a line through time, and the same in a table. */
export function Phases({ phases, now }: { phases: readonly Phase[]; now: Date }) {
  const { t } = useTranslation('networks');
  const format = useFormats();
  const columns: Column<Phase>[] = [
    {
      key: 'title',
      header: t('overview.phase'),
      isName: true,
      cell: ({ title, note }) => (
        <>
          {title}
          {note && (
            <span translate="no" className="block max-w-[26rem] font-normal text-muted">
              {note}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'period',
      header: t('overview.period'),
      cell: ({ startsOn, endsOn }) => format.dateRange(startsOn, endsOn, 'UTC'),
    },
    {
      key: 'duration',
      header: t('overview.duration'),
      cell: ({ startsOn, endsOn }) => t('overview.months', { count: monthsOf(startsOn, endsOn) }),
    },
    {
      key: 'funders',
      header: t('overview.funders'),
      cell: ({ funders }) => <Lines lines={funders.map(({ name }) => name)} />,
    },
    {
      key: 'stage',
      header: t('overview.stage'),
      cell: (phase) => <StageBadge stage={stageOf(phase, now)} />,
    },
  ];
  return (
    <>
      <Timeline phases={phases} now={now} />
      <Table
        caption={t('overview.phases')}
        isCaptionHidden
        columns={columns}
        rows={phases}
        rowKey={({ id }) => id}
      />
    </>
  );
}

// The table says the same in words.
function Timeline({ phases, now }: { phases: readonly Phase[]; now: Date }) {
  const format = useFormats();
  const start = Math.min(...phases.map(({ startsOn }) => startsOn.getTime()));
  const end = Math.max(...phases.map(({ endsOn }) => endsOn.getTime()));
  const percent = (at: Date) => (100 * (at.getTime() - start)) / Math.max(1, end - start);
  const today = percent(now);
  return (
    <div aria-hidden className="mb-6">
      <div className="chart relative h-6">
        {phases.map((phase) => (
          <span
            key={phase.id}
            className={cx('absolute inset-y-0 border-e-[3px] border-paper', stageFills[stageOf(phase, now)])}
            style={{
              insetInlineStart: `${percent(phase.startsOn)}%`,
              width: `${percent(phase.endsOn) - percent(phase.startsOn)}%`,
            }}
          />
        ))}
        {today > 0 && today < 100 && (
          <span
            className="absolute -inset-y-1.5 w-[3px] bg-ink outline-2 outline-paper"
            style={{ insetInlineStart: `${today}%` }}
          />
        )}
      </div>
      <p className="mt-2 flex justify-between text-sm text-muted">
        <span>{format.month(new Date(start), 'UTC')}</span>
        <span>{format.month(new Date(end), 'UTC')}</span>
      </p>
    </div>
  );
}

const stageFills: Record<Stage, string> = { past: 'bg-edge', current: 'bg-accent', ahead: 'bg-rule' };

/** The stage of a phase in a word and a shape. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { t } = useTranslation('networks');
  const look = {
    past: { shape: 'done' },
    current: { shape: 'open', tone: 'success' },
    ahead: { shape: 'waiting' },
  } as const;
  return <Badge {...look[stage]}>{t(`overview.stages.${stage}`)}</Badge>;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}

/** Where a phase stands on a day; both its days are counted. */
export function stageOf({ startsOn, endsOn }: { startsOn: Date; endsOn: Date }, now: Date): Stage {
  if (now < startsOn) return 'ahead';
  return now.getTime() < endsOn.getTime() + 86_400_000 ? 'current' : 'past';
}
