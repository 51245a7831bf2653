import { createHash } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import {
  mostXliffBytes,
  readXliff,
  type XliffDocument,
  XliffError,
  xliffMime,
} from '@tessera/documents/xliff.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { dayAfter } from '../files/pictures.server.ts';
import { fileStore } from '../files/store.server.ts';
import type { Acting } from '../mentoring/note.server.ts';
import { ownLanguages } from '../translations/access.server.ts';
import type { NewTranslationFile } from './schema.ts';

/**
 * Keeps a file that a translator brought back for a day. Nothing of it is taken over.
 * @throws DomainError xliff_unreadable, xliff_foreign, xliff_large, xliff_language for the field `file`
 */
export async function keepTranslationFile(
  ctx: Acting,
  { name, content }: z.output<typeof NewTranslationFile>,
): Promise<{ fileId: string }> {
  const bytes = await bytesOf(upTo(mostXliffBytes, content));
  documentFor(ctx, bytes);
  const networkId = ctx.network.id;
  const fileId = newId();
  const storageKey = `${networkId}/${fileId}`;
  await fileStore().put(storageKey, inOnePiece(bytes));
  await ctx.transaction(async (tx) => {
    await tx.prisma.storedFile.create({
      data: {
        id: fileId,
        networkId,
        kind: 'translation_file',
        name,
        mime: xliffMime,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        storageKey,
        deleteAfter: dayAfter(ctx),
        createdAt: ctx.now,
        createdById: ctx.actor.personId,
      },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'translation_file.kept',
      object: ['file', fileId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
  return { fileId };
}

/** The texts in a file, if they are in a language that its reader translates into. */
export function documentFor(ctx: NetworkContext, bytes: Uint8Array): XliffDocument {
  try {
    const document = readXliff(bytes);
    if (!ownLanguages(ctx).includes(document.to)) throw new DomainError('xliff_language', {}, 'file');
    return document;
  } catch (error) {
    throw error instanceof XliffError ? new DomainError(error.code, error.params, 'file') : error;
  }
}

async function* upTo(most: number, content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > most) throw new DomainError('xliff_large', { megabytes: most / 1_000_000 }, 'file');
    yield chunk;
  }
}

async function* inOnePiece(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
