import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTable } from './table-read.server.ts';
import { xlsxFile } from './xlsx.server.ts';
import { zipFile } from './zip.server.ts';

const makeZip = (parts: { name: string; content: string }[]) =>
  Buffer.from(
    zipFile(
      parts.map(({ name, content }) => ({ name, bytes: Buffer.from(content) })),
      new Date(Date.UTC(1980, 0, 1)),
    ),
  );

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '..', 'fixtures', name));
const limits = { maxRows: 50_000 };

const school = [
  'Szőke Ilona Általános Iskola',
  'school_education',
  'Miercurea Ciuc / Csíkszereda',
  '2026-03-01',
  '+40 266 123456',
  'ő ű – „idézet”',
];
const hall = [
  'Primăria Târgu Mureș',
  'municipality',
  'Târgu Mureș',
  '2025-12-24',
  '40265250337',
  'ț ș ă; virgulă, "ghilimele"',
];

test.each(['libreoffice.xlsx', 'openpyxl.xlsx', 'excel.xlsx', 'libreoffice-utf8.csv'])(
  'a file as written by a spreadsheet is read with its dates, long numbers and letters: %s',
  async (name) => {
    const { rows } = await readTable(fixture(name), limits);

    expect(rows[0]?.cells).toEqual([
      'Intézmény neve',
      'Típus',
      'Helység',
      'Csatlakozás',
      'Telefon',
      'Megjegyzés',
    ]);
    expect(rows.slice(1, 3)).toEqual([
      { number: 2, cells: school },
      { number: 3, cells: hall },
    ]);
    expect(rows[3]?.cells.filter((cell) => cell !== '')).toEqual([
      'Община Русе',
      'municipality',
      'Русе',
      'line one\nline two',
    ]);
  },
);

test('empty rows keep the numbers of the others; formulas count with their value; parts of a text are one', async () => {
  const { rows } = await readTable(fixture('excel.xlsx'), limits);

  expect(rows.at(-1)).toEqual({
    number: 6,
    cells: ['Szőke Ilona Általános Iskola (copy)', '', 'Odorheiu Secuiesc'],
  });
});

test.each([
  ['hu-1250.csv', 'windows-1250', ['Tűzoltó Ágnes', 'Székelyudvarhely'], true],
  ['bg-1251.csv', 'windows-1251', ['Георги Димитров', 'Велико Търново'], true],
  ['de-1252.csv', 'windows-1252', ['Änne Straß', 'Köln'], true],
  ['utf16-tab.txt', 'utf-16le', ['Ștefan Țăranu', 'Târgu Mureș'], false],
] as const)(
  'older alphabets are recognised by their letters: %s is %s',
  async (name, encoding, last, isGuess) => {
    const file = await readTable(fixture(name), { ...limits, languages: ['hu', 'ro'] });

    expect([file.encoding, file.isEncodingGuessed]).toEqual([encoding, isGuess]);
    expect(file.rows.at(-1)?.cells).toEqual(last);
  },
);

test('who knows better chooses the alphabet', async () => {
  const { rows } = await readTable(fixture('hu-1250.csv'), { ...limits, encoding: 'windows-1252' });

  expect(rows[1]?.cells[0]).toBe('Szõke Ilona');
});

test.each([';', ',', '\t'])('cells may be parted by %j', async (delimiter) => {
  const text = `név${delimiter}hely\n"a${delimiter}b"${delimiter}"x ""y"" z"\n\n  ${delimiter}\nc${delimiter}d\n`;
  const file = await readTable(Buffer.from(text), limits);

  expect(file.delimiter).toBe(delimiter);
  expect(file.rows).toEqual([
    { number: 1, cells: ['név', 'hely'] },
    { number: 2, cells: [`a${delimiter}b`, 'x "y" z'] },
    { number: 5, cells: ['c', 'd'] },
  ]);
});

test('a list of one column needs no delimiter', async () => {
  const { rows } = await readTable(Buffer.from('e-mail\na@example.org\nb@example.org\n'), limits);

  expect(rows.map(({ cells }) => cells)).toEqual([['e-mail'], ['a@example.org'], ['b@example.org']]);
});

const refusal = (bytes: Buffer, options: Parameters<typeof readTable>[1] = limits) =>
  readTable(bytes, options).then(
    () => 'read',
    ({ code, params }: { code: string; params: object }) => [code, params],
  );

test('what is no table is told apart', async () => {
  expect(await refusal(Buffer.alloc(0))).toEqual(['file_empty', {}]);
  expect(await refusal(Buffer.from('\n\n;;;\n'))).toEqual(['file_empty', {}]);
  expect(await refusal(fixture('old-excel.xls'))).toEqual(['file_old_excel', {}]);
  expect(await refusal(fixture('libreoffice.ods'))).toEqual(['file_no_table', {}]);
  expect(await refusal(Buffer.from('%PDF-1.7 something'))).toEqual(['file_no_table', {}]);
  expect(await refusal(Buffer.from([1, 2, 3, 0, 0, 0, 1, 7, 0]))).toEqual(['file_no_table', {}]);
  expect(await refusal(fixture('excel.xlsx').subarray(0, 3000))).toEqual(['file_unreadable', {}]);
});

test('a file of two alphabets is refused instead of being read wrongly', async () => {
  const mixed = Buffer.concat([Buffer.from('név\nSzőke Ilona Ágnes Éva\n'), Buffer.from([0xf5, 0x0a])]);

  expect(await refusal(mixed)).toEqual(['file_encoding', {}]);
});

test('too many rows and too many columns are a clear answer, in both formats', async () => {
  const rows = Array.from({ length: 12 }, (_, index) => [`row ${index}`]);
  const csv = Buffer.from(`name\n${rows.map(([name]) => name).join('\n')}\n`);
  const xlsx = xlsxFile('x', ['name'], rows);
  const wide = Array.from({ length: 201 }, (_, index) => `c${index}`);

  for (const bytes of [csv, xlsx]) {
    expect(await refusal(bytes, { maxRows: 12 })).toBe('read');
    expect(await refusal(bytes, { maxRows: 11 })).toEqual(['file_too_many_rows', { count: 11 }]);
    expect((await readTable(bytes, { maxRows: 3, head: 4 })).rows).toHaveLength(4);
  }
  expect(await refusal(Buffer.from(wide.join(';')))).toEqual(['file_too_many_columns', { count: 200 }]);
  expect(await refusal(xlsxFile('x', wide, []))).toEqual(['file_too_many_columns', { count: 200 }]);
});

test('an archive that grows without end is stopped early, whatever it says of itself', async () => {
  const sheet = '<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>';
  const bomb = (content: string) =>
    makeZip([
      {
        name: 'xl/workbook.xml',
        content: '<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      },
      { name: 'xl/worksheets/sheet1.xml', content },
    ]);
  const blanks = bomb(sheet + ' '.repeat(150_000_000));
  const rows = bomb(`<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(4_000_000)}`);
  const lying = Buffer.from(rows);
  lying.writeUInt32LE(10, lying.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
  const before = process.memoryUsage().arrayBuffers;

  for (const bytes of [blanks, rows, lying]) {
    expect(bytes.length).toBeLessThan(1_000_000);
    const began = performance.now();
    expect(await refusal(bytes)).toEqual([
      expect.stringMatching(/^file_(bomb|too_many_rows)$/),
      expect.anything(),
    ]);
    expect(performance.now() - began).toBeLessThan(5_000);
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
});

test('a DTD, with which a file could name other files, is refused', async () => {
  const evil = makeZip([
    { name: 'xl/workbook.xml', content: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook/>' },
  ]);

  expect(await refusal(evil)).toEqual(['file_unreadable', {}]);
});
