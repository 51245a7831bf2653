import { settleRecordings } from '@tessera/db/cards.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type Sound, SoundRefused, soundOf } from '@tessera/files/sound.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { bytesUpTo, dayAfter, keepStored } from '../files/keep.server.ts';
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
  const tooLarge = { kilobytes: mostRecordingBytes / 1000 };
  const bytes = await bytesUpTo(
    mostRecordingBytes,
    content,
    new DomainError('recording_too_large', tooLarge, 'file'),
  );
  const { mime, seconds } = checked(bytes);
  const file = { kind: 'card_recording', name: '', mime, bytes, deleteAfter: null, field: 'file' };
  await keepStored(ctx, file, async (tx, { fileId }) => {
    await look(tx);
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
