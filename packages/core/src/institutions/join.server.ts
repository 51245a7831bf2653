import { newId } from '@tessera/db/id.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { recordEvent } from '../events/record.server.ts';
import type { Joining, NewInstitution } from './schema.ts';

/**
 * Enters an institution in the common register (its public card).
 * @returns its id; one with the same name, kind and place keeps its card
 */
export async function registerInstitution(
  input: z.output<typeof NewInstitution>,
  now: Date,
): Promise<string> {
  const { texts, ...card } = input;
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

/** Makes an institution a member of a network, or a guest that sees only its own rows there. */
export async function joinNetwork(
  ctx: { actorId: string | null; now: Date; networkId: string },
  input: z.output<typeof Joining>,
): Promise<void> {
  const { networkId, actorId, now } = ctx;
  await inScope({ networkId }, async (tx) => {
    const existing = await tx.prisma.membership.findFirst({
      where: { networkId, institutionId: input.institutionId },
      select: { id: true },
    });
    if (existing) return;
    await tx.prisma.membership.create({
      data: { ...input, id: newId(), networkId, isPublic: !input.isGuest },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'institution.joined',
      object: ['institution', input.institutionId],
      actorId,
      at: now,
      payload: { role: input.role, isGuest: input.isGuest },
    });
  });
}
