import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { linkToken } from '../identity/secrets.server.ts';
import { lockForSeats } from '../seats/settle.server.ts';
import { invitationState, linkState, type RegistrationWay } from './rules.ts';
import type { Ways } from './schema.ts';

/** The name under which the secret of a public link is derived: a new round ends the link before. */
export function publicLinkName(trainingId: string, round: number): string {
  return `${trainingId}:${round}`;
}

/**
 * How one registers for a training, with its public link and everyone who was invited.
 * @throws DomainError not_found
 */
export async function waysOf(ctx: Acting, trainingId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async ({ prisma }) => {
    const training = await prisma.training.findFirst({
      where: { networkId, id: trainingId },
      select: {
        timeZone: true,
        registrationWays: true,
        needsApproval: true,
        pendingCounts: true,
        registrationLink: true,
        seatInvitations: { orderBy: [{ createdAt: 'desc' }, { email: 'asc' }], take: 1000 },
      },
    });
    if (!training) throw new DomainError('not_found');
    const { registrationLink, registrationWays: ways, seatInvitations, ...rest } = training;
    const { round, endsAt } = registrationLink ?? { round: 1, endsAt: null };
    return {
      ...rest,
      ways: ways as RegistrationWay[],
      link: {
        state: linkState({ ways, endsAt }, ctx.now),
        endsAt,
        token: linkToken('registration', publicLinkName(trainingId, round)),
      },
      invitations: seatInvitations.map(({ id, email, invitedName, sentCount, sentAt, ...times }) => ({
        id,
        email,
        name: invitedName,
        sentCount,
        sentAt,
        expiresAt: times.expiresAt,
        state: invitationState(times, ctx.now),
      })),
    };
  });
}

/**
 * Sets how one registers for a training. Seats that exist stay as they are.
 * @throws DomainError not_found, training_over
 */
export async function setWays(ctx: Acting, input: z.output<typeof Ways>): Promise<void> {
  const networkId = ctx.network.id;
  const { trainingId, ways, needsApproval, pendingCounts, linkEndsAt } = input;
  await ctx.transaction(async (tx) => {
    const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
    const training = await lockForSeats(tx, place, trainingId);
    if (training.endsAt <= ctx.now && training.state !== 'draft') throw new DomainError('training_over');
    await tx.prisma.training.updateMany({
      where: { networkId, id: trainingId },
      data: { registrationWays: ways, needsApproval, pendingCounts, updatedAt: ctx.now },
    });
    await tx.prisma.registrationLink.upsert({
      where: { networkId_trainingId: { networkId, trainingId } },
      create: { networkId, trainingId, endsAt: linkEndsAt },
      update: { endsAt: linkEndsAt },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'training.ways_changed',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { ways, needsApproval, pendingCounts },
    });
  });
}

/** A training that is made after another one is registered for in the same ways; its public link is its own. */
export async function copyWays(
  { prisma }: Transaction,
  networkId: string,
  fromId: string,
  toId: string,
): Promise<void> {
  const ways = await prisma.training.findFirst({
    where: { networkId, id: fromId },
    select: { registrationWays: true, needsApproval: true, pendingCounts: true },
  });
  if (ways) await prisma.training.updateMany({ where: { networkId, id: toId }, data: ways });
}

/**
 * Makes a new public link; the one before opens nothing from now on.
 * @throws DomainError not_found
 */
export async function renewLink(ctx: Acting, trainingId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const training = await tx.prisma.training.findFirst({
      where: { networkId, id: trainingId },
      select: { id: true },
    });
    if (!training) throw new DomainError('not_found');
    await tx.prisma.registrationLink.upsert({
      where: { networkId_trainingId: { networkId, trainingId } },
      create: { networkId, trainingId, round: 2 },
      update: { round: { increment: 1 } },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'training.link_renewed',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
}
