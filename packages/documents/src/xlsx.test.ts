import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '@tessera/i18n/languages.ts';
import { expect, test } from 'vitest';
import { csvFile, delimiterFor } from './csv.server.ts';
import { hasTool } from './pdf-tools.ts';
import { readTable } from './table-read.server.ts';
import { type Cell, xlsxFile } from './xlsx.server.ts';

const columns = ['Name', 'Zahl', 'Tag'];
const rows: Cell[][] = [
  ['Țăranu Ștefan', 3, new Date('2026-03-01')],
  ['Szőke Ilona', -1.5, null],
  ['Георги Димитров', null, new Date('1999-12-31')],
  ['Łukasz Żółć <&> "x"', 0, null],
  ['=1+1', null, null],
  ['+40 266 123456', null, null],
  ['line\nbreak', null, null],
];
const shown = [
  ['Țăranu Ștefan', '3', '2026-03-01'],
  ['Szőke Ilona', '-1.5'],
  ['Георги Димитров', '', '1999-12-31'],
  ['Łukasz Żółć <&> "x"', '0'],
  ['=1+1'],
  ['+40 266 123456'],
  ['line\nbreak'],
];

test('what is written is read again as it was', async () => {
  const xlsx = await readTable(xlsxFile('Mitglieder: alle', columns, rows), { maxRows: 100 });
  const csv = await readTable(Buffer.from(csvFile(columns, rows, ';')), { maxRows: 100 });
  const full = shown.map((cells) => [...cells, '', ''].slice(0, 3));

  expect(xlsx.rows.slice(1).map(({ cells }) => cells)).toEqual(shown);
  expect(csv.rows.slice(1).map(({ cells }) => cells)).toEqual(full);
});

test('a spreadsheet parts cells by what its language does not use in numbers', () => {
  expect(languages.filter((language) => delimiterFor(language) === ',')).toEqual(['en']);
});

const soffice = hasTool('soffice') ? test : test.skip;

soffice(
  'LibreOffice opens both files with every letter, runs no formula, and keeps numbers numbers',
  {
    timeout: 120_000,
  },
  () => {
    const home = mkdtempSync(join(tmpdir(), 'tessera-office-'));
    try {
      writeFileSync(join(home, 'x.xlsx'), xlsxFile('Members', columns, rows));
      writeFileSync(join(home, 'c.csv'), csvFile(columns, rows, ';'));
      const convert = (file: string, ...more: string[]) =>
        execFileSync(
          'soffice',
          [
            `-env:UserInstallation=file://${home}/profile`,
            '--headless',
            ...more,
            '--convert-to',
            'csv:Text - txt - csv (StarCalc):9,34,76',
            '--outdir',
            join(home, 'out'),
            join(home, file),
          ],
          { stdio: 'pipe' },
        );
      const read = (name: string) =>
        readFileSync(join(home, 'out', name), 'utf8')
          .replace(/^\uFEFF/, '')
          .replaceAll('\r\n', '\n');

      convert('x.xlsx');
      convert('c.csv', '--infilter=CSV:59,34,76,1');

      const tail = '\t\t\n';
      expect(read('x.csv')).toBe(
        `Name\tZahl\tTag\nȚăranu Ștefan\t3\t2026-03-01\nSzőke Ilona\t-1.5\t\nГеорги Димитров\t\t1999-12-31\n` +
          `"Łukasz Żółć <&> ""x"""\t0\t\n=1+1${tail}+40 266 123456${tail}"line\nbreak"${tail}`,
      );
      expect(read('c.csv')).toContain(`\n'=1+1${tail}+40 266 123456${tail}`);
      expect(read('c.csv')).toContain('Țăranu Ștefan\t3\t2026-03-01\nSzőke Ilona\t-1.5\t\nГеорги Димитров');
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
);
