import { agreementParties, newestAgreements, type PartyRow } from '@tessera/db/agreements.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { lockMenteesOf, lockMentorOf, lockRelation } from '@tessera/db/mentoring.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { isToSign, type SigningManner, signingRefusal } from './agreements.ts';
import { note, todayOf } from './note.server.ts';
import { dayRefusal, isUnderstood, type RelationState } from './rules.ts';
import type { Agreement, AgreementFor } from './schema.ts';

/**
 * Signs the agreement of a relation for oneself: its mentor, or a mentee with a login. With the last signature that is missing
 * the relation is signed. A form that arrives twice is one signature.
 * @throws DomainError not_found, relation_ended, transition_not_possible, agreement_not_understood, agreement_not_there,
 *   agreement_changed
 */
export async function signAgreement(ctx: Acting, input: z.output<typeof Agreement>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { relation, parties } = await lockParties(tx, ctx, input.relationId);
    const own = parties.find(({ personId }) => personId === ctx.actor.personId);
    if (!own) throw new DomainError('not_found');
    if (own.menteeId === null) requireMentorRole(ctx);
    if (own.signature) return;
    await write(tx, ctx, relation, own, { ...input, manner: 'own', day: todayOf(ctx) });
  });
}

/**
 * Notes the signature of a mentee without a login, given on paper or orally: their mentor, the institution that acts for them,
 * or the coordinator. It stands as noted by that person, never as the mentee's own.
 * @throws DomainError not_found, mentee_answers_themselves, signature_there, day_ahead, day_too_old, and what `signAgreement` throws
 */
export async function signFor(
  ctx: Acting,
  { menteeId, ...input }: z.output<typeof AgreementFor>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { relation, parties } = await lockParties(tx, ctx, input.relationId);
    const mentor = parties.find((party) => party.menteeId === null);
    const mentee = parties.find((party) => party.menteeId === menteeId);
    const isMentor = mentor?.personId === ctx.actor.personId;
    if (!mentee || !(isMentor || actsFor(ctx, mentee))) throw new DomainError('not_found');
    if (isMentor && !actsFor(ctx, mentee)) requireMentorRole(ctx);
    if (mentee.personId) throw new DomainError('mentee_answers_themselves');
    if (mentee.signature) throw new DomainError('signature_there');
    const refused = dayRefusal(input.day, todayOf(ctx), 'held');
    if (refused) throw new DomainError(refused, {}, 'day');
    await write(tx, ctx, relation, mentee, input);
  });
}

/** Whether somebody acts for a mentee beside their mentor: the institution that nominated them, or the coordinator. */
export const actsFor = (ctx: Acting, { institutionId }: { institutionId: string | null }) =>
  allows(ctx, 'mentee.add', { institutionId });

// A role that is over takes along what came with it, whatever other role the person holds.
function requireMentorRole(ctx: Acting): void {
  if (!ctx.grants.some(({ role }) => role === 'mentor')) throw new DomainError('relation_ended');
}

type Locked = { id: string; programmeId: string; state: RelationState };

async function lockParties(tx: Transaction, ctx: Acting, relationId: string) {
  const networkId = ctx.network.id;
  await tx.runAll([lockMenteesOf(networkId, relationId), lockMentorOf(networkId, relationId)]);
  const [relation] = await tx.run(lockRelation(networkId, relationId));
  if (!relation) throw new DomainError('not_found');
  const parties = await tx.run(agreementParties(networkId, [relationId]));
  return { relation: { ...relation, state: relation.state as RelationState }, parties };
}

type Signing = {
  language: string;
  version: number | null;
  isInterpreted: boolean;
  manner: SigningManner;
  day: string;
};

async function write(
  tx: Transaction,
  ctx: Acting,
  { id: relationId, programmeId, state }: Locked,
  { menteeId, languages, cameLater }: PartyRow,
  { language, version, isInterpreted, manner, day }: Signing,
): Promise<void> {
  const networkId = ctx.network.id;
  if (!isToSign(state, { cameLater })) throw new DomainError('transition_not_possible');
  const reader = menteeId === null ? [] : [{ languages }];
  if (!isUnderstood({ language, isInterpreted }, reader))
    throw new DomainError('agreement_not_understood', {}, 'language');
  const texts = await tx.run(newestAgreements(networkId, programmeId));
  const refused = signingRefusal(texts, { language, version });
  if (refused) throw new DomainError(refused, {}, 'language');
  await tx.prisma.relationSignature.create({
    data: {
      id: newId(),
      networkId,
      programmeId,
      relationId,
      menteeId,
      language,
      version: texts.length > 0 ? version : null,
      isInterpreted,
      manner,
      signedOn: new Date(day),
      notedAt: ctx.now,
      notedById: ctx.actor.personId,
    },
  });
  await note(tx, ctx, 'mentoring.agreement_signed', ['mentoring_relation', relationId], {
    language,
    isInterpreted,
    manner,
    isMentor: menteeId === null,
  });
}
