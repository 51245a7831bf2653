import { newId } from '@tessera/db/id.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { sealOf } from '../privacy/seal.server.ts';
import type { NewConcern } from './schema.ts';

/**
 * Raises a concern about somebody's safety; the leads are told at once. The trail says that one was raised and not by
 * whom: a coordinator reads it. Sent twice it is one concern.
 * @throws DomainError not_found for the nonce of somebody else
 */
export async function raiseConcern(
  ctx: Acting,
  { nonce, isDanger, category, about, text }: z.output<typeof NewConcern>,
): Promise<{ concernId: string }> {
  const networkId = ctx.network.id;
  const raisedById = ctx.actor.personId;
  const concernId = newId();
  return ctx.transaction(async (tx) => {
    const { count } = await tx.prisma.safeguardingConcern.createMany({
      data: [{ id: concernId, networkId, isDanger, raisedAt: ctx.now, raisedById, nonce }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const known = await tx.prisma.safeguardingConcern.findFirst({
        where: { networkId, nonce, raisedById },
        select: { id: true },
      });
      if (!known) throw new DomainError('not_found');
      return { concernId: known.id };
    }
    const entryId = newId();
    const seal = await sealOf(tx, networkId, ctx.now);
    await tx.prisma.safeguardingEntry.createMany({
      data: [
        {
          id: entryId,
          networkId,
          concernId,
          state: 'raised',
          writtenAt: ctx.now,
          writtenById: raisedById,
          concernCategory: seal('safeguarding_entry.concern_category', entryId, category),
          concernAbout: about ? seal('safeguarding_entry.concern_about', entryId, about) : null,
          concernText: seal('safeguarding_entry.concern_text', entryId, text),
        },
      ],
    });
    await recordEvent(tx, {
      networkId,
      kind: 'concern.raised',
      object: ['concern', concernId],
      actorId: null,
      at: ctx.now,
    });
    return { concernId };
  });
}
