import { expect, test } from 'vitest';
import { openTurns } from './in-turn.ts';

test('one begins when the one before has ended, in the order of asking, and gets its own answer', async () => {
  const inTurn = openTurns();
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} begins`);
    await new Promise(setImmediate);
    steps.push(`${name} ends`);
    return name;
  };

  expect(await Promise.all([inTurn(work('a')), inTurn(work('b')), inTurn(work('c'))])).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('one that fails tells whoever asked, and the next one has its turn', async () => {
  const inTurn = openTurns();
  const failing = inTurn(() => Promise.reject(new Error('broken')));

  const next = inTurn(async () => 'next');

  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('next');
});
