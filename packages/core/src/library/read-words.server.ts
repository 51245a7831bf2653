import { keepWords, unreadItems } from '@tessera/db/library.server.ts';
import { noticeEvent } from '@tessera/db/messages.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { FileMissing } from '@tessera/files/key.ts';
import { hasWords, wordsIn } from '@tessera/files/words.server.ts';
import { fileStore } from '../files/store.server.ts';

/**
 * Reads the words in the files of a resource that nobody has read yet, so that they are found. Safe to run twice and at
 * once. A file that cannot be read says so and is found by its title.
 * @returns how many files were read
 */
export async function answerLibraryEvent({
  networkId,
  eventId,
}: {
  networkId: string;
  eventId: string;
}): Promise<{ files: number }> {
  const [event] = await inNetwork(networkId, (tx) => tx.run(noticeEvent(networkId, eventId)));
  if (!event) return { files: 0 };
  const items = await inNetwork(networkId, (tx) => tx.run(unreadItems(networkId, event.objectId)));
  let files = 0;
  for (const { itemId, mime, storageKey } of items) {
    if (!hasWords(mime)) continue;
    const words = await wordsOf(mime, storageKey);
    const state = words === null ? 'unreadable' : 'read';
    await inNetwork(networkId, (tx) => tx.run(keepWords(networkId, itemId, state, words ?? '')));
    files += 1;
  }
  return { files };
}

async function wordsOf(mime: string, storageKey: string): Promise<string | null> {
  try {
    return await wordsIn(mime, await bytesOf(fileStore().get(storageKey)));
  } catch (error) {
    if (error instanceof FileMissing) return null;
    throw error;
  }
}
