import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { identify, securityHeaders } from './headers.server.ts';

async function headersOf(...requested: string[]) {
  const app = express();
  app.use(identify, securityHeaders({ isHttps: true, isDevelopment: false }));
  app.use((_req, res) => void res.end());
  const server = createServer(app);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const answers = await Promise.all(
    requested.map(async (path) => {
      const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
      const policy = headers.get('content-security-policy') ?? '';
      return [/frame-ancestors ([^;]*)/.exec(policy)?.[1], headers.get('x-frame-options')];
    }),
  );
  await new Promise((closed) => server.close(closed));
  return answers;
}

test('other sites may put one page into a frame and no other', async () => {
  const [widget, ...others] = await headersOf(
    '/n/un/widget/trainings?number=3',
    '/',
    '/n/un/trainings',
    '/n/un/settings/widget',
    '/n/un/widget/trainings/edit',
    '/n/un/x/widget/trainings',
    '/trainings?x=/n/un/widget/trainings',
  );

  expect(widget).toEqual(['*', null]);
  for (const other of others) expect(other).toEqual(["'none'", 'DENY']);
});
