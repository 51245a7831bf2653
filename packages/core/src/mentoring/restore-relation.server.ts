import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { note, todayOf } from './note.server.ts';
import type { RelationState } from './rules.ts';

/** Brings a locked relation back to where it was before its closing was requested. */
export async function restoreRelation(
  tx: Transaction,
  ctx: Acting,
  { relationId, movedFrom, state }: { relationId: string; movedFrom: string | null; state: RelationState },
): Promise<void> {
  if (state !== 'closing' || movedFrom === null || movedFrom === 'closing') return;
  await tx.prisma.mentoringRelation.updateMany({
    where: { networkId: ctx.network.id, id: relationId },
    data: { state: movedFrom, ...(movedFrom === 'active' ? { resumedOn: new Date(todayOf(ctx)) } : {}) },
  });
  await note(tx, ctx, 'mentoring.relation_moved', ['mentoring_relation', relationId], {
    from: state,
    state: movedFrom,
  });
}
