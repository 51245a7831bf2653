import { createHash } from 'node:crypto';
import { settleRecordings } from '@tessera/db/cards.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { type Sound, SoundRefused, soundOf } from '@tessera/files/sound.ts';
import type { z } from 'zod';
import { DomainError } from '../errors.ts';
import { dayAfter } from '../files/pictures.server.ts';
import { fileStore } from '../files/store.server.ts';
import type { Acting } from '../mentoring/note.server.ts';
import { lockLiving, mayWrite, note, textAsSeen } from './access.server.ts';
import { mostRecordingBytes, mostRecordingSeconds } from './rules.ts';
import type { NewRecording } from './schema.ts';

/**
 * Keeps a recording of the version of a text that was seen, in the place of an earlier one. Nobody outside hears it until
 * another person who knows the language has listened to it; the text stays where it is.
 * @throws DomainError not_found, not_allowed, card_retired, text_changed, file_empty, recording_too_large,
 *   recording_too_long, sound_type, sound_broken
 */
export async function keepRecording(
  ctx: Acting,
  { content, ...seen }: z.output<typeof NewRecording>,
): Promise<void> {
  const { cardId, language, version } = seen;
  const networkId = ctx.network.id;
  if (!mayWrite(ctx, language)) throw new DomainError('not_allowed');
  const look = async (tx: Transaction) => textAsSeen(await lockLiving(tx, ctx, cardId), seen);
  // Who may not keep one is told before it is read.
  await ctx.transaction(look);
  const bytes = await bytesOf(upTo(mostRecordingBytes, content));
  const { mime, seconds } = checked(bytes);
  const fileId = newId();
  const storageKey = `${networkId}/${fileId}`;
  await fileStore().put(storageKey, inOnePiece(bytes));
  try {
    await ctx.transaction(async (tx) => {
      await look(tx);
      await tx.prisma.storedFile.create({
        data: {
          id: fileId,
          networkId,
          kind: 'card_recording',
          name: '',
          mime,
          size: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          storageKey,
          createdAt: ctx.now,
          createdById: ctx.actor.personId,
        },
      });
      const where = { networkId, cardId, language };
      await tx.prisma.cardRecording.deleteMany({ where });
      await tx.prisma.cardRecording.create({
        data: {
          ...where,
          version,
          fileId,
          seconds: Math.ceil(seconds),
          recordedById: ctx.actor.personId,
          recordedAt: ctx.now,
        },
      });
      await tx.run(settleRecordings(networkId, dayAfter(ctx)));
      await note(tx, ctx, 'card.recorded', cardId, { language, version, bytes: bytes.length });
    });
  } catch (failure) {
    await fileStore().remove(storageKey);
    throw failure;
  }
}

function checked(bytes: Buffer): Sound {
  if (bytes.length === 0) throw new DomainError('file_empty', {}, 'file');
  const sound = soundIn(bytes);
  if (sound.seconds > mostRecordingSeconds)
    throw new DomainError('recording_too_long', { seconds: mostRecordingSeconds }, 'file');
  return sound;
}

function soundIn(bytes: Buffer): Sound {
  try {
    return soundOf(bytes);
  } catch (error) {
    if (!(error instanceof SoundRefused)) throw error;
    throw new DomainError(error.code, {}, 'file');
  }
}

async function* upTo(most: number, content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > most) throw new DomainError('recording_too_large', { kilobytes: most / 1000 }, 'file');
    yield chunk;
  }
}

async function* inOnePiece(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
