import type { z } from 'zod';
import { type Acting, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { writeIssues } from './issue.server.ts';
import { judged, readOwnTraining } from './results.server.ts';
import { mayReissue, validUntilOf } from './rules.ts';
import type { Reissue } from './schema.ts';

/**
 * Puts a new issue in the place of a certificate: a correction prints what is right now and keeps the period, a renewal
 * begins a new one. The earlier issue stays readable and says that it was replaced; of two at once one is made. Whoever
 * has not earned the certificate any more gets none.
 * @throws DomainError not_found, certificate_superseded, certificate_not_renewable, certificate_not_earned
 */
export async function reissueCertificate(
  ctx: Acting,
  { certificateId, kind }: z.output<typeof Reissue>,
): Promise<{ certificateId: string }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const old = await tx.prisma.certificate.findFirst({
      where: { networkId, id: certificateId },
      select: {
        trainingId: true,
        seatId: true,
        number: true,
        state: true,
        validUntil: true,
        purgedAt: true,
        isNameShown: true,
        participant: { select: { purgedAt: true } },
      },
    });
    if (!old) throw new DomainError('not_found');
    requireOn(ctx, 'certificate.issue', { objectId: old.trainingId, isReadable: true });
    const state = old.state as 'issued' | 'revoked' | 'superseded';
    if (state === 'superseded') throw new DomainError('certificate_superseded');
    const isPurged = old.purgedAt !== null || old.participant.purgedAt !== null;
    if (!mayReissue({ state, validUntil: old.validUntil, isPurged }, kind, ctx.now))
      throw new DomainError('certificate_not_renewable');
    const training = await readOwnTraining(tx, ctx, old.trainingId);
    const row = (await judged(tx, ctx, training)).find(({ seatId }) => seatId === old.seatId);
    if (!row?.participantId || !row.verdict.isEarned) throw new DomainError('certificate_not_earned');
    await tx.prisma.certificate.updateMany({
      where: { networkId, id: certificateId, state: 'issued' },
      data: { state: 'superseded' },
    });
    const validUntil = validUntilOf(
      ctx.now,
      training.certificateMonths,
      kind === 'correction' ? old : undefined,
    );
    const [made] = await writeIssues(tx, ctx, training, [
      { row, number: old.number + 1, validUntil, isNameShown: old.isNameShown },
    ]);
    if (!made) throw new DomainError('certificate_superseded');
    return { certificateId: made };
  });
}
