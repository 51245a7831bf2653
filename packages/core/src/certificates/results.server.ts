import { certificateMails, certificateResults } from '@tessera/db/certificates.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { Acting, NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { hasEvaluated } from '../evaluations/facts.server.ts';
import { readTraining, type TrainingView } from '../trainings/queries.server.ts';
import { judge, standingOf } from './rules.ts';

// A mail that nobody thought of within the hour does not come any more: whoever has an address since then is told nothing.
const expectedMs = 3_600_000;
// How long a page follows the mails; where they do not move on, whoever reads it looks again by hand.
const followedMs = 600_000;

/**
 * Everyone with a confirmed seat: whether they have earned a certificate, why not, what was issued, and how far the mails are.
 * @throws DomainError not_found
 */
export async function certificateResultsOf(ctx: Acting, trainingId: string) {
  return ctx.transaction(async (tx) => {
    const training = await readOwnTraining(tx, ctx, trainingId);
    const results = await judged(tx, ctx, training);
    const since = new Date(ctx.now.getTime() - expectedMs);
    const [mails] = await tx.run(certificateMails(ctx.network.id, trainingId, since));
    return {
      training,
      isOver: isOver(ctx, training),
      mails: mails ?? { total: 0, sent: 0, waiting: 0 },
      isFollowed: results.some(
        ({ issuedAt }) => issuedAt && issuedAt.getTime() > ctx.now.getTime() - followedMs,
      ),
      rows: results.map(({ language: _, ...row }) => ({
        ...row,
        standing: row.state && standingOf({ state: row.state, validUntil: row.validUntil }, ctx.now),
      })),
    };
  });
}

/** @throws DomainError not_found */
export async function readOwnTraining(tx: Transaction, ctx: NetworkContext, trainingId: string) {
  const training = await readTraining(tx, ctx, trainingId);
  if (!training.isOwn) throw new DomainError('not_found');
  return training;
}

/** Certificates are for trainings that took place to their end. */
export function isOver(ctx: NetworkContext, training: Pick<TrainingView, 'endsAt' | 'state'>): boolean {
  return ctx.now >= training.endsAt && training.state !== 'cancelled';
}

export type JudgedSeat = Awaited<ReturnType<typeof judged>>[number];

/** The confirmed seats of a training, each with its verdict. */
export async function judged(tx: Transaction, { network, language }: NetworkContext, training: TrainingView) {
  const rows = await tx.run(
    certificateResults(network.id, training.id, [language, network.defaultLanguage, 'en']),
  );
  const seatIds = training.needsEvaluation ? rows.map(({ seatId }) => seatId) : [];
  const evaluated = await hasEvaluated(tx, network.id, seatIds);
  return rows.map(({ sessions, ...row }) => ({
    ...row,
    verdict: judge({ sessions, hasEvaluated: evaluated.has(row.seatId) }, training),
  }));
}
