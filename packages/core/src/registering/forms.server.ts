import { askedForm, formSheet } from '@tessera/db/registering.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import type { participantForms } from '../phases/rules.ts';
import type { FormTicks } from './schema.ts';

type Form = Exclude<(typeof participantForms)[number], 'none'>;

/** Which form the phase of a training asks of everyone, and whose is missing. `form` is null where none is asked. */
export async function participantFormsOf(ctx: Acting, trainingId: string) {
  const networkId = ctx.network.id;
  const [[asked], rows] = await ctx.transaction((tx) =>
    Promise.all([
      tx.run(askedForm(networkId, trainingId)),
      tx.run(formSheet(networkId, trainingId, ctx.language)),
    ]),
  );
  return {
    form: (asked?.form ?? null) as Form | null,
    rows,
    missing: rows.filter(({ receivedAt }) => receivedAt === null).length,
  };
}

/**
 * Notes whose form has come in, and takes back what was ticked by mistake. Seats that were not shown stay as they are, and
 * so does the moment of what was ticked before.
 * @throws DomainError not_found
 */
export async function markForms(
  ctx: Acting,
  { trainingId, seatIds, receivedIds }: z.output<typeof FormTicks>,
): Promise<{ received: number; missing: number }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const where = { networkId, trainingId };
    const training = await tx.prisma.training.findFirst({
      where: { networkId, id: trainingId },
      select: { id: true },
    });
    if (!training) throw new DomainError('not_found');
    const shown = (await tx.run(formSheet(networkId, trainingId, ctx.language))).filter(({ seatId }) =>
      seatIds.includes(seatId),
    );
    const isTicked = ({ seatId }: { seatId: string }) => receivedIds.includes(seatId);
    const added = shown.filter((row) => isTicked(row) && row.receivedAt === null);
    const removed = shown.filter((row) => !isTicked(row) && row.receivedAt !== null);
    await tx.prisma.participantForm.createMany({
      data: added.map(({ seatId }) => ({
        ...where,
        seatId,
        receivedAt: ctx.now,
        receivedById: ctx.actor.personId,
      })),
      // Two people may tick the same list.
      skipDuplicates: true,
    });
    await tx.prisma.participantForm.deleteMany({
      where: { ...where, seatId: { in: removed.map(({ seatId }) => seatId) } },
    });
    if (added.length + removed.length > 0)
      await recordEvent(tx, {
        networkId,
        kind: 'training.forms_received',
        object: ['training', trainingId],
        actorId: ctx.actor.personId,
        at: ctx.now,
        payload: { received: added.length, takenBack: removed.length },
      });
    return { received: added.length, missing: shown.filter((row) => !isTicked(row)).length };
  });
}
