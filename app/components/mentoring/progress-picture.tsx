import type { GoalState } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Table } from '~/ui/table.tsx';
import { drawLines, endsOf, type Line } from './progress.ts';

type Goal = {
  id: string;
  createdAt: Date;
  reviews: { id: string; progress: number; state: GoalState; reviewedAt: Date }[];
};

const [width, height] = [640, 160];
const dashes = ['', '8 5', '2 5', '12 4 2 4'];

/** Progress of goals over time: a picture, and a table that says the same. Lines differ by their dashes and numbers. */
export function ProgressPicture({ goals, timeZone }: { goals: readonly Goal[]; timeZone: string }) {
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  const lines: Line[] = goals.map(({ createdAt, reviews }, index) => ({
    number: index + 1,
    points: [
      { at: createdAt, progress: 0 },
      ...reviews.map(({ reviewedAt, progress }) => ({ at: reviewedAt, progress })),
    ],
  }));
  const rows = goals.flatMap(({ reviews }, index) =>
    reviews.map((review) => ({ ...review, number: index + 1 })),
  );
  if (rows.length === 0) return null;
  const drawn = drawLines(lines, width, height);
  const times = lines.flatMap(({ points }) => points.map(({ at }) => at.getTime()));
  return (
    <figure className="mt-8">
      <figcaption className="font-semibold">{t('relation.picture')}</figcaption>
      <svg
        viewBox={`-34 -14 ${width + 60} ${height + 44}`}
        role="img"
        aria-label={t('relation.pictureOf')}
        className="mt-3 w-full max-w-[46rem] text-ink"
      >
        {[0, 1, 2, 3, 4].map((step) => (
          <g key={step}>
            <line
              x1={0}
              x2={width}
              y1={height - (step / 4) * height}
              y2={height - (step / 4) * height}
              className="stroke-rule"
            />
            <text
              x={-12}
              y={height - (step / 4) * height + 6}
              textAnchor="end"
              className="fill-muted text-[26px] sm:text-lg"
            >
              {step}
            </text>
          </g>
        ))}
        {drawn.map(({ number, path, dots }) => {
          return (
            <g key={number} className="stroke-accent">
              <path
                d={path}
                fill="none"
                strokeWidth={4}
                strokeDasharray={dashes[(number - 1) % dashes.length]}
              />
              {dots.map(({ x, y }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
                <rect key={index} x={x - 5} y={y - 5} width={10} height={10} className="fill-accent" />
              ))}
            </g>
          );
        })}
        {endsOf(drawn).map(({ x, y, numbers }) => (
          <text key={numbers[0]} x={x + 10} y={y + 6} className="fill-ink text-[26px] font-bold sm:text-lg">
            {numbers.join(', ')}
          </text>
        ))}
        <text x={0} y={height + 28} className="fill-muted text-[26px] sm:text-lg">
          {format.shortDate(new Date(Math.min(...times)), timeZone)}
        </text>
        <text x={width} y={height + 28} textAnchor="end" className="fill-muted text-[26px] sm:text-lg">
          {format.shortDate(new Date(Math.max(...times)), timeZone)}
        </text>
      </svg>
      <div className="mt-4 max-w-[46rem]">
        <Table
          caption={t('relation.picture')}
          isCaptionHidden
          rows={rows.toSorted((a, b) => b.reviewedAt.getTime() - a.reviewedAt.getTime())}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'date',
              header: t('relation.date'),
              isName: true,
              cell: ({ reviewedAt }) => format.shortDate(reviewedAt, timeZone),
            },
            { key: 'goal', header: t('relation.goal'), cell: ({ number }) => number, isNumber: true },
            {
              key: 'progress',
              header: t('relation.progress'),
              cell: ({ progress }) => t('relation.progressOf', { progress }),
            },
            { key: 'state', header: t('relation.state'), cell: ({ state }) => t(`states.goal.${state}`) },
          ]}
        />
      </div>
    </figure>
  );
}
