import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the queue can live, for tests that say the same of both. */
export const backends = ['PostgreSQL', 'Redis'] as const;

export type Redis = {
  url: string;
  start(): void;
  /** Ends the server and waits until it is gone; what it took stays on disk. */
  stop(): Promise<void>;
  remove(): Promise<void>;
};

/** Whether the server and the package that speaks with it are here. With `REQUIRE_ALL=1` they have to be. */
export function hasRedis(): boolean {
  if (process.env.REQUIRE_ALL === '1') return true;
  if (spawnSync('redis-server', ['--version']).error) return false;
  try {
    createRequire(createRequire(import.meta.url).resolve('bullmq')).resolve('ioredis');
    return true;
  } catch {
    return false;
  }
}

/** A Redis of its own that is running, kept as in production. */
export async function openRedis(): Promise<Redis> {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'tessera-redis-'));
  const kept = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'];
  let server: ChildProcess | undefined;
  const start = () => {
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, ...kept], {
      stdio: 'ignore',
    });
  };
  const stop = async () => {
    const ended = new Promise((done) => server?.once('exit', done));
    server?.kill('SIGKILL');
    await ended;
  };
  const end = () => server?.kill('SIGKILL');
  process.once('exit', end);
  start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    remove: async () => {
      process.off('exit', end);
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => found(port));
    });
  });
}
