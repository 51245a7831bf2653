import { lockFor } from '@tessera/db/consents.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import { networksWithPerson } from '@tessera/db/subject.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import type { z } from 'zod';
import type { Actor, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { takeBack } from './effects.server.ts';
import { consentAfter, consentEnd, isEnding } from './rules.ts';
import type { ConsentAnswer, OwnConsent } from './schema.ts';
import { currentWordings, keepWording, textFor } from './wordings.server.ts';

type SignedIn = RequestContext & { actor: Actor };
export type PersonsNetwork = Awaited<ReturnType<typeof networksOf>>[number];

/** The networks that hold something about the person of a request, with each one's own time. */
export async function networksOf(ctx: SignedIn) {
  const { personId } = ctx.actor;
  const rows = await inScope({ personId }, (tx) => tx.run(networksWithPerson(personId, ctx.language)));
  return rows.map(({ clockOffset, ...row }) => ({
    ...row,
    now: new Date(ctx.now.getTime() + clockOffset * 1000),
  }));
}

/**
 * One of these networks, by its code.
 * @throws DomainError not_found
 */
export async function networkOf(ctx: SignedIn, code: string): Promise<PersonsNetwork> {
  const found = (await networksOf(ctx)).find((network) => network.code === code && code !== 'platform');
  if (!found) throw new DomainError('not_found');
  return found;
}

/**
 * Keeps one's own answer, with the words and the language that were shown.
 * @throws DomainError not_found, wording_changed when newer words exist
 */
export async function answerConsent(ctx: SignedIn, input: z.output<typeof ConsentAnswer>): Promise<void> {
  const network = await networkOf(ctx, input.network);
  await inScope({ networkId: network.id, personId: ctx.actor.personId }, async (tx) => {
    await keepAnswer(tx, {
      networkId: network.id,
      personId: ctx.actor.personId,
      now: network.now,
      defaultLanguage: network.defaultLanguage,
      ...input,
    });
  });
}

/** The same inside a transaction, for what asks on its own page. One that is in force stays. */
export async function keepAnswer(
  tx: Transaction,
  input: {
    networkId: string;
    personId: string;
    now: Date;
    defaultLanguage: string;
    purpose: string;
    version?: number;
    language: Language;
    answer: 'give' | 'refuse';
  },
): Promise<void> {
  const { networkId, personId, now, purpose, answer } = input;
  await tx.run(lockFor(networkId, `consent ${personId} ${purpose}`));
  const wording = (await currentWordings(tx, networkId)).find((each) => each.purpose === purpose);
  const shown = wording && textFor(wording, input.language, input.defaultLanguage);
  if (!wording || !shown) throw new DomainError('not_found');
  if (input.version !== undefined && input.version !== wording.version)
    throw new DomainError('wording_changed');
  const inForce = await tx.prisma.consentRecord.findFirst({
    where: { networkId, personId, purpose, state: 'given' },
    select: { id: true, version: true, expiresAt: true },
  });
  const isSame = answer === 'give' && inForce?.version === wording.version;
  if (isSame && !isEnding(inForce.expiresAt, now)) return;
  await keepWording(tx, networkId, wording, now);
  if (inForce && isSame) await makeRoom(tx, networkId, inForce.id);
  else if (inForce)
    await takeBack(tx, { networkId, consentId: inForce.id, personId, actorId: personId, purpose, now });
  const id = newId();
  const state = consentAfter('requested', answer);
  if (!state) throw new DomainError('transition_not_possible');
  await tx.prisma.consentRecord.create({
    data: {
      id,
      networkId,
      purpose,
      version: wording.version,
      language: shown.language,
      personId,
      state,
      givenHow: 'digital',
      requestedAt: now,
      decidedAt: now,
      expiresAt: answer === 'give' ? consentEnd(now, wording.months) : null,
      recordedById: personId,
    },
  });
  await recordEvent(tx, {
    networkId,
    kind: answer === 'give' ? 'consent.given' : 'consent.refused',
    object: ['consent', id],
    actorId: personId,
    at: now,
    payload: { purpose, version: wording.version, language: shown.language },
  });
}

// Given anew before its end: what hangs on it goes on.
async function makeRoom({ prisma }: Transaction, networkId: string, id: string): Promise<void> {
  await prisma.consentRecord.updateMany({ where: { networkId, id }, data: { state: 'expired' } });
}

/**
 * Takes one's own consent back. What hung on it ends in the same transaction.
 * @throws DomainError not_found
 */
export async function withdrawConsent(ctx: SignedIn, input: z.output<typeof OwnConsent>): Promise<void> {
  const network = await networkOf(ctx, input.network);
  const { personId } = ctx.actor;
  await inScope({ networkId: network.id, personId }, async (tx) => {
    const consent = await tx.prisma.consentRecord.findFirst({
      where: { networkId: network.id, id: input.consentId, personId },
      select: { purpose: true },
    });
    if (!consent) throw new DomainError('not_found');
    await takeBack(tx, {
      networkId: network.id,
      consentId: input.consentId,
      personId,
      actorId: personId,
      purpose: consent.purpose,
      now: network.now,
    });
  });
}
