import { removeAnswers } from '@tessera/db/questions.server.ts';
import { findSeat } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import { type Acting, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { checkAnswers, noteAnswers } from '../questions/note.server.ts';
import { askAgain } from './ask-again.server.ts';
import { requireOnSeat } from './cancel.server.ts';
import { nameOf, participantsFor } from './participants.server.ts';
import { isLiving } from './rules.ts';
import type { SeatNaming } from './schema.ts';
import { lockForSeats } from './settle.server.ts';

/**
 * Says who sits in a seat, or puts a colleague in the place of another; the seat keeps its state and its history. Naming
 * the same person again corrects the order in which the name is written. Where the organiser decides on seats and somebody
 * else does the naming, a new name is decided on again; what the seat holds it keeps until then. A new name answers the
 * questions of the event anew, and the former answers go.
 * @throws DomainError not_found, seat_not_active, already_registered, certificate issued: seat_not_active, question_changed,
 *   answer_unfit
 */
export async function nameSeat(
  ctx: Acting,
  input: z.output<typeof SeatNaming>,
): Promise<{ isAskedAgain: boolean }> {
  const networkId = ctx.network.id;
  const { seatId, answers, formVersion, ...person } = input;
  return ctx.transaction(async (tx) => {
    const [seen] = await tx.run(findSeat(networkId, seatId));
    if (!seen) throw new DomainError('not_found');
    requireOnSeat(ctx, seen);
    const { trainingId, institutionId } = seen;
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    const training = await lockForSeats(tx, place, trainingId);
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
    let isAskedAgain = false;
    if (!found) return { isAskedAgain };
    if (found.id === seat.participantId) {
      const { nameOrder } = person;
      await tx.prisma.participant.updateMany({ where: { networkId, id: found.id }, data: { nameOrder } });
    } else {
      if (found.hasSeat) throw new DomainError('already_registered', { name: nameOf(person) }, 'familyName');
      const [given = []] = await checkAnswers(tx, networkId, training, {
        answers: [answers],
        seen: formVersion,
      });
      await tx.prisma.seat.updateMany({
        where: { networkId, id: seatId },
        data: { participantId: found.id, changedAt: ctx.now },
      });
      if (training.formVersion > 0) await tx.run(removeAnswers(networkId, seatId, []));
      await noteAnswers(tx, { ...place, trainingId }, [{ seatId, participantId: found.id, answers: given }]);
      const isOrganiser = reach(ctx, 'registration.manage').kind === 'network';
      if (training.needsApproval && !isOrganiser) isAskedAgain = await askAgain(tx, place, trainingId, seat);
    }
    await recordEvent(tx, {
      networkId,
      kind: 'seat.named',
      object: ['seat', seatId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { trainingId, previousParticipantId: seat.participantId },
    });
    return { isAskedAgain };
  });
}
