import type { ImportField, ImportKind, ImportState, RowProblem } from '@tessera/core/imports/terms.ts';

/** What the pages of one import know of it. */
export type ImportPage = {
  id: string;
  kind: ImportKind;
  state: ImportState;
  /** Work goes on by its state, but nothing does it any more */
  isStopped: boolean;
  headings: string[];
  mapping: string[];
  options: { encoding?: string; role: string };
  counts: { rows: number; new: number; changed: number; same: number; wrong: number };
  problems: RowProblem[];
  failure: string;
  failureParams: Record<string, number>;
  keptUntil: Date | null;
  isFileGone: boolean;
};

/** The heading of the file above a field's cells, for saying where a problem is. */
export function headingOf({ headings, mapping }: ImportPage, field: ImportField): string | null {
  const column = mapping.indexOf(field);
  return column === -1 ? null : headings[column] || null;
}
