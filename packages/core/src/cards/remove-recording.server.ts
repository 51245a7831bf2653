import { settleRecordings } from '@tessera/db/cards.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { dayAfter } from '../files/keep.server.ts';
import { lock, mayWrite, note, verifiedBy } from './access.server.ts';
import type { RecordingOfText } from './schema.ts';

/**
 * Takes a recording away at once, of a retired card as well: whoever may write the text or knows its language.
 * @throws DomainError not_found, not_allowed
 */
export async function removeRecording(
  ctx: Acting,
  { cardId, language, recordingId }: z.output<typeof RecordingOfText>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await lock(tx, ctx, cardId);
    if (!mayWrite(ctx, language) && !verifiedBy(ctx).includes(language)) throw new DomainError('not_allowed');
    const { count } = await tx.prisma.cardRecording.deleteMany({
      where: { networkId, cardId, language, fileId: recordingId },
    });
    if (count === 0) throw new DomainError('not_found');
    await tx.run(settleRecordings(networkId, dayAfter(ctx)));
    await note(tx, ctx, 'card.recording_removed', cardId, { language });
  });
}
