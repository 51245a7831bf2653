import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { todayOf } from '../mentoring/note.server.ts';
import type { Mute } from './schema.ts';

/**
 * Keeps a step silent about a relation or a mentee until a day; on that day it speaks again. Today ends the silence.
 * @throws DomainError not_found, day_behind
 */
export async function muteStep(
  ctx: Acting,
  { aboutId, step, until, reason }: z.output<typeof Mute>,
): Promise<void> {
  const networkId = ctx.network.id;
  if (until < todayOf(ctx)) throw new DomainError('day_behind', {}, 'until');
  await ctx.transaction(async (tx) => {
    const where = { networkId, id: aboutId };
    const relation = await tx.prisma.mentoringRelation.findFirst({ where, select: { id: true } });
    const mentee = relation ? null : await tx.prisma.menteeProfile.findFirst({ where, select: { id: true } });
    if (!relation && !mentee) throw new DomainError('not_found');
    const data = { mutedUntil: new Date(until), reason, mutedById: ctx.actor.personId, mutedAt: ctx.now };
    await tx.prisma.mentoringMute.upsert({
      where: { networkId_aboutId_step: { networkId, aboutId, step } },
      create: { networkId, aboutId, step, ...data },
      update: data,
    });
    await recordEvent(tx, {
      networkId,
      kind: 'care.muted',
      object: [relation ? 'mentoring_relation' : 'mentee', aboutId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { step, until, reason },
    });
  });
}
