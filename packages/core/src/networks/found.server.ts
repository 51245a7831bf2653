import { newId } from '@tessera/db/id.server.ts';
import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
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
    const parent = input.parentCode
      ? await tx.prisma.network.findFirst({ where: { code: input.parentCode }, select: { id: true } })
      : null;
    await insertNetwork(tx, ctx, input, { id, parentId: parent?.id ?? null, state: 'active' });
    return { id, isNew: true };
  });
}

/** Writes a network with its public card, in a transaction in its name with the door "platform". */
export async function insertNetwork(
  tx: Transaction,
  ctx: { actorId: string | null; now: Date },
  input: z.output<typeof NewNetwork>,
  place: { id: string; parentId: string | null; state: 'draft' | 'active' },
): Promise<void> {
  const { texts, parentCode: _parentCode, ...card } = input;
  await tx.prisma.network.create({ data: { ...card, ...place, createdAt: ctx.now } });
  const source = texts.find(({ language }) => language === card.defaultLanguage) ?? texts[0];
  await tx.prisma.networkText.createMany({
    data: texts.map((text) => ({
      ...text,
      networkId: place.id,
      sourceLanguage: text === source ? null : (source?.language ?? null),
      changedAt: ctx.now,
    })),
  });
  await recordEvent(tx, {
    networkId: place.id,
    kind: 'network.founded',
    object: ['network', place.id],
    actorId: ctx.actorId,
    at: ctx.now,
    payload: { code: input.code },
  });
}
