import type { EvaluationStage } from '@tessera/core/evaluations/terms.ts';
import type { trainingThemes } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { ReactNode } from 'react';
import { useFormats } from '~/components/use-formats.ts';
import { type Column, Table } from '~/ui/table.tsx';

type Rate = { asked: number; answered: number };
type Stage = Rate & {
  stage: EvaluationStage;
  shown: number;
  questions: { name: string; text: string; mean: number | null }[];
};
type Brief = Rate & { trainings: number; overall: number | null };

/** Each questionnaire over all trainings, with the means of the platform's own questions. */
export function StageTable({ stages }: { stages: readonly Stage[] }) {
  const { t } = useTranslation('evaluations');
  const format = useFormats();
  return (
    <Table
      caption={t('summary.questionnaires')}
      isCaptionHidden
      columns={[
        {
          key: 'stage',
          header: t('summary.questionnaire'),
          cell: ({ stage }) => t(`stages.${stage}`),
          isName: true,
        },
        useRate(),
        { key: 'shown', header: t('summary.shown'), cell: ({ shown }) => shown, isNumber: true },
        {
          key: 'means',
          header: t('summary.means'),
          cell: ({ questions }) => (
            <ul className="space-y-1">
              {questions.flatMap(({ name, text, mean }) =>
                mean === null
                  ? []
                  : [
                      <li key={name} className="flex justify-between gap-4">
                        <span>{text}</span>
                        <span className="font-semibold tabular-nums">{format.number(mean, 1)}</span>
                      </li>,
                    ],
              )}
            </ul>
          ),
        },
      ]}
      rows={stages.filter(({ asked }) => asked > 0)}
      rowKey={({ stage }) => stage}
    />
  );
}

export function ThemeTable({ rows }: { rows: readonly (Brief & { theme: string })[] }) {
  const { t } = useTranslation(['evaluations', 'trainings']);
  const themeOf = ({ theme }: { theme: string }) =>
    t(`trainings:themes.${theme as (typeof trainingThemes)[number]}`);
  return <BriefTable caption={t('summary.byTheme')} header={t('summary.theme')} name={themeOf} rows={rows} />;
}

export function YearTable({ rows }: { rows: readonly (Brief & { year: number })[] }) {
  const { t } = useTranslation('evaluations');
  return (
    <BriefTable
      caption={t('summary.byYear')}
      header={t('summary.year')}
      name={({ year }) => year}
      rows={rows}
    />
  );
}

function BriefTable<Row extends Brief>({
  caption,
  header,
  name,
  rows,
}: {
  caption: string;
  header: string;
  name: (row: Row) => ReactNode;
  rows: readonly Row[];
}) {
  const { t } = useTranslation('evaluations');
  const format = useFormats();
  return (
    <Table<Row>
      caption={caption}
      isCaptionHidden
      columns={[
        { key: 'name', header, cell: name, isName: true },
        {
          key: 'trainings',
          header: t('summary.trainings'),
          cell: ({ trainings }) => trainings,
          isNumber: true,
        },
        useRate(),
        {
          key: 'overall',
          header: t('summary.overall'),
          cell: ({ overall }) => (overall === null ? '–' : format.number(overall, 1)),
          isNumber: true,
        },
      ]}
      rows={rows}
      rowKey={(row) => String(name(row))}
    />
  );
}

function useRate(): Column<Rate> {
  const { t } = useTranslation('evaluations');
  const format = useFormats();
  return {
    key: 'answered',
    header: t('summary.answered'),
    cell: ({ asked, answered }) =>
      asked === 0 ? '–' : `${answered} / ${asked} (${format.percent(answered / asked)})`,
    isNumber: true,
  };
}
