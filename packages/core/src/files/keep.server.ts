import { createHash } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { activeIn } from '@tessera/files/active.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { clamdAt, scanned } from '@tessera/files/clamd.server.ts';
import { plainName } from '@tessera/files/document.ts';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { fileStore } from './store.server.ts';

/** Reads what comes in, and no further than `most` bytes. @throws the refusal */
export function bytesUpTo(
  most: number,
  content: AsyncIterable<Uint8Array>,
  refusal: DomainError,
): Promise<Buffer> {
  return bytesOf(upTo(most, content, refusal));
}

async function* upTo(
  most: number,
  content: AsyncIterable<Uint8Array>,
  refusal: DomainError,
): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > most) throw refusal;
    yield chunk;
  }
}

/** A day later by the real clock, by which files are removed. */
export function dayAfter({ realNow }: NetworkContext): Date {
  return new Date(realNow.getTime() + 86_400_000);
}

export type NewStoredFile = {
  kind: string;
  name: string;
  mime: string;
  bytes: Uint8Array;
  /** Null for what stays until somebody removes it */
  deleteAfter: Date | null;
  /** The field of a form beside which a refusal stands */
  field: string;
};

/**
 * Keeps a file with its row and whatever `write` adds to it in the same transaction; where that fails, the bytes go again.
 * Where a scanner is set up, nothing is kept that it has not called clean; and no document in which something is active.
 * @throws DomainError file_infected, file_not_scanned, those of `activeCodes`, and what `write` throws
 */
export async function keepStored<T>(
  ctx: Acting,
  file: NewStoredFile,
  write: (tx: Transaction, kept: { fileId: string; sha256: string }) => Promise<T>,
): Promise<T> {
  await requireClean(ctx, file);
  await requireInactive(file);
  const { kind, name, mime, bytes, deleteAfter } = file;
  const networkId = ctx.network.id;
  const fileId = newId();
  const storageKey = `${networkId}/${fileId}`;
  const sha256 = sha256Of(bytes);
  await fileStore().put(storageKey, inOnePiece(bytes));
  try {
    return await ctx.transaction(async (tx) => {
      await tx.prisma.storedFile.create({
        data: {
          id: fileId,
          networkId,
          kind,
          name,
          mime,
          size: bytes.length,
          sha256,
          storageKey,
          deleteAfter,
          createdAt: ctx.now,
          createdById: ctx.actor.personId,
        },
      });
      return write(tx, { fileId, sha256 });
    });
  } catch (failure) {
    await fileStore().remove(storageKey);
    throw failure;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function requireClean(ctx: Acting, { bytes, field }: NewStoredFile): Promise<void> {
  const { CLAMD } = env();
  if (!CLAMD) return;
  const verdict = await scanned(clamdAt(CLAMD), bytes);
  if (verdict === 'clean') return;
  if (verdict === 'unknown') throw new DomainError('file_not_scanned', {}, field);
  const networkId = ctx.network.id;
  await ctx.transaction((tx) =>
    recordEvent(tx, {
      networkId,
      kind: 'resource.file_infected',
      object: ['network', networkId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      // Each try stands in the trail; by this the mails know that it is the same file.
      payload: { sha256: sha256Of(bytes) },
    }),
  );
  throw new DomainError('file_infected', {}, field);
}

// Every document comes in here, whatever it is for: whoever opens it later opens only what can be read.
async function requireInactive({ name, mime, bytes, field }: NewStoredFile): Promise<void> {
  const code = await activeIn(mime, bytes);
  if (code) throw new DomainError(code, { name: plainName(name) }, field);
}

/** Content that is there already, for the store. */
export async function* inOnePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
