import { type Delimiter, readCsv } from './csv-read.server.ts';
import type { Encoding } from './encoding.ts';
import { TableFileError, type TableRow } from './table-file.ts';
import { xlsxRows } from './xlsx-read.server.ts';

export type TableFile = {
  format: 'csv' | 'xlsx';
  delimiter: Delimiter | null;
  encoding: Encoding | null;
  /** The alphabet of a CSV file was guessed: a person should look at it. */
  isEncodingGuessed: boolean;
  /** The first is the row of headings. */
  rows: TableRow[];
};

/**
 * Reads a table that somebody uploaded, as XLSX or as CSV; the bytes decide, not the name.
 * @param maxRows refuses more rows below the headings; `head` reads only so many rows and refuses none
 * @throws TableFileError
 */
export async function readTable(
  bytes: Buffer,
  options: {
    maxRows: number;
    head?: number | undefined;
    encoding?: Encoding | undefined;
    languages?: readonly string[];
  },
): Promise<TableFile> {
  const { maxRows, head } = options;
  const most = head ?? maxRows + 2;
  const file = isOf(bytes, 'PK\x03\x04')
    ? await readXlsx(bytes, most)
    : readText(bytes, { ...options, most });
  if (file.rows.length === 0) throw new TableFileError('file_empty');
  if (file.rows.length > maxRows + 1) throw new TableFileError('file_too_many_rows', { count: maxRows });
  return file;
}

async function readXlsx(bytes: Buffer, most: number): Promise<TableFile> {
  const rows: TableRow[] = [];
  for await (const row of xlsxRows(bytes)) {
    rows.push(row);
    if (rows.length >= most) break;
  }
  return { format: 'xlsx', delimiter: null, encoding: null, isEncodingGuessed: false, rows };
}

function readText(bytes: Buffer, options: Parameters<typeof readCsv>[1]): TableFile {
  if (bytes.length === 0) throw new TableFileError('file_empty');
  if (isOf(bytes, '\xd0\xcf\x11\xe0')) throw new TableFileError('file_old_excel');
  if (['%PDF', '\x89PNG', '\xff\xd8\xff', 'GIF8', '{\\rtf', '\x1f\x8b'].some((sign) => isOf(bytes, sign)))
    throw new TableFileError('file_no_table');
  const { isGuess, ...file } = readCsv(bytes, options);
  return { format: 'csv', ...file, isEncodingGuessed: isGuess };
}

function isOf(bytes: Buffer, sign: string): boolean {
  return bytes.subarray(0, sign.length).toString('latin1') === sign;
}
