import { directory } from '@tessera/db/institutions.server.ts';
import { applicationList, similarInstitutions } from '@tessera/db/joining.server.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { MembershipState } from '../institutions/rules.ts';
import { applicationState, isOpen, wayIn } from './rules.ts';
import type { ApplicationFilter } from './schema.ts';

const perPage = 50;
/** How many institutions of the register stand beside an application. */
const mostSimilar = 6;

/**
 * Applications whose address is confirmed, the longest waiting first, or those that are decided, the latest first; and the
 * institutions that a coordinator entered as applicants.
 */
export async function listApplications(
  ctx: NetworkContext,
  { show, page }: z.output<typeof ApplicationFilter>,
) {
  const networkId = ctx.network.id;
  const { rows, entered } = await ctx.transaction(async (tx) => {
    const found = await tx.run(applicationList(networkId, show === 'decided', perPage, (page - 1) * perPage));
    if (show === 'decided') return { rows: found, entered: [] };
    const states = ['applied', 'under_review'];
    const [here] = await tx.run(directory(networkId, ctx.language, [], '', '', '', states, 'name', 200, 0));
    return { rows: found, entered: here?.rows ?? [] };
  });
  return {
    applications: rows.map(({ total: _total, ...row }) => ({ ...row, state: applicationState(row) })),
    pages: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / perPage)),
    entered: entered.map(({ id, name, kind, locality, county, state }) => ({
      id,
      name,
      kind,
      locality,
      county,
      state: state as MembershipState,
    })),
  };
}

/**
 * What was typed, and while it is open what the register has that could be it.
 * @throws DomainError not_found
 */
export async function readApplication(ctx: NetworkContext, applicationId: string) {
  const networkId = ctx.network.id;
  const { application, similar } = await ctx.transaction(async (tx) => {
    const found = await tx.prisma.membershipApplication.findFirst({
      where: { networkId, id: applicationId, confirmedAt: { not: null } },
    });
    if (!found) throw new DomainError('not_found');
    const { name, kind, locality, country } = found;
    const alike = similarInstitutions(networkId, ctx.language, name, kind, locality, country, mostSimilar);
    return { application: found, similar: isOpen(found) ? await tx.run(alike) : [] };
  });
  const { networkId: _networkId, nameOrder, ...typed } = application;
  return {
    ...typed,
    nameOrder: nameOrder === 'family_first' ? ('family_first' as const) : ('given_first' as const),
    state: applicationState(application),
    similar: similar.map(({ id, name, kind, locality, county, stateHere }) => ({
      id,
      name,
      kind,
      locality,
      county,
      stateHere: stateHere as MembershipState | null,
      canBeTaken: wayIn(stateHere as MembershipState | null) !== null,
    })),
  };
}
