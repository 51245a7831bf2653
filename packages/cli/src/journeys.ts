import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cloneDatabase, type ServerAccess } from '@tessera/db/template.server.ts';
import { TEST_HOME } from '@tessera/db/testing.server.ts';
import { DEMO_SECRET } from '@tessera/env/env.server.ts';
import { findBrowser } from './browser.ts';
import { freePort } from './ports.ts';
import { bin, inProject } from './project.ts';
import { run } from './run.ts';
import { startServices } from './serve.ts';
import { embeddedSettings } from './settings.ts';
import { beforeExit } from './stopping.ts';
import { countMissing, countOne, sum, type Tally } from './tally.ts';

const REPORT = join(TEST_HOME, 'playwright.json');

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** Whether there are journeys to run. */
export function hasJourneys(): boolean {
  if (!existsSync(inProject('e2e'))) return false;
  return readdirSync(inProject('e2e'), { recursive: true }).some((name) => String(name).endsWith('.spec.ts'));
}

/** Runs the journeys in a real browser against a production server with a database of its own. */
export async function runJourneys(access: ServerAccess, testRun: string, args: string[]): Promise<Tally> {
  const browser = await findBrowser();
  if (!browser) return countMissing('journeys in a browser', await countJourneys(), ADVICE);
  let url = '';
  const started = await countOne('web and worker start', async () => {
    url = await startProduct(access, testRun);
  });
  if (started.failed > 0) return started;
  return sum([started, await runPlaywright({ CHROMIUM: browser, E2E_URL: url }, args)]);
}

const ADVICE = 'no Chromium was found. Install chromium or Google Chrome, or name its file in CHROMIUM.';

async function startProduct(access: ServerAccess, testRun: string): Promise<string> {
  const urls = await cloneDatabase(access, `e2e_${testRun}`);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = { data: access.data, port, secret: 'a-secret-that-only-the-tests-of-this-run-use' };
  // The seals of the demo networks were made with the template.
  const env = {
    ...embeddedSettings(urls, settings),
    APP_URL: url,
    SEAL_KEY: DEMO_SECRET,
    // A journey starts a provider of accounts beside the product.
    OWN_ACCOUNTS_LOOPBACK: '1',
  };
  // A folder of its own: two runs side by side must not end each other's services.
  const home = join(TEST_HOME, `services-${testRun}`);
  beforeExit(() => rmSync(home, { recursive: true, force: true }));
  await startServices({
    home,
    env,
    url: `http://127.0.0.1:${port}`,
    log: join(TEST_HOME, 'server.log'),
  });
  return url;
}

async function runPlaywright(settings: Record<string, string>, args: string[]): Promise<Tally> {
  rmSync(REPORT, { force: true });
  const { code } = await run(bin('playwright'), ['test', '--reporter=list,json', ...args], {
    env: { ...process.env, ...settings, PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT },
    onOutput: (text) => process.stdout.write(text),
  });
  const { stats, errors } = readReport();
  const failed = stats.unexpected + errors.length;
  if (stats.flaky > 0)
    console.log(`${stats.flaky} journeys passed at the second try only; they are named above.`);
  return {
    passed: stats.expected + stats.flaky,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: stats.skipped,
    // Playwright itself tells them at its end.
    failures: [],
  };
}

async function countJourneys(): Promise<number> {
  const { output } = await run(bin('playwright'), ['test', '--list']);
  return Number(output.match(/Total: (\d+) test/)?.[1] ?? 1);
}

function readReport(): PlaywrightReport {
  if (existsSync(REPORT)) return JSON.parse(readFileSync(REPORT, 'utf8')) as PlaywrightReport;
  return { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };
}
