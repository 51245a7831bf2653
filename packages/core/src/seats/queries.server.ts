import {
  findSeat,
  type MySeatLine,
  ownSeatsIn,
  quotasOfTraining,
  seatById,
  seatsOfActor,
  seatsOfActorIn,
  sessionLimits,
} from '@tessera/db/seats.server.ts';
import { otherDates } from '@tessera/db/wishes.server.ts';
import { type Acting, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { giveBackUntil, isInTimeToGiveBack } from '../trainings/rules.ts';
import { requireOnSeat } from './cancel.server.ts';
import { isLiving } from './rules.ts';

/** Seats of the actor's institutions and of the actor, with positions; `trainingId` limits them to one training. */
export async function mySeats(ctx: Acting, trainingId: string | null) {
  const whose = whoseSeats(ctx);
  const rows = await ctx.transaction((tx) =>
    tx.run(trainingId === null ? seatsOfActor(...whose) : seatsOfActorIn(...whose, trainingId)),
  );
  return { now: ctx.now, seats: rows.map((seat) => withChoices(ctx, seat)) };
}

/** The question for the reader's seats in one training, for a page that asks for more in the same message. */
export function ownSeatsStatement(ctx: Acting, trainingId: string) {
  return ownSeatsIn(...whoseSeats(ctx), trainingId);
}

/** The further quotas of a training of this network, with what they count now, for who is about to ask for seats. */
export async function quotaRoom(ctx: NetworkContext, trainingId: string) {
  return ctx.transaction((tx) => tx.run(quotasOfTraining(ctx.network.id, trainingId)));
}

/** The half-days of a training that have a number of places of their own, with what covers them now. */
export async function sessionRoom(ctx: NetworkContext, trainingId: string) {
  return ctx.transaction((tx) => tx.run(sessionLimits(ctx.network.id, trainingId)));
}

/** Where whoever has to wait for a training could come as well. */
export async function datesBeside(ctx: NetworkContext, trainingId: string) {
  return ctx.transaction((tx) => tx.run(otherDates(ctx.network.id, trainingId, ctx.now, ctx.language)));
}

function whoseSeats(ctx: Acting) {
  const allowed = reach(ctx, 'registration.read');
  const institutionIds = allowed.kind === 'institutions' ? allowed.institutionIds : [];
  return [ctx.network.id, ctx.actor.personId, institutionIds, ctx.language] as const;
}

/**
 * One seat that the actor may change.
 * @throws DomainError not_found
 */
export async function seatPage(ctx: Acting, seatId: string) {
  return ctx.transaction(async (tx) => {
    const [[rights], [seat]] = await Promise.all([
      tx.run(findSeat(ctx.network.id, seatId)),
      tx.run(seatById(ctx.network.id, seatId, ctx.language)),
    ]);
    if (!rights || !seat) throw new DomainError('not_found');
    requireOnSeat(ctx, rights);
    return { now: ctx.now, seat: withChoices(ctx, seat) };
  });
}

/** A seat with what its reader can do with it: the same answers that the verbs give. One without a name can still get one afterwards. */
export function withChoices(ctx: Acting, seat: MySeatLine) {
  const isOpen = isLiving(seat);
  const isOrganiser = reach(ctx, 'registration.manage').kind === 'network';
  const training = { ...seat, state: seat.trainingState };
  const until = giveBackUntil(training, seat);
  const isInTime = isInTimeToGiveBack(training, seat, ctx.now);
  return {
    ...seat,
    cancelDeadline: until,
    canCancel: isOpen && (isOrganiser ? until === null || ctx.now < seat.endsAt : isInTime),
    canName: isOpen && (ctx.now < seat.startsAt || seat.participantId === null),
  };
}
