import { answersOfSeat, removeAnswers } from '@tessera/db/questions.server.ts';
import { inNetwork, type Transaction } from '@tessera/db/scope.server.ts';
import { type SeatForChange, seatById } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { askAgain } from '../seats/ask-again.server.ts';
import { seatBehind } from '../seats/leave.server.ts';
import { withChoices } from '../seats/queries.server.ts';
import { isLiving } from '../seats/rules.ts';
import { lockForSeats } from '../seats/settle.server.ts';
import { requireOnSeatSupport } from '../support/access.server.ts';
import { inWords, readForm } from './form.server.ts';
import { answersIn, noteAnswers, refuse } from './note.server.ts';
import { askedOf, isOtherAnswer, problemsOf } from './rules.ts';
import type { LinkAnswers, LinkOfAnswers, SeatAnswers } from './schema.ts';

type Who = 'participant' | 'organiser';
type Sent = Pick<z.output<typeof SeatAnswers>, 'answers' | 'formVersion'>;

/**
 * The questions to whoever sits in a seat, with what was answered; of a sealed answer only that there is one.
 * @throws DomainError not_found
 */
export async function answersPage(ctx: Acting, seatId: string) {
  return ctx.transaction(async (tx) => {
    const { seat, right } = await requireOnSeatSupport(tx, ctx, seatId, 'answer.read');
    const page = await pageOf(tx, ctx, seat, right === 'organiser' ? 'organiser' : 'participant');
    return { ...page, seat: withChoices(ctx, page.seat) };
  });
}

/**
 * The same for whoever holds the link of a seat.
 * @throws DomainError not_found
 */
export async function answersPageByLink(ctx: NetworkContext, link: z.output<typeof LinkOfAnswers>) {
  const networkId = ctx.network.id;
  return inNetwork(networkId, async (tx) =>
    pageOf(tx, ctx, await seatBehind(tx, networkId, link), 'participant'),
  );
}

/**
 * Answers the questions in a seat, or answers them anew, until the event begins; the organiser as long as the seat stands.
 * A sealed answer that is left empty stays. Where the organiser decides on seats, another answer than the one that was
 * approved is decided on again; what was missing can be added.
 * @throws DomainError not_found, seat_not_active, training_begun, question_changed, answer_unfit
 */
export async function answerQuestions(
  ctx: Acting,
  { seatId, ...sent }: z.output<typeof SeatAnswers>,
): Promise<{ count: number; isAskedAgain: boolean }> {
  return ctx.transaction(async (tx) => {
    const { seat, right } = await requireOnSeatSupport(tx, ctx, seatId, 'answer.give');
    const who = right === 'organiser' ? 'organiser' : 'participant';
    return answer(tx, ctx, seat, { who, actorId: ctx.actor.personId, ...sent });
  });
}

/**
 * Answers in the name of whoever got the link of a seat.
 * @throws DomainError not_found, seat_not_active, training_begun, question_changed, answer_unfit
 */
export async function answerByLink(
  ctx: NetworkContext,
  { seatId, token, ...sent }: z.output<typeof LinkAnswers>,
): Promise<{ count: number; isAskedAgain: boolean }> {
  const networkId = ctx.network.id;
  return inNetwork(networkId, async (tx) => {
    const seat = await seatBehind(tx, networkId, { seatId, token });
    return answer(tx, ctx, seat, { who: 'participant', actorId: null, ...sent });
  });
}

async function pageOf(tx: Transaction, ctx: NetworkContext, { id, trainingId }: SeatForChange, who: Who) {
  const networkId = ctx.network.id;
  const [[seat], { version, questions }, rows] = await Promise.all([
    tx.run(seatById(networkId, id, ctx.language)),
    readForm(tx, networkId, trainingId),
    tx.run(answersOfSeat(networkId, id)),
  ]);
  if (!seat) throw new DomainError('not_found');
  const byId = new Map(rows.map((row) => [row.questionId, row]));
  const asked = askedOf(questions, who);
  return {
    seat,
    version,
    questions: asked.map((question) => inWords(question, ctx)),
    answers: Object.fromEntries(
      asked.flatMap((question) => {
        const given = byId.get(question.id)?.given ?? [];
        return given.length > 0 ? [[question.name, given]] : [];
      }),
    ),
    /** Names of the questions with a sealed answer */
    sealed: asked.filter((question) => byId.get(question.id)?.isSealed).map(({ name }) => name),
    canAnswer: isLiving(seat) && (who === 'organiser' || ctx.now < seat.startsAt),
  };
}

async function answer(
  tx: Transaction,
  ctx: NetworkContext,
  { id: seatId, trainingId }: SeatForChange,
  { who, actorId, answers, formVersion }: Sent & { who: Who; actorId: string | null },
): Promise<{ count: number; isAskedAgain: boolean }> {
  const networkId = ctx.network.id;
  const place = { networkId, now: ctx.now, actorId };
  const training = await lockForSeats(tx, place, trainingId);
  const seat = await tx.prisma.seat.findFirst({
    where: { networkId, id: seatId },
    select: { id: true, state: true, participantId: true, registrationId: true },
  });
  if (!seat || !isLiving(seat)) throw new DomainError('seat_not_active');
  if (who !== 'organiser' && ctx.now >= training.startsAt) throw new DomainError('training_begun');
  const [{ questions }, before] = await Promise.all([
    readForm(tx, networkId, trainingId),
    tx.run(answersOfSeat(networkId, seatId)),
  ]);
  const asked = askedOf(questions, who);
  const isSealedBefore = new Set(before.filter((row) => row.isSealed).map((row) => row.questionId));
  const kept = asked.filter(({ id }) => isSealedBefore.has(id)).map(({ name }) => name);
  refuse(problemsOf(asked, answers, formVersion, kept));
  const given = answersIn(asked, answers);
  const stays = [
    ...questions.filter((question) => !asked.includes(question)),
    ...asked.filter(({ name }) => kept.includes(name)),
  ];
  await tx.run(
    removeAnswers(
      networkId,
      seatId,
      stays.map(({ id }) => id),
    ),
  );
  await noteAnswers(tx, { ...place, trainingId }, [
    { seatId, participantId: seat.participantId, answers: given },
  ]);
  const isOther = who === 'participant' && isOtherAnswer(asked, before, given);
  const isAskedAgain = isOther && training.needsApproval && (await askAgain(tx, place, trainingId, seat));
  return { count: given.length, isAskedAgain };
}
