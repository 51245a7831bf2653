import { createHash } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { type Document, DocumentRefused, documentOf, plainName } from '@tessera/files/document.ts';
import type { z } from 'zod';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { dayAfter } from '../files/pictures.server.ts';
import { fileStore } from '../files/store.server.ts';
import type { Acting } from '../mentoring/note.server.ts';
import { lockEditable } from './access.server.ts';
import { maxFileBytes } from './rules.ts';
import type { NewFile } from './schema.ts';

/**
 * Keeps a file for a resource, byte for byte. One that no version takes goes the next day.
 * @throws DomainError not_found, not_allowed, and for the file file_empty, file_over_limit, file_type, file_svg,
 *   file_active, file_broken, file_type_differs
 */
export async function keepFile(
  ctx: Acting,
  { resourceId, name, content }: z.output<typeof NewFile>,
): Promise<{ fileId: string; name: string; size: number }> {
  // Who may not keep one is told before it is read.
  await ctx.transaction((tx) => lockEditable(tx, ctx, resourceId));
  const bytes = await bytesOf(upTo(maxFileBytes, content, plainName(name)));
  const document = checked(name, bytes);
  const fileId = newId();
  const storageKey = `${ctx.network.id}/${fileId}`;
  await fileStore().put(storageKey, inOnePiece(bytes));
  try {
    await ctx.transaction(async (tx) => {
      await tx.prisma.storedFile.create({
        data: {
          id: fileId,
          networkId: ctx.network.id,
          kind: 'resource_file',
          name: document.name,
          mime: document.mime,
          size: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          storageKey,
          deleteAfter: dayAfter(ctx),
          createdAt: ctx.now,
          createdById: ctx.actor.personId,
        },
      });
      await recordEvent(tx, {
        networkId: ctx.network.id,
        kind: 'resource.file_kept',
        object: ['file', fileId],
        actorId: ctx.actor.personId,
        at: ctx.now,
      });
    });
  } catch (failure) {
    await fileStore().remove(storageKey);
    throw failure;
  }
  return { fileId, name: document.name, size: bytes.length };
}

function checked(name: string, bytes: Buffer): Document {
  if (bytes.length === 0) throw new DomainError('file_empty', {}, 'files');
  try {
    return documentOf(name, bytes);
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    throw new DomainError(error.code, { name: plainName(name) }, 'files');
  }
}

async function* upTo(
  most: number,
  content: AsyncIterable<Uint8Array>,
  name: string,
): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > most) throw new DomainError('file_over_limit', { megabytes: most / 1_000_000, name }, 'files');
    yield chunk;
  }
}

async function* inOnePiece(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
