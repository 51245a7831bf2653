import type { Transaction } from '@tessera/db/scope.server.ts';
import { documentationOf, moveTraining } from '@tessera/db/trainings.server.ts';
import type { Acting, NetworkCard } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { isEvaluationClosed } from '../evaluations/facts.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { openWishesIn } from '../seats/wishes.server.ts';
import {
  type Documentation,
  documentationGaps,
  stateAfter,
  type TrainingMove,
  type TrainingState,
} from './rules.ts';

/**
 * Moves a training on: publish, close registration, complete, cancel. A move that has happened already changes nothing.
 * Cancelling tells everyone who holds or waits for a seat.
 * @throws DomainError not_found, transition_not_possible, attendance_incomplete, list_not_exported, evaluation_open
 */
export async function moveOn(
  ctx: Acting,
  input: { trainingId: string; move: TrainingMove; reason?: string },
): Promise<{ state: TrainingState }> {
  const networkId = ctx.network.id;
  const { trainingId, move, reason = '' } = input;
  const place = { networkId, now: ctx.now, actorId: ctx.actor.personId };
  return ctx.transaction(async (tx) => {
    const training = await tx.prisma.training.findFirst({
      where: { networkId, id: trainingId },
      select: { state: true },
    });
    if (!training) throw new DomainError('not_found');
    const from = training.state as TrainingState;
    const to = stateAfter(from, move);
    if (!to) {
      if (move === 'cancel' && from === 'cancelled') return { state: from };
      if (move === 'publish' && from === 'published') return { state: from };
      throw new DomainError('transition_not_possible');
    }
    if (move === 'document') await requireDocumentation(tx, ctx.network, trainingId);
    const [moved] = await tx.run(moveTraining(networkId, trainingId, from, to, reason, ctx.now));
    if (!moved) throw new DomainError('transition_not_possible');
    await recordEvent(tx, {
      networkId,
      kind:
        move === 'publish'
          ? 'training.published'
          : move === 'cancel'
            ? 'training.cancelled'
            : 'training.moved_on',
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { from, to },
    });
    if (move === 'cancel') await openWishesIn(tx, place, trainingId);
    return { state: to };
  });
}

async function requireDocumentation(
  tx: Transaction,
  network: NetworkCard,
  trainingId: string,
): Promise<void> {
  const found = await documentation(tx, network, trainingId);
  const [gap] = documentationGaps(found);
  if (gap === 'attendance') throw new DomainError('attendance_incomplete', { count: found.unmarked });
  if (gap === 'export') throw new DomainError('list_not_exported');
  if (gap === 'evaluation') throw new DomainError('evaluation_open');
}

/**
 * What the documentation of an event rests on.
 * @throws DomainError not_found
 */
export async function documentation(
  tx: Transaction,
  network: NetworkCard,
  trainingId: string,
): Promise<Documentation> {
  const [[found], isClosed] = await Promise.all([
    tx.run(documentationOf(network.id, trainingId)),
    isEvaluationClosed(tx, network, trainingId),
  ]);
  if (!found) throw new DomainError('not_found');
  return { ...found, isEvaluationClosed: isClosed };
}
