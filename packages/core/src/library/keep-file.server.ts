import { type Document, DocumentRefused, documentOf, plainName } from '@tessera/files/document.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { bytesUpTo, dayAfter, keepStored } from '../files/keep.server.ts';
import { lockEditable } from './access.server.ts';
import { maxFileBytes } from './rules.ts';
import type { NewFile } from './schema.ts';

/**
 * Keeps a file for a resource, byte for byte. One that no version takes goes the next day.
 * @throws DomainError not_found, not_allowed, and for the file file_empty, file_over_limit, file_type, file_svg,
 *   file_broken, file_type_differs, and those of `keepStored`
 */
export async function keepFile(
  ctx: Acting,
  { resourceId, name, content }: z.output<typeof NewFile>,
): Promise<{ fileId: string; name: string; size: number }> {
  // Who may not keep one is told before it is read.
  await ctx.transaction((tx) => lockEditable(tx, ctx, resourceId));
  const tooLarge = { megabytes: maxFileBytes / 1_000_000, name: plainName(name) };
  const bytes = await bytesUpTo(maxFileBytes, content, new DomainError('file_over_limit', tooLarge, 'files'));
  const document = checked(name, bytes);
  const file = { ...document, kind: 'resource_file', bytes, deleteAfter: dayAfter(ctx), field: 'files' };
  return keepStored(ctx, file, async (tx, { fileId }) => {
    await recordEvent(tx, {
      networkId: ctx.network.id,
      kind: 'resource.file_kept',
      object: ['file', fileId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
    return { fileId, name: document.name, size: bytes.length };
  });
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
