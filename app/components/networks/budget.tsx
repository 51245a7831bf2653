import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { cx } from '~/ui/class-names.ts';
import { type Column, Table } from '~/ui/table.tsx';

type Kind = 'total' | 'grant' | 'own_contribution' | 'other';
export type BudgetLine = { kind: string; amountMinor: number; currency: string };

const fills: Record<Kind, string> = {
  total: 'bg-ink',
  own_contribution: 'bg-accent',
  grant: 'bg-edge',
  other: 'bg-rule',
};

/** The budget of one phase: its parts side by side, and amounts with their share of the total. */
export function Budget({ phase, lines }: { phase: string; lines: readonly BudgetLine[] }) {
  const { t } = useTranslation('networks');
  const format = useFormats();
  const total = lines.find(({ kind }) => kind === 'total');
  const shareOf = ({ amountMinor, currency }: BudgetLine) =>
    total && total.currency === currency && total.amountMinor > 0 ? amountMinor / total.amountMinor : null;
  const parts = lines.filter(({ kind }) => kind !== 'total');
  const columns: Column<BudgetLine>[] = [
    {
      key: 'kind',
      header: t('overview.position'),
      isName: true,
      cell: ({ kind }) => (
        <span className="inline-flex items-center gap-2.5">
          <span
            aria-hidden
            className={cx('tile size-3 shrink-0', kind === 'total' ? 'invisible' : fills[kind as Kind])}
          />
          {t(`overview.budgetKinds.${kind as Kind}`)}
        </span>
      ),
    },
    { key: 'amount', header: t('overview.amount'), isNumber: true, cell: (line) => format.money(line) },
    {
      key: 'share',
      header: t('overview.share'),
      isNumber: true,
      cell: (line) => {
        const share = shareOf(line);
        return share === null ? '–' : format.percent(share, 2);
      },
    },
  ];
  return (
    <div className="mt-8 max-w-[44rem] first:mt-0">
      <h3 className="font-semibold">{phase}</h3>
      {parts.length > 0 && total && (
        <div aria-hidden className="chart mt-3 flex h-6 gap-[3px] bg-sunk">
          {parts.map((line) => (
            <span
              key={line.kind}
              className={fills[line.kind as Kind]}
              style={{ width: `${(shareOf(line) ?? 0) * 100}%` }}
            />
          ))}
        </div>
      )}
      <div className="mt-4">
        <Table
          caption={t('overview.budgetOf', { phase })}
          isCaptionHidden
          columns={columns}
          rows={[...parts, ...(total ? [total] : [])]}
          rowKey={({ kind }) => kind}
        />
      </div>
    </div>
  );
}
