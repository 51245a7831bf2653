import { seatsWithoutLogin } from '@tessera/db/modules.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { note } from './note.server.ts';
import type { MenteeSeats } from './schema.ts';

/**
 * Who sat in the modules of a mentee's programme without a login, and who of them the mentee is: somebody without one is
 * known in a list of attendance by nothing but the coordinator's word.
 * @throws DomainError not_found
 */
export async function menteeSeats(ctx: Acting, menteeId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const mentee = await tx.prisma.menteeProfile.findFirst({
      where: { networkId, id: menteeId, purgedAt: null },
      select: { alias: true, personId: true },
    });
    if (!mentee) throw new DomainError('not_found');
    const seats = await tx.run(seatsWithoutLogin(networkId, menteeId, ctx.language));
    return {
      alias: mentee.alias,
      seats: seats
        .filter((seat) => seat.menteeId === null || seat.menteeId === menteeId)
        .map(({ menteeId: known, ...seat }) => ({ ...seat, isOwn: known !== null })),
    };
  });
}

/**
 * Says who a mentee is in the lists of the modules, anew.
 * @throws DomainError not_found, also for a seat of somebody else
 */
export async function saveMenteeSeats(
  ctx: Acting,
  { menteeId, participantIds }: z.output<typeof MenteeSeats>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const mentee = await tx.prisma.menteeProfile.findFirst({
      where: { networkId, id: menteeId, purgedAt: null },
      select: { programmeId: true },
    });
    if (!mentee) throw new DomainError('not_found');
    const seats = await tx.run(seatsWithoutLogin(networkId, menteeId, ctx.language));
    const free = seats.filter((seat) => seat.menteeId === null || seat.menteeId === menteeId);
    const chosen = [...new Set(participantIds)];
    if (chosen.some((id) => !free.some(({ participantId }) => participantId === id)))
      throw new DomainError('not_found');
    await tx.prisma.menteeParticipant.deleteMany({ where: { networkId, menteeId } });
    await tx.prisma.menteeParticipant.createMany({
      data: chosen.map((participantId) => ({ ...mentee, networkId, menteeId, participantId })),
    });
    await note(tx, ctx, 'mentoring.seats_found', ['mentee', menteeId], { count: chosen.length });
  });
}
