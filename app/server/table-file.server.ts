import { csvFile } from '@tessera/documents/csv.server.ts';
import { type Cell, xlsxFile } from '@tessera/documents/xlsx.server.ts';
import { fileAnswer } from './download.server.ts';

type Table = { name: string; columns: string[]; rows: Cell[][]; delimiter: string };

/** A table as a file that a spreadsheet opens; nothing in it can run. */
export function tableAnswer(format: 'csv' | 'xlsx', { name, columns, rows, delimiter }: Table): Response {
  return format === 'csv'
    ? fileAnswer(csvFile(columns, rows, delimiter), { name: `${name}.csv`, type: 'text/csv; charset=utf-8' })
    : fileAnswer(xlsxFile(name, columns, rows), {
        name: `${name}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      });
}
