import { createHash } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import { logoFile } from '@tessera/db/phases.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { cleanPicture, type Picture, PictureError, widestPicture } from '@tessera/files/picture.ts';
import type { z } from 'zod';
import { type Actor, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { fileStore } from '../files/store.server.ts';
import { maxLogoBytes } from './rules.ts';
import type { NewLogo } from './schema.ts';

type Acting = NetworkContext & { actor: Actor };

/**
 * Keeps a picture for a funder. One that no phase takes goes the next day.
 * @throws DomainError picture_too_large, picture_type, picture_svg, picture_broken, picture_too_wide
 */
export async function keepLogo(ctx: Acting, input: z.output<typeof NewLogo>): Promise<{ logoId: string }> {
  const networkId = ctx.network.id;
  const { mime, bytes } = picture(await bytesOf(upTo(maxLogoBytes, input.content)));
  const logoId = newId();
  const storageKey = `${networkId}/${logoId}`;
  await fileStore().put(storageKey, inOnePiece(bytes));
  await ctx.transaction(async (tx) => {
    await tx.prisma.storedFile.create({
      data: {
        id: logoId,
        networkId,
        kind: 'logo',
        name: input.name,
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
      kind: 'phase.logo_kept',
      object: ['file', logoId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
  return { logoId };
}

/**
 * A logo as the network shows it; who may read all phases sees those of hidden ones as well.
 * @returns the bytes in base64, and whether everyone gets them
 * @throws DomainError not_found
 */
export async function logo(ctx: NetworkContext, logoId: string) {
  const seesAll = reach(ctx, 'phase.read').kind === 'network';
  const [file] = await ctx.transaction((tx) => tx.run(logoFile(ctx.network.id, logoId, seesAll)));
  if (!file) throw new DomainError('not_found');
  const content = await bytesOf(fileStore().get(file.storageKey));
  return {
    mime: file.mime,
    isPublic: file.isPublic && ctx.network.state !== 'draft',
    content: content.toString('base64'),
  };
}

/** A day later by the real clock, by which files are removed. */
export function dayAfter({ realNow }: NetworkContext): Date {
  return new Date(realNow.getTime() + 86_400_000);
}

function picture(bytes: Uint8Array): Picture {
  try {
    return cleanPicture(bytes);
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    throw new DomainError(
      error.code,
      error.code === 'picture_too_wide' ? { most: widestPicture } : {},
      'logo',
    );
  }
}

async function* upTo(most: number, content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > most) throw new DomainError('picture_too_large', { kilobytes: most / 1000 }, 'logo');
    yield chunk;
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
