import { expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, words }) => ({ same: words, gone: `[-${words}-]`, new: `[+${words}+]` })[kind])
    .join('');

test('what changed is told word by word', () => {
  expect(shown('Un curs bun', 'Un curs bun')).toBe('Un curs bun');
  expect(shown('Un curs bun', 'Un alt curs bun')).toBe('Un [+alt +]curs bun');
  expect(shown('Un curs foarte bun', 'Un curs bun')).toBe('Un curs [-foarte -]bun');
  expect(shown('', 'Nou')).toBe('[+Nou+]');
  expect(shown('Vechi', '')).toBe('[-Vechi-]');
});

test('both texts can be read from it, and one that is too long is shown as a whole', () => {
  const words = (count: number, step: number) =>
    Array.from({ length: count }, (_, index) => `w${(index * step) % 7}`).join(' ');
  for (const [before, after] of [
    [words(40, 3), words(50, 5)],
    [words(1200, 1), words(1200, 2)],
  ] as const) {
    const pieces = wordDiff(before, after);
    const read = (left: 'gone' | 'new') =>
      pieces.map(({ kind, words: each }) => (kind === left ? '' : each)).join('');
    expect(read('new').trim()).toBe(before);
    expect(read('gone').trim()).toBe(after);
  }
});
