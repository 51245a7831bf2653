import Papa from 'papaparse';

/**
 * A CSV file for spreadsheets: UTF-8 with BOM, commas, CRLF after every line. Text that a spreadsheet would run as a
 * formula gets an apostrophe before it; numbers are written as they are, `null` is an empty cell.
 */
export function csvFile(columns: string[], rows: (string | number | null)[][]): string {
  const table = Papa.unparse([columns, ...rows], { newline: '\r\n', escapeFormulae: formula });
  return `\uFEFF${table}\r\n`;
}

// OWASP, CSV injection. Blanks, BOM and invisible signs before the sign do not stop a spreadsheet.
const formula = /^(?:[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|[ \p{Cf}]*[\t\r\n])/u;
