import { type PhaseRow, phasesOf } from '@tessera/db/phases.server.ts';
import { type NetworkContext, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { differenceOf, type participantForms, type reportingCycles } from './rules.ts';

/** The phases of the network with funders and budget, also those that are not public, in the order of time. */
export async function phases(ctx: NetworkContext) {
  const rows = await ctx.transaction((tx) => tx.run(phasesOf(ctx.network.id, null)));
  return { phases: rows.map(view), mayEdit: reach(ctx, 'phase.edit').kind === 'network' };
}

/**
 * One phase.
 * @throws DomainError not_found
 */
export async function phase(ctx: NetworkContext, phaseId: string) {
  const [row] = await ctx.transaction((tx) => tx.run(phasesOf(ctx.network.id, phaseId)));
  if (!row) throw new DomainError('not_found');
  return view(row);
}

function view({ budget, reportingCycle, participantForm, ...row }: PhaseRow) {
  const lines = budget.map(({ amountMinor, ...line }) => ({ ...line, amountMinor: Number(amountMinor) }));
  return {
    ...row,
    reportingCycle: reportingCycle as (typeof reportingCycles)[number],
    participantForm: participantForm as (typeof participantForms)[number],
    budget: lines,
    difference: differenceOf(lines),
  };
}
