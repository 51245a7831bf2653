import { moveTraining } from '@tessera/db/trainings.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { SendingBack } from './schema.ts';

/**
 * Sends a proposal back to who made it, with the reason; they can change it and propose it again.
 * @throws DomainError not_found, transition_not_possible
 */
export async function sendBack(
  ctx: Acting,
  { trainingId, reason }: z.output<typeof SendingBack>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const where = { networkId, id: trainingId };
    const training = await tx.prisma.training.findFirst({ where, select: { id: true } });
    if (!training) throw new DomainError('not_found');
    const [moved] = await tx.run(moveTraining(networkId, trainingId, 'submitted', 'draft', '', ctx.now));
    if (!moved) throw new DomainError('transition_not_possible');
    const returned = { reason, returnedAt: ctx.now };
    await tx.prisma.trainingReturn.deleteMany({ where: { networkId, trainingId } });
    await tx.prisma.trainingReturn.create({ data: { networkId, trainingId, ...returned } });
    await recordEvent(tx, {
      networkId,
      kind: 'training.sent_back',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
}
