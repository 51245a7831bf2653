import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clamdAt, scanned } from './clamd.server.ts';
import { clamdServer, eicar } from './clamd.testing.server.ts';

test('a file is shown in pieces, by port and by socket, and the verdict is read', async () => {
  const path = join(tmpdir(), `clamd-${process.pid}.sock`);
  for (const server of [await clamdServer(0), await clamdServer(path)]) {
    const at = server.address();
    const clamd = clamdAt(typeof at === 'string' ? at : `tcp://localhost:${(at as AddressInfo).port}`);
    expect(await scanned(clamd, Buffer.from('nothing'))).toBe('clean');
    expect(await scanned(clamd, Buffer.alloc(1_000_000, 65))).toBe('clean');
    expect(await scanned(clamd, Buffer.concat([Buffer.alloc(65_530), Buffer.from(eicar)]))).toBe('infected');
    server.close();
  }
});

test('a scanner that is away, silent, or cannot say has not said that a file is clean', async () => {
  expect(await scanned({ host: '127.0.0.1', port: 1 }, Buffer.from('x'))).toBe('unknown');
  const small = await clamdServer(0, 1000);
  const { port } = small.address() as AddressInfo;
  expect(await scanned({ host: 'localhost', port }, Buffer.alloc(5000))).toBe('unknown');
  small.close();
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const at = { host: '127.0.0.1', port: (silent.address() as AddressInfo).port };
  expect(await scanned(at, Buffer.from('x'), 200)).toBe('unknown');
  silent.close();
  expect(clamdAt('unix:/run/clamd.sock')).toEqual({ path: '/run/clamd.sock' });
  expect(() => clamdAt('http://localhost')).toThrow();
});
