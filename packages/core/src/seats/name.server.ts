import { findSeat } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { Actor, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { requireOnSeat } from './cancel.server.ts';
import { nameOf, participantsFor } from './participants.server.ts';
import { isLiving } from './rules.ts';
import type { SeatNaming } from './schema.ts';
import { lockForSeats } from './settle.server.ts';

/**
 * Says who sits in a seat, or puts a colleague in the place of another; the seat keeps its state and its history. Naming
 * the same person again corrects the order in which the name is written.
 * @throws DomainError not_found, seat_not_active, already_registered, certificate issued: seat_not_active
 */
export async function nameSeat(
  ctx: NetworkContext & { actor: Actor },
  input: z.output<typeof SeatNaming>,
): Promise<void> {
  const networkId = ctx.network.id;
  const { seatId, ...person } = input;
  await ctx.transaction(async (tx) => {
    const [seen] = await tx.run(findSeat(networkId, seatId));
    if (!seen) throw new DomainError('not_found');
    requireOnSeat(ctx, seen);
    const { trainingId, institutionId } = seen;
    await lockForSeats(tx, { networkId, now: ctx.now, actorId: ctx.actor.personId }, trainingId);
    const [seat] = await tx.run(findSeat(networkId, seatId));
    if (!seat || !isLiving(seat)) throw new DomainError('seat_not_active');
    const marked = await tx.prisma.attendanceRecord.findFirst({
      where: { networkId, seatId },
      select: { seatId: true },
    });
    if (marked && seat.participantId) throw new DomainError('seat_not_active');
    const [found] = await participantsFor(tx, { networkId, institutionId, trainingId, now: ctx.now }, [
      person,
    ]);
    if (!found) return;
    if (found.id === seat.participantId) {
      const { nameOrder } = person;
      await tx.prisma.participant.updateMany({ where: { networkId, id: found.id }, data: { nameOrder } });
    } else {
      if (found.hasSeat) throw new DomainError('already_registered', { name: nameOf(person) }, 'familyName');
      await tx.prisma.seat.updateMany({
        where: { networkId, id: seatId },
        data: { participantId: found.id, changedAt: ctx.now },
      });
    }
    await recordEvent(tx, {
      networkId,
      kind: 'seat.named',
      object: ['seat', seatId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { trainingId, previousParticipantId: seat.participantId },
    });
  });
}
