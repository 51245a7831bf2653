import { newId } from '@tessera/db/id.server.ts';
import { findLogin, useLoginToken } from '@tessera/db/identity.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { completeSignIn, type SignedInOrNot } from './complete.server.ts';
import { hashPassword, isPassword } from './passwords.server.ts';
import { countAttempt, giveBackAttempt } from './rate-limit.server.ts';
import type { PasswordChange, PasswordReset, ResetLink, ResetRequest } from './schema.ts';
import { isLinkToken } from './secrets.server.ts';
import { endAllSessions, openSession } from './sessions.server.ts';

export const resetMinutes = 60;

/** Sends a link for a new password, if the address has a login. The answer is the same if it has none. */
export async function requestReset(ctx: RequestContext, input: z.output<typeof ResetRequest>): Promise<void> {
  await countAttempt('address', ctx.ip);
  await countAttempt('mail', input.email);
  await inScope({ door: 'identity', networkId: platformNetworkId }, async (tx) => {
    const [login] = await tx.run(findLogin(input.email));
    if (login?.state !== 'active') return;
    const tokenId = newId();
    await tx.prisma.loginToken.create({
      data: {
        id: tokenId,
        personId: login.personId,
        purpose: 'password_reset',
        expiresAt: new Date(ctx.now.getTime() + resetMinutes * 60_000),
        createdAt: ctx.now,
      },
    });
    await recordEvent(tx, {
      networkId: platformNetworkId,
      kind: 'password.reset_requested',
      object: ['person', login.personId],
      actorId: null,
      at: ctx.now,
      payload: { tokenId, language: login.language ?? ctx.language },
    });
  });
}

/**
 * Whether a reset link still works, so that the page can say so before anything is typed.
 * @throws DomainError link_expired
 */
export async function checkReset(ctx: RequestContext, input: z.output<typeof ResetLink>): Promise<void> {
  if (!isLinkToken('password_reset', input.tokenId, input.token)) throw new DomainError('link_expired');
  const token = await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.loginToken.findFirst({
      where: { id: input.tokenId, purpose: 'password_reset', usedAt: null, expiresAt: { gt: ctx.now } },
      select: { id: true },
    }),
  );
  if (!token) throw new DomainError('link_expired');
}

/**
 * Sets a new password by a link that works once, ends every session and signs in here; a second step is still asked for.
 * @throws DomainError link_expired
 */
export async function resetPassword(
  ctx: RequestContext,
  input: z.output<typeof PasswordReset>,
): Promise<SignedInOrNot> {
  await countAttempt('address', ctx.ip);
  if (!isLinkToken('password_reset', input.tokenId, input.token)) throw new DomainError('link_expired');
  const passwordHash = await hashPassword(input.password);
  const personId = await inScope({ door: 'identity' }, async (tx) => {
    const [used] = await tx.run(useLoginToken(input.tokenId, 'password_reset', ctx.now));
    if (!used) throw new DomainError('link_expired');
    await tx.prisma.login.upsert({
      where: { personId: used.personId },
      create: { personId: used.personId, passwordHash, changedAt: ctx.now },
      update: { passwordHash, changedAt: ctx.now },
    });
    return used.personId;
  });
  await giveBackAttempt('address', ctx.ip);
  await endAllSessions(personId);
  return completeSignIn(ctx, personId, { isSecondStepDone: false });
}

/**
 * Changes one's own password; every other session ends.
 * @throws DomainError wrong_password beside the current password
 */
export async function changePassword(
  ctx: RequestContext & { actor: { personId: string } },
  input: z.output<typeof PasswordChange>,
): Promise<void> {
  const { personId } = ctx.actor;
  await countAttempt('account', personId);
  const login = await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.login.findFirst({ where: { personId } }),
  );
  if (!(await isPassword(login?.passwordHash ?? null, input.currentPassword))) {
    throw new DomainError('wrong_password', {}, 'currentPassword');
  }
  const passwordHash = await hashPassword(input.password);
  await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.login.update({ where: { personId }, data: { passwordHash, changedAt: ctx.now } }),
  );
  await endAllSessions(personId);
  ctx.setCookies.push(await openSession(personId, ctx.device));
}
