import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { bin } from './project.ts';
import { run } from './run.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The path of a Chromium for the tests; installs one if there is a way. Undefined when there is none. */
export async function findBrowser(): Promise<string | undefined> {
  const named = process.env.CHROMIUM;
  if (!named) return present() ?? (await installed());
  if (existsSync(named)) return named;
  console.log(`CHROMIUM names a file that is not there: ${named}`);
  return undefined;
}

function present(): string | undefined {
  const onPath = NAMES.flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  );
  return [...onPath, ON_MAC, chromium.executablePath()].find((file) => file && existsSync(file));
}

async function installed(): Promise<string | undefined> {
  console.log('No Chromium found; installing one ...');
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-y', '-q', 'chromium'], { env });
    const packaged = present();
    if (packaged) return packaged;
  }
  await run(bin('playwright'), ['install', 'chromium']);
  return present();
}
