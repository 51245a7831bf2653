import { writtenSession } from '@tessera/db/mentoring.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { requireRunningPart } from './access.server.ts';
import { note } from './note.server.ts';
import type { StepTick } from './schema.ts';

/**
 * Ticks a next step off, or takes the tick back: its mentor, or a mentee who was in the session. The text is not opened.
 * @throws DomainError not_found, relation_ended, relation_not_running
 */
export async function tickStep(
  ctx: Acting,
  { relationId, entryId, step, isDone }: z.output<typeof StepTick>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const part = await requireRunningPart(tx, ctx, relationId);
    const session = await tx.prisma.mentoringSession.findFirst({
      where: { networkId, relationId, id: entryId },
      select: { steps: true, stepsDone: true },
    });
    const [written] = await tx.run(writtenSession(networkId, relationId, entryId, ctx.actor.personId));
    if (!session || !written || step >= session.steps) throw new DomainError('not_found');
    if (part.as === 'mentee' && !written.menteeIds.includes(part.menteeId))
      throw new DomainError('not_found');
    const others = session.stepsDone.filter((index) => index !== step);
    await tx.prisma.mentoringSession.updateMany({
      where: { networkId, id: entryId },
      data: { stepsDone: isDone ? [...others, step].toSorted((a, b) => a - b) : others },
    });
    await note(tx, ctx, 'mentoring.step_ticked', ['mentoring_session', entryId], { relationId, isDone });
  });
}
