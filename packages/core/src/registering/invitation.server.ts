import { requestedSeat } from '@tessera/db/registering.server.ts';
import { inNetwork, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { isLinkToken } from '../identity/secrets.server.ts';
import { readForm, shownForm } from '../questions/form.server.ts';
import { checkAnswers } from '../questions/note.server.ts';
import { seatToken } from '../seats/leave.server.ts';
import { checkOpen, requireWay } from '../seats/register.server.ts';
import { lockForSeats } from '../seats/settle.server.ts';
import { cardOf, takeForGuest } from './guest.server.ts';
import { invitationState } from './rules.ts';
import type { InvitedSeat, SeatInvitationLink } from './schema.ts';

type Link = z.output<typeof SeatInvitationLink>;

/**
 * What a personal invitation opens: its event, or what came of it.
 * @throws DomainError not_found for a wrong link, link_expired
 */
export async function seatInvitationPage(ctx: NetworkContext, link: Link) {
  const networkId = ctx.network.id;
  return inNetwork(networkId, async (tx) => {
    const invitation = await readInvitation(tx, ctx, link);
    const training = await cardOf(tx, ctx, invitation.trainingId);
    const { email, invitedName: name, expiresAt } = invitation;
    const [seat] = await tx.run(requestedSeat(networkId, invitation.id));
    if (!seat) {
      const { version, questions } = await readForm(tx, networkId, invitation.trainingId);
      const form = shownForm(ctx, version, questions);
      return { training, invited: { email, name, expiresAt, form }, seat: null };
    }
    const { id, state, participantId } = seat;
    return { training, invited: null, seat: { id, state, token: seatToken({ id, participantId }) } };
  });
}

/**
 * Registers the invited address, once. The link came to that address, so nothing more has to be confirmed.
 * @throws DomainError not_found, link_expired, way_closed, already_registered, question_changed, answer_unfit, and those of
 *   `checkOpen`
 */
export async function answerSeatInvitation(
  ctx: NetworkContext,
  { seatInvitationId, token, answers, formVersion, ...person }: z.output<typeof InvitedSeat>,
): Promise<void> {
  const networkId = ctx.network.id;
  await inNetwork(networkId, async (tx) => {
    const seen = await readInvitation(tx, ctx, { seatInvitationId, token });
    const place = { networkId, now: ctx.now, actorId: null };
    const training = await lockForSeats(tx, place, seen.trainingId);
    const { id, email, answeredAt } = await readInvitation(tx, ctx, { seatInvitationId, token });
    if (answeredAt) return;
    checkOpen(ctx, training);
    requireWay(training, 'invitation');
    const [given = []] = await checkAnswers(tx, networkId, training, {
      answers: [answers],
      seen: formVersion,
    });
    await takeForGuest(tx, ctx, training, { ...person, email, requestKey: id, answers: given });
    await tx.prisma.seatInvitation.updateMany({ where: { networkId, id }, data: { answeredAt: ctx.now } });
    await recordEvent(tx, {
      networkId,
      kind: 'seat_invitation.answered',
      object: ['seat_invitation', id],
      actorId: null,
      at: ctx.now,
      payload: { trainingId: training.id },
    });
  });
}

async function readInvitation(tx: Transaction, ctx: NetworkContext, { seatInvitationId, token }: Link) {
  if (!isLinkToken('seat_invitation', seatInvitationId, token)) throw new DomainError('not_found');
  const found = await tx.prisma.seatInvitation.findFirst({
    where: { networkId: ctx.network.id, id: seatInvitationId },
  });
  if (!found) throw new DomainError('not_found');
  if (['expired', 'revoked'].includes(invitationState(found, ctx.now))) throw new DomainError('link_expired');
  return found;
}
