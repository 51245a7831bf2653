import type { Transaction } from '@tessera/db/scope.server.ts';
import { documentationOf, moveTraining } from '@tessera/db/trainings.server.ts';
import { z } from 'zod';
import type { Acting, NetworkCard } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { isEvaluationClosed } from '../evaluations/facts.server.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { openWishesIn } from '../seats/wishes.server.ts';
import {
  type Documentation,
  documentationGaps,
  stateAfter,
  type TrainingMove,
  type TrainingState,
} from './rules.ts';

const Postponed = z.object({ previousStartsAt: z.iso.datetime() });

/**
 * Moves a training on: publish, close registration, complete, cancel. A move that has happened already changes nothing.
 * Cancelling tells everyone who holds or waits for a seat; so does publishing what was postponed, with its date.
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
      select: { state: true, startsAt: true },
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
    // Everyone was told that it comes later; what is over by now is news to nobody.
    const isDateAgain = from === 'postponed' && move === 'publish' && training.startsAt > ctx.now;
    await recordEvent(tx, {
      networkId,
      kind: isDateAgain ? 'training.rescheduled' : kindOf(move),
      object: ['training', trainingId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: {
        from,
        to,
        ...(isDateAgain
          ? { previousStartsAt: await startBefore(tx, networkId, trainingId, training), wasPostponed: true }
          : {}),
      },
    });
    if (move === 'cancel') await openWishesIn(tx, place, trainingId);
    return { state: to };
  });
}

function kindOf(move: TrainingMove): NewEvent['kind'] {
  if (move === 'publish') return 'training.published';
  return move === 'cancel' ? 'training.cancelled' : 'training.moved_on';
}

/** The start that people knew before the training was postponed, also when its dates were edited since. */
async function startBefore(
  tx: Transaction,
  networkId: string,
  trainingId: string,
  { startsAt }: { startsAt: Date },
): Promise<string> {
  const postponed = await tx.prisma.domainEvent.findFirst({
    where: { networkId, kind: 'training.postponed', objectId: trainingId },
    orderBy: { id: 'desc' },
    select: { payload: true },
  });
  const known = Postponed.safeParse(postponed?.payload);
  return known.success ? known.data.previousStartsAt : startsAt.toISOString();
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
