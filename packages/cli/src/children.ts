import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { claim, endProcess, livingClaim } from '@tessera/db/processes.server.ts';
import { inProject, ROOT } from './project.ts';
import { writeLine } from './step.ts';

export type Child = {
  name: string;
  /** Settles when the process has ended, with words for how. */
  ended: Promise<string>;
  stop: () => Promise<void>;
};

/**
 * Milliseconds that a process gets to finish what it is doing. The web gives running requests nine seconds, a worker gives
 * its jobs ten; both end by themselves within this time, and whoever stops them waits as long.
 */
const patience = 15_000;

/**
 * Starts a long-running process of the project. Its lines appear with its name in front. It ends when this process
 * ends, however that happens.
 * @param args what Node runs: options, file, arguments
 * @param home folder in which the process id is kept, so that a later start can end what was left behind
 * @param log file that gets the lines instead of the terminal
 */
export async function startChild(
  name: string,
  args: string[],
  { home, env, log }: { home: string; env: NodeJS.ProcessEnv; log?: string },
): Promise<Child> {
  await endLeftover(home, name);
  const guard = pathToFileURL(inProject('packages/cli/src/end-with-parent.mjs')).href;
  const child = spawn(process.execPath, ['--import', guard, ...args], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  if (child.pid) claim(pidFile(home, name), child.pid);
  for (const stream of [child.stdout, child.stderr]) if (stream) prefixLines(stream, name, log);
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ? `ended by ${signal}` : `ended with code ${code}`));
  });
  const stop = async () => {
    await stopChild(child, ended);
    rmSync(pidFile(home, name), { force: true });
  };
  return { name, ended, stop };
}

/** Ends a process that an earlier, killed command left behind. Touches nothing that is not provably ours. */
export async function endLeftover(home: string, name: string): Promise<void> {
  const pid = livingClaim(pidFile(home, name));
  if (pid !== undefined) await endProcess(pid, patience);
  rmSync(pidFile(home, name), { force: true });
}

/** Waits until the web server answers that it is ready. */
export async function untilReady(url: string, web: Child, seconds = 60): Promise<void> {
  let ended: string | undefined;
  void web.ended.then((words) => (ended = words));
  const deadline = Date.now() + seconds * 1000;
  while (ended === undefined && Date.now() < deadline) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(ended ? `The web server ${ended}.` : `The web server is not ready after ${seconds} s.`);
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const late = new AbortController();
  const isOver = await Promise.race([
    ended.then(() => true),
    wait(patience, false, { signal: late.signal }).catch(() => true),
  ]);
  late.abort();
  try {
    // The whole group: nothing that the child started may stay.
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing stayed.
  }
  if (!isOver) await ended;
}

function prefixLines(stream: NodeJS.ReadableStream, name: string, log: string | undefined): void {
  createInterface({ input: stream }).on('line', (line) => {
    const text = `${name.padEnd(6)} | ${line}`;
    if (log) appendFileSync(log, `${text}\n`);
    else writeLine(text);
  });
}

function pidFile(home: string, name: string): string {
  return `${home}/run/${name}.json`;
}
