import { newId } from '@tessera/db/id.server.ts';
import { lockMentees, lockMentoring, lockRelationOfMentee } from '@tessera/db/mentoring.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, allows, reach, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { requireMember } from '../members/assign.server.ts';
import { sealOf } from '../privacy/seal.server.ts';
import { requireClosingApproved } from './closing-rule.server.ts';
import { note, todayOf } from './note.server.ts';
import { programmeState } from './programmes.server.ts';
import {
  aliasRefusal,
  endWithoutMentees,
  isEndOfMentee,
  type MenteeState,
  mayMove,
  type RelationState,
  takesPeople,
} from './rules.ts';
import type { EditedMentee, MenteeFields, MenteeMove, NewMentee } from './schema.ts';

/**
 * Adds a mentee under an alias, with a login or without. The coordinator's are accepted at once; an institution
 * nominates, and then acts for them.
 * @throws DomainError not_found, institution_needed, programme_not_open, alias_taken, alias_is_name,
 *   alias_is_contact, alias_reads_like_name
 */
export async function addMentee(
  ctx: Acting,
  input: z.output<typeof NewMentee>,
): Promise<{ menteeId: string }> {
  const networkId = ctx.network.id;
  const { programmeId, cohortId, personId, institutionId, ...fields } = input;
  if (!allows(ctx, 'mentee.add', {}) && !institutionId)
    throw new DomainError('institution_needed', {}, 'institutionId');
  requireOn(ctx, 'mentee.add', { institutionId });
  const menteeId = newId();
  const state = reach(ctx, 'mentee.add').kind === 'network' ? 'accepted' : 'nominated';
  await ctx.transaction(async (tx) => {
    await tx.run(lockMentoring(networkId));
    if (!takesPeople(await programmeState(tx, networkId, programmeId)))
      throw new DomainError('programme_not_open');
    await requireParts(tx, ctx, { programmeId, cohortId, personId, institutionId });
    await tx.prisma.menteeProfile.create({
      data: {
        ...(await sealed(tx, ctx, { menteeId, programmeId, personId }, fields)),
        id: menteeId,
        networkId,
        programmeId,
        cohortId,
        personId,
        institutionId,
        state,
        createdAt: ctx.now,
      },
    });
    await note(tx, ctx, 'mentoring.mentee_added', ['mentee', menteeId], { programmeId, state });
  });
  return { menteeId };
}

/**
 * Writes what a mentee wishes: the coordinator, or mentees with a login themselves.
 * @throws DomainError not_found, alias_taken, alias_is_name, alias_is_contact, alias_reads_like_name
 */
export async function editMentee(
  ctx: Acting,
  menteeId: string,
  { keeps, ...fields }: Omit<z.output<typeof EditedMentee>, 'menteeId'>,
): Promise<void> {
  const networkId = ctx.network.id;
  const isForAll = allows(ctx, 'mentee.edit', {});
  await ctx.transaction(async (tx) => {
    await tx.run(lockMentoring(networkId));
    const mentee = await tx.prisma.menteeProfile.findFirst({
      where: {
        networkId,
        id: menteeId,
        purgedAt: null,
        ...(isForAll ? {} : { personId: ctx.actor.personId }),
      },
      select: { programmeId: true, personId: true },
    });
    if (!mentee) throw new DomainError('not_found');
    const data: Partial<Awaited<ReturnType<typeof sealed>>> = await sealed(
      tx,
      ctx,
      { menteeId, ...mentee },
      fields,
    );
    for (const kept of keeps) delete data[kept];
    await tx.prisma.menteeProfile.updateMany({ where: { networkId, id: menteeId }, data });
    await note(tx, ctx, 'mentoring.mentee_changed', ['mentee', menteeId]);
  });
}

/**
 * Moves a mentee on. Whoever goes leaves the relation as well, and no reason is asked; a relation that nobody is left in
 * has ended.
 * @throws DomainError not_found, transition_not_possible
 */
export async function moveMentee(
  ctx: Acting,
  { menteeId, state }: z.output<typeof MenteeMove>,
): Promise<void> {
  await ctx.transaction((tx) => moveOn(tx, ctx, menteeId, state));
}

/**
 * The same in an open transaction, for whoever has checked who decides.
 * @throws DomainError not_found, transition_not_possible
 */
export async function moveOn(
  tx: Transaction,
  ctx: Acting,
  menteeId: string,
  state: MenteeState,
): Promise<void> {
  const networkId = ctx.network.id;
  const [mentee] = await tx.run(lockMentees(networkId, [menteeId]));
  if (!mentee) throw new DomainError('not_found');
  const from = mentee.state as MenteeState;
  if (!mayMove('mentee', from, state)) throw new DomainError('transition_not_possible');
  const hasEnded = isEndOfMentee(state);
  await tx.prisma.menteeProfile.updateMany({
    where: { networkId, id: menteeId },
    data: { state, endedAt: hasEnded ? ctx.now : null },
  });
  await note(tx, ctx, 'mentoring.mentee_moved', ['mentee', menteeId], { from, state });
  if (hasEnded) await leaveRelation(tx, ctx, menteeId, state);
}

async function leaveRelation(
  tx: Transaction,
  ctx: Acting,
  menteeId: string,
  left: MenteeState,
): Promise<void> {
  const networkId = ctx.network.id;
  const [relation] = await tx.run(lockRelationOfMentee(networkId, menteeId));
  if (!relation) return;
  await tx.prisma.mentoringRelationMentee.updateMany({
    where: { networkId, relationId: relation.id, menteeId },
    data: { leftOn: new Date(todayOf(ctx)) },
  });
  const others = await tx.prisma.mentoringRelationMentee.count({
    where: { networkId, relationId: relation.id, leftOn: null },
  });
  if (others > 0) return noteSigned(tx, ctx, relation);
  const state = endWithoutMentees(relation.state as RelationState, left);
  if (state === 'completed') await requireClosingApproved(tx, ctx, relation.id);
  await tx.prisma.mentoringRelation.updateMany({
    where: { networkId, id: relation.id },
    data: { state, endedAt: ctx.now },
  });
  await note(tx, ctx, 'mentoring.relation_moved', ['mentoring_relation', relation.id], {
    from: relation.state,
    state,
  });
}

// Where the one who left was the only one whose signature was missing, the relation is signed now.
async function noteSigned(
  tx: Transaction,
  ctx: Acting,
  before: { id: string; state: string },
): Promise<void> {
  const now = await tx.prisma.mentoringRelation.findFirst({
    where: { networkId: ctx.network.id, id: before.id },
    select: { state: true },
  });
  if (!now || now.state === before.state) return;
  await note(tx, ctx, 'mentoring.relation_moved', ['mentoring_relation', before.id], {
    from: before.state,
    state: now.state,
  });
}

type Parts = Pick<z.output<typeof NewMentee>, 'programmeId' | 'cohortId' | 'personId' | 'institutionId'>;

async function requireParts(tx: Transaction, ctx: Acting, parts: Parts): Promise<void> {
  const networkId = ctx.network.id;
  const { programmeId, cohortId, personId, institutionId } = parts;
  if (personId) await requireMember(tx, ctx, personId);
  if (cohortId) {
    const cohort = await tx.prisma.mentoringCohort.findFirst({
      where: { networkId, programmeId, id: cohortId },
      select: { id: true },
    });
    if (!cohort) throw new DomainError('not_found');
  }
  if (institutionId) {
    const member = await tx.prisma.membership.findFirst({
      where: { networkId, institutionId, state: 'active' },
      select: { id: true },
    });
    if (!member) throw new DomainError('not_found');
  }
}

type Place = { menteeId: string; programmeId: string; personId: string | null };

async function sealed(tx: Transaction, ctx: Acting, place: Place, fields: z.output<typeof MenteeFields>) {
  const networkId = ctx.network.id;
  const { menteeId, programmeId, personId } = place;
  const { genderPreference, meetingLimits, isNoName, ...plain } = fields;
  const refusal = aliasRefusal(plain.alias);
  if (refusal && !(isNoName && refusal === 'alias_reads_like_name'))
    throw new DomainError(refusal, {}, 'alias');
  const taken = await tx.prisma.menteeProfile.findFirst({
    where: { networkId, programmeId, alias: plain.alias, id: { not: menteeId } },
    select: { id: true },
  });
  if (taken) throw new DomainError('alias_taken', {}, 'alias');
  if (personId) await refuseName(tx, personId, plain.alias);
  const seal = await sealOf(tx, networkId, ctx.now);
  return {
    ...plain,
    genderPreference:
      genderPreference && seal('mentee_profile.gender_preference', menteeId, genderPreference),
    meetingLimits: meetingLimits ? seal('mentee_profile.meeting_limits', menteeId, meetingLimits) : null,
  };
}

async function refuseName(tx: Transaction, personId: string, alias: string): Promise<void> {
  const person = await tx.prisma.person.findFirst({
    where: { id: personId },
    select: { givenName: true, familyName: true },
  });
  const parts = alias.toLowerCase().split(/[\s.,-]+/);
  // Who is known by an alias alone has it for a name as well: L07. Names of people have no figures.
  const names = [person?.givenName, person?.familyName].flatMap((name) =>
    name && !/\d/.test(name) ? name.toLowerCase() : [],
  );
  if (names.some((name) => parts.includes(name) || alias.toLowerCase() === name))
    throw new DomainError('alias_is_name', {}, 'alias');
}
