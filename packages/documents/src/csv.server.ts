import Papa from 'papaparse';
import { formula } from './formula.ts';
import type { Cell } from './xlsx.server.ts';

/**
 * A CSV file for spreadsheets: UTF-8 with BOM, CRLF after every line. Text that a spreadsheet would run as a formula gets
 * an apostrophe before it; numbers are written as they are, dates as `2026-03-01`, `null` is an empty cell.
 */
export function csvFile(columns: string[], rows: readonly Cell[][], delimiter = ','): string {
  const plain = rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
  );
  const table = Papa.unparse([columns, ...plain], { newline: '\r\n', delimiter, escapeFormulae: formula });
  return `\uFEFF${table}\r\n`;
}

/** What parts the cells where spreadsheets write a decimal comma, and elsewhere. */
export function delimiterFor(language: string): ';' | ',' {
  return language === 'en' ? ',' : ';';
}
