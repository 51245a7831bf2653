import { createHash } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { cleanPicture, type Picture, PictureError, widestPicture } from '@tessera/files/picture.ts';
import type { Actor, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type EventKind, recordEvent } from '../events/record.server.ts';
import { fileStore } from './store.server.ts';

type Acting = NetworkContext & { actor: Actor };

type NewPicture = {
  kind: 'logo' | 'initiative_photo';
  event: EventKind;
  name: string;
  content: AsyncIterable<Uint8Array>;
  mostBytes: number;
  /** The field of a form beside which a refusal stands */
  field: string;
};

/**
 * Keeps a picture, cleaned of all that does not draw it. One that nothing takes goes the next day.
 * @throws DomainError picture_too_large, picture_type, picture_svg, picture_broken, picture_too_wide
 */
export async function keepPicture(ctx: Acting, input: NewPicture): Promise<string> {
  const networkId = ctx.network.id;
  const { kind, event, name, field } = input;
  const { mime, bytes } = picture(await bytesOf(upTo(input.mostBytes, input.content, field)), field);
  const id = newId();
  const storageKey = `${networkId}/${id}`;
  await fileStore().put(storageKey, inOnePiece(bytes));
  await ctx.transaction(async (tx) => {
    await tx.prisma.storedFile.create({
      data: {
        id,
        networkId,
        kind,
        name,
        mime,
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
      kind: event,
      object: ['file', id],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
  return id;
}

/** A day later by the real clock, by which files are removed. */
export function dayAfter({ realNow }: NetworkContext): Date {
  return new Date(realNow.getTime() + 86_400_000);
}

function picture(bytes: Uint8Array, field: string): Picture {
  try {
    return cleanPicture(bytes);
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    const params: Record<string, number> = error.code === 'picture_too_wide' ? { most: widestPicture } : {};
    throw new DomainError(error.code, params, field);
  }
}

async function* upTo(
  most: number,
  content: AsyncIterable<Uint8Array>,
  field: string,
): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > most) throw new DomainError('picture_too_large', { kilobytes: most / 1000 }, field);
    yield chunk;
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
