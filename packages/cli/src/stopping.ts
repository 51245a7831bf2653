import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

type Cleanup = () => Promise<void> | void;

const cleanups: Cleanup[] = [];
const commands = new Set<ChildProcess>();
let stopped: Promise<never> | undefined;
let patience = 9500;

/** Registers what must happen before the process ends. The last one registered goes first. */
export function beforeExit(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

/** Registers a command that is ended, with everything it started, before any clean-up. It leads its own group. */
export function endBeforeExit(command: ChildProcess): void {
  commands.add(command);
  command.once('close', () => commands.delete(command));
}

/** Stops everything this process started, says the last words, and ends. Repeated calls wait for the first. */
export function exit(code: number, lastWords?: string): Promise<never> {
  stopped ??= cleanUpAndExit(code, lastWords);
  return stopped;
}

/** True from the moment the process began to end. */
export function isStopping(): boolean {
  return stopped !== undefined;
}

/**
 * Makes every way of being ended an orderly one: Ctrl-C, kill, a closed terminal, a killed parent.
 * @param longest milliseconds until the process ends in any case
 */
export function stopOnSignals(codeOfStop: number, longest = patience): void {
  patience = longest;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void exit(codeOfStop));
  process.once('disconnect', () => void exit(codeOfStop));
  process.channel?.unref();
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => void exit(codeOfStop));
}

async function cleanUpAndExit(code: number, lastWords: string | undefined): Promise<never> {
  const deadline = setTimeout(() => process.exit(code || 1), patience);
  await endCommands();
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
  clearTimeout(deadline);
  if (lastWords) console.log(lastWords);
  process.exit(code);
}

async function endCommands(): Promise<void> {
  const groups = [...commands].flatMap(({ pid }) => pid ?? []);
  for (const pid of groups) signal(pid, 'SIGTERM');
  for (let waited = 0; commands.size > 0 && waited < 2000; waited += 20) await wait(20);
  for (const pid of groups) signal(pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // It ended in between.
  }
}
