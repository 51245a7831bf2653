import { lockMenteesOf, lockMentors, lockRelation } from '@tessera/db/mentoring.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { propose } from './propose.server.ts';
import { end } from './relations.server.ts';
import { mayMove, type RelationState } from './rules.ts';
import type { Handover } from './schema.ts';

/**
 * Hands the mentees of a relation over to another mentor, in one commit: the mentor before has no access any more, and the
 * other one is asked like everybody. What was written for both sides may come along; private notes stay with their author.
 * @throws DomainError not_found, transition_not_possible, and what `proposeRelation` throws
 */
export async function handOver(
  ctx: Acting,
  { relationId, mentorId, doNotesTravel, reason }: z.output<typeof Handover>,
): Promise<{ relationId: string }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const mentees = await tx.run(lockMenteesOf(networkId, relationId));
    const before = await tx.prisma.mentoringRelation.findFirst({
      where: { networkId, id: relationId },
      select: { mentorId: true },
    });
    if (!before || before.mentorId === mentorId) throw new DomainError('not_found');
    await tx.run(lockMentors(networkId, [before.mentorId, mentorId]));
    const [relation] = await tx.run(lockRelation(networkId, relationId));
    if (!relation) throw new DomainError('not_found');
    const state = relation.state as RelationState;
    if (!mayMove('relation', state, 'rematched') || mentees.length === 0)
      throw new DomainError('transition_not_possible');
    await end(tx, ctx, { ...relation, state }, 'rematched', mentees, reason);
    const menteeIds = mentees.map(({ id }) => id);
    const from = { predecessorId: relationId, doNotesTravel };
    const [id = ''] = await propose(tx, ctx, relation.programmeId, [{ mentorId, menteeIds }], from);
    return { relationId: id };
  });
}
