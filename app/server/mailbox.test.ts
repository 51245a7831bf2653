import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listMails, readMail } from './mailbox.server.ts';

const data = await mkdtemp(path.join(tmpdir(), 'tessera-mailbox-'));
process.env.TESSERA_DATA = data;
process.env.TESSERA_DEMO = '1';
await mkdir(path.join(data, 'mail'));
await writeMail(path.join(data, 'mail', 'one.json'), 'In the mailbox');
await writeMail(path.join(data, 'secret.json'), 'Beside the mailbox');
afterAll(() => rm(data, { recursive: true }));

test('the mailbox shows its mails and nothing that lies beside it', async () => {
  const ids = ['one', 'two', '../secret', '..', 'one.json', '/etc/passwd', ''];

  const listed = await listMails();
  const subjects = await Promise.all(
    ids.map((id) =>
      readMail(id).then(
        ({ subject }) => subject,
        () => null,
      ),
    ),
  );

  expect(listed.map(({ subject }) => subject)).toEqual(['In the mailbox']);
  expect(subjects).toEqual(['In the mailbox', null, null, null, null, null, null]);
});

function writeMail(file: string, subject: string): Promise<void> {
  const mail = {
    id: 'one',
    to: { email: 'ana@demo.example', name: null },
    from: 'Tessera <no-reply@demo.example>',
    subject,
    html: '<p></p>',
    text: '',
    sentAt: '2026-05-01T09:00:00.000Z',
  };
  return writeFile(file, JSON.stringify(mail));
}
