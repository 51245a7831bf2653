import type { HostRow } from '@tessera/db/exchange.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type Acting, networkContext } from '../context.server.ts';

/**
 * A person of one network in another one, inside an open transaction that speaks for it: with what a manager of one
 * institution may do there, and nothing else. Whoever calls it has checked that the person may speak for that institution.
 */
export function guestContext(ctx: Acting, tx: Transaction, host: HostRow, institutionId: string): Acting {
  const { actor, realNow, language } = ctx;
  return {
    ...networkContext({
      network: { ...host, summary: '', settings: [] },
      actor,
      grants: [{ role: 'institution_manager', institutionId }],
      realNow,
      language,
    }),
    actor,
    transaction: (work) => work(tx),
  };
}

/** This instant on the clock of another network. */
export function nowIn(ctx: Acting, host: Pick<HostRow, 'clockOffset'>): Date {
  return new Date(ctx.realNow.getTime() + host.clockOffset * 1000);
}
