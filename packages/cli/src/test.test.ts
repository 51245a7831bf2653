import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { asService, inTerminal } from './commands.testing.ts';
import { inProject } from './project.ts';

// The command itself, with tests that are none of the project's.

const folder = mkdtempSync(join(tmpdir(), 'tessera-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a test that fails makes the command fail; the last line counts, and says which before it', async () => {
  const { code, lines } = await npmTest({
    'good.test.ts': `test('two and two', () => expect(2 + 2).toBe(4));`,
    'bad.test.ts': `test('two and three', () => expect(2 + 3).toBe(4));`,
  });

  expect(code).toBe(1);
  expect(lines.at(-1)).toBe('tests: 1 passed, 1 failed, 0 skipped');
  expect(lines.filter((line) => line.startsWith('FAILED '))).toEqual([
    expect.stringContaining('bad.test.ts: two and three'),
  ]);
}, 120_000);

test('when all pass, so does the command', async () => {
  const { code, lines } = await npmTest({
    'good.test.ts': `test('two and two', () => expect(2 + 2).toBe(4)); test.skip('later', () => {});`,
  });

  expect(code).toBe(0);
  expect(lines.at(-1)).toBe('tests: 1 passed, 0 failed, 1 skipped');
}, 120_000);

test('a file that cannot even be read is a failure as well', async () => {
  const { code, lines } = await npmTest({ 'broken.test.ts': `import './no-such-file.ts';` });

  expect(code).toBe(1);
  expect(lines.at(-1)).toBe('tests: 0 passed, 1 failed, 0 skipped');
}, 120_000);

test('a word that names no part says which there are', async () => {
  const command = inTerminal('npm', ['test', '--', '--only', 'everything'], { env: {} });

  expect(await command.ended).toBe(1);
  expect(command.output()).toContain('--only takes one of: check, unit, e2e');
}, 120_000);

test('without any browser, and no way to install one, it is said what to do', async () => {
  const programs = mkdtempSync(join(folder, 'bin-'));
  symlinkSync(process.execPath, join(programs, 'node'));
  const script = `
    const { runJourneys } = await import('./packages/cli/src/journeys.ts');
    console.log(JSON.stringify(await runJourneys({}, 'nobody', [])));`;

  const command = asService(['--import', 'tsx', '--input-type=module', '-e', script], {
    PATH: programs,
    PLAYWRIGHT_BROWSERS_PATH: join(programs, 'browsers'),
    // Nobody listens there: the installation fails, as without a network.
    PLAYWRIGHT_DOWNLOAD_HOST: 'http://127.0.0.1:9',
  });

  expect(await command.ended).toBe(0);
  const lines = command.output().trim().split('\n');
  expect(lines[0]).toBe('No Chromium found; installing one ...');
  expect(command.output()).toMatch(
    /skipped {2}journeys in a browser \(\d\d+\): no Chromium was found\. Install chromium or Google Chrome, or name its file in CHROMIUM\./,
  );
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ passed: 0, failed: 0, failures: [] });
}, 120_000);

test('a file that CHROMIUM names and that is not there is named', async () => {
  const script = `
    const { findBrowser } = await import('./packages/cli/src/browser.ts');
    console.log(String(await findBrowser()));`;

  const command = asService(['--import', 'tsx', '--input-type=module', '-e', script], {
    CHROMIUM: join(folder, 'no-chromium'),
  });

  expect(await command.ended).toBe(0);
  expect(command.output().trim().split('\n')).toEqual([
    `CHROMIUM names a file that is not there: ${join(folder, 'no-chromium')}`,
    'undefined',
  ]);
}, 120_000);

/** Runs `npm run unit` on files that stand outside of the project. */
async function npmTest(files: Record<string, string>): Promise<{ code: number; lines: string[] }> {
  const place = mkdtempSync(join(folder, 'tests-'));
  mkdirSync(join(place, 'tests'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, 'tests', name), text);
  const config = { test: { globals: true, dir: join(place, 'tests'), include: ['**/*.test.ts'] } };
  const configFile = join(place, 'vitest.config.mjs');
  writeFileSync(configFile, `export default ${JSON.stringify(config)};`);
  const main = inProject('packages/cli/src/main.ts');
  const command = asService(['--import', 'tsx', main, 'test', '--only', 'unit', '--config', configFile], {});
  const code = await command.ended;
  return { code, lines: command.output().trim().split('\n') };
}
