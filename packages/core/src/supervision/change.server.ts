import { lockSupervision } from '@tessera/db/supervision.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { mayChange } from './rules.ts';
import type { ChangedSupervision } from './schema.ts';
import { noteMeeting, planNext, rowOf, writeMentors } from './write.server.ts';

/**
 * Changes a meeting, or writes who was there and what it was about; by who leads it alone, because they read the themes.
 * A meeting to come is told anew when it moves to another day or another mentor comes to it.
 * @throws DomainError not_found, not_allowed, state_changed when it was cancelled or its time is over, what `rowOf` and `planNext` refuse
 */
export async function changeSupervision(
  ctx: Acting,
  { supervisionId, ...fields }: z.output<typeof ChangedSupervision>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const [meeting] = await tx.run(lockSupervision(networkId, supervisionId));
    if (!meeting) throw new DomainError('not_found');
    const isLed = meeting.ledById === ctx.actor.personId;
    if (!isLed) throw new DomainError('not_allowed');
    if (meeting.isPurged || !mayChange({ ...meeting, isLed })) throw new DomainError('state_changed');
    const row = await rowOf(tx, ctx, supervisionId, fields);
    const before = await tx.prisma.supervisionMentor.findMany({
      where: { networkId, meetingId: supervisionId },
      select: { mentorId: true },
    });
    const hasNew = fields.mentorIds.some((id) => !before.some(({ mentorId }) => mentorId === id));
    const isMoved = row.state === 'planned' && (meeting.day !== fields.day || hasNew);
    await tx.prisma.supervisionMeeting.updateMany({
      where: { networkId, id: supervisionId },
      data: { ...row, ...(isMoved && { remindedAt: null }) },
    });
    await writeMentors(tx, networkId, supervisionId, fields.mentorIds);
    const isHeldNow = row.state === 'held' && meeting.state === 'planned';
    const kind = isMoved ? 'supervision.planned' : isHeldNow ? 'supervision.held' : 'supervision.changed';
    await noteMeeting(tx, ctx, kind, supervisionId, fields.mentorIds.length);
    await planNext(tx, ctx, fields);
  });
}
