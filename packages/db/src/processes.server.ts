import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

type Claim = { pid: number; birth: string };

/** Writes "this process is mine" into a file: the pid together with the moment the process began. */
export function claim(file: string, pid: number = process.pid): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ pid, birth: birthOf(pid) ?? '' }));
}

/** The pid that a claim names, if that very process still lives. A reused pid or a zombie does not count. */
export function livingClaim(file: string): number | undefined {
  const found = readClaim(file);
  return found && found.birth !== '' && birthOf(found.pid) === found.birth ? found.pid : undefined;
}

/** The command line of a living process; undefined when there is none (a zombie has none either). */
export function commandLine(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'command=');
  return readText(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() || undefined;
}

/** Ends one process: asks first, insists after `patience` milliseconds. Answers when it is gone. */
export async function endProcess(pid: number, patience = 3000): Promise<void> {
  const birth = birthOf(pid);
  if (birth === undefined) return;
  signal(pid, 'SIGTERM');
  for (let waited = 0; birthOf(pid) === birth; waited += 50) {
    if (waited >= patience) signal(pid, 'SIGKILL');
    if (waited > patience + 2000) throw new Error(`Process ${pid} does not end.`);
    await wait(50);
  }
}

/**
 * Runs `work` while no other process of this project runs anything under the same file.
 * A lock left behind by a killed process is taken over.
 * @param minutes how long the others may take
 */
export async function withFileLock<Result>(
  file: string,
  work: () => Promise<Result>,
  minutes = 2,
): Promise<Result> {
  for (let waited = 0; !tryLock(file); waited += 100) {
    if (livingClaim(file) === undefined) setAside(file);
    if (waited > minutes * 60_000)
      throw new Error(`Another process holds ${file} for more than ${minutes} minutes.`);
    await wait(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  claim(draft);
  try {
    // A link is made with its content or not at all, and only by one.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (existsSync(file)) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a dead lock; puts it back when another process took it at the same moment. */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
    if (livingClaim(aside) !== undefined) linkSync(aside, file);
  } catch {
    // Another process was faster.
  }
  rmSync(aside, { force: true });
}

function readClaim(file: string): Claim | undefined {
  try {
    const value: unknown = JSON.parse(readText(file) ?? 'null');
    return isClaim(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isClaim(value: unknown): value is Claim {
  return typeof value === 'object' && value !== null && 'pid' in value && 'birth' in value;
}

/** When a process began: together with the pid it names a process for good. */
function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  const stat = readText(`/proc/${pid}/stat`);
  // The name of the program stands in brackets and may hold spaces: count from behind the last one.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function ps(pid: number, column: string): string | undefined {
  const answer = spawnSync('ps', ['-ww', '-o', column, '-p', String(pid)], { encoding: 'utf8' });
  return answer.stdout?.trim() || undefined;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in between.
  }
}
