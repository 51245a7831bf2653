import { platformNetworkId } from '@tessera/db/platform.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { countAttempt, forgetAttempts } from '../identity/rate-limit.server.ts';
import { inSecondStep, takeCode } from './check.server.ts';
import type { SecondStepEventKind } from './events.ts';
import { keepRecoveryCodes, newRecoveryCodes } from './recovery-codes.server.ts';
import type { AnyCode } from './schema.ts';

type SignedIn = RequestContext & { actor: Actor };
type Code = z.output<typeof AnyCode>;

/**
 * Switches the second step off.
 * @throws DomainError wrong_app_code, too_many_attempts
 */
export async function switchOff(ctx: SignedIn, { code }: Code): Promise<void> {
  const { personId } = ctx.actor;
  await withCode(ctx, code, async (tx) => {
    await tx.prisma.secondStep.deleteMany({ where: { personId } });
    await note(tx, ctx, 'second_step.switched_off');
  });
}

/**
 * Makes new recovery codes; the old ones stop working.
 * @returns the codes, which are shown this once
 * @throws DomainError wrong_app_code, too_many_attempts
 */
export async function renewCodes(ctx: SignedIn, { code }: Code): Promise<{ codes: string[] }> {
  const { codes, hashes } = await newRecoveryCodes();
  await withCode(ctx, code, async (tx) => {
    await keepRecoveryCodes(tx, ctx.actor.personId, hashes, ctx.now);
    await note(tx, ctx, 'second_step.codes_renewed');
  });
  return { codes };
}

async function withCode(
  ctx: SignedIn,
  code: string,
  work: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const { personId } = ctx.actor;
  await countAttempt('second_step', personId);
  await inSecondStep(async (tx) => {
    if (!(await takeCode(tx, { personId, code, now: ctx.now })))
      throw new DomainError('wrong_app_code', {}, 'code');
    await work(tx);
  });
  await forgetAttempts('second_step', personId);
}

async function note(tx: Transaction, ctx: SignedIn, kind: SecondStepEventKind): Promise<void> {
  const { personId } = ctx.actor;
  await recordEvent(tx, {
    networkId: platformNetworkId,
    kind,
    object: ['person', personId],
    actorId: personId,
    at: ctx.now,
  });
}
