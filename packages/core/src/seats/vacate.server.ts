import { inNetwork } from '@tessera/db/scope.server.ts';
import { findSeat } from '@tessera/db/seats.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { giveBack } from './cancel.server.ts';
import { isLiving, livingStates } from './rules.ts';
import { lockForSeats } from './settle.server.ts';

type Place = { networkId: string; now: Date; actorId: string | null };

/**
 * Takes people who were forgotten out of the seats that they hold or wait for in events to come, since no mail can ask them any
 * more: a place of an institution stays its own and is to be named, a place of their own is given back and the next in line
 * has it. Each seat has a transaction of its own, and one that fails keeps no other; a second time finds nothing to do.
 * @throws AggregateError at the end, when seats could not be vacated
 */
export async function vacateForgotten(...places: Place[]): Promise<void> {
  const failures: unknown[] = [];
  for (const place of places) {
    for (const seatId of await seatsOfForgotten(place)) {
      await vacate(place, seatId).catch((failure: unknown) => failures.push(failure));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'seats of forgotten people were not vacated');
}

async function seatsOfForgotten(place: Place): Promise<string[]> {
  const { networkId, now } = place;
  const seats = await inNetwork(networkId, ({ prisma }) =>
    prisma.seat.findMany({
      where: {
        networkId,
        state: { in: [...livingStates] },
        participant: { purgedAt: { not: null } },
        training: {
          state: { notIn: ['cancelled', 'archived'] },
          OR: [{ startsAt: { gt: now } }, { state: 'postponed' }],
        },
      },
      orderBy: { id: 'asc' },
      select: { id: true },
    }),
  );
  return seats.map(({ id }) => id);
}

function vacate(place: Place, seatId: string): Promise<void> {
  const { networkId, now } = place;
  return inNetwork(networkId, async (tx) => {
    const [seen] = await tx.run(findSeat(networkId, seatId));
    if (!seen) return;
    await lockForSeats(tx, place, seen.trainingId);
    const [seat] = await tx.run(findSeat(networkId, seatId));
    // An offer ran out, or somebody else was named meanwhile.
    if (!seat || !isLiving(seat) || seat.participantId !== seen.participantId) return;
    if (seat.institutionId === null) {
      await giveBack(tx, place, seat, 'organiser');
      return;
    }
    await tx.prisma.seat.updateMany({
      where: { networkId, id: seatId },
      data: { participantId: null, changedAt: now },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'seat.named',
      object: ['seat', seatId],
      actorId: place.actorId,
      at: now,
      payload: { trainingId: seat.trainingId, previousParticipantId: seat.participantId },
    });
  });
}
