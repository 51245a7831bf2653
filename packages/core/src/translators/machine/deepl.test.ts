import { afterAll, beforeAll, expect, test } from 'vitest';
import { deeplTranslator } from './deepl.server.ts';
import { openDeeplDouble } from './double.server.ts';
import { MachineError } from './port.ts';

let double: Awaited<ReturnType<typeof openDeeplDouble>>;
beforeAll(async () => {
  double = await openDeeplDouble({ apiKey: 'key', limit: 200_000 });
});
afterAll(() => double.close());

const translator = (apiKey = 'key') => deeplTranslator({ apiKey, baseUrl: double.baseUrl, timeoutMs: 2000 });
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof MachineError ? [error.reason, error.isPassing] : error),
  );

test('texts come back in their order, lines and blanks as they were, and the account counts them', async () => {
  const before = await translator().usage();
  const texts = ['Unu\nDoi', ' ș < & ', 'a'];
  expect(await translator().translate({ texts, from: 'ro', to: 'en' })).toEqual([
    '[EN-GB] Unu\n[EN-GB] Doi',
    '[EN-GB]  ș < & ',
    '[EN-GB] a',
  ]);
  expect(await translator().usage()).toEqual({ used: before.used + texts.join('').length, limit: 200_000 });
});

test('many or long texts go in several requests that stay within the limits', async () => {
  const before = double.requests();
  const texts = [
    ...Array.from({ length: 60 }, (_, index) => `Text ${index}`),
    'x'.repeat(25_000),
    'y'.repeat(25_000),
  ];
  expect(await translator().translate({ texts, from: 'ro', to: 'hu' })).toEqual(
    texts.map((text) => `[HU] ${text}`),
  );
  expect(double.requests() - before).toBe(3);
});

test('what fails is told by what helps against it', async () => {
  const ask = (from = 'ro', to = 'hu') => failure(translator().translate({ texts: ['a'], from, to }));
  double.next(429, 503, 529, 456, 400);
  expect([await ask(), await ask(), await ask(), await ask(), await ask()]).toEqual([
    ['busy', true],
    ['unreachable', true],
    ['busy', true],
    ['exhausted', false],
    ['refused', false],
  ]);
  expect(await ask('ro', 'prs')).toEqual(['refused', false]);
  expect(await failure(translator('other').usage())).toEqual(['refused', false]);
  expect(
    await failure(translator().translate({ texts: ['x'.repeat(200_000)], from: 'ro', to: 'hu' })),
  ).toEqual(['exhausted', false]);
  const nobody = deeplTranslator({ apiKey: 'key', baseUrl: 'http://127.0.0.1:9' });
  expect(await failure(nobody.usage())).toEqual(['unreachable', true]);
});
