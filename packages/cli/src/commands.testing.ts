import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { ROOT } from './project.ts';

export type Command = {
  pid: number;
  /** Everything it has printed so far. */
  output: () => string;
  /** Waits until it has printed these words. @throws with its output when it ends before */
  says: (words: string | RegExp) => Promise<void>;
  /** What Ctrl-C does: the whole group of processes hears of it, as from a terminal. */
  interrupt: () => void;
  terminate: () => void;
  /** Its exit code, as a shell would show it. */
  ended: Promise<number>;
};

type Settings = Record<string, string | undefined>;
type Options = { env: Settings; user?: { uid: number; gid: number } | undefined };

// Leads the group of the command and goes down after it. When the test is gone, the group hears what a closed terminal says.
const TERMINAL = `
  import { spawn } from 'node:child_process';
  const [command, ...args] = process.argv.slice(1);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
  process.on('disconnect', () => process.kill(-process.pid, 'SIGHUP'));
  process.channel.unref();
  const child = spawn(command, args, { stdio: 'inherit' });
  child.once('error', (error) => { console.log(error.message); process.exit(127); });
  child.once('exit', (code, signal) => process.exit(code ?? 128));`;

/** Starts a command as a person does in a terminal. It sees nothing of the test's own environment. */
export function inTerminal(command: string, args: string[], { env, user }: Options): Command {
  const terminal = ['--input-type=module', '-e', TERMINAL, '--', command, ...args];
  const child = spawn(process.execPath, terminal, {
    ...user,
    cwd: ROOT,
    env: { ...ordinary(), ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return watched(child, (signal) => process.kill(-(child.pid ?? 0), signal));
}

/** Starts a process of the project alone, as a service of an operating system does. */
export function asService(args: string[], env: Settings): Command {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...ordinary(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watched(child, (signal) => child.kill(signal));
}

/** Every process that works in a folder: by its settings, its command line or where it stands. */
export function processesIn(folder: string): number[] {
  const lines = process.platform === 'linux' ? linesOfProc() : linesOfPs();
  return lines.filter(([pid, line]) => pid !== process.pid && line.includes(folder)).map(([pid]) => pid);
}

/** Ends processes at once, whatever they do. */
export function killAll(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in between.
    }
  }
}

function watched(child: ChildProcess, send: (signal: NodeJS.Signals) => void): Command {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<number>((done) => {
    child.once('error', () => done(127));
    child.once('close', (code) => done(code ?? 128));
  });
  const says = (words: string | RegExp) =>
    new Promise<void>((done, fail) => {
      const look = () => {
        if (typeof words === 'string' ? output.includes(words) : words.test(output)) done();
      };
      child.stdout?.on('data', look);
      child.stderr?.on('data', look);
      look();
      void ended.then((code) => fail(new Error(`It ended with ${code} and never said ${words}:\n${output}`)));
    });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    says,
    interrupt: () => send('SIGINT'),
    terminate: () => send('SIGTERM'),
    ended,
  };
}

function ordinary(): NodeJS.ProcessEnv {
  const kept = /^(PATH|HOME|LANG|LC_.*|TMPDIR|USER|LOGNAME|SHELL|npm_config_.*)$/i;
  const settings = { ...process.env };
  for (const name of Object.keys(settings)) if (!kept.test(name)) delete settings[name];
  return settings;
}

function linesOfProc(): [pid: number, line: string][] {
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);
  return pids.map((pid) => {
    const texts = ['cmdline', 'environ'].map((name) => () => readFileSync(`/proc/${pid}/${name}`, 'utf8'));
    return [pid, [...texts, () => readlinkSync(`/proc/${pid}/cwd`)].map(orNothing).join('\0')];
  });
}

function linesOfPs(): [pid: number, line: string][] {
  const { stdout } = spawnSync('ps', ['-axwwE', '-o', 'pid=,command='], { encoding: 'utf8' });
  return stdout.split('\n').map((line) => [Number.parseInt(line, 10), line]);
}

// A process may have ended in between, and a zombie has no place to stand.
function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
