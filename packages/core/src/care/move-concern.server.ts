import { lockConcern } from '@tessera/db/care.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import type { z } from 'zod';
import { type Acting, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { sealOf } from '../privacy/seal.server.ts';
import { type ConcernState, nextStates } from './concern-rules.ts';
import type { ConcernMove } from './schema.ts';

/**
 * Writes what a lead decided or did about a concern, and where it stands now.
 * @throws DomainError not_found, state_changed
 */
export async function moveConcern(
  ctx: Acting,
  { concernId, state, text }: z.output<typeof ConcernMove>,
): Promise<void> {
  const networkId = ctx.network.id;
  requireOn(ctx, 'concern.move', {});
  await ctx.transaction(async (tx) => {
    const [concern] = await tx.run(lockConcern(networkId, concernId));
    if (!concern) throw new DomainError('not_found');
    const from = concern.state as ConcernState;
    if (!nextStates(from).includes(state)) throw new DomainError('state_changed');
    await tx.prisma.safeguardingConcern.updateMany({
      where: { networkId, id: concernId },
      data: {
        state,
        ...(from === 'raised' ? { triagedAt: ctx.now } : {}),
        ...(state === 'closed' ? { closedAt: ctx.now } : {}),
      },
    });
    const entryId = newId();
    const seal = await sealOf(tx, networkId, ctx.now);
    await tx.prisma.safeguardingEntry.createMany({
      data: [
        {
          id: entryId,
          networkId,
          concernId,
          state,
          writtenAt: ctx.now,
          writtenById: ctx.actor.personId,
          concernText: seal('safeguarding_entry.concern_text', entryId, text),
        },
      ],
    });
    await recordEvent(tx, {
      networkId,
      kind: 'concern.moved',
      object: ['concern', concernId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { from, state },
    });
  });
}
