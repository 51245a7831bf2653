import { newId } from '@tessera/db/id.server.ts';
import { settleLogos } from '@tessera/db/phases.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { dayOf } from '../clock/zoned-time.ts';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { dayAfter } from '../files/keep.server.ts';
import { amountOf, budgetKinds } from './rules.ts';
import type { PhaseFields } from './schema.ts';

type Fields = z.output<typeof PhaseFields>;

/**
 * Adds a phase. Phases may overlap.
 * @throws DomainError phase_reversed, amount_invalid, currency_needed, file_needed
 */
export async function createPhase(ctx: Acting, input: Fields): Promise<{ phaseId: string }> {
  const phaseId = newId();
  const { phase, funders, budget } = partsOf(ctx, phaseId, input);
  await ctx.transaction(async (tx) => {
    await tx.prisma.phase.create({ data: { ...phase, networkId: ctx.network.id, id: phaseId } });
    await writeFunders(tx, ctx, input, funders);
    await tx.prisma.budgetLine.createMany({ data: budget });
    await note(tx, ctx, 'phase.added', phaseId);
  });
  return { phaseId };
}

/**
 * Writes a phase anew, with its funders and its budget.
 * @throws DomainError not_found, phase_reversed, amount_invalid, currency_needed, file_needed
 */
export async function editPhase(ctx: Acting, phaseId: string, input: Fields): Promise<void> {
  const networkId = ctx.network.id;
  const { phase, funders, budget } = partsOf(ctx, phaseId, input);
  await ctx.transaction(async (tx) => {
    const { count } = await tx.prisma.phase.updateMany({ where: { networkId, id: phaseId }, data: phase });
    if (count === 0) throw new DomainError('not_found');
    await tx.prisma.funder.deleteMany({ where: { networkId, phaseId } });
    await tx.prisma.budgetLine.deleteMany({ where: { networkId, phaseId } });
    await writeFunders(tx, ctx, input, funders);
    await tx.prisma.budgetLine.createMany({ data: budget });
    await note(tx, ctx, 'phase.changed', phaseId);
  });
}

/**
 * Ends a phase that runs today with this day.
 * @throws DomainError not_found, phase_not_running
 */
export async function endPhase(ctx: Acting, phaseId: string): Promise<void> {
  const networkId = ctx.network.id;
  const today = new Date(dayOf(ctx.now, ctx.network.timeZone));
  await ctx.transaction(async (tx) => {
    const { count } = await tx.prisma.phase.updateMany({
      where: { networkId, id: phaseId, startsOn: { lte: today }, endsOn: { gt: today } },
      data: { endsOn: today },
    });
    if (count === 0) {
      const phase = await tx.prisma.phase.findFirst({
        where: { networkId, id: phaseId },
        select: { id: true },
      });
      throw new DomainError(phase ? 'phase_not_running' : 'not_found');
    }
    await note(tx, ctx, 'phase.ended', phaseId);
  });
}

/**
 * Removes a phase with its funders and its budget.
 * @throws DomainError not_found
 */
export async function removePhase(ctx: Acting, phaseId: string): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { count } = await tx.prisma.phase.deleteMany({ where: { networkId, id: phaseId } });
    if (count === 0) throw new DomainError('not_found');
    await tx.run(settleLogos(networkId, dayAfter(ctx)));
    await note(tx, ctx, 'phase.removed', phaseId);
  });
}

function partsOf(ctx: NetworkContext, phaseId: string, input: Fields) {
  const { funders, currency, total: _t, own_contribution: _o, grant: _g, other: _x, ...fields } = input;
  const { isBudgetPublic, startsOn, endsOn, ...phase } = fields;
  if (endsOn < startsOn) throw new DomainError('phase_reversed', {}, 'endsOn');
  const networkId = ctx.network.id;
  const budget = budgetKinds.flatMap((kind) => {
    if (input[kind] === '') return [];
    const amountMinor = amountOf(input[kind]);
    if (amountMinor === null) throw new DomainError('amount_invalid', {}, kind);
    if (currency === '') throw new DomainError('currency_needed', {}, 'currency');
    return { id: newId(), networkId, phaseId, kind, amountMinor, currency, isPublic: isBudgetPublic };
  });
  return {
    phase: { ...phase, startsOn: new Date(startsOn), endsOn: new Date(endsOn) },
    funders: funders
      .filter(({ name }) => name !== '')
      .toSorted((one, other) => one.position - other.position)
      .map(({ position: _position, isLogoRemoved, logoId, ...funder }, order) => ({
        id: newId(),
        networkId,
        phaseId,
        order,
        ...funder,
        logoId: isLogoRemoved ? null : logoId,
      })),
    budget,
  };
}

async function writeFunders(
  tx: Transaction,
  ctx: Acting,
  input: Fields,
  funders: ReturnType<typeof partsOf>['funders'],
): Promise<void> {
  const networkId = ctx.network.id;
  const ids = funders.flatMap(({ logoId }) => logoId ?? []);
  const found = await tx.prisma.storedFile.findMany({
    where: { networkId, id: { in: ids }, kind: 'logo', removedAt: null },
    select: { id: true },
  });
  const missing = ids.find((id) => !found.some((file) => file.id === id));
  if (missing !== undefined) {
    const index = input.funders.findIndex(({ logoId }) => logoId === missing);
    throw new DomainError('file_needed', {}, `funders[${index}].logo`);
  }
  await tx.prisma.funder.createMany({ data: funders });
  await tx.run(settleLogos(networkId, dayAfter(ctx)));
}

type PhaseEvent = 'phase.added' | 'phase.changed' | 'phase.ended' | 'phase.removed';

function note(tx: Transaction, ctx: Acting, kind: PhaseEvent, phaseId: string): Promise<void> {
  return recordEvent(tx, {
    networkId: ctx.network.id,
    kind,
    object: ['phase', phaseId],
    actorId: ctx.actor.personId,
    at: ctx.now,
  });
}
