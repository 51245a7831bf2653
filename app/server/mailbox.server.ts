import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@tessera/env/env.server.ts';
import { z } from 'zod';
import { refuse } from './refusal.server.ts';

const Mail = z.object({
  id: z.string(),
  to: z.object({ email: z.string(), name: z.string().nullable() }),
  from: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  sentAt: z.iso.datetime().transform((value) => new Date(value)),
});

/** A mail as the file transport writes it. */
export type Mail = z.output<typeof Mail>;

const mostMails = 100;

/** The newest mails of the demo's mailbox, newest first. */
export async function listMails(): Promise<Mail[]> {
  requireMailbox();
  const ids = (await namesIn(folder())).map(idOf).filter((id) => id !== null);
  const dated = await Promise.all(ids.map(async (id) => ({ id, time: await writtenAt(id) })));
  const newest = dated.toSorted((a, b) => b.time - a.time || b.id.localeCompare(a.id)).slice(0, mostMails);
  const mails = await Promise.all(newest.map(({ id }) => findMail(id)));
  return mails.filter((mail) => mail !== null);
}

/** One mail, or the answer 404. */
export async function readMail(id: string): Promise<Mail> {
  requireMailbox();
  const mail = isMailId(id) ? await findMail(id) : null;
  if (!mail) throw refuse('not_found');
  return mail;
}

// Mails hold codes and links, so the box opens in the demo and in development only.
function requireMailbox(): void {
  if (!env().TESSERA_DEMO && env().NODE_ENV !== 'development') throw refuse('not_found');
}

function folder(): string {
  return path.join(env().TESSERA_DATA, 'mail');
}

// Only these become the name of a file: letters, digits and single marks between them.
function isMailId(id: string): boolean {
  return id.length <= 200 && /^[A-Za-z0-9]+(?:[._:-]+[A-Za-z0-9]+)*$/.test(id) && !id.includes('..');
}

function idOf(fileName: string): string | null {
  const id = fileName.endsWith('.json') ? fileName.slice(0, -'.json'.length) : '';
  return isMailId(id) ? id : null;
}

async function findMail(id: string): Promise<Mail | null> {
  const text = await orWhenAbsent(readFile(path.join(folder(), `${id}.json`), 'utf8'), null);
  return text === null ? null : Mail.parse(JSON.parse(text));
}

function namesIn(directory: string): Promise<string[]> {
  return orWhenAbsent(readdir(directory), []);
}

function writtenAt(id: string): Promise<number> {
  return orWhenAbsent(
    stat(path.join(folder(), `${id}.json`)).then(({ mtimeMs }) => mtimeMs),
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
