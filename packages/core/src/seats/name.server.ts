import { findSeat } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { Actor, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { requireOnSeat } from './cancel.server.ts';
import { participantsFor } from './participants.server.ts';
import type { SeatNaming } from './schema.ts';

/**
 * Says who sits in a seat, or puts a colleague in the place of another; the seat keeps its state and its history.
 * @throws DomainError not_found, seat_not_active, already_registered, certificate issued: seat_not_active
 */
export async function nameSeat(
  ctx: NetworkContext & { actor: Actor },
  input: z.output<typeof SeatNaming>,
): Promise<void> {
  const networkId = ctx.network.id;
  const { seatId, ...person } = input;
  await ctx.transaction(async (tx) => {
    const [seat] = await tx.run(findSeat(networkId, seatId));
    if (!seat) throw new DomainError('not_found');
    requireOnSeat(ctx, seat);
    if (!['waiting', 'offered', 'confirmed'].includes(seat.state)) throw new DomainError('seat_not_active');
    const marked = await tx.prisma.attendanceRecord.findFirst({
      where: { networkId, seatId },
      select: { seatId: true },
    });
    if (marked && seat.participantId) throw new DomainError('seat_not_active');
    const [participantId] = await participantsFor(
      tx,
      { networkId, institutionId: seat.institutionId, now: ctx.now },
      [person],
    );
    if (!participantId || participantId === seat.participantId) return;
    const taken = await tx.prisma.seat.findFirst({
      where: {
        networkId,
        trainingId: seat.trainingId,
        participantId,
        state: { in: ['waiting', 'offered', 'confirmed'] },
      },
      select: { id: true },
    });
    if (taken) throw new DomainError('already_registered', {}, 'familyName');
    await tx.prisma.seat.updateMany({
      where: { networkId, id: seatId },
      data: { participantId, changedAt: ctx.now },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'seat.named',
      object: ['seat', seatId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { trainingId: seat.trainingId, previousParticipantId: seat.participantId },
    });
  });
}
