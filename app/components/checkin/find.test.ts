import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findPeople, looksLikeCode, withWaiting } from './find.ts';

const person = (name: string, institution: string, code: string) => ({
  seatId: name,
  hash: createHash('sha256').update(code).digest('hex'),
  name,
  institution,
  sessionIds: [],
});
const people = [
  person('Ștefan Țuțu', 'Band', 'ABCDEFGHJKMN'),
  person('Őri Ágnes', 'Band', '0123456789AB'),
  person('Стефан Попов', 'Русе', 'ZZZZZZZZZZZZ'),
];
const found = async (text: string) => (await findPeople(text, people)).map(({ name }) => name);

test('a code is found however it is typed, and never by a piece of it', async () => {
  expect(await found('abcd-efgh jkmn')).toEqual(['Ștefan Țuțu']);
  expect(await found('O1234-56789-ab')).toEqual(['Őri Ágnes']);
  expect(await found('ABCD')).toEqual([]);
  expect(looksLikeCode('https://example.org')).toBe(false);
});

test('names are found without their marks, in any order, in any alphabet; several are several', async () => {
  expect(await found('tutu stefan')).toEqual(['Ștefan Țuțu']);
  expect(await found('ori')).toEqual(['Őri Ágnes']);
  expect(await found('стефан')).toEqual(['Стефан Попов']);
  expect(await found('band')).toEqual(['Ștefan Țuțu', 'Őri Ágnes']);
  expect(await found('  ')).toEqual([]);
});

test('what waits on the device is shown as done, an undo as well, the last one counting', () => {
  const scan = (seatId: string, kind: 'in' | 'undo') => ({ seatId, sessionId: 'am', kind });

  const shown = withWaiting(people, [
    scan('Ștefan Țuțu', 'in'),
    scan('Őri Ágnes', 'in'),
    scan('Őri Ágnes', 'undo'),
  ]);

  expect(shown.map(({ sessionIds }) => sessionIds)).toEqual([['am'], [], []]);
});
