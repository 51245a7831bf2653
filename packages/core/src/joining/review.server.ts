import type { Acting } from '../context.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { lockUndecided } from './lock.server.ts';

/**
 * Says that somebody looks into an application. One that is under review already stays so.
 * @throws DomainError not_found, state_changed
 */
export async function reviewApplication(ctx: Acting, id: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { reviewedAt } = await lockUndecided(tx, networkId, id);
    if (reviewedAt) return;
    await tx.prisma.membershipApplication.updateMany({
      where: { networkId, id },
      data: { reviewedAt: ctx.now },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'application.reviewed',
      object: ['application', id],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
}
