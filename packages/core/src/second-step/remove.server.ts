import { platformNetworkId } from '@tessera/db/platform.ts';
import type { z } from 'zod';
import type { Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { inSecondStep } from './check.server.ts';
import type { SecondStepRemoval } from './schema.ts';

/**
 * Switches off the second step of somebody who lost phone and codes; for operators of the platform, who know nobody's
 * networks. Their sessions end and a mail tells them. No coordinator can do this: with the mail of a person alone an account
 * would be theirs.
 * @throws DomainError no_such_login, not_yourself, no_second_step
 */
export async function removeSecondStep(
  ctx: RequestContext & { actor: Actor },
  { email, reason }: z.output<typeof SecondStepRemoval>,
): Promise<void> {
  if (email === ctx.actor.email) throw new DomainError('not_yourself', {}, 'email');
  await inSecondStep(async (tx) => {
    const person = await tx.prisma.person.findFirst({ where: { email }, select: { id: true } });
    if (!person) throw new DomainError('no_such_login', {}, 'email');
    const personId = person.id;
    const { count } = await tx.prisma.secondStep.deleteMany({
      where: { personId, confirmedAt: { not: null } },
    });
    if (count === 0) throw new DomainError('no_second_step', {}, 'email');
    await tx.prisma.loginToken.deleteMany({ where: { personId, purpose: 'second_step' } });
    await tx.prisma.session.deleteMany({ where: { personId } });
    await recordEvent(tx, {
      networkId: platformNetworkId,
      kind: 'second_step.removed',
      object: ['person', personId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { reason },
    });
  });
}
