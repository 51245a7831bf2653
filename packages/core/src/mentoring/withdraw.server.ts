import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { moveOn } from './mentees.server.ts';

/**
 * Takes a mentee with a login out of a programme because they wish so. No reason is asked, and their mentor's access ends
 * with it.
 * @throws DomainError not_found, transition_not_possible
 */
export async function withdraw(ctx: Acting, menteeId: string): Promise<void> {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  await ctx.transaction(async (tx) => {
    const own = await tx.prisma.menteeProfile.findFirst({
      where: { networkId, id: menteeId, personId },
      select: { id: true },
    });
    if (!own) throw new DomainError('not_found');
    await moveOn(tx, ctx, menteeId, 'withdrawn');
  });
}
