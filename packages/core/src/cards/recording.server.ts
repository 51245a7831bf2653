import { recordingFile } from '@tessera/db/cards.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { fileStore } from '../files/store.server.ts';
import { worksOnCards } from './access.server.ts';

/**
 * What is heard of a card: for everybody while it is in a deck, before that for those who work on cards.
 * @returns the bytes in base64
 * @throws DomainError not_found
 */
export async function recording(ctx: NetworkContext, recordingId: string) {
  const [file] = await ctx.transaction((tx) =>
    tx.run(recordingFile(ctx.network.id, recordingId, worksOnCards(ctx))),
  );
  if (!file) throw new DomainError('not_found');
  const content = await bytesOf(fileStore().get(file.storageKey));
  return { mime: file.mime, content: content.toString('base64') };
}
