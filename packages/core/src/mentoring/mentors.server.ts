import { newId } from '@tessera/db/id.server.ts';
import { lockMentor, lockMentoring, withoutMentorRole } from '@tessera/db/mentoring.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { requireMember, requirePrerequisitesOf } from '../members/assign.server.ts';
import { note } from './note.server.ts';
import { isLiving, type MentorState, mayMove, relationStates } from './rules.ts';
import type { MentorFields, MentorMove, NewMentor } from './schema.ts';

/**
 * Puts a member of the network forward as a mentor; an institution does so for its own people.
 * @throws DomainError not_found, mentor_exists
 */
export async function addMentor(
  ctx: Acting,
  input: z.output<typeof NewMentor>,
): Promise<{ mentorId: string }> {
  const networkId = ctx.network.id;
  const id = newId();
  await ctx.transaction(async (tx) => {
    await tx.run(lockMentoring(networkId));
    await requireMember(tx, ctx, input.personId);
    const known = await tx.prisma.mentorProfile.findFirst({
      where: { networkId, personId: input.personId },
      select: { id: true },
    });
    if (known) throw new DomainError('mentor_exists', {}, 'personId');
    await tx.prisma.mentorProfile.create({
      data: { ...input, id, networkId, state: 'applied', createdAt: ctx.now },
    });
    await note(tx, ctx, 'mentoring.mentor_added', ['mentor', id]);
  });
  return { mentorId: id };
}

/**
 * Writes what a mentor offers: the coordinator, or mentors themselves. A smaller capacity takes no mentee from them.
 * @throws DomainError not_found
 */
export async function editMentor(
  ctx: Acting,
  mentorId: string,
  fields: z.output<typeof MentorFields>,
): Promise<void> {
  const networkId = ctx.network.id;
  const isForAll = allows(ctx, 'mentor.edit', {});
  await ctx.transaction(async (tx) => {
    const { count } = await tx.prisma.mentorProfile.updateMany({
      where: { networkId, id: mentorId, ...(isForAll ? {} : { personId: ctx.actor.personId }) },
      data: fields,
    });
    if (count === 0) throw new DomainError('not_found');
    await note(tx, ctx, 'mentoring.mentor_changed', ['mentor', mentorId]);
  });
}

/**
 * Moves a mentor on. Nobody is approved, or taken up again, without the role or while a prerequisite of it is missing or lapsed.
 * @throws DomainError not_found, transition_not_possible, mentor_without_role, prerequisite_missing, prerequisite_lapsed,
 *   mentor_has_relations
 */
export async function moveMentor(
  ctx: Acting,
  { mentorId, state }: z.output<typeof MentorMove>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const [mentor] = await tx.run(lockMentor(networkId, mentorId));
    if (!mentor) throw new DomainError('not_found');
    const from = mentor.state as MentorState;
    if (!mayMove('mentor', from, state)) throw new DomainError('transition_not_possible');
    if (state === 'approved' || state === 'active') await requireMentors(tx, ctx, [mentor.personId]);
    if (state === 'ended') {
      const living = await tx.prisma.mentoringRelation.count({
        where: { networkId, mentorId, state: { in: relationStates.filter(isLiving) } },
      });
      if (living > 0) throw new DomainError('mentor_has_relations', { count: living });
    }
    await tx.prisma.mentorProfile.updateMany({ where: { networkId, id: mentorId }, data: { state } });
    await note(tx, ctx, 'mentoring.mentor_moved', ['mentor', mentorId], { from, state });
  });
}

/**
 * Each of several people holds the role of a mentor now, and what it asks for.
 * @throws DomainError mentor_without_role, prerequisite_missing, prerequisite_lapsed
 */
export async function requireMentors(tx: Transaction, ctx: Acting, personIds: string[]): Promise<void> {
  const [roleless] = await tx.run(withoutMentorRole(ctx.network.id, personIds));
  if (roleless) throw new DomainError('mentor_without_role', {}, 'mentorId');
  await requirePrerequisitesOf(tx, ctx, personIds, 'mentor');
}
