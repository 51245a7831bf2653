import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

// A mail server that speaks as much of Resend as batches need: 100 mails a request, 20 ms each, and every fiftieth
// request is refused, in turns with 429 and 500. It runs in a process of its own and is asked over its channel.

const PAUSE_MS = 20;
const REFUSED = 50;

type Refusal = { status: number; name: string };
const slower: Refusal = { status: 429, name: 'rate_limit_exceeded' };
const broken: Refusal = { status: 500, name: 'application_error' };

let requests = 0;
let accepted = 0;
let lastAt = 0;
const addresses = new Set<string>();
const known = new Map<string, string>();

const server = createServer(async (request, response) => {
  requests += 1;
  const turn = requests;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  await wait(PAUSE_MS);
  const end = (status: number, answer: string) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
  if (turn % REFUSED === 0) {
    const { status, name } = turn % (2 * REFUSED) === 0 ? broken : slower;
    end(status, JSON.stringify({ name, statusCode: status, message: 'later' }));
    return;
  }
  const key = String(request.headers['idempotency-key']);
  const answer = known.get(key) ?? take(Buffer.concat(parts).toString());
  known.set(key, answer);
  end(200, answer);
});

// Reading the addresses alone leaves the machine to what is measured.
function take(body: string): string {
  const found = [...body.matchAll(/"to":"[^"]*?([\w.+-]+@[\w.-]+)>?"/g)].map(([, address]) => address ?? '');
  for (const address of found) addresses.add(address);
  accepted += found.length;
  lastAt = Date.now();
  return JSON.stringify({ data: found.map((_, index) => ({ id: `${requests}-${index}` })) });
}

process.on('message', (order) => {
  if (order === 'forget') {
    [requests, accepted, lastAt] = [0, 0, 0];
    addresses.clear();
    known.clear();
  }
  process.send?.({ requests, accepted, distinct: addresses.size, lastAt });
});
process.once('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
