import { expect, test } from 'vitest';
import { partsOf } from './marks.ts';

test('words stand out whatever their case and marks, and nothing is lost', () => {
  const text = 'Pierderea locuinței: primii pași';
  const hits = (query: string) =>
    partsOf(text, query)
      .filter(({ isHit }) => isHit)
      .map(({ words }) => words);

  expect(hits('LOCUINTEI pasi')).toEqual(['locuinței', 'pași']);
  expect(hits('x')).toEqual([]);
  expect(hits('')).toEqual([]);
  for (const query of ['pi', 'primii pasi', '(.*'])
    expect(
      partsOf(text, query)
        .map(({ words }) => words)
        .join(''),
    ).toBe(text);
});
