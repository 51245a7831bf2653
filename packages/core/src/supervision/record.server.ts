import { newId } from '@tessera/db/id.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { NewSupervision } from './schema.ts';
import { noteMeeting, planNext, rowOf, writeMentors } from './write.server.ts';

/**
 * Writes down a supervision meeting that the writer leads: one to come, or one that was held. Sent twice it is one.
 * @throws DomainError what `rowOf` and `planNext` refuse; not_found for the nonce of somebody else
 */
export async function recordSupervision(
  ctx: Acting,
  { nonce, ...fields }: z.output<typeof NewSupervision>,
): Promise<{ supervisionId: string }> {
  const networkId = ctx.network.id;
  const ledById = ctx.actor.personId;
  return ctx.transaction(async (tx) => {
    const id = newId();
    const row = await rowOf(tx, ctx, id, fields);
    const { count } = await tx.prisma.supervisionMeeting.createMany({
      data: [{ ...row, id, networkId, ledById, nonce }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const where = { networkId, nonce, ledById };
      const known = await tx.prisma.supervisionMeeting.findFirst({ where, select: { id: true } });
      if (!known) throw new DomainError('not_found');
      return { supervisionId: known.id };
    }
    await writeMentors(tx, networkId, id, fields.mentorIds);
    await noteMeeting(tx, ctx, `supervision.${row.state}`, id, fields.mentorIds.length);
    await planNext(tx, ctx, fields);
    return { supervisionId: id };
  });
}
