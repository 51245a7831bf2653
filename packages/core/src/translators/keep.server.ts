import {
  mostXliffBytes,
  readXliff,
  type XliffDocument,
  XliffError,
  xliffMime,
} from '@tessera/documents/xliff.ts';
import type { z } from 'zod';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { bytesUpTo, dayAfter, keepStored } from '../files/keep.server.ts';
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
  const tooLarge = { megabytes: mostXliffBytes / 1_000_000 };
  const bytes = await bytesUpTo(mostXliffBytes, content, new DomainError('xliff_large', tooLarge, 'file'));
  documentFor(ctx, bytes);
  const file = {
    kind: 'translation_file',
    name,
    mime: xliffMime,
    bytes,
    deleteAfter: dayAfter(ctx),
    field: 'file',
  };
  return keepStored(ctx, file, async (tx, { fileId }) => {
    await recordEvent(tx, {
      networkId: ctx.network.id,
      kind: 'translation_file.kept',
      object: ['file', fileId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
    return { fileId };
  });
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
