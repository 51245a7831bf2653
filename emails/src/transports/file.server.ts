import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import {
  isMailId,
  type MailTransport,
  type OutgoingMail,
  type SentMail,
  safeMail,
  standardHeaders,
} from '../transport.ts';

const StoredMail = z.object({
  id: z.string(),
  to: z.object({ email: z.string(), name: z.string().nullable() }),
  from: z.string(),
  replyTo: z.string().nullable(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
  sentAt: z.iso.datetime().transform((value) => new Date(value)),
});
/** A mail as it lies in the mailbox. */
export type StoredMail = z.output<typeof StoredMail>;

/**
 * Writes each mail as one JSON file into `directory`, where `/dev/mail` shows it. A repeat replaces the file. The files
 * hold codes and links, so only the user of the process may read them.
 */
export function fileTransport({ directory }: { directory: string }): MailTransport {
  async function send(unsafe: OutgoingMail): Promise<SentMail> {
    const mail = safeMail(unsafe);
    const stored: z.input<typeof StoredMail> = {
      id: mail.id,
      to: mail.to,
      from: mail.from,
      replyTo: mail.replyTo ?? null,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: standardHeaders(mail),
      sentAt: new Date().toISOString(),
    };
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await writeWhole(fileOf(directory, mail.id), JSON.stringify(stored, null, 2));
    return { providerId: null };
  }

  return { name: 'file', idempotent: false, send };
}

/** The newest mails of the mailbox, newest first. An absent mailbox is an empty one. */
export async function listMailbox(directory: string, { limit }: { limit: number }): Promise<StoredMail[]> {
  const ids = (await namesIn(directory)).map(idOf).filter((id) => id !== null);
  const dated = await Promise.all(
    ids.map(async (id) => ({ id, time: await writtenAt(fileOf(directory, id)) })),
  );
  const newest = dated.sort((a, b) => b.time - a.time || b.id.localeCompare(a.id)).slice(0, limit);
  const mails = await Promise.all(newest.map(({ id }) => readMailbox(directory, id)));
  return mails.filter((mail) => mail !== null);
}

/** One mail of the mailbox, or null. `id` may come from an address line: only real ids become a file name. */
export async function readMailbox(directory: string, id: string): Promise<StoredMail | null> {
  if (!isMailId(id)) return null;
  const text = await orWhenAbsent(readFile(fileOf(directory, id), 'utf8'), null);
  return text === null ? null : StoredMail.parse(JSON.parse(text));
}

function fileOf(directory: string, id: string): string {
  return path.join(directory, `${id}.json`);
}

function idOf(fileName: string): string | null {
  const id = fileName.endsWith('.json') ? fileName.slice(0, -'.json'.length) : '';
  return isMailId(id) ? id : null;
}

// Readers see the whole file or none: it gets its name when it is complete.
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function namesIn(directory: string): Promise<string[]> {
  return orWhenAbsent(readdir(directory), []);
}

async function writtenAt(file: string): Promise<number> {
  return orWhenAbsent(
    stat(file).then(({ mtimeMs }) => mtimeMs),
    0,
  );
}

async function orWhenAbsent<T>(reading: Promise<T>, absent: T): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return absent;
    throw error;
  }
}
