import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutgoingMail } from '../transport.ts';
import { fileTransport, listMailbox, readMailbox } from './file.server.ts';

let root = '';
let directory = '';

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'mailbox-'));
  directory = path.join(root, 'mails');
});
afterEach(() => rm(root, { recursive: true }));

test('a sent mail lies in the mailbox, for nobody else to read', async () => {
  await fileTransport({ directory }).send(mailOf('event-1:ana'));

  expect(await readdir(directory)).toEqual(['event-1:ana.json']);
  expect((await stat(path.join(directory, 'event-1:ana.json'))).mode & 0o077).toBe(0);
  expect(await readMailbox(directory, 'event-1:ana')).toEqual({
    id: 'event-1:ana',
    to: { email: 'ana@example.org', name: 'Ana' },
    from: 'Tessera <no-reply@example.org>',
    replyTo: null,
    subject: 'Mail event-1:ana',
    html: '<p>Hello</p>',
    text: 'Hello',
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Entity-Ref-ID': 'event-1:ana',
    },
    sentAt: expect.any(Date),
  });
});

test('a repeat leaves one mail', async () => {
  await fileTransport({ directory }).send(mailOf('a'));
  await fileTransport({ directory }).send({ ...mailOf('a'), subject: 'Again\r\nBcc: x' });

  const mails = await listMailbox(directory, { limit: 10 });
  expect(mails.map((mail) => mail.subject)).toEqual(['Again Bcc: x']);
});

test('many senders at once leave whole mails and no drafts', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => `mail-${index % 20}`);

  await Promise.all(ids.map((id) => fileTransport({ directory }).send(mailOf(id))));

  const names = (await readdir(directory)).sort();
  expect(names).toEqual([...new Set(ids.map((id) => `${id}.json`))].sort());
  expect(await listMailbox(directory, { limit: 100 })).toHaveLength(20);
});

test('the list shows the newest first and no more than asked', async () => {
  for (const [index, id] of ['old', 'new', 'middle'].entries()) {
    await fileTransport({ directory }).send(mailOf(id));
    const time = new Date(2027, 0, [1, 3, 2][index]);
    await utimes(path.join(directory, `${id}.json`), time, time);
  }
  await writeFile(path.join(directory, 'half.json.1234.draft'), '{"id":');

  const mails = await listMailbox(directory, { limit: 2 });

  expect(mails.map((mail) => mail.id)).toEqual(['new', 'middle']);
});

test('an absent mailbox is an empty one', async () => {
  expect(await listMailbox(directory, { limit: 10 })).toEqual([]);
  expect(await readMailbox(directory, 'a')).toBeNull();
});

test.each(['../secret', '..', './secret', '/etc/passwd', 'a/../../secret', '..\\secret', 'secret\0', ''])(
  'the id %j does not lead out of the mailbox',
  async (id) => {
    await fileTransport({ directory }).send(mailOf('a'));
    const secret = path.join(root, 'secret.json');
    await writeFile(secret, await readFile(path.join(directory, 'a.json')));

    await expect(fileTransport({ directory }).send(mailOf(id))).rejects.toThrow('invalid_id');

    expect(await readMailbox(directory, id)).toBeNull();
    expect((await readdir(root)).sort()).toEqual(['mails', 'secret.json']);
    expect(await readdir(directory)).toEqual(['a.json']);
  },
);

function mailOf(id: string): OutgoingMail {
  return {
    id,
    to: { email: 'ana@example.org', name: 'Ana' },
    from: 'Tessera <no-reply@example.org>',
    subject: `Mail ${id}`,
    html: '<p>Hello</p>',
    text: 'Hello',
  };
}
