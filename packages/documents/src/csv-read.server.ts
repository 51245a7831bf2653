import Papa from 'papaparse';
import { type Decoded, decode, decodeText, type Encoding } from './encoding.ts';
import { maxColumns, TableFileError, type TableRow } from './table-file.ts';

const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export type CsvFile = Omit<Decoded, 'text'> & { delimiter: Delimiter; rows: TableRow[] };

/**
 * The rows of a CSV file that hold something.
 * @param most stops after so many rows
 * @param encoding what a person chose; without it the bytes tell
 * @throws TableFileError
 */
export function readCsv(
  bytes: Buffer,
  options: { most: number; encoding?: Encoding | undefined; languages?: readonly string[] },
): CsvFile {
  const { most, encoding, languages } = options;
  const decoded = encoding
    ? { text: decode(bytes, encoding), encoding, isGuess: true }
    : decodeText(bytes, languages);
  const { text, ...how } = decoded;
  if (/(?![\t\n\v\f\r])\p{Cc}{2}/u.test(text.slice(0, 20_000))) throw new TableFileError('file_no_table');
  const delimiter = delimiterOf(text);
  const rows: TableRow[] = [];
  let number = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data }, parser) => {
      number += 1;
      if (data.length > maxColumns) throw new TableFileError('file_too_many_columns', { count: maxColumns });
      if (!data.some((cell) => cell.trim() !== '')) return;
      rows.push({ number, cells: data.map(unguarded) });
      if (rows.length >= most) parser.abort();
    },
  });
  return { ...how, delimiter, rows };
}

// The one that cuts the first lines into the most columns of one number.
function delimiterOf(text: string): Delimiter {
  let best: { delimiter: Delimiter; columns: number } = { delimiter: ';', columns: 1 };
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: 5, skipEmptyLines: 'greedy' });
    const columns = Math.min(...data.map((cells) => cells.length));
    if (data.length > 0 && columns > best.columns) best = { delimiter, columns };
  }
  return best.delimiter;
}

// Our own files put an apostrophe before what a spreadsheet would run.
function unguarded(cell: string): string {
  return /^'[\s\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}
