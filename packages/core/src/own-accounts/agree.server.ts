import { tryLoginToken, useLoginToken } from '@tessera/db/identity.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import type { SignedInOrNot } from '../identity/complete.server.ts';
import { isPassword } from '../identity/passwords.server.ts';
import { countAttempt, forgetAttempts } from '../identity/rate-limit.server.ts';
import { personOfCode, requestCode } from '../identity/sign-in.server.ts';
import { carriedAs } from './carried.server.ts';
import { personBehind } from './link.server.ts';
import { openedProvider } from './opened.server.ts';
import type { Agreement, AgreementByCode, AgreementByPassword } from './schema.ts';
import { endSigningIn } from './sign-in.server.ts';

const maxTries = 5;

/** Where the person wanted to go, and how signing in goes on. */
export type Agreed = { next: string } & SignedInOrNot;

/**
 * What a person is asked to agree to, after the account of an institution was proven for the first time.
 * @throws DomainError own_account_expired, own_account_off
 */
export async function agreement(ctx: RequestContext, { carried }: z.output<typeof Agreement>) {
  const { proven, email } = await waiting(ctx, carried);
  const { name, networkName } = await openedProvider(ctx, { ...proven, code: null });
  return { name, network: networkName, email };
}

/**
 * Agrees with the password, links the account and signs in.
 * @throws DomainError wrong_password, too_many_attempts, own_account_expired, own_account_off, own_account_unknown
 */
export async function agreeWithPassword(
  ctx: RequestContext,
  { carried, password }: z.output<typeof AgreementByPassword>,
): Promise<Agreed> {
  const { proven, personId, email } = await waiting(ctx, carried);
  await countAttempt('address', ctx.ip);
  await countAttempt('account', email);
  await countTry(ctx, proven.tokenId);
  const login = await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.login.findFirst({ where: { personId }, select: { passwordHash: true } }),
  );
  if (!(await isPassword(login?.passwordHash ?? null, password)))
    throw new DomainError('wrong_password', {}, 'password');
  await forgetAttempts('account', email);
  return agreed(ctx, proven, personId);
}

/**
 * Sends a code to the person's own address, for who has no password.
 * @throws DomainError too_many_attempts, own_account_expired
 */
export async function sendAgreementCode(
  ctx: RequestContext,
  { carried }: z.output<typeof Agreement>,
): Promise<{ tokenId: string }> {
  const { email } = await waiting(ctx, carried);
  return requestCode(ctx, { email });
}

/**
 * Agrees with the code, links the account and signs in.
 * @throws DomainError wrong_code, own_account_expired, own_account_off, own_account_unknown
 */
export async function agreeWithCode(
  ctx: RequestContext,
  { carried, ...input }: z.output<typeof AgreementByCode>,
): Promise<Agreed> {
  const { proven, personId } = await waiting(ctx, carried);
  await countAttempt('address', ctx.ip);
  await countTry(ctx, proven.tokenId);
  if ((await personOfCode(ctx, input)) !== personId) throw new DomainError('wrong_code', {}, 'code');
  return agreed(ctx, proven, personId);
}

type Proven = ReturnType<typeof carriedAs<'proven'>>;

async function waiting(
  ctx: RequestContext,
  carried: string,
): Promise<{ proven: Proven; personId: string; email: string }> {
  const proven = carriedAs('proven', carried, ctx.now);
  const token = await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.loginToken.findFirst({
      where: { id: proven.tokenId, purpose: 'own_account', usedAt: null, expiresAt: { gt: ctx.now } },
      select: { personId: true, person: { select: { email: true } } },
    }),
  );
  if (!token?.person.email) throw new DomainError('own_account_expired');
  return { proven, personId: token.personId, email: token.person.email };
}

async function countTry(ctx: RequestContext, tokenId: string): Promise<void> {
  const [left] = await inScope({ door: 'identity' }, (tx) =>
    tx.run(tryLoginToken(tokenId, 'own_account', ctx.now, maxTries)),
  );
  if (!left) throw new DomainError('own_account_expired');
}

async function agreed(ctx: RequestContext, proven: Proven, personId: string): Promise<Agreed> {
  const { networkId, providerId, subject, tokenId, next } = proven;
  const provider = await openedProvider(ctx, { providerId, networkId, code: null });
  const [used] = await inScope({ door: 'identity' }, (tx) =>
    tx.run(useLoginToken(tokenId, 'own_account', ctx.now)),
  );
  if (!used) throw new DomainError('own_account_expired');
  await personBehind(ctx, { provider, subject, email: null, agreedBy: personId });
  return { next, ...(await endSigningIn(ctx, personId)) };
}
