import { Link } from '@remix-run/react';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row; one column has it. */
  isName?: boolean;
  isNumber?: boolean;
  /** What one can do with the row: not on paper. */
  isSteps?: boolean;
  /** Makes the heading a link that sorts; `direction` when the list is sorted by it now. */
  sort?: { to: string; direction?: 'ascending' | 'descending' };
};

/**
 * Rows and columns. The caption is read first. On narrow screens `stack` turns each row into a short list with its own
 * labels; `scroll` keeps the grid and scrolls inside.
 */
export function Table<Row>({
  caption,
  isCaptionHidden = false,
  columns,
  rows,
  rowKey,
  narrow = 'stack',
  footer,
}: {
  caption: ReactNode;
  isCaptionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  narrow?: 'stack' | 'scroll';
  footer?: ReactNode;
}) {
  const table = (
    <table
      {...role.table}
      className={cx('w-full border-collapse text-sm', narrow === 'stack' && 'table-stacks')}
    >
      <caption className={isCaptionHidden ? 'sr-only' : 'pb-2 text-start text-sm text-muted'}>
        {caption}
      </caption>
      <thead {...role.rowgroup}>
        <tr {...role.row} className="border-y border-t-ink border-b-rule">
          {columns.map((column) => (
            <Heading key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...role.rowgroup}>
        {rows.map((row) => (
          <tr {...role.row} key={rowKey(row)} className="border-b border-rule">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {footer && <tfoot className="border-t border-ink">{footer}</tfoot>}
    </table>
  );
  if (narrow === 'stack') return table;
  return (
    <section
      aria-label={typeof caption === 'string' ? caption : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      {table}
    </section>
  );
}

// `display: block` on a narrow screen takes the meaning of a table away; written roles keep it.
export const role = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

function Heading<Row>({ column: { header, isNumber, isSteps, sort } }: { column: Column<Row> }) {
  const Arrow = sort?.direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th
      {...role.columnheader}
      scope="col"
      aria-sort={sort?.direction}
      data-print={isSteps && 'no'}
      className={cx('py-2 pe-4 align-bottom font-semibold last:pe-0', isNumber ? 'text-end' : 'text-start')}
    >
      {sort ? (
        <Link
          to={sort.to}
          preventScrollReset
          className="inline-flex min-h-6 items-center gap-1 hover:underline"
        >
          {header}
          {sort.direction && <Arrow aria-hidden className="size-4" />}
        </Link>
      ) : (
        header
      )}
    </th>
  );
}

function Cell<Row>({
  column: { header, cell, isName, isNumber, isSteps },
  row,
}: {
  column: Column<Row>;
  row: Row;
}) {
  const className = cx('py-3 pe-4 align-top last:pe-0', isNumber ? 'text-end tabular-nums' : 'text-start');
  const words = cell(row);
  return isName ? (
    <th {...role.rowheader} scope="row" data-label={header} className={cx(className, 'font-semibold')}>
      {words}
    </th>
  ) : (
    <td
      {...role.cell}
      data-label={header}
      data-print={isSteps && 'no'}
      // In a row that is a list a label with nothing behind it says nothing.
      data-empty={words == null || words === false || words === '' || undefined}
      className={className}
    >
      <div>{words}</div>
    </td>
  );
}
