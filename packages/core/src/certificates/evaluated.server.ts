import type { Transaction } from '@tessera/db/scope.server.ts';

/** The seats of a training whose evaluation is in: what `judge` is told where a training asks for it. */
export async function evaluatedSeats(
  _tx: Transaction,
  _networkId: string,
  _trainingId: string,
): Promise<ReadonlySet<string>> {
  return new Set();
}
