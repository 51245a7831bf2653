import type { RowProblem } from '@tessera/core/imports/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { type Column, Table } from '~/ui/table.tsx';
import { headingOf, type ImportPage } from './import-page.ts';

/** Wrong cells by row of the file, each with what to do. */
export function ProblemTable({ page }: { page: ImportPage }) {
  const { t } = useTranslation('transfer');
  const format = useFormats();
  const columns: Column<RowProblem>[] = [
    { key: 'row', header: t('check.row'), isName: true, cell: ({ row }) => format.number(row) },
    {
      key: 'column',
      header: t('check.column'),
      cell: ({ field }) => (
        <span className="wrap-anywhere">{headingOf(page, field) ?? t(`fields.${field}`)}</span>
      ),
    },
    {
      key: 'problem',
      header: t('check.problem'),
      cell: ({ code, param }) => t(`problems.${code}`, { param: param ?? '' }),
    },
  ];
  return (
    <Table
      caption={t('check.caption')}
      isCaptionHidden
      columns={columns}
      rows={page.problems}
      rowKey={({ row, field, code }) => `${row} ${field} ${code}`}
    />
  );
}
