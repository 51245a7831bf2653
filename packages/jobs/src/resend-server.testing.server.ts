import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resendTransport } from '@tessera/emails/transports/resend.server.ts';

type Answer = 'accept' | 'rate_limited' | 'broken' | 'accept_and_hang_up';
type Mail = { to: string; subject: string };

/**
 * A server on this machine that speaks as much of Resend as we use: mails, batches, idempotency keys, errors.
 * `next` tells the answers to the requests that come; after them everything is accepted.
 */
export async function openResend() {
  const accepted: Mail[] = [];
  const answers: Answer[] = [];
  const refused = new Set<string>();
  const known = new Map<string, { body: string; answer: unknown }>();
  const state = { requests: 0, rest: 'accept' as Answer };
  const server = createServer(async (request, response) => {
    state.requests += 1;
    // A large body comes in pieces, and a letter must not break between two.
    request.setEncoding('utf8');
    let body = '';
    for await (const chunk of request) body += chunk;
    const end = (status: number, answer: unknown) => {
      response
        .writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' })
        .end(JSON.stringify(answer));
    };
    const turn = answers.shift() ?? state.rest;
    if (turn === 'rate_limited')
      return end(429, { name: 'rate_limit_exceeded', statusCode: 429, message: 'slow' });
    if (turn === 'broken') return end(500, { name: 'application_error', statusCode: 500, message: 'oops' });
    const key = String(request.headers['idempotency-key']);
    const before = known.get(key);
    if (before && before.body !== body) {
      return end(409, { name: 'invalid_idempotent_request', statusCode: 409, message: 'other words' });
    }
    const answer = before?.answer ?? take(JSON.parse(body));
    if ('name' in (answer as object)) return end(422, answer);
    known.set(key, { body, answer });
    if (turn === 'accept_and_hang_up') return void response.destroy();
    end(200, answer);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function take(body: Mail | Mail[]): unknown {
    const mails = [body].flat();
    const errors = mails.flatMap(({ to }, index) => (refused.has(to) ? [{ index, message: 'refused' }] : []));
    if (!Array.isArray(body) && errors.length > 0) {
      return { name: 'validation_error', statusCode: 422, message: 'refused' };
    }
    const good = mails.filter(({ to }) => !refused.has(to));
    accepted.push(...good);
    const data = good.map((_, index) => ({ id: `provider-${accepted.length - good.length + index}` }));
    return Array.isArray(body) ? { data, errors } : data[0];
  }

  return {
    transport: resendTransport({ apiKey: 're_test', baseUrl }),
    /** Who was sent a mail, once for each that was accepted. */
    addresses: () => accepted.map(({ to }) => /<([^>]+)>$/.exec(to)?.[1] ?? to).sort(),
    next: (...coming: Answer[]) => answers.push(...coming),
    always: (answer: Answer) => {
      state.rest = answer;
    },
    refuse: (to: string) => refused.add(to),
    requests: () => state.requests,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
