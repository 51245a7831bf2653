import { evaluationToken } from '@tessera/core/evaluations/answer.server.ts';
import { noticeSeat, noticeTraining } from '@tessera/db/messages.server.ts';
import { factsOf, hiddenToken, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

/**
 * Asks whoever has the place, and nobody for them: the link is theirs alone. None when the questionnaire is over or they
 * have answered.
 */
export async function evaluationAsked(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, payload, now, isLookingBack } = occasion;
  const { networkId, objectId: seatId } = event;
  const { trainingId, stage } = payload;
  if (!trainingId || !stage) return [];
  const run = await tx.prisma.evaluation.findFirst({
    where: { networkId, trainingId, stage },
    select: { closesAt: true, closedAt: true },
  });
  const answered = await tx.prisma.evaluationSubmission.findFirst({
    where: { networkId, stage, seatId },
    select: { seatId: true },
  });
  const isOver = !run || run.closedAt !== null || now >= run.closesAt || answered !== null;
  if (!run || (isOver && !isLookingBack)) return [];
  const [seat] = await tx.run(noticeSeat(networkId, seatId));
  const [training] = await tx.run(noticeTraining(networkId, trainingId));
  const reader = readerOf(event, seat?.participant, 'own');
  if (!seat || !training || !reader || seat.state !== 'confirmed') return [];
  const kind = event.kind === 'evaluation.reminded' ? 'evaluation-reminder' : 'evaluation-asked';
  return [
    notice(occasion, kind, reader, {
      training: factsOf(training, reader.language, event),
      stage,
      seatId,
      closesAt: run.closesAt,
      token: isLookingBack ? hiddenToken : evaluationToken(seatId, stage),
    }),
  ];
}
