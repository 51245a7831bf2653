import { cleanPicture, type Picture, PictureError, widestPicture } from '@tessera/files/picture.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type EventKind, recordEvent } from '../events/record.server.ts';
import { bytesUpTo, dayAfter, keepStored } from './keep.server.ts';

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
 * @throws DomainError picture_too_large, picture_type, picture_svg, picture_broken, picture_too_wide, file_infected,
 *   file_not_scanned
 */
export async function keepPicture(ctx: Acting, input: NewPicture): Promise<string> {
  const { kind, event, name, field, mostBytes } = input;
  const tooLarge = new DomainError('picture_too_large', { kilobytes: mostBytes / 1000 }, field);
  const { mime, bytes } = picture(await bytesUpTo(mostBytes, input.content, tooLarge), field);
  const file = { kind, name, mime, bytes, deleteAfter: dayAfter(ctx), field };
  return keepStored(ctx, file, async (tx, { fileId }) => {
    await recordEvent(tx, {
      networkId: ctx.network.id,
      kind: event,
      object: ['file', fileId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
    return fileId;
  });
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
