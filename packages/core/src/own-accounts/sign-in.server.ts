import { newId } from '@tessera/db/id.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { completeSignIn, type SignedInOrNot } from '../identity/complete.server.ts';
import { countAttempt, giveBackAttempt } from '../identity/rate-limit.server.ts';
import { carriedAs, carry } from './carried.server.ts';
import { personBehind } from './link.server.ts';
import { openedProvider } from './opened.server.ts';
import {
  AnswerRefused,
  type Journey,
  NotLetIn,
  ProviderTrouble,
  takeAnswer,
  wayTo,
} from './provider.server.ts';
import { journeyMinutes } from './rules.ts';
import type { Answer, Beginning } from './schema.ts';

/** Where a person is after a provider vouched for them. */
export type Arrival =
  | ({ kind: 'signed_in'; next: string } & SignedInOrNot)
  | { kind: 'agree'; carried: string };

/**
 * Begins to sign in with the account of an institution.
 * @returns where the browser goes, and what it carries there and back
 * @throws DomainError own_account_off, own_account_silent
 */
export async function begin(
  ctx: RequestContext,
  { network, providerId, next }: z.output<typeof Beginning>,
): Promise<{ to: string; carried: string }> {
  await countAttempt('address', ctx.ip);
  const provider = await openedProvider(ctx, { providerId, networkId: null, code: network });
  const { to, ...journey } = await meant(provider, () => wayTo(provider.known));
  await giveBackAttempt('address', ctx.ip);
  const place = { networkId: provider.networkId, providerId, next };
  return { to, carried: carry({ kind: 'way', ...place, ...journey }, ctx.now) };
}

/**
 * Takes the answer of a provider and signs in whoever is linked to it; at the first time that person has to agree. Nobody gets a
 * login by it.
 * @throws DomainError own_account_expired, own_account_off, own_account_silent, own_account_cancelled, own_account_refused,
 *   own_account_unknown
 */
export async function finish(
  ctx: RequestContext,
  { network, carried, query }: z.output<typeof Answer>,
): Promise<Arrival> {
  await countAttempt('address', ctx.ip);
  const way = carriedAs('way', carried, ctx.now);
  const { networkId, providerId, next } = way;
  const provider = await openedProvider(ctx, { providerId, networkId, code: null });
  // An answer that came to the address of another network was given for another door.
  if (provider.networkCode !== network) throw new DomainError('own_account_refused', { name: provider.name });
  const journey: Journey = way;
  const { subject, email } = await meant(provider, () => takeAnswer(provider.known, journey, query));
  const person = await personBehind(ctx, { provider, subject, email, agreedBy: null });
  if (person.mustAgree) {
    const tokenId = await waitForAgreement(ctx, person.personId);
    await giveBackAttempt('address', ctx.ip);
    const proven = { kind: 'proven' as const, networkId, providerId, next, subject, tokenId };
    return { kind: 'agree', carried: carry(proven, ctx.now) };
  }
  return { kind: 'signed_in', next, ...(await endSigningIn(ctx, person.personId)) };
}

/** Signs in, or asks for the second step, whatever the provider asked for: it speaks for one network, the session for all. */
export async function endSigningIn(ctx: RequestContext, personId: string): Promise<SignedInOrNot> {
  await giveBackAttempt('address', ctx.ip);
  return completeSignIn(ctx, personId, { isSecondStepDone: false });
}

async function waitForAgreement(ctx: RequestContext, personId: string): Promise<string> {
  const tokenId = newId();
  await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.loginToken.create({
      data: {
        id: tokenId,
        personId,
        purpose: 'own_account',
        expiresAt: new Date(ctx.now.getTime() + journeyMinutes * 60_000),
        createdAt: ctx.now,
      },
    }),
  );
  return tokenId;
}

// What happens at the provider, as the person meets it.
async function meant<T>({ name }: { name: string }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProviderTrouble) throw new DomainError('own_account_silent', { name });
    if (error instanceof NotLetIn) throw new DomainError('own_account_cancelled', { name });
    if (error instanceof AnswerRefused) throw new DomainError('own_account_refused', { name });
    throw error;
  }
}
