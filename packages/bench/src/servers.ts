import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { buildPages } from '@tessera/cli/build.ts';
import { freePort } from '@tessera/cli/ports.ts';
import { bin, hashOf, inProject, ROOT } from '@tessera/cli/project.ts';
import { runOrFail, webArgs } from '@tessera/cli/run.ts';
import { embeddedSettings } from '@tessera/cli/settings.ts';
import { HOME, type Place } from './place.ts';

export type Server = {
  origin: string;
  pid: number;
  startedAt: number;
  /** How many modules it has loaded so far; it has to be started so that it counts them. */
  modules: () => Promise<number>;
  stop: () => Promise<void>;
};

// The product looks for its build below the folder in which it is started.
const PRODUCT = join(HOME, 'product');
const GUARD = pathToFileURL(inProject('packages/cli/src/end-with-parent.mjs')).href;
const COUNTER = pathToFileURL(inProject('packages/bench/src/count-modules.mjs')).href;

/** The product's web server, as production starts it. With `isProfiled` it leaves a CPU profile. */
export async function startProduct(
  place: Place,
  { isProfiled = false, isCounted = false } = {},
): Promise<Server> {
  const port = await freePort();
  const env = embeddedSettings(place.urls, { data: HOME, port, secret: place.appSecret });
  const profile = isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${join(HOME, 'profiles')}`] : [];
  const counter = isCounted ? ['--import', COUNTER] : [];
  const args = [...profile, ...counter, ...webArgs()];
  return start('product', args, port, env, PRODUCT);
}

/** The built product, as the server of the benchmark reads it. */
export const productBuild = join(PRODUCT, 'build/server/index.js');

/** Builds the pages and keeps a copy, so that another build during the run changes nothing here. */
export async function buildProduct(): Promise<void> {
  await buildPages();
  rmSync(PRODUCT, { recursive: true, force: true });
  cpSync(inProject('build'), join(PRODUCT, 'build'), { recursive: true });
}

/** M: bare Remix with the same pages. @param answers file with what its loaders say */
export async function startBare(answers: string): Promise<Server> {
  const port = await freePort();
  const build = join(HOME, 'm/server/index.js');
  const args = [inProject('packages/bench/m/server.ts'), build, answers, String(port)];
  return start('m', args, port, { ...process.env, NODE_ENV: 'production' }, ROOT);
}

/** L: the statements of each page in one message, and its tree by renderToString. */
export async function startFloor(place: Place, answers: string, messages: string): Promise<Server> {
  const port = await freePort();
  const build = join(HOME, 'm/server/index.js');
  const floor = inProject('packages/bench/m/floor.ts');
  const args = [floor, build, answers, String(port), messages];
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: place.urls.appUrl,
  };
  return start('l', args, port, env, ROOT);
}

/** Builds M unless its sources are unchanged. */
export async function buildBare(): Promise<void> {
  const sources = ['app', 'packages/bench/m', 'packages/i18n', 'packages/paths', 'package-lock.json'];
  const version = hashOf(sources);
  const stamp = join(HOME, 'm/.sources');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return;
  await runOrFail(bin('remix'), ['vite:build', '--config', 'packages/bench/m/vite.config.ts'], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  writeFileSync(stamp, version);
}

/** Waits until an address answers with a page. */
export async function untilPage(origin: string, path: string, cookie?: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const headers = cookie ? { cookie } : undefined;
      const answer = await fetch(origin + path, { headers, redirect: 'manual' });
      await answer.arrayBuffer();
      if (answer.status === 200) return;
      last = answer.status;
    } catch (error) {
      last = error;
    }
    await wait(10);
  }
  throw new Error(`${path} does not come: ${String(last)}; see ${HOME}/*.log`);
}

async function start(
  name: string,
  args: string[],
  port: number,
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<Server> {
  const log = openSync(join(HOME, `${name}.log`), 'w');
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', GUARD, ...args], {
    cwd,
    env,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  if (child.pid === undefined) throw new Error(`${name} does not start`);
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid,
    startedAt,
    modules: () => modulesOf(child),
    stop: () => stop(child),
  };
}

async function modulesOf(child: ChildProcess): Promise<number> {
  const told = once(child, 'message', { signal: AbortSignal.timeout(10_000) });
  child.send('modules');
  const [count] = await told;
  return Number(count);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(late);
}
