import { awayRegistrations, type HostRow } from '@tessera/db/exchange.server.ts';
import { inNetwork, runInEach, speakFor } from '@tessera/db/scope.server.ts';
import { seatsOfRegistrations } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import { type Acting, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { Reach } from '../permissions.ts';
import { readForm, shownForm } from '../questions/form.server.ts';
import { cancelSeat } from '../seats/cancel.server.ts';
import { nameSeat } from '../seats/name.server.ts';
import { answerOffer } from '../seats/offer.server.ts';
import { withChoices } from '../seats/queries.server.ts';
import type { OfferAnswer, SeatNaming } from '../seats/schema.ts';
import { guestContext, nowIn } from './guest.server.ts';

/** Seats that institutions of this network hold in trainings of others, by host, with what can be done with each. */
export async function awaySeats(ctx: Acting) {
  const receipts = await receiptsOf(ctx);
  const hosts = [...new Map(receipts.map(({ host }) => [host.id, host])).values()];
  const questions = hosts.map(({ id }) => ({
    networkId: id,
    statement: seatsOfRegistrations(
      id,
      receipts.flatMap(({ host, registrationId }) => (host.id === id ? [registrationId] : [])),
      ctx.language,
    ),
  }));
  const answers = await runInEach({ personId: ctx.actor.personId }, questions);
  return hosts.map((host, index) => {
    const guest = { ...ctx, now: nowIn(ctx, host), grants: [] };
    const { code, name } = host;
    return {
      host: { code, name },
      now: guest.now,
      seats: (answers[index] ?? []).map((seat) => withChoices(guest, seat)),
    };
  });
}

/**
 * One seat elsewhere that the actor may change.
 * @throws DomainError not_found
 */
export async function awaySeat(ctx: Acting, seatId: string) {
  for (const { host, now, seats } of await awaySeats(ctx)) {
    const seat = seats.find(({ id }) => id === seatId);
    if (seat) return { host, now, seat };
  }
  throw new DomainError('not_found');
}

/**
 * The same with what the event asks of whoever sits there; also when it is shared no more.
 * @throws DomainError not_found
 */
export async function awaySeatPage(ctx: Acting, seatId: string) {
  const page = await awaySeat(ctx, seatId);
  const { trainingId } = page.seat;
  const [receipt] = await receiptsOf(ctx, trainingId);
  if (!receipt) throw new DomainError('not_found');
  const form = await inNetwork(receipt.host.id, (tx) => readForm(tx, receipt.host.id, trainingId));
  return { ...page, form: shownForm(ctx, form.version, form.questions) };
}

/**
 * Gives a seat elsewhere back, as its institution; also when the partnership is over.
 * @throws DomainError not_found, cancel_deadline_passed, training_over, seat_not_active
 */
export async function cancelAway(ctx: Acting, seatId: string): Promise<void> {
  await atSeat(ctx, seatId, async (guest) => {
    await cancelSeat(guest, seatId);
  });
}

/** Says who sits in a seat elsewhere. @throws DomainError not_found, seat_not_active, already_registered */
export async function nameAway(ctx: Acting, input: z.output<typeof SeatNaming>): Promise<void> {
  await atSeat(ctx, input.seatId, async (guest) => {
    await nameSeat(guest, input);
  });
}

/** Answers an offered seat elsewhere. @throws DomainError not_found, offer_expired */
export function answerAway(ctx: Acting, input: z.output<typeof OfferAnswer>): Promise<void> {
  return atSeat(ctx, input.seatId, (guest) => answerOffer(guest, input));
}

/** What institutions for which the actor speaks asked for elsewhere; `trainingId` limits it to one training. */
export async function receiptsOf(ctx: Acting, trainingId: string | null = null) {
  const allowed = reach(ctx, 'registration.cancel');
  const ids = institutionsIn(allowed);
  if (ids?.length === 0) return [];
  const receipts = await ctx.transaction((tx) =>
    tx.run(awayRegistrations(ctx.network.id, ids, ctx.language)),
  );
  return receipts.filter((receipt) => trainingId === null || receipt.trainingId === trainingId);
}

function institutionsIn(allowed: Reach): string[] | null {
  if (allowed.kind === 'network') return null;
  return allowed.kind === 'institutions' ? allowed.institutionIds : [];
}

async function atSeat(ctx: Acting, seatId: string, work: (guest: Acting) => Promise<void>): Promise<void> {
  const { host, institutionId } = await hostOfSeat(ctx, seatId);
  await ctx.transaction(async (tx) => {
    await speakFor(tx, host.id);
    await work(guestContext(ctx, tx, host, institutionId));
    await speakFor(tx, ctx.network.id);
    await recordEvent(tx, {
      networkId: ctx.network.id,
      kind: 'seat.changed_away',
      object: ['institution', institutionId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { host: host.id, seatId },
    });
  });
}

async function hostOfSeat(ctx: Acting, seatId: string): Promise<{ host: HostRow; institutionId: string }> {
  const { seat } = await awaySeat(ctx, seatId);
  const receipt = (await receiptsOf(ctx, seat.trainingId)).find(
    ({ registrationId }) => registrationId === seat.registrationId,
  );
  if (!receipt || seat.institutionId === null) throw new DomainError('not_found');
  return { host: receipt.host, institutionId: seat.institutionId };
}
