import { createServer } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freePort, webPort } from './ports.ts';

function use(port: string | undefined): Promise<number> {
  vi.stubEnv('PORT', port);
  onTestFinished(() => void vi.unstubAllEnvs());
  return webPort('demo');
}

/** Another program holds a port from this one on. */
async function takenFrom(first: number): Promise<number> {
  for (let port = first; port <= 65_535; port++) {
    const server = createServer();
    const isOpen = await new Promise<boolean>((done) => {
      server.once('error', () => done(false));
      server.listen(port, '127.0.0.1', () => done(true));
    });
    if (!isOpen) continue;
    onTestFinished(() => void server.close());
    return port;
  }
  throw new Error('no port is free');
}

test('a free port is taken as it is named', async () => {
  const port = await freePort();

  expect(await use(String(port))).toBe(port);
});

test.each([
  ['in the middle', 20_000],
  ['near the last one', 65_450],
])('who names a port %s that is taken reads of one that can be', async (_where, first) => {
  const port = await takenFrom(first);

  const words = await use(String(port)).catch(({ message }) => message);

  expect(words).toContain(`Port ${port} is taken by another program.`);
  const other = Number(/PORT=(\d+) npm run demo$/.exec(words)?.[1]);
  expect(other).not.toBe(port);
  expect(other).toBeGreaterThan(1023);
  expect(other).toBeLessThan(65_536);
});

test.each(['0', '65536', '70000', '-1', '80.5', 'http', '3000 4000'])('"%s" is not a port', async (port) => {
  await expect(use(port)).rejects.toThrow(`PORT=${port} is not a port. Name one from 1 to 65535.`);
});
