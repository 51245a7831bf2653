import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Resend } from 'resend';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MailError, type OutgoingMail, safeMail } from '../transport.ts';
import { resendTransport } from './resend.server.ts';
import { toResend } from './resend-body.ts';

type Seen = { path: string | undefined; headers: IncomingHttpHeaders; text: string; body: unknown };

let seen: Seen[] = [];
let answer: (response: ServerResponse) => void;
let baseUrl = '';

const server = createServer(async (request, response) => {
  // A letter must not break between two pieces of a large body.
  request.setEncoding('utf8');
  let text = '';
  for await (const chunk of request) text += chunk;
  seen.push({ path: request.url, headers: request.headers, text, body: JSON.parse(text) });
  answer(response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
  answer = answerWith(200, { id: 'provider-1' });
});

const mail = mailTo('event-1:ana', 'ana@example.org', 'Ana Pop');

test('a mail goes out once under the key, with its own idempotency key', async () => {
  const sent = await transport().send({ ...mail, replyTo: 'office@example.org' });

  expect(sent).toEqual({ providerId: 'provider-1' });
  expect(seen).toHaveLength(1);
  expect(seen[0]?.path).toBe('/emails');
  expect(seen[0]?.headers.authorization).toBe('Bearer re_test');
  expect(seen[0]?.headers['idempotency-key']).toBe('event-1:ana');
  expect(seen[0]?.body).toEqual({
    from: 'Tessera <no-reply@example.org>',
    to: 'Ana Pop <ana@example.org>',
    reply_to: 'office@example.org',
    subject: 'Hello',
    html: '<p>Hello</p>',
    text: 'Hello',
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Entity-Ref-ID': 'event-1:ana',
    },
  });
});

test('a repeat is the same request, so that the provider can drop it', async () => {
  await transport().send(mail);
  await transport().send(mail);

  expect(seen.map((request) => request.headers['idempotency-key'])).toEqual(['event-1:ana', 'event-1:ana']);
  expect(seen[0]?.body).toEqual(seen[1]?.body);
});

test('a name with marks of an address stays a name', async () => {
  await transport().send(mailTo('a', 'ana@example.org', 'Pop, Ana <x@y.z> "A"\r\nBcc: q'));

  expect(seen[0]?.body).toMatchObject({ to: '"Pop, Ana x@y.z A Bcc: q" <ana@example.org>' });
});

test('too many requests: try again after the time that the provider names', async () => {
  answer = answerWith(
    429,
    { statusCode: 429, name: 'rate_limit_exceeded', message: 'x' },
    { 'retry-after': '7' },
  );

  expect(await failure(mail)).toMatchObject({
    code: 'rate_limited',
    reason: 'rate_limit_exceeded',
    retryAfterMs: 7000,
    isRetryable: true,
  });
});

test('the retry time may come as a date', async () => {
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
  answer = answerWith(429, { statusCode: 429, name: 'rate_limit_exceeded' }, { 'retry-after': inAnHour });

  const { retryAfterMs } = await failure(mail);

  expect(retryAfterMs).toBeGreaterThan(3_500_000);
  expect(retryAfterMs).toBeLessThanOrEqual(3_600_000);
});

test('a used-up quota passes, but not within seconds', async () => {
  answer = answerWith(429, { statusCode: 429, name: 'daily_quota_exceeded', message: 'x' });

  expect(await failure(mail)).toMatchObject({ code: 'rate_limited', retryAfterMs: 3_600_000 });
});

test.each([
  [500, { statusCode: 500, name: 'internal_server_error', message: 'x' }, 'internal_server_error'],
  [503, '<html>Bad gateway</html>', 'application_error'],
  [502, { error: 'gateway' }, 'http_none'],
  [500, null, 'http_none'],
  [200, '<html>', 'application_error'],
  [
    409,
    { statusCode: 409, name: 'concurrent_idempotent_requests', message: 'x' },
    'concurrent_idempotent_requests',
  ],
  [401, { statusCode: 401, name: 'missing_api_key', message: 'x' }, 'missing_api_key'],
  [403, { statusCode: 403, name: 'invalid_api_key', message: 'x' }, 'invalid_api_key'],
])('an answer %i %j is trouble that passes', async (status, body, reason) => {
  answer = answerWith(status, body);

  expect(await failure(mail)).toMatchObject({ code: 'unavailable', reason, isRetryable: true });
});

test('a mail that the provider finds wrong is not tried again, and its address is not in the error', async () => {
  answer = answerWith(422, {
    statusCode: 422,
    name: 'validation_error',
    message: 'Invalid `to`: ana@example.org',
  });

  const error = await failure(mail);

  expect(error).toMatchObject({ code: 'rejected', reason: 'validation_error', isRetryable: false });
  expect(String(error)).not.toContain('ana@');
});

test('a cut connection is trouble that passes', async () => {
  answer = (response) => response.destroy();

  expect(await failure(mail)).toMatchObject({ code: 'unavailable', isRetryable: true });
});

test('a provider that never answers is given up', async () => {
  answer = () => {};

  const error = await failureOf(resendTransport({ apiKey: 're_test', baseUrl, timeoutMs: 50 }).send(mail));

  expect(error).toMatchObject({ code: 'unavailable', isRetryable: true });
});

test('a broken address never reaches the provider', async () => {
  const error = await failure(mailTo('a', 'ana@example.org\r\nBcc: spy@example.org', null));

  expect(error).toMatchObject({ code: 'rejected', reason: 'invalid_recipient' });
  expect(seen).toEqual([]);
});

test('a batch goes out as one request, and each mail gets its own answer', async () => {
  answer = answerWith(200, {
    data: [{ id: 'provider-1' }, { id: 'provider-3' }],
    errors: [{ index: 1, message: 'Invalid `to`' }],
  });
  const mails = [
    mailTo('a', 'a@example.org', null),
    mailTo('b', 'b@example.org', null),
    mailTo('broken', 'two@example.org, three@example.org', null),
    mailTo('c', 'c@example.org', null),
  ];

  const results = await sendBatch(mails);

  expect(results).toEqual([
    { providerId: 'provider-1' },
    { error: expect.objectContaining({ code: 'rejected', reason: 'validation_error' }) },
    { error: expect.objectContaining({ code: 'rejected', reason: 'invalid_recipient' }) },
    { providerId: 'provider-3' },
  ]);
  expect(seen).toHaveLength(1);
  expect(seen[0]?.path).toBe('/emails/batch');
  expect(seen[0]?.headers['x-batch-validation']).toBe('permissive');
  expect(seen[0]?.body).toEqual([
    expect.objectContaining({ to: 'a@example.org' }),
    expect.objectContaining({ to: 'b@example.org' }),
    expect.objectContaining({ to: 'c@example.org' }),
  ]);
});

test('a batch is byte for byte what the library would send, so that either may repeat it', async () => {
  answer = answerWith(200, { data: [] });
  const sheet = sheetOf(`<p title="{0}">Ștefan ${'é"\\\n\u2028'.repeat(2000)}</p>`);
  const names = ['Ioana', `"A" \\ <b>`, 'عبد \u202eالله', '👩🏽\u200d🏫', 'half \ud83d', ''];
  const mails = names.map((name, index) => ({
    ...mailTo(`mail-${index}`, `p${index}@example.org`, name),
    ...sheet(name),
    ...(index === 1 ? { replyTo: 'office@example.org' } : {}),
  }));

  await sendBatch([mail, ...mails, mail]);
  const asWritten = [mail, ...mails, mail].map((each) => toResend(safeMail(each)));
  await new Resend('re_test', { baseUrl }).batch.send(asWritten);

  expect(seen[0]?.text).toBe(seen[1]?.text);
  expect(seen[0]?.headers['content-type']).toBe(seen[1]?.headers['content-type']);
  expect(seen[0]?.headers.authorization).toBe(seen[1]?.headers.authorization);
});

test('the same batch has the same key, another batch another one', async () => {
  answer = answerWith(200, { data: [{ id: '1' }, { id: '2' }] });
  const [a, b, c] = ['a', 'b', 'c'].map((id) => mailTo(id, `${id}@example.org`, null)) as [
    OutgoingMail,
    OutgoingMail,
    OutgoingMail,
  ];

  await sendBatch([a, b]);
  await sendBatch([a, b]);
  await sendBatch([a, c]);

  const keys = seen.map((request) => request.headers['idempotency-key']);
  expect(keys[0]).toMatch(/^batch:[0-9a-f]{64}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test('a batch that fails as a whole fails for each mail', async () => {
  answer = answerWith(429, { statusCode: 429, name: 'rate_limit_exceeded' }, { 'retry-after': '2' });

  const results = await sendBatch([mail, mailTo('b', 'b@example.org', null)]);

  const limited = { error: expect.objectContaining({ code: 'rate_limited', retryAfterMs: 2000 }) };
  expect(results).toEqual([limited, limited]);
});

test('a mail that an accepted batch does not answer for is tried again', async () => {
  answer = answerWith(200, { data: [{ id: 'provider-1' }] });

  const results = await sendBatch([mail, mailTo('b', 'b@example.org', null)]);

  expect(results).toEqual([
    { providerId: 'provider-1' },
    { error: expect.objectContaining({ code: 'unavailable' }) },
  ]);
});

test('an empty batch asks nobody, and more than 100 mails are a mistake', async () => {
  expect(await sendBatch([])).toEqual([]);
  await expect(sendBatch(Array.from({ length: 101 }, () => mail))).rejects.toThrow(RangeError);
  expect(seen).toEqual([]);
});

test('without a key there is no transport', () => {
  expect(() => resendTransport({ apiKey: '' })).toThrow('API key');
});

function transport() {
  return resendTransport({ apiKey: 're_test', baseUrl });
}

function sendBatch(mails: OutgoingMail[]) {
  const { sendBatch } = transport();
  if (!sendBatch) throw new Error('Resend can send batches');
  return sendBatch(mails);
}

function failure(mail: OutgoingMail): Promise<MailError> {
  return failureOf(transport().send(mail));
}

async function failureOf(sending: Promise<unknown>): Promise<MailError> {
  const error = await sending.catch((error: unknown) => error);
  if (!(error instanceof MailError)) throw new Error('Expected a MailError', { cause: error });
  return error;
}

function mailTo(id: string, email: string, name: string | null): OutgoingMail {
  const from = 'Tessera <no-reply@example.org>';
  return { id, to: { email, name }, from, subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' };
}

/** Fills one page with a name, as mails of one sheet are filled. */
function sheetOf(page: string) {
  const html = page.split('{0}');
  const text = ['Hello ', '.'];
  return (name: string) => ({
    html: html.join(name),
    text: text.join(name),
    fillings: { html: { pieces: html, own: [name] }, text: { pieces: text, own: [name] } },
  });
}

function answerWith(status: number, body: unknown, headers: Record<string, string> = {}) {
  return (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}
