import { newId } from '@tessera/db/id.server.ts';
import { teamChoices } from '@tessera/db/initiatives.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, allows, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { dateOf, todayOf } from '../mentoring/note.server.ts';
import { programmeState } from '../mentoring/programmes.server.ts';
import { amountOf } from '../phases/rules.ts';
import { living, lockOwn, note } from './access.server.ts';
import { isOpen, sumOf } from './rules.ts';
import type { InitiativeFields, NewInitiative, TaskTick } from './schema.ts';

type Fields = z.output<typeof InitiativeFields>;

/**
 * Begins an initiative as an idea. A leader is in the own team, a mentor mentors somebody of it.
 * @throws DomainError not_found, team_not_here, team_without_you, phase_reversed, amount_invalid
 */
export async function beginInitiative(
  ctx: Acting,
  { programmeId, ...fields }: z.output<typeof NewInitiative>,
): Promise<{ initiativeId: string }> {
  const networkId = ctx.network.id;
  const initiativeId = newId();
  await ctx.transaction(async (tx) => {
    await programmeState(tx, networkId, programmeId);
    const parts = partsOf(fields);
    const menteeIds = await teamOf(tx, ctx, programmeId, fields.menteeIds, []);
    await tx.prisma.initiative.create({
      data: {
        ...parts.initiative,
        id: initiativeId,
        networkId,
        programmeId,
        createdAt: ctx.now,
        createdById: ctx.actor.personId,
      },
    });
    await tx.prisma.initiativeStory.create({ data: { networkId, initiativeId } });
    const place = { networkId, programmeId, initiativeId };
    await tx.prisma.initiativeMember.createMany({
      data: menteeIds.map((menteeId) => ({ ...place, menteeId })),
    });
    await writeParts(tx, { networkId, initiativeId }, parts, menteeIds);
    await note(tx, ctx, 'initiative.begun', initiativeId, { programmeId, team: menteeIds.length });
  });
  return { initiativeId };
}

/**
 * Writes the plan of an initiative anew, with its team, tasks, budget and partners. What is done stays done.
 * @throws DomainError not_found, initiative_over, team_not_here, team_without_you, phase_reversed, amount_invalid,
 *   budget_approved when a plan that was approved would cost more
 */
export async function planInitiative(ctx: Acting, initiativeId: string, fields: Fields): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { programmeId, state, approvedCents } = await lockOwn(tx, ctx, initiativeId);
    if (!isOpen(state)) throw new DomainError('initiative_over');
    const parts = partsOf(fields);
    if (approvedCents !== null && sumOf(parts.costs) > approvedCents && !allows(ctx, 'initiative.decide', {}))
      throw new DomainError('budget_approved', {}, 'costs[0].amount');
    const before = await tx.prisma.initiativeMember.findMany({
      where: { networkId, initiativeId },
      select: { menteeId: true },
    });
    const had = before.map(({ menteeId }) => menteeId);
    const menteeIds = await teamOf(tx, ctx, programmeId, fields.menteeIds, had);
    await tx.prisma.initiative.updateMany({
      where: { networkId, id: initiativeId },
      data: parts.initiative,
    });
    await tx.prisma.initiativeMember.deleteMany({
      where: { networkId, initiativeId, menteeId: { notIn: menteeIds } },
    });
    await tx.prisma.initiativeMember.createMany({
      data: menteeIds
        .filter((menteeId) => !had.includes(menteeId))
        .map((menteeId) => ({ networkId, programmeId, initiativeId, menteeId })),
    });
    await writeParts(tx, { networkId, initiativeId }, parts, menteeIds);
    await note(tx, ctx, 'initiative.planned', initiativeId, {
      tasks: parts.tasks.length,
      team: menteeIds.length,
    });
  });
}

/**
 * Ticks a task, or takes the tick back.
 * @throws DomainError not_found, initiative_over
 */
export async function tickTask(
  ctx: Acting,
  { initiativeId, taskId, isDone }: z.output<typeof TaskTick>,
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { state } = await lockOwn(tx, ctx, initiativeId);
    if (!isOpen(state)) throw new DomainError('initiative_over');
    const { count } = await tx.prisma.initiativeTask.updateMany({
      where: { networkId, initiativeId, id: taskId },
      data: { doneOn: isDone ? new Date(todayOf(ctx)) : null },
    });
    if (count === 0) throw new DomainError('not_found');
    await note(tx, ctx, 'initiative.task_ticked', initiativeId, { taskId, isDone });
  });
}

// Whoever is in the team already may stay; who joins is somebody whom the actor can choose.
async function teamOf(
  tx: Transaction,
  ctx: Acting,
  programmeId: string,
  wanted: readonly string[],
  had: readonly string[],
): Promise<string[]> {
  const isForAll = reach(ctx, 'initiative.edit').kind === 'network';
  const choices = await tx.run(
    teamChoices(ctx.network.id, ctx.language, isForAll ? null : ctx.actor.personId, living),
  );
  const here = choices.filter((choice) => choice.programmeId === programmeId);
  const ids = [...new Set(wanted)];
  if (!ids.every((id) => had.includes(id) || here.some((choice) => choice.id === id)))
    throw new DomainError('team_not_here', {}, 'menteeIds');
  // Without any of the own people one would lose the initiative with the next click.
  const isLeader = here.some(({ isOwn }) => isOwn);
  const isThere = here.some(({ id, isOwn }) => ids.includes(id) && (isOwn || !isLeader));
  if (!isForAll && !isThere) throw new DomainError('team_without_you', {}, 'menteeIds');
  return ids;
}

function partsOf({ texts, menteeIds: _team, startsOn, endsOn, currency, tasks, costs, partners }: Fields) {
  if (startsOn && endsOn && endsOn < startsOn) throw new DomainError('phase_reversed', {}, 'endsOn');
  return {
    texts,
    tasks: tasks.filter(({ title }) => title !== ''),
    partners: partners.filter(({ institutionId, name }) => institutionId !== null || name !== ''),
    costs: costs.flatMap(({ label, amount }, index) => {
      if (label === '' && amount === '') return [];
      const cents = amountOf(amount);
      if (cents === null || cents > mostCents)
        throw new DomainError('amount_invalid', {}, `costs[${index}].amount`);
      return [{ label, cents: Number(cents) }];
    }),
    initiative: { startsOn: dateOf(startsOn), endsOn: dateOf(endsOn), currency },
  };
}

/** Twenty lines of it still fit into the column of what was approved. */
const mostCents = 100_000_000n;

async function writeParts(
  tx: Transaction,
  place: { networkId: string; initiativeId: string },
  { texts, tasks, costs, partners }: ReturnType<typeof partsOf>,
  menteeIds: readonly string[],
): Promise<void> {
  const before = await tx.prisma.initiativeTask.findMany({
    where: place,
    select: { id: true, doneOn: true },
  });
  await tx.prisma.initiativeText.deleteMany({ where: place });
  await tx.prisma.initiativeTask.deleteMany({ where: place });
  await tx.prisma.initiativeCost.deleteMany({ where: place });
  await tx.prisma.initiativePartner.deleteMany({ where: place });
  await tx.prisma.initiativeText.createMany({ data: texts.map((text) => ({ ...place, ...text })) });
  await tx.prisma.initiativeTask.createMany({
    data: tasks.map(({ taskId, title, ownerId, dueOn }, position) => {
      const known = before.find(({ id }) => id === taskId);
      return {
        ...place,
        id: known?.id ?? newId(),
        position,
        title,
        ownerId: ownerId && menteeIds.includes(ownerId) ? ownerId : null,
        dueOn: dateOf(dueOn),
        doneOn: known?.doneOn ?? null,
      };
    }),
  });
  await tx.prisma.initiativeCost.createMany({
    data: costs.map((cost, position) => ({ ...place, ...cost, id: newId(), position })),
  });
  await writePartners(tx, place, partners);
}

async function writePartners(
  tx: Transaction,
  place: { networkId: string; initiativeId: string },
  partners: Fields['partners'],
): Promise<void> {
  const ids = partners.flatMap(({ institutionId }) => institutionId ?? []);
  const found = await tx.prisma.membership.findMany({
    where: { networkId: place.networkId, institutionId: { in: ids } },
    select: { institutionId: true },
  });
  if (!ids.every((id) => found.some(({ institutionId }) => institutionId === id)))
    throw new DomainError('not_found');
  await tx.prisma.initiativePartner.createMany({
    data: partners.map(({ institutionId, name }, position) => ({
      ...place,
      id: newId(),
      position,
      institutionId,
      name: institutionId ? '' : name,
    })),
  });
}
