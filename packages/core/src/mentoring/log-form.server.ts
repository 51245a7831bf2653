import { type LogFormRow, logFormOf, type PlannedRow, plannedIn } from '@tessera/db/mentoring.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { requirePart } from './access.server.ts';
import { ownDraft } from './page.server.ts';
import { isUnderWay } from './rules.ts';

/**
 * What the form of a session starts from, and what its reader was writing. No text of the relation is opened for it, so a
 * phone that keeps the form keeps nothing that was said.
 * @throws DomainError not_found, relation_ended
 */
export async function logForm(ctx: Acting, relationId: string) {
  const networkId = ctx.network.id;
  const { personId } = ctx.actor;
  return ctx.transaction(async (tx) => {
    const part = await requirePart(tx, ctx, relationId);
    const isMentor = part.as === 'mentor';
    const [[form], planned] = await tx.runAll<[LogFormRow, PlannedRow]>([
      logFormOf(networkId, relationId, personId, ctx.language),
      plannedIn(networkId, [relationId], isMentor ? null : [part.menteeId]),
    ]);
    if (!form) throw new DomainError('not_found');
    return {
      ...form,
      as: part.as,
      canWrite: isUnderWay(part.state),
      mentees: form.mentees.filter(({ id }) => isMentor || id === part.menteeId),
      planned: planned.map(({ id, day, startsAt, menteeIds }) => ({ id, day, startsAt, menteeIds })),
      draft: await ownDraft(tx, ctx, relationId),
      personId,
      now: ctx.now,
      timeZone: ctx.network.timeZone,
    };
  });
}
