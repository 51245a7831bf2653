import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvFile } from './csv.server.ts';

test('a file opens in a spreadsheet: BOM, commas, CRLF, diacritics', () => {
  expect(
    csvFile(
      ['Név', 'Oră', 'Град'],
      [
        ['Szőke Ilona', 3, 'Русе'],
        ['Țăranu, Ștefan', 1.5, null],
      ],
    ),
  ).toBe('\uFEFFNév,Oră,Град\r\nSzőke Ilona,3,Русе\r\n"Țăranu, Ștefan",1.5,\r\n');
});

test('a list without rows still has its columns', () => {
  expect(csvFile(['a', 'b'], [])).toBe('\uFEFFa,b\r\n');
});

test('quotes, commas and line breaks come back as they were', () => {
  const rows = [
    ['a "b" c', 'x;y', 'one\ntwo'],
    ['', ' blank ', 'tab\tinside'],
  ];
  const { data } = Papa.parse<string[]>(csvFile(['1', '2', '3'], rows).slice(1), { skipEmptyLines: true });

  expect(data.slice(1)).toEqual(rows);
});

test('text that a spreadsheet would run is disarmed, in cells and in headings', () => {
  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '  =1',
    '\uFEFF=1',
    '\u200b=1',
    ' \t=1',
    '\n=1',
    '\u00a0@x',
    '＝1',
    '%x',
    '|cmd',
    "+1-2+cmd|' /C calc'!A0",
  ];
  const { data } = Papa.parse<string[]>(csvFile(formulas, [formulas]).slice(1), {
    newline: '\r\n',
    skipEmptyLines: true,
  });

  expect(data).toEqual([formulas.map((text) => `'${text}`), formulas.map((text) => `'${text}`)]);
});

test('ordinary text and numbers are left alone', () => {
  const row = ['a=b', '1-2', 'ana@example.org', "'quoted'", -5, 0, '5 - 3', '+40 266 123456', null];

  expect(csvFile(['x'.repeat(3), 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], [row]).split('\r\n')[1]).toBe(
    "a=b,1-2,ana@example.org,'quoted',-5,0,5 - 3,+40 266 123456,",
  );
});
