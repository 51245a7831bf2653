import { Agent, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dropForwardedHeaders,
  dropUnreadBodies,
  refuseForeignWrites,
  refuseMalformed,
  refuseUnusableBodies,
} from './guards.server.ts';

const app = express();
app.use(
  dropForwardedHeaders(0),
  refuseMalformed,
  dropUnreadBodies,
  refuseForeignWrites,
  refuseUnusableBodies,
);
app.post('/early', (req, res) => {
  // As the framework does it: the first piece arrives, and nobody asks for the next.
  req.once('data', () => {
    req.pause();
    res.send('early');
  });
});
app.all('*', (_req, res) => void res.send('through'));
const server = app.listen(0, '127.0.0.1');
let host = '';

beforeAll(() => {
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

test.each([
  ['from a page of this site', { 'Sec-Fetch-Site': 'same-origin' }, 200],
  ['from the address bar', { 'Sec-Fetch-Site': 'none' }, 200],
  ['from another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['from another address of the same site', { 'Sec-Fetch-Site': 'same-site' }, 403],
  ['from an older browser on another site', { Origin: 'https://evil.example' }, 403],
  ['from a page without an address', { Origin: 'null' }, 403],
  [
    'from another site that claims to be forwarded',
    { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' },
    403,
  ],
  ['from no browser', {}, 200],
])('a form sent %s', async (_where, headers, status) => {
  const answer = await fetch(`http://${host}/`, {
    method: 'POST',
    body: 'a=1',
    headers: { ...form, ...headers },
  });

  expect(answer.status).toBe(status);
});

test('a form of an older browser on this site goes through', async () => {
  const answer = await fetch(`http://${host}/`, {
    method: 'POST',
    body: 'a=1',
    headers: { ...form, Origin: `http://${host}` },
  });

  expect(answer.status).toBe(200);
});

test.each([
  ['POST / HTTP/1.1', ['Content-Type: application/json', 'Content-Length: 1'], 415],
  ['POST / HTTP/1.1', ['Content-Type: multipart/form-data', 'Content-Length: 1'], 415],
  ['POST / HTTP/1.1', ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 1000001'], 413],
  [
    'POST /n/un/library/a/uploads HTTP/1.1',
    ['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 2147483648'],
    413,
  ],
  ['POST / HTTP/1.1', ['Content-Type: application/x-www-form-urlencoded', 'Transfer-Encoding: chunked'], 411],
  ['GET /%E0%A4%A HTTP/1.1', [], 400],
  ['GET /a%00b HTTP/1.1', [], 400],
  ['GET /?q=%00 HTTP/1.1', [], 400],
  ['GET //evil.example HTTP/1.1', [], 404],
  ['PROPFIND / HTTP/1.1', [], 405],
  ['GET /?q=%E0%A4%A HTTP/1.1', [], 200],
])('%s with %j', async (line, headers, status) => {
  const answer = await raw(
    `${line}\r\nHost: ${host}\r\n${headers.map((each) => `${each}\r\n`).join('')}Connection: close\r\n\r\n`,
  );

  expect(Number(answer.split(' ')[1])).toBe(status);
  expect(answer).not.toMatch(/\bat .*\.(ts|js):\d+/);
});

function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(host.split(':')[1]), '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
      socket.end();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

test('an answer that did not wait for the whole form leaves the connection usable', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const port = Number(host.split(':')[1]);
  const send = (path: string, body: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { ...form, 'Content-Length': body.length };
      request({ agent, port, host: '127.0.0.1', path, method: 'POST', headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode));
      })
        .once('error', reject)
        .end(body);
    });

  const statuses = [await send('/early', 'a'.repeat(900_000)), await send('/', 'a=1')];

  expect(statuses).toEqual([200, 200]);
  agent.destroy();
});
