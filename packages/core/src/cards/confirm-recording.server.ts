import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { lockLiving, note, verifiedBy } from './access.server.ts';
import { confirmationRefused } from './rules.ts';
import type { RecordingOfText } from './schema.ts';

/**
 * Says that the recording that was heard says what stands there; from then on it is in the deck with its text.
 * @throws DomainError not_found, card_retired, and whatever `confirmationRefused` says
 */
export async function confirmRecording(
  ctx: Acting,
  { cardId, language, recordingId }: z.output<typeof RecordingOfText>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    await lockLiving(tx, ctx, cardId);
    const where = { networkId: ctx.network.id, cardId, language, fileId: recordingId };
    const found = await tx.prisma.cardRecording.findFirst({ where });
    if (!found) throw new DomainError('not_found');
    const { personId } = ctx.actor;
    const refused = confirmationRefused(found, { personId, languages: verifiedBy(ctx) });
    if (refused) throw new DomainError(refused);
    await tx.prisma.cardRecording.updateMany({
      where,
      data: { isConfirmed: true, confirmedById: personId },
    });
    await note(tx, ctx, 'card.recording_confirmed', cardId, { language, version: found.version });
  });
}
