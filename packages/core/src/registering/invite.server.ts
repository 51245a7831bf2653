import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { readInvitationLines } from '../members/rules.ts';
import { invitationEnd, mostInvited } from './rules.ts';
import type { SeatInvitations } from './schema.ts';

/**
 * Invites everyone in pasted lines to register for an event, or nobody: a line that cannot be used keeps all of them back.
 * Whoever was invited and did not answer gets the same invitation again; whoever answered gets none.
 * @returns how many mails go out
 * @throws DomainError not_found, way_closed, training_begun, invitation_lines_invalid, invitation_lines_repeated, invalid
 */
export async function inviteToEvent(
  ctx: Acting,
  { trainingId, people: typed }: z.output<typeof SeatInvitations>,
): Promise<{ sent: number }> {
  const { people, wrong, repeated } = readInvitationLines(typed);
  if (wrong.length > 0)
    throw linesRefused(
      'invalid',
      wrong.map(({ number, text }) => `${number} (${text})`),
    );
  if (repeated.length > 0) throw linesRefused('repeated', repeated);
  if (people.length === 0 || people.length > mostInvited)
    throw new DomainError('too_many_invited', { max: mostInvited }, 'people');
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const expiresAt = await endOf(tx, ctx, trainingId);
    const emails = people.map(({ email }) => email);
    const known = await tx.prisma.seatInvitation.findMany({
      where: { networkId, trainingId, email: { in: emails } },
    });
    const again = known.filter(({ answeredAt }) => answeredAt === null).map(({ id }) => id);
    const added = people.filter(({ email }) => known.every((row) => row.email !== email));
    const fresh = added.map(({ email, name }) => ({ id: newId(), email, invitedName: name }));
    await tx.prisma.seatInvitation.createMany({
      data: fresh.map((row) => ({
        ...row,
        networkId,
        trainingId,
        language: ctx.network.defaultLanguage,
        createdAt: ctx.now,
        sentAt: ctx.now,
        expiresAt,
        invitedById: ctx.actor.personId,
      })),
    });
    await markSent(tx, ctx, again, expiresAt);
    const ids = [...fresh.map(({ id }) => id), ...again];
    await recordSent(tx, ctx, trainingId, ids);
    return { sent: ids.length };
  });
}

/**
 * Sends one invitation again and counts its days anew, also after it had run out or was taken back.
 * @throws DomainError not_found, invitation_used, way_closed, training_begun
 */
export async function resendSeatInvitation(
  ctx: Acting,
  seatInvitationId: string,
): Promise<{ trainingId: string }> {
  return ctx.transaction(async (tx) => {
    const { trainingId, answeredAt } = await invitationIn(tx, ctx, seatInvitationId);
    if (answeredAt) throw new DomainError('invitation_used');
    await markSent(tx, ctx, [seatInvitationId], await endOf(tx, ctx, trainingId));
    await recordSent(tx, ctx, trainingId, [seatInvitationId]);
    return { trainingId };
  });
}

/**
 * Takes an invitation back that was not answered; its link stops working at once.
 * @throws DomainError not_found, invitation_used
 */
export async function revokeSeatInvitation(
  ctx: Acting,
  seatInvitationId: string,
): Promise<{ trainingId: string }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const { trainingId } = await invitationIn(tx, ctx, seatInvitationId);
    const { count } = await tx.prisma.seatInvitation.updateMany({
      where: { networkId, id: seatInvitationId, answeredAt: null, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw new DomainError('invitation_used');
    await recordEvent(tx, {
      networkId,
      kind: 'seat_invitation.revoked',
      object: ['seat_invitation', seatInvitationId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { trainingId },
    });
    return { trainingId };
  });
}

async function invitationIn(tx: Transaction, ctx: Acting, id: string) {
  const found = await tx.prisma.seatInvitation.findFirst({ where: { networkId: ctx.network.id, id } });
  if (!found) throw new DomainError('not_found');
  return found;
}

async function endOf(tx: Transaction, ctx: Acting, trainingId: string): Promise<Date> {
  const training = await tx.prisma.training.findFirst({
    where: { networkId: ctx.network.id, id: trainingId },
    select: { startsAt: true, registrationWays: true },
  });
  if (!training) throw new DomainError('not_found');
  if (!training.registrationWays.includes('invitation')) throw new DomainError('way_closed', {}, 'people');
  if (training.startsAt <= ctx.now) throw new DomainError('training_begun', {}, 'people');
  return invitationEnd(training, ctx.now);
}

async function markSent(tx: Transaction, ctx: Acting, ids: string[], expiresAt: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.prisma.seatInvitation.updateMany({
    where: { networkId: ctx.network.id, id: { in: ids }, answeredAt: null },
    data: { sentAt: ctx.now, expiresAt, revokedAt: null, sentCount: { increment: 1 } },
  });
}

function recordSent(tx: Transaction, ctx: Acting, trainingId: string, ids: string[]): Promise<void> {
  return recordEvent(
    tx,
    ...ids.map((id) => ({
      networkId: ctx.network.id,
      kind: 'seat_invitation.sent' as const,
      object: ['seat_invitation', id] as ['seat_invitation', string],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { trainingId },
    })),
  );
}

function linesRefused(why: 'invalid' | 'repeated', lines: string[]): DomainError {
  const shown = lines.slice(0, 5).join(', ');
  return new DomainError(
    `invitation_lines_${why}`,
    { lines: lines.length > 5 ? `${shown} …` : shown },
    'people',
  );
}
