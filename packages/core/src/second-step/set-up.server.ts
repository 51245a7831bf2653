import { platformNetworkId } from '@tessera/db/platform.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { beginSecondStep, confirmSecondStep } from '@tessera/db/second-step.server.ts';
import type { z } from 'zod';
import type { Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { countAttempt, forgetAttempts } from '../identity/rate-limit.server.ts';
import { endOtherSessions, storedSessionId } from '../identity/sessions.server.ts';
import { openPlatformSecret, sealPlatformSecret } from '../privacy/seal.server.ts';
import { inSecondStep, keyPlace } from './check.server.ts';
import { keepRecoveryCodes, newRecoveryCodes } from './recovery-codes.server.ts';
import type { CodeOfApp } from './schema.ts';
import { newKey, shownKey, windowOf } from './time-code.server.ts';

type SignedIn = RequestContext & { actor: Actor };

const recentMinutes = 15;

/** Whether one has just signed in here: who finds an open device shall not lock its owner out with a second step. */
async function isRecent(tx: Transaction, { sessionId, now }: SignedIn): Promise<boolean> {
  if (!sessionId) return true;
  const since = new Date(now.getTime() - recentMinutes * 60_000);
  const where = { id: storedSessionId(sessionId), createdAt: { gte: since } };
  return (await tx.prisma.session.count({ where })) > 0;
}

async function needRecent(tx: Transaction, ctx: SignedIn): Promise<void> {
  if (!(await isRecent(tx, ctx))) throw new DomainError('sign_in_again');
}

/** Whether one has a second step, since when, and how many recovery codes are left; else whether one may set it up now. */
export async function secondStep(ctx: SignedIn) {
  const { personId } = ctx.actor;
  const [found, mayBegin] = await inSecondStep(async (tx) => [
    await tx.prisma.secondStep.findFirst({
      where: { personId },
      select: { confirmedAt: true, _count: { select: { codes: { where: { usedAt: null } } } } },
    }),
    await isRecent(tx, ctx),
  ]);
  if (!found) return { state: 'off' as const, mayBegin };
  if (!found.confirmedAt) return { state: 'begun' as const, mayBegin };
  return { state: 'on' as const, since: found.confirmedAt, codesLeft: found._count.codes };
}

/**
 * Makes a key for an app; beginning anew makes another one. Nothing changes for somebody who has a second step.
 * @throws DomainError sign_in_again
 */
export async function begin(ctx: SignedIn): Promise<void> {
  const { personId } = ctx.actor;
  await inSecondStep(async (tx) => {
    await needRecent(tx, ctx);
    const sealed = await sealPlatformSecret(tx, keyPlace(personId), newKey(), ctx.now);
    await tx.run(beginSecondStep(personId, sealed, ctx.now));
  });
}

/**
 * The key that was begun with, for the app; never again once the second step is on.
 * @throws DomainError not_found, sign_in_again
 */
export async function keyToScan(ctx: SignedIn): Promise<{ key: string; address: string }> {
  const { personId, email, name } = ctx.actor;
  const key = await inSecondStep(async (tx) => {
    await needRecent(tx, ctx);
    const begun = await tx.prisma.secondStep.findFirst({
      where: { personId, confirmedAt: null },
      select: { secret: true },
    });
    return begun && openPlatformSecret(tx, keyPlace(personId), begun.secret);
  });
  if (!key) throw new DomainError('not_found');
  return shownKey(key, email ?? name);
}

/**
 * Switches the second step on with a first code of the app. All other sessions of the person end.
 * @returns the recovery codes, which are shown this once
 * @throws DomainError wrong_app_code, too_many_attempts, sign_in_again
 */
export async function confirm(
  ctx: SignedIn,
  { code }: z.output<typeof CodeOfApp>,
): Promise<{ codes: string[] }> {
  const { personId } = ctx.actor;
  await countAttempt('second_step', personId);
  const { codes, hashes } = await newRecoveryCodes();
  await inSecondStep(async (tx) => {
    await needRecent(tx, ctx);
    const begun = await tx.prisma.secondStep.findFirst({
      where: { personId, confirmedAt: null },
      select: { secret: true },
    });
    const key = begun && (await openPlatformSecret(tx, keyPlace(personId), begun.secret));
    const window = key && windowOf(key, code, ctx.now);
    const [confirmed] = window ? await tx.run(confirmSecondStep(personId, window, ctx.now)) : [];
    if (!confirmed) throw new DomainError('wrong_app_code', {}, 'code');
    await keepRecoveryCodes(tx, personId, hashes, ctx.now);
    await endOtherSessions(tx, personId, ctx.sessionId);
    await recordEvent(tx, {
      networkId: platformNetworkId,
      kind: 'second_step.switched_on',
      object: ['person', personId],
      actorId: personId,
      at: ctx.now,
    });
  });
  await forgetAttempts('second_step', personId);
  return { codes };
}
