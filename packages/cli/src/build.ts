import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { withFileLock } from '@tessera/db/processes.server.ts';
import { bin, hashOf, inProject } from './project.ts';
import { runOrFail } from './run.ts';

const LOCK = 'package-lock.json';
const PAGES = [
  'app',
  'emails',
  'packages',
  'prisma/schema',
  'public',
  'vite.config.ts',
  'tsconfig.json',
  LOCK,
];

/** Generates the database client unless the schema is unchanged since the last time. */
export async function generateClient(): Promise<string> {
  return unlessUnchanged('packages/db/src/generated', ['prisma/schema', LOCK], () =>
    runOrFail(bin('prisma'), ['generate']),
  );
}

/** Builds the pages unless their sources are unchanged since the last time. */
export async function buildPages(): Promise<string> {
  return unlessUnchanged('build', PAGES, () =>
    runOrFail(bin('remix'), ['vite:build'], { env: { ...process.env, NODE_ENV: 'production' } }),
  );
}

/**
 * The result carries the hash of its sources; one that was only half made carries none. A demo beside tests, or two parts of
 * the tests, make it once: the second one waits and takes it.
 */
async function unlessUnchanged(
  folder: string,
  sources: string[],
  make: () => Promise<unknown>,
): Promise<string> {
  const stamp = inProject(folder, '.sources');
  const version = hashOf(sources);
  const isMade = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === version;
  if (isMade()) return 'unchanged';
  const lock = inProject('.tessera', `${basename(folder)}.lock`);
  const work = async () => {
    if (isMade()) return 'unchanged';
    await make();
    writeFileSync(stamp, version);
    return '';
  };
  return withFileLock(lock, work, 10);
}
