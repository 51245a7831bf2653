import { newId } from '@tessera/db/id.server.ts';
import { lockCards } from '@tessera/db/institutions.server.ts';
import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { MembershipState } from './rules.ts';
import { type Joining, NewInstitution } from './schema.ts';

/**
 * Enters an institution in the common register (its public card). Whichever network it joins first keeps the card.
 * @returns its id; one with the same name, kind and place keeps its card
 */
export async function registerInstitution(input: z.input<typeof NewInstitution>, now: Date): Promise<string> {
  const { texts, ...card } = NewInstitution.parse(input);
  return inScope({ door: 'register' }, async (tx) => {
    const existing = await tx.prisma.institution.findFirst({
      where: { kind: card.kind, locality: card.locality, texts: { some: { name: texts[0]?.name ?? '' } } },
      select: { id: true },
    });
    if (existing) return existing.id;
    const id = newId();
    await tx.prisma.institution.create({ data: { ...card, id, verifiedAt: now, createdAt: now } });
    await tx.prisma.institutionText.createMany({
      data: texts.map((text) => ({ ...text, institutionId: id })),
    });
    return id;
  });
}

type Place = { actorId: string | null; now: Date; networkId: string };

/** Makes an institution a member of a network, or a guest that sees only its own rows there. */
export async function joinNetwork(ctx: Place, input: z.output<typeof Joining>): Promise<void> {
  await inScope({ networkId: ctx.networkId, door: 'register' }, (tx) =>
    addMembership(tx, ctx, { ...input, state: 'active' }),
  );
}

/**
 * Writes the membership, unless there is one; door "register". Who keeps no network's card is kept by this one.
 * @throws DomainError institution_merged
 */
export async function addMembership(
  tx: Transaction,
  { networkId, actorId, now }: Place,
  input: z.output<typeof Joining> & { state: MembershipState },
): Promise<void> {
  const { institutionId, role, isGuest, state } = input;
  await tx.run(lockCards([institutionId]));
  const existing = await tx.prisma.membership.findFirst({
    where: { networkId, institutionId },
    select: { id: true },
  });
  if (existing) return;
  const card = await tx.prisma.institution.findFirst({
    where: { id: institutionId },
    select: { state: true },
  });
  if (!card) throw new DomainError('not_found');
  if (card.state === 'merged') throw new DomainError('institution_merged');
  await tx.prisma.membership.create({ data: { ...input, id: newId(), networkId, isPublic: !isGuest } });
  if (!isGuest) {
    await tx.prisma.institution.updateMany({
      where: { id: institutionId, keeperNetworkId: null },
      data: { keeperNetworkId: networkId },
    });
  }
  await recordEvent(tx, {
    networkId,
    kind: 'institution.joined',
    object: ['institution', institutionId],
    actorId,
    at: now,
    payload: { role, isGuest, state },
  });
}
