import { newId } from '@tessera/db/id.server.ts';
import { ruledOutPairs } from '@tessera/db/matching.server.ts';
import { heldBy, type LockedMentor, lockMentees, lockMentors } from '@tessera/db/mentoring.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { requireMentors } from './mentors.server.ts';
import { note, todayOf } from './note.server.ts';
import {
  holdingStates,
  isApproved,
  isFree,
  type MenteeState,
  type MentorState,
  type ProgrammeState,
  roomOf,
  takesRelations,
} from './rules.ts';
import type { Proposal, ProposedPairs } from './schema.ts';

type Group = { mentorId: string; menteeIds: string[] };

/**
 * Proposes that a mentor and mentees meet, one or a group. Nothing is held yet: each of them is asked.
 * @throws DomainError not_found, programme_not_open, mentor_not_ready, prerequisite_missing, prerequisite_lapsed,
 *   mentor_without_role, mentor_full, mentee_not_free, pair_ruled_out
 */
export async function proposeRelation(
  ctx: Acting,
  { programmeId, mentorId, menteeIds }: z.output<typeof Proposal>,
): Promise<{ relationId: string }> {
  const group = { mentorId, menteeIds: [...new Set(menteeIds)] };
  const [relationId = ''] = await ctx.transaction((tx) => propose(tx, ctx, programmeId, [group]));
  return { relationId };
}

/**
 * Proposes mentors for a whole cohort in one go, all or none: the mentees of one mentor as a group, or each of them alone.
 * @throws DomainError what `proposeRelation` throws
 */
export async function proposePairs(
  ctx: Acting,
  { programmeId, pairs, areGroups }: z.output<typeof ProposedPairs>,
): Promise<{ relations: number }> {
  const groups: Group[] = [];
  for (const { mentorId, menteeId } of pairs) {
    const known = areGroups ? groups.find((group) => group.mentorId === mentorId) : null;
    if (known) known.menteeIds.push(menteeId);
    else groups.push({ mentorId, menteeIds: [menteeId] });
  }
  const ids = await ctx.transaction((tx) => propose(tx, ctx, programmeId, groups));
  return { relations: ids.length };
}

/**
 * Writes proposals behind the locks of their mentees and mentors.
 * @param from the relation that is handed over, and whether what was written for both sides comes along; or the group that they are asked into
 * @returns the ids of the new relations, in the order of the groups
 */
export async function propose(
  tx: Transaction,
  ctx: Acting,
  programmeId: string,
  groups: readonly Group[],
  from: { predecessorId: string; doNotesTravel: boolean } | { joinsId: string } | null = null,
): Promise<string[]> {
  const networkId = ctx.network.id;
  const menteeIds = groups.flatMap((group) => group.menteeIds);
  const mentorIds = [...new Set(groups.map(({ mentorId }) => mentorId))];
  const mentees = await tx.run(lockMentees(networkId, menteeIds));
  const mentors = await tx.run(lockMentors(networkId, mentorIds));
  const isHere = mentees.every((mentee) => mentee.programmeId === programmeId);
  if (mentors.length < mentorIds.length || mentees.length < new Set(menteeIds).size || !isHere)
    throw new DomainError('not_found');
  const asking = mentors.map((mentor) => ({
    mentor,
    asking: groups
      .filter(({ mentorId }) => mentorId === mentor.id)
      .reduce((sum, group) => sum + group.menteeIds.length, 0),
  }));
  await requireRooms(tx, ctx, programmeId, asking);
  await requireFree(tx, networkId, groups, mentees);
  const relations = groups.map((group) => ({ ...group, id: newId() }));
  await tx.prisma.mentoringRelation.createMany({
    data: relations.map(({ id, mentorId }) => ({
      id,
      networkId,
      programmeId,
      mentorId,
      proposedAt: ctx.now,
      ...from,
    })),
  });
  await tx.prisma.mentoringRelationMentee.createMany({
    data: relations.flatMap((relation) =>
      relation.menteeIds.map((menteeId) => ({
        networkId,
        programmeId,
        relationId: relation.id,
        menteeId,
        joinedOn: new Date(todayOf(ctx)),
      })),
    ),
  });
  for (const { id, mentorId, menteeIds: asked } of relations)
    await note(tx, ctx, 'mentoring.relation_proposed', ['mentoring_relation', id], {
      programmeId,
      mentorId,
      count: asked.length,
    });
  return relations.map(({ id }) => id);
}

/**
 * Each of several locked mentors may be matched in a programme and has room for so many mentees.
 * @throws DomainError not_found, programme_not_open, mentor_not_ready, prerequisite_missing, prerequisite_lapsed,
 *   mentor_without_role, mentor_full
 */
export async function requireRooms(
  tx: Transaction,
  ctx: Acting,
  programmeId: string,
  asking: readonly { mentor: LockedMentor; asking: number }[],
): Promise<void> {
  const ids = asking.map(({ mentor }) => mentor.id);
  const rows = await tx.run(heldBy(ctx.network.id, ids, programmeId, holdingStates));
  const [first] = rows;
  if (!first) throw new DomainError('not_found');
  if (!takesRelations(first.programmeState as ProgrammeState)) throw new DomainError('programme_not_open');
  if (!asking.every(({ mentor }) => isApproved(mentor.state as MentorState)))
    throw new DomainError('mentor_not_ready', {}, 'mentorId');
  await requireMentors(
    tx,
    ctx,
    asking.map(({ mentor }) => mentor.personId),
  );
  for (const { mentor, asking: mentees } of asking) {
    const held = rows.find(({ mentorId }) => mentorId === mentor.id);
    const room = held ? roomOf({ ...held, capacity: mentor.capacity }) : 0;
    if (mentees > room) throw new DomainError('mentor_full', { room }, 'mentorId');
  }
}

async function requireFree(
  tx: Transaction,
  networkId: string,
  groups: readonly Group[],
  mentees: readonly { state: string }[],
): Promise<void> {
  const pairs = groups.flatMap(({ mentorId, menteeIds }) =>
    menteeIds.map((menteeId) => ({ mentorId, menteeId })),
  );
  const ids = pairs.map(({ menteeId }) => menteeId);
  const taken = await tx.prisma.mentoringRelationMentee.count({
    where: { networkId, menteeId: { in: ids }, leftOn: null },
  });
  const isTwice = new Set(ids).size < ids.length;
  if (taken > 0 || isTwice || !mentees.every(({ state }) => isFree(state as MenteeState)))
    throw new DomainError('mentee_not_free', {}, 'menteeIds');
  const mentorIds = pairs.map(({ mentorId }) => mentorId);
  const [parted] = await tx.run(ruledOutPairs(networkId, ids, mentorIds));
  if (parted) throw new DomainError('pair_ruled_out', {}, 'mentorId');
}
