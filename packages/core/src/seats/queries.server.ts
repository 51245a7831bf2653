import {
  findSeat,
  type MySeatLine,
  seatById,
  seatsOfActor,
  seatsOfActorIn,
} from '@tessera/db/seats.server.ts';
import { type Actor, type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { giveBackUntil } from '../trainings/rules.ts';
import { requireOnSeat } from './cancel.server.ts';

type Acting = NetworkContext & { actor: Actor };

/** Seats of the actor's institutions and of the actor, with positions; `trainingId` limits them to one training. */
export async function mySeats(ctx: Acting, trainingId: string | null) {
  const rows = await ctx.transaction((tx) => tx.run(mySeatsStatement(ctx, trainingId)));
  return { now: ctx.now, seats: seatViews(ctx, rows) };
}

/** What `mySeats` asks, for a page that asks for more in the same message. */
export function mySeatsStatement(ctx: Acting, trainingId: string | null) {
  const allowed = reach(ctx, 'registration.read');
  const institutionIds = allowed.kind === 'institutions' ? allowed.institutionIds : [];
  const whose = [ctx.network.id, ctx.actor.personId, institutionIds, ctx.language] as const;
  return trainingId === null ? seatsOfActor(...whose) : seatsOfActorIn(...whose, trainingId);
}

/** The seats with what their reader can do with them. */
export function seatViews(ctx: Acting, rows: MySeatLine[]) {
  return rows.map((seat) => withChoices(ctx, seat));
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

// The same answers that the verbs will give; a seat without a name can still get one after the training.
function withChoices(ctx: Acting, seat: MySeatLine) {
  const isLiving = ['waiting', 'offered', 'confirmed'].includes(seat.state);
  const isOrganiser = reach(ctx, 'registration.manage').kind === 'network';
  const until = giveBackUntil({ ...seat, state: seat.trainingState }, seat);
  const last = seat.state === 'waiting' ? seat.startsAt : until;
  const isInTime = until === null || (last !== null && ctx.now <= last);
  return {
    ...seat,
    cancelDeadline: until,
    canCancel: isLiving && (isOrganiser ? until === null || ctx.now < seat.endsAt : isInTime),
    canName: isLiving && (ctx.now < seat.startsAt || seat.participantId === null),
  };
}
