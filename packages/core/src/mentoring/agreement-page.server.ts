import {
  agreementOfRelation,
  agreementParties,
  newestAgreements,
  type PartyRow,
  signedAgreements,
} from '@tessera/db/agreements.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type Acting, allows } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { requirePart } from './access.server.ts';
import { isToSign, readsSigning, type SigningManner } from './agreements.ts';
import { todayOf } from './note.server.ts';
import { programmeState } from './programmes.server.ts';
import type { RelationState } from './rules.ts';
import { actsFor } from './sign-agreement.server.ts';

/**
 * The newest text of a programme's agreement in each language.
 * @throws DomainError not_found
 */
export async function agreementsOf(ctx: Acting, programmeId: string) {
  return ctx.transaction(async (tx) => {
    await programmeState(tx, ctx.network.id, programmeId);
    return { today: todayOf(ctx), texts: await tx.run(newestAgreements(ctx.network.id, programmeId)) };
  });
}

/**
 * What is to be signed in a relation, and who has signed which text of it. An institution sees those it acts for; a mentee of
 * others only that they signed, and when.
 * @throws DomainError not_found, relation_ended, relation_not_running
 */
export async function agreementIn(ctx: Acting, relationId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const rows = await tx.run(agreementParties(networkId, [relationId]));
    const [found] = await tx.run(agreementOfRelation(networkId, relationId));
    if (!found) throw new DomainError('not_found');
    const as = await sideOf(tx, ctx, relationId, rows);
    const parties = signersFor(ctx, as, rows);
    const isOpen = found.state === 'accepted_by_both' || parties.some(({ isMissing }) => isMissing);
    const seen = parties.flatMap(({ signature }) =>
      signature ? [`${signature.language} ${signature.version}`] : [],
    );
    const [newest, signed] = await tx.runAll<[Text, Text]>([
      newestAgreements(networkId, found.programmeId),
      signedAgreements(networkId, relationId),
    ]);
    return {
      as,
      isOpen,
      today: todayOf(ctx),
      parties,
      texts: isOpen ? newest : [],
      signedTexts: signed.filter(({ language, version }) => seen.includes(`${language} ${version}`)),
    };
  });
}
type Text = Awaited<ReturnType<typeof agreementsOf>>['texts'][number];

/** Who signs or has signed, as somebody on one side of the relation sees it. */
export function signersFor(
  ctx: Acting,
  as: 'mentor' | 'mentee' | 'coordinator' | 'institution',
  rows: readonly PartyRow[],
) {
  return (
    rows
      .map((row) => ({
        ...row,
        isOwn: row.personId === ctx.actor.personId,
        isMissing: row.signature === null && !row.hasLeft && isToSign(row.state as RelationState, row),
        isActedFor: row.menteeId !== null && row.personId === null && (as === 'mentor' || actsFor(ctx, row)),
      }))
      // Those who have left are gone for the others, and stay in the history that the coordinator sees.
      .filter(({ hasLeft, isOwn }) => !hasLeft || isOwn || as === 'coordinator')
      .filter(({ isActedFor }) => as !== 'institution' || isActedFor)
      .map(({ signature, isMissing, menteeId, alias, languages, isOwn, isActedFor, relationId }) => ({
        relationId,
        menteeId,
        alias,
        isOwn,
        /** Of those whose signature the reader may give or note. */
        languages: isOwn || isActedFor ? languages : [],
        signedOn: signature?.signedOn ?? null,
        /** It is asked for, and not there. */
        isMissing,
        /** The signature is missing, and the reader may note it. */
        canNote: isMissing && isActedFor,
        signature:
          signature && readsSigning(as, { menteeId, isOwn, isActedFor })
            ? { ...signature, manner: signature.manner as SigningManner }
            : null,
      }))
  );
}

async function sideOf(tx: Transaction, ctx: Acting, relationId: string, parties: readonly PartyRow[]) {
  if (allows(ctx, 'relation.move', {})) return 'coordinator';
  const isOwn = parties.some(({ personId }) => personId === ctx.actor.personId);
  const mentees = parties.filter(({ menteeId, personId }) => menteeId !== null && personId === null);
  if (!isOwn && mentees.some((mentee) => actsFor(ctx, mentee))) return 'institution';
  return (await requirePart(tx, ctx, relationId)).as;
}
