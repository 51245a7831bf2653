import { newId } from '@tessera/db/id.server.ts';
import { findLogin, tryLoginToken, useLoginToken } from '@tessera/db/identity.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { completeSignIn, type SignedInOrNot } from './complete.server.ts';
import { isPassword } from './passwords.server.ts';
import { countAttempt, forgetAttempts, giveBackAttempt } from './rate-limit.server.ts';
import type { CodeRequest, CodeSignIn, SignIn } from './schema.ts';
import { isOneTimeCode } from './secrets.server.ts';

export const codeMinutes = 10;
const maxCodeAttempts = 5;

/**
 * Signs in by password.
 * @throws DomainError wrong_credentials, alike for a wrong password and an unknown address; too_many_attempts
 */
export async function signIn(ctx: RequestContext, input: z.output<typeof SignIn>): Promise<SignedInOrNot> {
  await countAttempt('address', ctx.ip);
  await countAttempt('account', input.email);
  const [login] = await inScope({ door: 'identity' }, (tx) => tx.run(findLogin(input.email)));
  const isRight = await isPassword(login?.passwordHash ?? null, input.password);
  if (!login || !isRight || login.state !== 'active') throw new DomainError('wrong_credentials');
  await Promise.all([forgetAttempts('account', input.email), giveBackAttempt('address', ctx.ip)]);
  return completeSignIn(ctx, login.personId, { isSecondStepDone: false });
}

/**
 * Sends a one-time code, if the address has a login. The answer is the same if it has none.
 * @returns the id that the form with the code carries
 */
export async function requestCode(
  ctx: RequestContext,
  input: z.output<typeof CodeRequest>,
): Promise<{ tokenId: string }> {
  await countAttempt('address', ctx.ip);
  await countAttempt('mail', input.email);
  const tokenId = newId();
  await inScope({ door: 'identity', networkId: platformNetworkId }, async (tx) => {
    const [login] = await tx.run(findLogin(input.email));
    if (login?.state !== 'active') return;
    await tx.prisma.loginToken.create({
      data: {
        id: tokenId,
        personId: login.personId,
        purpose: 'code',
        expiresAt: new Date(ctx.now.getTime() + codeMinutes * 60_000),
        createdAt: ctx.now,
      },
    });
    await recordEvent(tx, {
      networkId: platformNetworkId,
      kind: 'sign_in.code_requested',
      object: ['person', login.personId],
      actorId: null,
      at: ctx.now,
      payload: { tokenId, language: login.language ?? ctx.language },
    });
  });
  return { tokenId };
}

/**
 * Signs in by a one-time code, which works once, for ten minutes and five attempts.
 * @throws DomainError wrong_code
 */
export async function signInWithCode(
  ctx: RequestContext,
  input: z.output<typeof CodeSignIn>,
): Promise<SignedInOrNot> {
  await countAttempt('address', ctx.ip);
  const personId = await personOfCode(ctx, input);
  if (!personId) throw new DomainError('wrong_code', {}, 'code');
  await giveBackAttempt('address', ctx.ip);
  return completeSignIn(ctx, personId, { isSecondStepDone: false });
}

/** Whose one-time code it is, and uses it up; null for a wrong one. */
export async function personOfCode(
  ctx: RequestContext,
  { tokenId, code }: z.output<typeof CodeSignIn>,
): Promise<string | null> {
  return inScope({ door: 'identity' }, async (tx) => {
    const [token] = await tx.run(tryLoginToken(tokenId, 'code', ctx.now, maxCodeAttempts));
    if (!token || !isOneTimeCode(tokenId, code)) return null;
    const [used] = await tx.run(useLoginToken(tokenId, 'code', ctx.now));
    return used?.personId ?? null;
  });
}
