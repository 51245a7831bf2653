import { dropApprovals } from '@tessera/db/approvals.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { lockMentoring } from '@tessera/db/mentoring.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { keepTexts } from '../translations/keep.server.ts';
import { dateOf, note } from './note.server.ts';
import { isLiving, mayMove, type ProgrammeState, relationStates } from './rules.ts';
import type { NewCohort, ProgrammeEdit, ProgrammeFields, ProgrammeMove } from './schema.ts';

type Fields = z.output<typeof ProgrammeFields>;

/**
 * Designs a programme.
 * @throws DomainError programme_code_taken, phase_reversed
 */
export async function createProgramme(ctx: Acting, input: Fields): Promise<{ programmeId: string }> {
  const networkId = ctx.network.id;
  const programmeId = newId();
  await ctx.transaction(async (tx) => {
    await tx.run(lockMentoring(networkId));
    const { texts, programme } = await partsOf(tx, ctx, programmeId, input);
    await tx.prisma.mentoringProgramme.create({
      data: { ...programme, id: programmeId, networkId, createdAt: ctx.now },
    });
    await keepTexts(tx, ctx, { kind: 'programme', id: programmeId }, texts);
    await note(tx, ctx, 'mentoring.programme_created', ['mentoring_programme', programmeId]);
  });
  return { programmeId };
}

/**
 * Writes a programme anew. A smaller group size takes no mentee from a mentor; what waits for an approval falls away where
 * nothing is approved any more.
 * @throws DomainError not_found, programme_code_taken, phase_reversed, translation_changed, state_changed where the form showed
 *   another setting of approvals than the one that it would change
 */
export async function editProgramme(
  ctx: Acting,
  programmeId: string,
  { seen, seenPlanApproval, ...input }: Omit<z.output<typeof ProgrammeEdit>, 'programmeId'>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await tx.run(lockMentoring(networkId));
    const where = { networkId, id: programmeId };
    const there = await tx.prisma.mentoringProgramme.findFirst({ where, select: { planApproval: true } });
    if (!there) throw new DomainError('not_found');
    const { planApproval = there.planApproval } = input;
    const { texts, programme } = await partsOf(tx, ctx, programmeId, { ...input, planApproval });
    // A form that was open for a while neither switches approvals off nor on.
    if (planApproval !== there.planApproval && seenPlanApproval === planApproval)
      throw new DomainError('state_changed', {}, 'planApproval');
    await tx.prisma.mentoringProgramme.updateMany({ where, data: programme });
    if (!programme.planApproval) await tx.run(dropApprovals(networkId, programmeId, ctx.now));
    await keepTexts(tx, ctx, { kind: 'programme', id: programmeId }, texts, { seen });
    await note(tx, ctx, 'mentoring.programme_changed', ['mentoring_programme', programmeId]);
  });
}

/**
 * Moves a programme on.
 * @throws DomainError not_found, transition_not_possible, programme_has_relations when it would close over living ones
 */
export async function moveProgramme(
  ctx: Acting,
  { programmeId, state }: z.output<typeof ProgrammeMove>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    await tx.run(lockMentoring(networkId));
    const from = await programmeState(tx, networkId, programmeId);
    if (!mayMove('programme', from, state)) throw new DomainError('transition_not_possible');
    if (state === 'closed') {
      const living = await tx.prisma.mentoringRelation.count({
        where: { networkId, programmeId, state: { in: relationStates.filter(isLiving) } },
      });
      if (living > 0) throw new DomainError('programme_has_relations', { count: living });
    }
    await tx.prisma.mentoringProgramme.updateMany({ where: { networkId, id: programmeId }, data: { state } });
    await note(tx, ctx, 'mentoring.programme_moved', ['mentoring_programme', programmeId], { from, state });
  });
}

/**
 * Adds a cohort to a programme.
 * @throws DomainError not_found
 */
export async function addCohort(
  ctx: Acting,
  { programmeId, name, place, startsOn }: z.output<typeof NewCohort>,
): Promise<{ cohortId: string }> {
  const networkId = ctx.network.id;
  const id = newId();
  await ctx.transaction(async (tx) => {
    await programmeState(tx, networkId, programmeId);
    await tx.prisma.mentoringCohort.create({
      data: { id, networkId, programmeId, name, place, startsOn: dateOf(startsOn) },
    });
    await note(tx, ctx, 'mentoring.cohort_added', ['mentoring_programme', programmeId], { cohortId: id });
  });
  return { cohortId: id };
}

/**
 * The state of a programme.
 * @throws DomainError not_found
 */
export async function programmeState(
  tx: Transaction,
  networkId: string,
  programmeId: string,
): Promise<ProgrammeState> {
  const programme = await tx.prisma.mentoringProgramme.findFirst({
    where: { networkId, id: programmeId },
    select: { state: true },
  });
  if (!programme) throw new DomainError('not_found');
  return programme.state as ProgrammeState;
}

async function partsOf(tx: Transaction, ctx: Acting, programmeId: string, input: Fields) {
  const networkId = ctx.network.id;
  const { texts, startsOn, endsOn, ...programme } = input;
  if (startsOn && endsOn && endsOn < startsOn) throw new DomainError('phase_reversed', {}, 'endsOn');
  const taken = await tx.prisma.mentoringProgramme.findFirst({
    where: { networkId, code: input.code, id: { not: programmeId } },
    select: { id: true },
  });
  if (taken) throw new DomainError('programme_code_taken', {}, 'code');
  return {
    programme: { ...programme, startsOn: dateOf(startsOn), endsOn: dateOf(endsOn) },
    texts,
  };
}
