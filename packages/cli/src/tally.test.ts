import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countMissing, countOne, emptyTally, lastLines, sum } from './tally.ts';

const said: string[] = [];

beforeEach(() => {
  vi.stubEnv('REQUIRE_ALL', '');
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  said.length = 0;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('the last line sums up all parts, and what failed is repeated before it', () => {
  const unit = { passed: 40, failed: 1, skipped: 2, failures: ['seats.test.ts: a seat is lost\nexpected 1'] };
  const journeys = { ...emptyTally(), passed: 3 };

  const lines = lastLines(sum([unit, journeys])).split('\n');

  expect(lines.at(-1)).toBe('tests: 43 passed, 1 failed, 2 skipped');
  expect(lines.slice(0, 2)).toEqual(['FAILED   seats.test.ts: a seat is lost', 'expected 1']);
});

test('a long failure is cut; the line that sums up still stands at the end', () => {
  const failure = Array.from({ length: 300 }, (_, line) => `line ${line}`).join('\n');

  const lines = lastLines({ ...emptyTally(), failed: 1, failures: [failure] }).split('\n');

  expect(lines.length).toBeLessThan(40);
  expect(lines.at(-1)).toBe('tests: 0 passed, 1 failed, 0 skipped');
});

test('a check that fails says why and counts; it keeps no other from running', async () => {
  const failed = await countOne('types', () => Promise.reject(new Error('TS2322 in seats.ts')));
  const passed = await countOne('schema', () => Promise.resolve());

  expect(sum([failed, passed])).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
    failures: ['types\nTS2322 in seats.ts'],
  });
  expect(said.join('\n')).toMatch(/^FAILED {3}types \(.* s\)\nTS2322 in seats\.ts\n\npassed {3}schema/);
});

test('what needs a missing tool is skipped and named; where all tools must be there, it has failed', () => {
  const byHand = countMissing('journeys', 12, 'no Chromium was found.');
  vi.stubEnv('REQUIRE_ALL', '1');
  const inCheck = countMissing('journeys', 12, 'no Chromium was found.');

  expect([byHand.skipped, byHand.failed]).toEqual([12, 0]);
  expect([inCheck.skipped, inCheck.failed]).toEqual([0, 12]);
  expect(inCheck.failures).toEqual(['journeys (12): no Chromium was found.']);
  expect(said[0]).toBe('skipped  journeys (12): no Chromium was found.');
});
