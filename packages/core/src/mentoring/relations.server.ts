import {
  type LockedMentor,
  type LockedRelation,
  lockGroupOf,
  lockMenteesOf,
  lockMentorOf,
  lockRelation,
} from '@tessera/db/mentoring.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { lastDay } from '../prerequisites/rules.ts';
import { sealOf } from '../privacy/seal.server.ts';
import { followNewest } from './apply-plan.server.ts';
import { requireClosingApproved, requireNoClosingWaits } from './closing-rule.server.ts';
import { joinGroup } from './join-group.server.ts';
import { requireMentors } from './mentors.server.ts';
import { note, todayOf } from './note.server.ts';
import { requireRooms } from './propose.server.ts';
import {
  isApproved,
  isLiving,
  type MentorState,
  mayMove,
  menteesFollow,
  proposalAsks,
  type RelationState,
} from './rules.ts';
import type { AnswerFor, RelationMove } from './schema.ts';

/**
 * Accepts a proposal as its mentor, or as a mentee with a login. With the last answer the mentees have their place; of two
 * proposals for the last place of a mentor the first one has it.
 * @throws DomainError not_found, transition_not_possible, mentor_full, mentor_not_ready, mentor_without_role,
 *   prerequisite_missing, prerequisite_lapsed, group_takes_nobody
 */
export async function acceptRelation(ctx: Acting, relationId: string): Promise<{ state: RelationState }> {
  return accept(ctx, relationId, ({ mentor, mentees }) => {
    const own = mentees.filter(({ personId }) => personId === ctx.actor.personId);
    const isMentor = mentor.personId === ctx.actor.personId;
    if (!isMentor && own.length === 0) throw new DomainError('not_found');
    return { isMentor, menteeIds: own.map(({ id }) => id) };
  });
}

/**
 * Accepts a proposal for a mentee without a login: the institution that acts for them, or the coordinator.
 * @throws DomainError not_found, mentee_answers_themselves, and what `acceptRelation` throws
 */
export async function acceptForMentee(
  ctx: Acting,
  { relationId, menteeId }: z.output<typeof AnswerFor>,
): Promise<{ state: RelationState }> {
  return accept(ctx, relationId, ({ mentees }) => {
    return { isMentor: false, menteeIds: [actedFor(ctx, mentees, menteeId).id] };
  });
}

/**
 * Says no to a proposal as its mentor, or as a mentee with a login. No reason is asked, and the two are not suggested to
 * each other again.
 * @throws DomainError not_found, transition_not_possible
 */
export async function declineRelation(ctx: Acting, relationId: string): Promise<void> {
  await decline(ctx, relationId, ({ mentor, mentees }) => {
    if (mentor.personId === ctx.actor.personId) return mentees;
    return mentees.filter(({ personId }) => personId === ctx.actor.personId);
  });
}

/**
 * Says no for a mentee without a login: the institution that acts for them, or the coordinator.
 * @throws DomainError not_found, mentee_answers_themselves, transition_not_possible
 */
export async function declineForMentee(
  ctx: Acting,
  { relationId, menteeId }: z.output<typeof AnswerFor>,
): Promise<void> {
  await decline(ctx, relationId, ({ mentees }) => [actedFor(ctx, mentees, menteeId)]);
}

/**
 * Begins, pauses, closes or ends a relation. With the end the access of its mentor ends, and the mentees are free again
 * unless they have graduated. Who approves a closure, or sends it back, may write why.
 * @throws DomainError not_found, transition_not_possible, mentor_without_role, prerequisite_missing, prerequisite_lapsed,
 *   closing_not_requested
 */
export async function moveRelation(
  ctx: Acting,
  { relationId, state, reason, comment }: z.output<typeof RelationMove>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { relation, mentor, mentees } = await lockAll(tx, networkId, relationId);
    const from = relation.state;
    if (!mayMove('relation', from, state)) throw new DomainError('transition_not_possible');
    if (state === 'completed') await requireClosingApproved(tx, ctx, relationId);
    if (from === 'closing' && state === 'active') await requireNoClosingWaits(tx, ctx, relationId);
    if (comment && from === 'closing') await writeComment(tx, ctx, relationId, comment);
    if (!isLiving(state)) return end(tx, ctx, relation, state, mentees, reason);
    if (state === 'active') await takeUp(tx, ctx, mentor);
    await tx.prisma.mentoringRelation.updateMany({
      where: { networkId, id: relationId },
      data: {
        state,
        ...(relation.startedOn === null ? await begin(tx, ctx, relation) : {}),
        ...(relation.startedOn !== null && state === 'active' ? { resumedOn: new Date(todayOf(ctx)) } : {}),
      },
    });
    await follow(tx, ctx, state, mentees);
    await note(tx, ctx, 'mentoring.relation_moved', ['mentoring_relation', relationId], { from, state });
  });
}

async function writeComment(tx: Transaction, ctx: Acting, relationId: string, comment: string) {
  const networkId = ctx.network.id;
  const seal = await sealOf(tx, networkId, ctx.now);
  const closureComment = seal('mentoring_relation.closure_comment', relationId, comment);
  await tx.prisma.mentoringRelation.updateMany({
    where: { networkId, id: relationId },
    data: { closureComment },
  });
}

/** Ends a relation whose mentees, mentor and row are locked. */
export async function end(
  tx: Transaction,
  ctx: Acting,
  relation: Locked['relation'],
  state: RelationState,
  mentees: readonly Mentee[],
  reason = '',
): Promise<void> {
  const networkId = ctx.network.id;
  const seal = reason ? await sealOf(tx, networkId, ctx.now) : null;
  await tx.prisma.mentoringRelation.updateMany({
    where: { networkId, id: relation.id },
    data: {
      state,
      endedAt: ctx.now,
      ...(seal ? { endReason: seal('mentoring_relation.end_reason', relation.id, reason) } : {}),
    },
  });
  await tx.prisma.mentoringRelationMentee.updateMany({
    where: { networkId, relationId: relation.id, leftOn: null },
    data: { leftOn: new Date(todayOf(ctx)) },
  });
  await follow(tx, ctx, state, mentees);
  await note(tx, ctx, 'mentoring.relation_moved', ['mentoring_relation', relation.id], {
    from: relation.state,
    state,
  });
}

/** A mentee of a relation, locked. */
export type Mentee = {
  id: string;
  state: string;
  languages: string[];
  personId: string | null;
  institutionId: string | null;
};
type Locked = {
  relation: LockedRelation & { state: RelationState };
  mentor: LockedMentor;
  mentees: Mentee[];
};
type Answer = { isMentor: boolean; menteeIds: string[] };

/** Locks the mentees, the mentor, the group that is asked into, and the row of a relation, in this order. @throws DomainError not_found */
export async function lockAll(tx: Transaction, networkId: string, relationId: string): Promise<Locked> {
  const [mentees, [mentor], , [relation]] = await tx.runAll<
    [Mentee, LockedMentor, { id: string }, LockedRelation]
  >([
    lockMenteesOf(networkId, relationId),
    lockMentorOf(networkId, relationId),
    lockGroupOf(networkId, relationId),
    lockRelation(networkId, relationId),
  ]);
  if (!mentor || !relation) throw new DomainError('not_found');
  return { mentees, mentor, relation: { ...relation, state: relation.state as RelationState } };
}

async function accept(
  ctx: Acting,
  relationId: string,
  whoAnswers: (locked: Locked) => Answer,
): Promise<{ state: RelationState }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const locked = await lockAll(tx, networkId, relationId);
    const { relation, mentor, mentees } = locked;
    const { isMentor, menteeIds } = whoAnswers(locked);
    if (relation.state !== 'proposed') throw new DomainError('transition_not_possible');
    await tx.prisma.mentoringRelationMentee.updateMany({
      where: { networkId, relationId, menteeId: { in: menteeIds }, acceptedAt: null },
      data: { acceptedAt: ctx.now },
    });
    await tx.prisma.mentoringAsk.deleteMany({
      where: {
        networkId,
        relationId,
        personId: ctx.actor.personId,
        what: { in: proposalAsks },
        answer: null,
      },
    });
    const open = await tx.prisma.mentoringRelationMentee.count({
      where: { networkId, relationId, leftOn: null, acceptedAt: null },
    });
    const hasMentor = isMentor || relation.mentorAcceptedAt !== null;
    const state: RelationState = open === 0 && hasMentor ? 'accepted_by_both' : 'proposed';
    if (state === 'accepted_by_both')
      await requireRooms(tx, ctx, relation.programmeId, [{ mentor, asking: mentees.length }]);
    if (state === 'accepted_by_both' && relation.joinsId !== null)
      return joinGroup(tx, ctx, { relationId, joinsId: relation.joinsId, mentees });
    await tx.prisma.mentoringRelation.updateMany({
      where: { networkId, id: relationId },
      data: { state, ...(isMentor ? { mentorAcceptedAt: ctx.now } : {}) },
    });
    if (state === 'accepted_by_both') await follow(tx, ctx, state, mentees);
    await note(tx, ctx, 'mentoring.relation_accepted', ['mentoring_relation', relationId], {
      state,
      isMentor,
    });
    return { state };
  });
}

function actedFor(ctx: Acting, mentees: readonly Mentee[], menteeId: string): Mentee {
  const mentee = mentees.find(({ id }) => id === menteeId);
  if (!mentee) throw new DomainError('not_found');
  requireOn(ctx, 'mentee.add', { institutionId: mentee.institutionId });
  if (mentee.personId) throw new DomainError('mentee_answers_themselves');
  return mentee;
}

// The pairs that are parted are those of whoever said no: a mentor's with all, a mentee's own.
async function decline(
  ctx: Acting,
  relationId: string,
  whoIsParted: (locked: Locked) => readonly Mentee[],
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const locked = await lockAll(tx, networkId, relationId);
    const { relation, mentor, mentees } = locked;
    const parted = whoIsParted(locked);
    if (parted.length === 0) throw new DomainError('not_found');
    if (relation.state !== 'proposed') throw new DomainError('transition_not_possible');
    await tx.prisma.mentoringRuledOut.createMany({
      data: parted.map(({ id }) => ({
        networkId,
        menteeId: id,
        mentorId: mentor.id,
        isDeclined: true,
        createdAt: ctx.now,
      })),
      skipDuplicates: true,
    });
    await end(tx, ctx, relation, 'ended_early', mentees);
  });
}

async function takeUp(tx: Transaction, ctx: Acting, mentor: LockedMentor): Promise<void> {
  if (!isApproved(mentor.state as MentorState)) throw new DomainError('mentor_not_ready');
  await requireMentors(tx, ctx, [mentor.personId]);
  if (mentor.state === 'active') return;
  await tx.prisma.mentorProfile.updateMany({
    where: { networkId: ctx.network.id, id: mentor.id },
    data: { state: 'active' },
  });
}

async function begin(tx: Transaction, ctx: Acting, relation: LockedRelation) {
  const networkId = ctx.network.id;
  const { programmeId } = relation;
  await followNewest(tx, networkId, relation);
  const programme = await tx.prisma.mentoringProgramme.findFirst({
    where: { networkId, id: programmeId },
    select: { durationMonths: true },
  });
  const today = todayOf(ctx);
  const plannedEnd = lastDay(today, programme?.durationMonths ?? null);
  return { startedOn: new Date(today), plannedEnd: plannedEnd ? new Date(plannedEnd) : null };
}

async function follow(
  tx: Transaction,
  ctx: Acting,
  state: RelationState,
  mentees: readonly Mentee[],
): Promise<void> {
  const networkId = ctx.network.id;
  const next = menteesFollow[state];
  if (!next) return;
  await tx.prisma.menteeProfile.updateMany({
    where: {
      networkId,
      id: { in: mentees.map(({ id }) => id) },
      // Who was only asked is in training or accepted, and stays so.
      ...(next === 'accepted' ? { state: { in: ['matched', 'active'] } } : {}),
    },
    data: { state: next, endedAt: next === 'graduated' ? ctx.now : null },
  });
}
