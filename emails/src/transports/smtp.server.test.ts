import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MailError, type OutgoingMail } from '../transport.ts';
import { smtpTransport } from './smtp.server.ts';

type Refusal = { at: 'recipient' | 'content'; code: number };

let received: { to: string[]; raw: string }[] = [];
let refusal: Refusal | null = null;
let url = '';

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onAuth: (_auth, _session, done) => done(new Error('Wrong password')),
  onRcptTo: (_address, _session, done) => done(refuseAt('recipient')),
  onData: async (stream, session, done) => {
    const raw = await text(stream);
    const refused = refuseAt('content');
    if (!refused) received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
    done(refused);
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
beforeEach(() => {
  received = [];
  refusal = null;
});

const mail: OutgoingMail = {
  id: 'event-1:ana',
  to: { email: 'ana@example.org', name: 'Ana Pop' },
  from: 'Tessera <no-reply@tessera.example>',
  subject: 'Hello',
  html: '<p>Hello in HTML</p>',
  text: 'Hello in text',
};

test('a mail arrives with both forms, and replies are not answered by machines', async () => {
  const sent = await smtpTransport({ url }).send({ ...mail, replyTo: 'office@example.org' });

  expect(sent.providerId).toBe('<event-1+ana@tessera.example>');
  expect(received).toHaveLength(1);
  expect(received[0]?.to).toEqual(['ana@example.org']);
  const raw = received[0]?.raw ?? '';
  expect(raw).toContain('From: Tessera <no-reply@tessera.example>\r\n');
  expect(raw).toContain('To: Ana Pop <ana@example.org>\r\n');
  expect(raw).toContain('Reply-To: office@example.org\r\n');
  expect(raw).toContain('Auto-Submitted: auto-generated\r\n');
  expect(raw).toContain('<p>Hello in HTML</p>');
  expect(raw).toContain('Hello in text');
});

test('a repeat carries the same Message-ID, another mail another one', async () => {
  await smtpTransport({ url }).send(mail);
  await smtpTransport({ url }).send(mail);
  await smtpTransport({ url }).send({ ...mail, id: 'event-1-ana' });

  const ids = received.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1]);
  expect(ids).toEqual([
    '<event-1+ana@tessera.example>',
    '<event-1+ana@tessera.example>',
    '<event-1-ana@tessera.example>',
  ]);
});

test('breaks in a name or a subject bring no header of their own', async () => {
  await smtpTransport({ url }).send({
    ...mail,
    to: { email: 'ana@example.org', name: 'Ana\r\nBcc: spy@example.org' },
    subject: 'Hello\r\nBcc: spy@example.org\r\n\r\nBody',
  });

  const head = received[0]?.raw.split('\r\n\r\n')[0] ?? '';
  expect(received[0]?.to).toEqual(['ana@example.org']);
  expect(head).toContain('Subject: Hello Bcc: spy@example.org Body\r\n');
  expect(head).not.toMatch(/^Bcc:/im);
});

test.each<Refusal>([
  { at: 'recipient', code: 550 },
  { at: 'content', code: 554 },
])('a final refusal of the $at is not tried again', async (final) => {
  refusal = final;

  const error = await failure({ url });

  expect(error).toMatchObject({ code: 'rejected', reason: `smtp_${final.code}`, isRetryable: false });
  expect(error.message).not.toContain('ana@');
});

test.each<Refusal>([
  { at: 'recipient', code: 450 },
  { at: 'content', code: 451 },
])('a passing refusal of the $at is tried again', async (passing) => {
  refusal = passing;

  expect(await failure({ url })).toMatchObject({
    code: 'unavailable',
    reason: `smtp_${passing.code}`,
    isRetryable: true,
  });
});

test('a refused login is trouble of the platform, not of the mail', async () => {
  const withLogin = url.replace('smtp://', 'smtp://user:wrong@');

  expect(await failure({ url: withLogin })).toMatchObject({ code: 'unavailable', isRetryable: true });
});

test('a server that is not there is trouble that passes', async () => {
  expect(await failure({ url: 'smtp://127.0.0.1:1' })).toMatchObject({
    code: 'unavailable',
    isRetryable: true,
  });
});

async function failure(settings: { url: string }): Promise<MailError> {
  const error = await smtpTransport(settings)
    .send(mail)
    .catch((error: unknown) => error);
  if (!(error instanceof MailError)) throw new Error('Expected a MailError', { cause: error });
  return error;
}

function refuseAt(place: Refusal['at']): Error | null {
  if (refusal?.at !== place) return null;
  return Object.assign(new Error('Refused: ana@example.org'), { responseCode: refusal.code });
}
