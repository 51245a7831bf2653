import { newId } from '@tessera/db/id.server.ts';
import { requestedSeat } from '@tessera/db/registering.server.ts';
import { inNetwork, type Transaction } from '@tessera/db/scope.server.ts';
import { findByRequestKey, type LockedTraining } from '@tessera/db/seats.server.ts';
import type { z } from 'zod';
import type { NetworkContext, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { countAttempt } from '../identity/rate-limit.server.ts';
import { isLinkToken } from '../identity/secrets.server.ts';
import { readConfidential, sealOf } from '../privacy/seal.server.ts';
import { readForm, shownForm } from '../questions/form.server.ts';
import { answersIn, checkAnswers, type GivenAnswer } from '../questions/note.server.ts';
import { askedOf } from '../questions/rules.ts';
import { Answers } from '../questions/schema.ts';
import { seatToken } from '../seats/leave.server.ts';
import { checkOpen, requireWay } from '../seats/register.server.ts';
import { lockForSeats } from '../seats/settle.server.ts';
import { cardOf, takeForGuest } from './guest.server.ts';
import { isRequestOpen, linkState } from './rules.ts';
import type { PublicLink, SeatAsking, SeatRequestLink } from './schema.ts';
import { publicLinkName } from './ways.server.ts';

type Asking = NetworkContext & { request: RequestContext };
type RequestLink = z.output<typeof SeatRequestLink>;

/**
 * The event behind a public link, for whoever holds it.
 * @throws DomainError not_found for a wrong link, link_expired for one that was switched off or ended
 */
export async function publicLinkPage(ctx: NetworkContext, link: z.output<typeof PublicLink>) {
  return inNetwork(ctx.network.id, async (tx) => {
    await requireLink(tx, ctx, link);
    return { ...(await cardOf(tx, ctx, link.trainingId)), form: await formOf(tx, ctx, link.trainingId) };
  });
}

/**
 * Asks for a seat by a public link: a mail goes to the address, and the seat is asked for when its link is confirmed. The
 * answer is the same whoever asks, known or not.
 * @throws DomainError not_found, link_expired, too_many_attempts, question_changed, answer_unfit, and those of `checkOpen`
 */
export async function askByLink(ctx: Asking, input: z.output<typeof SeatAsking>): Promise<void> {
  const { trainingId, givenName, familyName, nameOrder, email, language, mode, seatLanguage } = input;
  const sent = { answers: [input.answers], seen: input.formVersion };
  const networkId = ctx.network.id;
  await countAttempt('address', `registration ${ctx.request.ip}`);
  const [answers = []] = await inNetwork(networkId, async (tx) => {
    const training = await requireLink(tx, ctx, input);
    checkOpen(ctx, training);
    return checkAnswers(tx, networkId, training, sent);
  });
  if (input.website !== '') return;
  await countAttempt('mail', `registration ${email}`);
  const person = { givenName, familyName, nameOrder, email, language, mode, seatLanguage };
  await inNetwork(networkId, async (tx) => {
    const id = newId();
    await tx.prisma.seatRequest.create({
      data: {
        id,
        networkId,
        trainingId,
        ...person,
        answers: await sealedAnswers(tx, ctx, id, answers),
        askedAt: ctx.now,
      },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'seat.requested',
      object: ['seat_request', id],
      actorId: null,
      at: ctx.now,
      payload: { trainingId },
    });
  });
}

/**
 * What the link of a confirmation mail opens: what was asked for, or what came of it.
 * @throws DomainError not_found for a wrong link, link_expired
 */
export async function requestPage(ctx: NetworkContext, link: RequestLink) {
  requireToken(link);
  const networkId = ctx.network.id;
  return inNetwork(networkId, async (tx) => {
    const request = await findRequest(tx, ctx, link);
    const [seat] = await tx.run(requestedSeat(networkId, link.seatRequestId));
    if (seat) {
      const { id, participantId, state, trainingId } = seat;
      return {
        training: await cardOf(tx, ctx, trainingId),
        seat: { id, state, token: seatToken({ id, participantId }) },
        asked: null,
      };
    }
    const { givenName, familyName, nameOrder, email, trainingId } = requireOpen(request, ctx.now);
    const order = nameOrder === 'family_first' ? ('family_first' as const) : ('given_first' as const);
    return {
      training: await cardOf(tx, ctx, trainingId),
      seat: null,
      asked: { givenName, familyName, nameOrder: order, email },
    };
  });
}

/**
 * Confirms the address and asks for the seat; what was typed is deleted. Confirming again changes nothing.
 * @throws DomainError not_found, link_expired, way_closed, already_registered, and those of `checkOpen`
 */
export async function confirmRequest(ctx: NetworkContext, link: RequestLink): Promise<void> {
  requireToken(link);
  const networkId = ctx.network.id;
  await inNetwork(networkId, async (tx) => {
    const found = await findRequest(tx, ctx, link);
    const [repeat] = await tx.run(findByRequestKey(networkId, link.seatRequestId));
    if (repeat) return;
    const request = requireOpen(found, ctx.now);
    const place = { networkId, now: ctx.now, actorId: null };
    const training = await lockForSeats(tx, place, request.trainingId);
    const [faster] = await tx.run(findByRequestKey(networkId, link.seatRequestId));
    if (faster) return;
    checkOpen(ctx, training);
    requireWay(training, 'link');
    const { givenName, familyName, email, language, mode, seatLanguage } = request;
    await takeForGuest(tx, ctx, training, {
      givenName,
      familyName,
      nameOrder: request.nameOrder === 'family_first' ? 'family_first' : 'given_first',
      email,
      language,
      mode: mode === 'onsite' || mode === 'online' ? mode : null,
      seatLanguage,
      requestKey: request.id,
      answers: await answersOf(tx, ctx, training, request),
    });
    await tx.prisma.seatRequest.deleteMany({ where: { networkId, trainingId: training.id, email } });
  });
}

// Answers wait sealed for the confirmation, whatever they are about: nobody but who typed them has a use for them yet.
async function sealedAnswers(tx: Transaction, ctx: NetworkContext, id: string, answers: GivenAnswer[]) {
  if (answers.length === 0) return null;
  const given = Object.fromEntries(answers.map(({ question, values }) => [question.name, values]));
  const seal = await sealOf(tx, ctx.network.id, ctx.now);
  return seal('seat_request.answers', id, JSON.stringify(given));
}

// Whoever has asked is not sent back because the questions changed meanwhile: what does not fit any more is left out, and
// the page of the seat asks for it.
async function answersOf(
  tx: Transaction,
  ctx: NetworkContext,
  training: LockedTraining,
  { id, answers }: { id: string; answers: Uint8Array | null },
): Promise<GivenAnswer[]> {
  if (answers === null || training.formVersion === 0) return [];
  const networkId = ctx.network.id;
  const { questions } = await readForm(tx, networkId, training.id);
  const opened = await readConfidential(tx, {
    networkId,
    actorId: null,
    at: ctx.now,
    right: 'own',
    object: ['seat_request', id],
    subjectPersonId: null,
    fields: { 'seat_request.answers': answers },
  });
  const read = opened['seat_request.answers'];
  if (read.state !== 'open') return [];
  return answersIn(askedOf(questions, 'participant'), Answers.parse(JSON.parse(read.text)));
}

async function formOf(tx: Transaction, ctx: NetworkContext, trainingId: string) {
  const { version, questions } = await readForm(tx, ctx.network.id, trainingId);
  return shownForm(ctx, version, questions);
}

async function requireLink(tx: Transaction, ctx: NetworkContext, link: z.output<typeof PublicLink>) {
  const networkId = ctx.network.id;
  const training = await tx.prisma.training.findFirst({
    where: { networkId, id: link.trainingId },
    include: { registrationLink: true },
  });
  const { round, endsAt } = training?.registrationLink ?? { round: 1, endsAt: null };
  const isRight = isLinkToken('registration', publicLinkName(link.trainingId, round), link.token);
  if (!training || !isRight) throw new DomainError('not_found');
  const { registrationWays: ways } = training;
  if (linkState({ ways, endsAt }, ctx.now) !== 'open') throw new DomainError('link_expired');
  return training;
}

function requireToken({ seatRequestId, token }: RequestLink): void {
  if (!isLinkToken('seat_request', seatRequestId, token)) throw new DomainError('not_found');
}

// Read before its seat: a confirmation that comes in between deletes the one and makes the other.
function findRequest(tx: Transaction, ctx: NetworkContext, { seatRequestId }: RequestLink) {
  return tx.prisma.seatRequest.findFirst({ where: { networkId: ctx.network.id, id: seatRequestId } });
}

function requireOpen<Request extends Parameters<typeof isRequestOpen>[0]>(
  request: Request | null,
  now: Date,
) {
  if (!request || !isRequestOpen(request, now)) throw new DomainError('link_expired');
  return request;
}
