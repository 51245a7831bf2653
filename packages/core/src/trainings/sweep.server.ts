import { inNetwork, inScope, type Transaction } from '@tessera/db/scope.server.ts';
import { dueCourses, moveTraining } from '@tessera/db/trainings.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { moveByClock, stateAfter, type TrainingState } from './rules.ts';

/**
 * Moves on what the clock has overtaken, in every network: begun is under way, over is completed. Safe to run twice and
 * at once: a state moves on from the one that was seen, or not at all.
 * @returns how many trainings moved on
 */
export async function sweepCourses(realNow: Date): Promise<number> {
  const due = await inScope({ door: 'platform' }, (tx) => tx.run(dueCourses(realNow)));
  let count = 0;
  for (const { networkId, trainingId, clockOffset } of due) {
    const now = new Date(realNow.getTime() + clockOffset * 1000);
    const isMoved = await inNetwork(networkId, (tx) => moveWithClock(tx, networkId, trainingId, now));
    if (isMoved) count += 1;
  }
  return count;
}

async function moveWithClock(
  tx: Transaction,
  networkId: string,
  trainingId: string,
  now: Date,
): Promise<boolean> {
  const training = await tx.prisma.training.findFirst({
    where: { networkId, id: trainingId },
    select: { state: true, startsAt: true, endsAt: true },
  });
  const from = training?.state as TrainingState;
  const move = training && moveByClock(training, now);
  const to = move && stateAfter(from, move);
  if (!to) return false;
  const [moved] = await tx.run(moveTraining(networkId, trainingId, from, to, '', now));
  if (!moved) return false;
  await recordEvent(tx, {
    networkId,
    kind: 'training.moved_on',
    object: ['training', trainingId],
    actorId: null,
    at: now,
    payload: { from, to },
  });
  return true;
}
