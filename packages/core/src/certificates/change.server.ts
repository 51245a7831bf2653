import { keepAnswer } from '../consents/own.server.ts';
import { type Acting, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';

/**
 * Revokes a certificate; its page says so from now on.
 * @throws DomainError not_found, reason_needed
 */
export async function revokeCertificate(
  ctx: Acting,
  input: { certificateId: string; reason: string },
): Promise<void> {
  const networkId = ctx.network.id;
  if (input.reason.trim() === '') throw new DomainError('reason_needed', {}, 'reason');
  await ctx.transaction(async (tx) => {
    const found = await tx.prisma.certificate.findFirst({
      where: { networkId, id: input.certificateId },
      select: { id: true },
    });
    if (!found) throw new DomainError('not_found');
    requireOn(ctx, 'certificate.revoke', {});
    const { count } = await tx.prisma.certificate.updateMany({
      where: { networkId, id: input.certificateId, state: 'issued' },
      data: { state: 'revoked', revokedAt: ctx.now, revokeReason: input.reason },
    });
    if (count === 0) return;
    await recordEvent(tx, {
      networkId,
      kind: 'certificate.revoked',
      object: ['certificate', input.certificateId],
      actorId: ctx.actor.personId,
      at: ctx.now,
    });
  });
}

/**
 * Switches whether the public page of a certificate shows the learner's name. Only the learner decides.
 * @throws DomainError not_found
 */
export async function showName(
  ctx: Acting,
  input: { certificateId: string; isShown: boolean },
): Promise<void> {
  const networkId = ctx.network.id;
  await ctx.transaction(async (tx) => {
    const { count } = await tx.prisma.certificate.updateMany({
      where: { networkId, id: input.certificateId, participant: { personId: ctx.actor.personId } },
      data: { isNameShown: input.isShown },
    });
    if (count === 0) throw new DomainError('not_found');
    // Showing it is a consent like any other: it stands with its words, and withdrawing it hides the name again.
    if (input.isShown) {
      await keepAnswer(tx, {
        networkId,
        personId: ctx.actor.personId,
        now: ctx.now,
        defaultLanguage: ctx.network.defaultLanguage,
        purpose: 'name_on_certificate',
        language: ctx.language,
        answer: 'give',
      });
    }
    await recordEvent(tx, {
      networkId,
      kind: 'certificate.name_shown',
      object: ['certificate', input.certificateId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { isShown: input.isShown },
    });
  });
}
