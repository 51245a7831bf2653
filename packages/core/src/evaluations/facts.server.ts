import type { Transaction } from '@tessera/db/scope.server.ts';
import { levelsOf } from './levels.ts';
import { stagesOf } from './terms.ts';

/** Which of these places have answered at the end of the training. */
export async function hasEvaluated(
  tx: Transaction,
  networkId: string,
  seatIds: readonly string[],
): Promise<Set<string>> {
  if (seatIds.length === 0) return new Set();
  const rows = await tx.prisma.evaluationSubmission.findMany({
    where: { networkId, stage: 'reaction', seatId: { in: [...seatIds] } },
    select: { seatId: true },
  });
  return new Set(rows.map(({ seatId }) => seatId));
}

type Network = Parameters<typeof levelsOf>[0] & { id: string };

/**
 * Whether everything that a training asks at its end has been asked and closed; what is asked months later keeps no
 * training waiting.
 */
export async function isEvaluationClosed(
  tx: Transaction,
  network: Network,
  trainingId: string,
): Promise<boolean> {
  const where = { networkId: network.id, trainingId };
  const plan = await tx.prisma.evaluationPlan.findFirst({ where, select: { levels: true } });
  const runs = await tx.prisma.evaluation.findMany({ where, select: { stage: true, closedAt: true } });
  const atEnd = stagesOf(levelsOf(network, plan?.levels ?? null)).filter((stage) => stage !== 'behaviour');
  const open = runs.filter(({ stage, closedAt }) => stage !== 'behaviour' && closedAt === null);
  // Nobody can be asked any more what they knew before it began.
  const missing = atEnd.filter((each) => each !== 'before' && !runs.some(({ stage }) => stage === each));
  return open.length === 0 && missing.length === 0;
}
