import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { lockUndecided } from './lock.server.ts';
import type { Refusal } from './schema.ts';

/**
 * Declines an application; the contact gets a mail with the reason.
 * @throws DomainError not_found, state_changed
 */
export async function declineApplication(
  ctx: Acting,
  { applicationId: id, reason }: z.output<typeof Refusal>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await lockUndecided(tx, networkId, id);
    await tx.prisma.membershipApplication.updateMany({
      where: { networkId, id },
      data: { decision: 'declined', decidedAt: ctx.now, reason },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'application.declined',
      object: ['application', id],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
}
