import { randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { checked, FileMissing } from './key.ts';
import type { FileStore } from './store.server.ts';

/** Files in a folder, readable by the account of the server only. */
export function disk(folder: string): FileStore {
  const placeOf = (key: string) => join(resolve(folder), checked(key));
  return {
    put: (key, content) => write(placeOf(key), content),
    get: (key) => read(placeOf(key)),
    getRange: (key, start, end) => read(placeOf(key), { start, end }),
    exists: async (key) =>
      access(placeOf(key), constants.R_OK).then(
        () => true,
        () => false,
      ),
    remove: (key) => rm(placeOf(key), { force: true }),
  };
}

async function write(place: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const draft = `${place}.${randomUUID()}.part`;
  try {
    await inFile(draft, 'wx', async (file) => {
      for await (const chunk of content) await file.writeFile(chunk);
      await file.sync();
    });
    await rename(draft, place);
    // The new name is in the folder, and the folder has to be on the disk too.
    await inFile(dirname(place), 'r', (opened) => opened.sync());
  } finally {
    await rm(draft, { force: true });
  }
}

async function* read(place: string, range: { start?: number; end?: number } = {}): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of createReadStream(place, range)) yield chunk as Uint8Array;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new FileMissing();
    throw error;
  }
}

async function inFile(place: string, flags: string, work: (file: FileHandle) => Promise<void>) {
  const file = await open(place, flags, 0o600);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}
