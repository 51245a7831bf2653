import Papa from 'papaparse';
import { formula } from './formula.ts';
import type { Cell } from './xlsx.server.ts';

/**
 * A CSV file for spreadsheets: UTF-8 with BOM, CRLF after every line. Text that a spreadsheet would run as a formula gets
 * an apostrophe before it; numbers are written as they are, dates as `2026-03-01`, `null` is an empty cell.
 */
export function csvFile(columns: string[], rows: readonly Cell[][], delimiter = ','): string {
  return `\uFEFF${csvLines([columns, ...rows], delimiter)}`;
}

/** Lines of such a file, for one that is written piece by piece and begins with a BOM. */
export function csvLines(rows: readonly Cell[][], delimiter = ','): string {
  if (rows.length === 0) return '';
  const plain = rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
  );
  const table = Papa.unparse(plain, { newline: '\r\n', delimiter, escapeFormulae: formula });
  return `${table}\r\n`;
}

/** What parts the cells where spreadsheets write a decimal comma, and elsewhere. */
export function delimiterFor(language: string): ';' | ',' {
  return language === 'en' ? ',' : ';';
}
