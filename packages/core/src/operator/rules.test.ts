import { expect, test } from 'vitest';
import { readChildLines } from './rules.ts';

const codes = (text: string, parent = 'un') => readChildLines(text, parent).children.map(({ code }) => code);

test('each line founds a network; what parts it may come from a spreadsheet', () => {
  const text = 'Mureș; Ana.Pop@example.org\n\n Hargita\tbela@example.org\tUN-HR \r\n';

  expect(readChildLines(text, 'un')).toEqual({
    children: [
      { name: 'Mureș', email: 'ana.pop@example.org', code: 'un-mures' },
      { name: 'Hargita', email: 'bela@example.org', code: 'un-hr' },
    ],
    wrong: [],
  });
});

test('an address is made of the name, fits, and is not made twice', () => {
  const line = (name: string) => `${name};x@example.org`;

  expect(codes([line('Cluj 1'), line('Cluj – 1'), line('Пловдив'), line('София')].join('\n'))).toEqual([
    'un-cluj-1',
    'un-cluj-1-2',
    'un-2',
    'un-3',
  ]);
  const [long = ''] = codes(line('Rețeaua județeană a instituțiilor din Bistrița-Năsăud'), 'valea-verde');
  expect(long).toBe('valea-verde-reteaua-judeteana-a-din');
  expect(codes(line('x'), 'p'.repeat(40))[0]).toHaveLength(37);
});

test('lines that lack something are told, whole', () => {
  const wrong = [
    'Only a name',
    ';x@example.org',
    'A;nobody',
    'B;x@example.org;No Address',
    'C;x@example.org;c;d',
  ];

  expect(readChildLines(wrong.join('\n'), 'un')).toEqual({ children: [], wrong });
  expect(readChildLines('A;x@example.org;un-c\nB;x@example.org;un-c', 'un').wrong).toEqual([
    'B;x@example.org;un-c',
  ]);
});
