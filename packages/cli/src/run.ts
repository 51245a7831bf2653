import { spawn } from 'node:child_process';
import { inProject, ROOT } from './project.ts';
import { endBeforeExit, exit, isStopping } from './stopping.ts';

export type Outcome = { code: number; output: string };

/**
 * Runs a command to its end and answers its exit code and everything it printed.
 * Once the process is being stopped, nothing new is begun and nothing is answered any more.
 */
export function run(
  command: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv; onOutput?: (text: string) => void } = {},
): Promise<Outcome> {
  if (isStopping()) return exit(1);
  return new Promise((done, fail) => {
    const env = { ...(options.env ?? process.env), CHECKPOINT_DISABLE: '1' };
    // In its own group: Ctrl-C reaches it only through us, and its own children end with it.
    const child = spawn(command, args, { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    endBeforeExit(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        options.onOutput?.(text);
      });
    }
    child.once('error', fail);
    child.once('close', (code) => {
      if (!isStopping()) done({ code: code ?? 1, output });
    });
  });
}

/** Like `run`, and throws with the last lines of the output when the command fails. */
export async function runOrFail(
  command: string,
  args: string[],
  options?: Parameters<typeof run>[2],
): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  throw new CommandError(output.trim().split('\n').slice(-40).join('\n') || `${command} failed (${code})`);
}

/** Thrown with words for the person who started the command; printed without a stack. */
export class CommandError extends Error {}

/** Runs a TypeScript file of the project, as `run` does. */
export function nodeArgs(file: string, ...args: string[]): string[] {
  return ['--import', 'tsx', file, ...args];
}

/**
 * What Node runs for the web server. Node itself takes the types away: a loader of modules would read the built pages as
 * well, and keep their text and its map in memory, four times as much as all else that the process holds.
 */
export function webArgs(): string[] {
  return [inProject('app/server/express.ts')];
}
