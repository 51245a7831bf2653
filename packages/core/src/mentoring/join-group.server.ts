import { carryAsks } from '@tessera/db/matching.server.ts';
import { lockRelation } from '@tessera/db/mentoring.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { note, todayOf } from './note.server.ts';
import { propose } from './propose.server.ts';
import { type RelationState, takesIn } from './rules.ts';
import type { Joining } from './schema.ts';

/**
 * Asks a mentee into a group that already meets: a proposal to its mentor and to the mentee, answered as every other one. Those
 * who are in the group are not asked; they are not told who comes before it is settled.
 * @throws DomainError not_found, group_takes_nobody, and what `proposeRelation` throws
 */
export async function askIntoGroup(
  ctx: Acting,
  { relationId, menteeId }: z.output<typeof Joining>,
): Promise<{ relationId: string }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const group = await tx.prisma.mentoringRelation.findFirst({
      where: { networkId, id: relationId },
      select: { mentorId: true, programmeId: true },
    });
    if (!group) throw new DomainError('not_found');
    const { mentorId, programmeId } = group;
    const asked = { mentorId, menteeIds: [menteeId] };
    const [id = ''] = await propose(tx, ctx, programmeId, [asked], { joinsId: relationId });
    await requireOpen(tx, networkId, relationId);
    return { relationId: id };
  });
}

type Proposal = { relationId: string; joinsId: string; mentees: readonly { id: string }[] };

/**
 * Takes the mentees of a proposal, whose last answer is there, into the group that it asked into. Their mentor and the proposal
 * are locked. The proposal is gone: it was never a relation of its own, and nothing counts it as one.
 * @throws DomainError group_takes_nobody
 */
export async function joinGroup(
  tx: Transaction,
  ctx: Acting,
  { relationId, joinsId, mentees }: Proposal,
): Promise<{ state: RelationState }> {
  const networkId = ctx.network.id;
  const { state, programmeId } = await requireOpen(tx, networkId, joinsId);
  const ids = mentees.map(({ id }) => id);
  await tx.run(carryAsks(networkId, relationId, joinsId));
  await tx.prisma.mentoringAsk.deleteMany({ where: { networkId, relationId } });
  await tx.prisma.mentoringRelationMentee.deleteMany({ where: { networkId, relationId } });
  await tx.prisma.mentoringRelation.deleteMany({ where: { networkId, id: relationId } });
  for (const menteeId of ids)
    await tx.prisma.mentoringRelationMentee.upsert({
      where: { networkId_relationId_menteeId: { networkId, relationId: joinsId, menteeId } },
      create: {
        networkId,
        programmeId,
        relationId: joinsId,
        menteeId,
        acceptedAt: ctx.now,
        joinedOn: new Date(todayOf(ctx)),
        cameLater: true,
      },
      // Whoever was in the group before comes back to what is their own there.
      update: { leftOn: null, acceptedAt: ctx.now, joinedOn: new Date(todayOf(ctx)), cameLater: true },
    });
  await tx.prisma.menteeProfile.updateMany({
    where: { networkId, id: { in: ids } },
    data: { state: 'active' },
  });
  await note(tx, ctx, 'mentoring.relation_joined', ['mentoring_relation', joinsId], { count: ids.length });
  return { state };
}

async function requireOpen(tx: Transaction, networkId: string, relationId: string) {
  const [group] = await tx.run(lockRelation(networkId, relationId));
  if (!group) throw new DomainError('not_found');
  const state = group.state as RelationState;
  if (!takesIn(state)) throw new DomainError('group_takes_nobody');
  return { ...group, state };
}
