import { newId } from '@tessera/db/id.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { recordEvent } from '../events/record.server.ts';
import type { NewNetwork } from './schema.ts';

/**
 * Founds a network with its public card.
 * @param id only the platform's own row has a fixed one
 * @returns the id; a code that exists keeps its network and gives its id
 */
export async function foundNetwork(
  ctx: { actorId: string | null; now: Date },
  input: z.output<typeof NewNetwork>,
  id = newId(),
): Promise<{ id: string; isNew: boolean }> {
  return inScope({ networkId: id, door: 'platform' }, async (tx) => {
    const existing = await tx.prisma.network.findFirst({ where: { code: input.code }, select: { id: true } });
    if (existing) return { id: existing.id, isNew: false };
    const { texts, parentCode, ...card } = input;
    const parent = parentCode
      ? await tx.prisma.network.findFirst({ where: { code: parentCode }, select: { id: true } })
      : null;
    await tx.prisma.network.create({
      data: { ...card, id, parentId: parent?.id ?? null, createdAt: ctx.now },
    });
    await tx.prisma.networkText.createMany({ data: texts.map((text) => ({ ...text, networkId: id })) });
    await recordEvent(tx, {
      networkId: id,
      kind: 'network.founded',
      object: ['network', id],
      actorId: ctx.actorId,
      at: ctx.now,
      payload: { code: input.code },
    });
    return { id, isNew: true };
  });
}
