import { lockRelation, ownRelation } from '@tessera/db/mentoring.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { isLiving, isUnderWay, type RelationState } from './rules.ts';

/** What somebody is in a relation: its mentor, or one of its mentees with a login. */
export type Part = { as: 'mentor' } | { as: 'mentee'; menteeId: string };

/**
 * What somebody is in a living relation, also in one that is only proposed: for what a proposal itself can be asked.
 * @throws DomainError not_found, relation_ended for those who belonged to it
 */
export async function partIn(
  tx: Transaction,
  ctx: Acting,
  relationId: string,
): Promise<Part & { state: RelationState }> {
  const [own] = await tx.run(ownRelation(ctx.network.id, relationId, ctx.actor.personId));
  if (!own) throw new DomainError('not_found');
  const state = own.state as RelationState;
  // A role that is over takes along what came with it, whatever other role the person holds.
  const isOver = own.isMentor && !ctx.grants.some(({ role }) => role === 'mentor');
  if (!isLiving(state) || own.hasLeft || isOver) throw new DomainError('relation_ended');
  if (own.isMentor) return { as: 'mentor', state };
  return { as: 'mentee', menteeId: own.menteeId ?? '', state };
}

/**
 * Lets the mentor and the mentees of a living relation in, and nobody else: not another mentor, not the coordinator, and
 * nobody who was only asked. It holds as long as the relation lives, and for a mentee until they leave it.
 * @throws DomainError not_found, relation_not_running while it is proposed, relation_ended for those who belonged to it
 */
export async function requirePart(
  tx: Transaction,
  ctx: Acting,
  relationId: string,
): Promise<Part & { state: RelationState }> {
  const part = await partIn(tx, ctx, relationId);
  if (part.state === 'proposed') throw new DomainError('relation_not_running');
  return part;
}

/**
 * The same behind the lock of the relation, for what is written while it is under way.
 * @throws DomainError not_found, relation_ended, relation_not_running
 */
export async function requireRunningPart(
  tx: Transaction,
  ctx: Acting,
  relationId: string,
): Promise<Part & { state: RelationState }> {
  await tx.run(lockRelation(ctx.network.id, relationId));
  const part = await requirePart(tx, ctx, relationId);
  if (!isUnderWay(part.state)) throw new DomainError('relation_not_running');
  return part;
}

/**
 * The mentees of an entry are in the relation now; a mentee writes about themselves alone.
 * @throws DomainError mentee_not_here
 */
export async function requireMenteesHere(
  tx: Transaction,
  ctx: Acting,
  part: Part,
  relationId: string,
  menteeIds: readonly string[],
): Promise<void> {
  const here = await tx.prisma.mentoringRelationMentee.findMany({
    where: { networkId: ctx.network.id, relationId, leftOn: null },
    select: { menteeId: true },
  });
  const may = here
    .map(({ menteeId }) => menteeId)
    .filter((id) => part.as === 'mentor' || id === part.menteeId);
  if (!menteeIds.every((id) => may.includes(id))) throw new DomainError('mentee_not_here', {}, 'menteeIds');
}
