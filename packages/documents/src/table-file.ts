/** A row of a table as a person sees it in a spreadsheet: its number there, and its cells as text. */
export type TableRow = { number: number; cells: string[] };

export type TableProblem =
  | 'file_empty'
  | 'file_no_table'
  | 'file_unreadable'
  | 'file_old_excel'
  | 'file_bomb'
  | 'file_encoding'
  | 'file_too_many_rows'
  | 'file_too_many_columns';

/** Why a file cannot be read as a table. */
export class TableFileError extends Error {
  override readonly name = 'TableFileError';
  readonly code: TableProblem;
  readonly params: Record<string, number>;

  constructor(code: TableProblem, params: Record<string, number> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

export const maxColumns = 200;
