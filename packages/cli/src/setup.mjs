/**
 * The first step of `npm run demo` and `npm test`: checks the machine, installs the packages when needed, then hands
 * over to main.ts on the Node version that the packages bring along. It uses nothing but Node 20.19 itself.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OWN_NODE = join(ROOT, 'node_modules', '.bin', 'node');

/** @type {import('node:child_process').ChildProcess | undefined} */
let current;
/** @type {NodeJS.Signals | undefined} */
let stopping;
let isInstalling = false;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => stop(signal));
stopWhenNpmIsGone();

const problem = problemOfThisMachine();
if (problem) leave(problem);
if (!isInstalled()) await install();
const node = chooseNode();
if (!node)
  leave('The packages are there, but their Node is not: allow install scripts and run "npm ci" again.');
process.exitCode = await run(
  node,
  ['--import', 'tsx', join(ROOT, 'packages/cli/src/main.ts'), ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  },
);

function problemOfThisMachine() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return `Node ${process.versions.node} is too old. Install Node 20.19 or later from https://nodejs.org, then try again.`;
  }
  if (process.platform === 'darwin') return undefined;
  if (process.platform !== 'linux')
    return 'Tessera runs on Linux and macOS. On Windows, use WSL with Debian or Ubuntu.';
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  if (!report.header.glibcVersionRuntime) {
    return 'This Linux has no glibc (Alpine?). Use one that has: Debian, Ubuntu, Fedora and most others.';
  }
  return undefined;
}

/** npm writes its own list last, after all install scripts: if it holds what the lock names, the install is whole. */
function isInstalled() {
  const lock = readPackages(join(ROOT, 'package-lock.json'));
  const installed = readPackages(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!lock || !installed) return false;
  return Object.entries(lock).every(
    ([path, entry]) =>
      !path.includes('node_modules/') ||
      entry.optional ||
      entry.devOptional ||
      installed[path]?.version === entry.version,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function install() {
  const began = Date.now();
  process.stdout.write('Packages (npm ci, one or two minutes the first time) ... ');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  /** @type {Buffer[]} */
  const output = [];
  isInstalling = true;
  const code = await run(npm ? systemNode() : 'npm', npm ? [npm, ...args] : args, {
    cwd: ROOT,
    env: { ...process.env, PATH: pathWithoutPackages() },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    onOutput: (chunk) => output.push(chunk),
  });
  isInstalling = false;
  if (stopping) process.exit(130);
  if (code !== 0)
    leave(`failed\n\n${Buffer.concat(output).toString().trim()}\n\nThe packages could not be installed.`);
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

/** While npm replaces node_modules, nothing may run from inside it. */
function pathWithoutPackages() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => !resolve(folder).startsWith(join(ROOT, 'node_modules'))).join(delimiter);
}

function systemNode() {
  if (!process.execPath.startsWith(join(ROOT, 'node_modules'))) return process.execPath;
  const folders = pathWithoutPackages().split(delimiter);
  return folders.map((folder) => join(folder, 'node')).find((file) => existsSync(file)) ?? process.execPath;
}

function chooseNode() {
  const answer = spawnSync(OWN_NODE, ['--version'], { encoding: 'utf8' });
  if (/^v2[4-9]\./.test(answer.stdout ?? '')) return OWN_NODE;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onOutput?: (chunk: Buffer) => void }} options
 * @returns {Promise<number>}
 */
function run(command, args, { onOutput, ...options }) {
  return new Promise((done) => {
    if (stopping) return done(130);
    current = spawn(command, args, options);
    if (onOutput) for (const stream of [current.stdout, current.stderr]) stream?.on('data', onOutput);
    current.once('error', () => done(127));
    current.once('close', (code, signal) => done(code ?? (signal ? 130 : 1)));
  });
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  const isFirst = stopping === undefined;
  stopping ??= signal;
  if (!isInstalling) current?.kill(signal);
  else if (isFirst) endInstall();
}

/** npm takes long to give up. What it leaves half-made is recognised, and made anew the next time. */
function endInstall() {
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), 3000).unref();
}

/** @param {NodeJS.Signals} signal */
function signalGroup(signal) {
  try {
    if (current?.pid) process.kill(-current.pid, signal);
  } catch {
    // It ended in between.
  }
}

/** A killed npm cannot pass on a signal. Without this the demo would go on with nobody to stop it. */
function stopWhenNpmIsGone() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop('SIGTERM'), 1000).unref();
}

/** @param {string} words @returns {never} */
function leave(words) {
  console.error(words);
  process.exit(1);
}
