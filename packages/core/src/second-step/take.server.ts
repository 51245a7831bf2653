import { tryLoginToken, useLoginToken } from '@tessera/db/identity.server.ts';
import type { z } from 'zod';
import type { RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { completeSignIn } from '../identity/complete.server.ts';
import { countAttempt, forgetAttempts, giveBackAttempt } from '../identity/rate-limit.server.ts';
import { inSecondStep, takeCode } from './check.server.ts';
import type { SecondStepSignIn } from './schema.ts';

const purpose = 'second_step';
const maxAttempts = 5;

/**
 * Ends signing in with a code from the app or a recovery code. What the first step left behind works once, for ten minutes
 * and five attempts; wrong codes are counted for the person as well, because a right password makes new ones of it.
 * @throws DomainError wrong_app_code; second_step_over when one has to begin anew; too_many_attempts
 */
export async function takeSecondStep(
  ctx: RequestContext,
  { tokenId, code }: z.output<typeof SecondStepSignIn>,
): Promise<void> {
  await countAttempt('address', ctx.ip);
  const [tried] = await inSecondStep((tx) => tx.run(tryLoginToken(tokenId, purpose, ctx.now, maxAttempts)));
  if (!tried) throw new DomainError('second_step_over');
  const { personId, attempts } = tried;
  await countAttempt('second_step', personId);
  await inSecondStep(async (tx) => {
    if (!(await takeCode(tx, { personId, code, now: ctx.now })))
      throw attempts >= maxAttempts
        ? new DomainError('second_step_over')
        : new DomainError('wrong_app_code', {}, 'code');
    const [used] = await tx.run(useLoginToken(tokenId, purpose, ctx.now));
    if (!used) throw new DomainError('second_step_over');
  });
  await Promise.all([forgetAttempts('second_step', personId), giveBackAttempt('address', ctx.ip)]);
  await completeSignIn(ctx, personId, { isSecondStepDone: true });
}
