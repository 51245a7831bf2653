import { inNetwork, type Transaction } from '@tessera/db/scope.server.ts';
import { findSeat, type SeatForChange, seatById } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { isLinkToken, linkToken } from '../identity/secrets.server.ts';
import { giveBackUntil, isInTimeToGiveBack } from '../trainings/rules.ts';
import { giveBack } from './cancel.server.ts';
import { answerFor } from './offer.server.ts';
import { isLiving } from './rules.ts';
import type { SeatLink } from './schema.ts';

type Link = z.output<typeof SeatLink>;

/** The token of the link in a mail about a seat. It dies when somebody else is named for the seat. */
export function seatToken(seat: { id: string; participantId: string | null }): string {
  return linkToken('seat', nameOf(seat));
}

const nameOf = ({ id, participantId }: { id: string; participantId: string | null }) =>
  `${id}:${participantId ?? ''}`;

/**
 * What the holder of a link sees before giving a seat back.
 * @throws DomainError not_found
 */
export async function leavePage(ctx: NetworkContext, link: Link) {
  const { id: networkId } = ctx.network;
  return inNetwork(networkId, async (tx) => {
    await seatBehind(tx, networkId, link);
    const [seat] = await tx.run(seatById(networkId, link.seatId, ctx.language));
    if (!seat) throw new DomainError('not_found');
    const { state, trainingTitle, startsAt, endsAt, timeZone } = seat;
    const training = { ...seat, state: seat.trainingState };
    const canLeave = isLiving(seat) && isInTimeToGiveBack(training, seat, ctx.now);
    const until = giveBackUntil(training, seat);
    const canAccept = state === 'offered' && seat.offeredUntil !== null && ctx.now < seat.offeredUntil;
    return {
      state,
      position: seat.position,
      offeredUntil: seat.offeredUntil,
      reason: seat.decisionReason,
      trainingTitle,
      startsAt,
      endsAt,
      timeZone,
      cancelDeadline: until,
      canLeave,
      canAccept,
      asksQuestions: seat.asksQuestions,
    };
  });
}

/**
 * Gives a seat back, or the place in the line, in the name of whoever got the link.
 * @throws DomainError not_found, cancel_deadline_passed, training_over, seat_not_active
 */
export async function leave(ctx: NetworkContext, link: Link): Promise<{ promoted: number }> {
  const { id: networkId } = ctx.network;
  return inNetwork(networkId, async (tx) => {
    const seat = await seatBehind(tx, networkId, link);
    const { promoted } = await giveBack(tx, { networkId, now: ctx.now, actorId: null }, seat, 'link');
    return { promoted };
  });
}

/**
 * Accepts an offered seat in the name of whoever got the link.
 * @throws DomainError not_found, offer_expired
 */
export async function acceptByLink(ctx: NetworkContext, link: Link): Promise<void> {
  const { id: networkId } = ctx.network;
  await inNetwork(networkId, async (tx) => {
    const seat = await seatBehind(tx, networkId, link);
    await answerFor(tx, { networkId, now: ctx.now, actorId: null }, seat, 'accept', 'link');
  });
}

/**
 * The seat behind the link of a mail. A visitor sees no seat: the network is opened to look for this one, and closed again
 * unless the link is right.
 * @throws DomainError not_found for a wrong link
 */
export async function seatBehind(tx: Transaction, networkId: string, link: Link): Promise<SeatForChange> {
  const [seat] = await tx.run(findSeat(networkId, link.seatId));
  if (!seat || !isLinkToken('seat', nameOf(seat), link.token)) throw new DomainError('not_found');
  return seat;
}
