import { lockSupervision } from '@tessera/db/supervision.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { mayCancel } from './rules.ts';
import { noteMeeting } from './write.server.ts';

/**
 * Cancels a meeting that was to come.
 * @throws DomainError not_found, state_changed
 */
export async function cancelSupervision(ctx: Acting, supervisionId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const [meeting] = await tx.run(lockSupervision(networkId, supervisionId));
    if (!meeting) throw new DomainError('not_found');
    if (!mayCancel(meeting)) throw new DomainError('state_changed');
    const where = { networkId, id: supervisionId };
    await tx.prisma.supervisionMeeting.updateMany({ where, data: { state: 'cancelled' } });
    const count = await tx.prisma.supervisionMentor.count({ where: { networkId, meetingId: supervisionId } });
    await noteMeeting(tx, ctx, 'supervision.cancelled', supervisionId, count);
  });
}
