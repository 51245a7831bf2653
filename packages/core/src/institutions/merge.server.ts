import {
  endDoubleRoles,
  joinDoubleParticipants,
  mergeCounts,
  mergeElsewhere,
  moveInstitutionRows,
} from '@tessera/db/institutions.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import { writeNames } from './cards.server.ts';
import { atRegister, checkParents, type KeptCard, lockKept, lockTree } from './door.server.ts';
import type { Merge, MergePair } from './schema.ts';
import { mergeFields } from './terms.ts';

type Pair = z.output<typeof MergePair>;
type Field = (typeof mergeFields)[number];

/**
 * What would become of two cards that this network keeps: both sides, and how much moves.
 * @throws DomainError not_found, institution_merged, institution_kept_elsewhere, merge_with_itself
 */
export async function previewMerge(ctx: Acting, pair: Pair) {
  return atRegister(ctx, async (tx) => {
    const [winner, loser] = await lockPair(tx, ctx, pair);
    const [counts] = await tx.run(mergeCounts(ctx.network.id, loser.id, winner.id));
    const parents = await tx.prisma.institutionText.findMany({
      where: { institutionId: { in: [winner.parentId, loser.parentId].filter((id) => id !== null) } },
      select: { institutionId: true, name: true, language: true },
    });
    const side = ({ keeper: _keeper, mergedIntoId: _merged, ...card }: KeptCard) => ({
      ...card,
      parentName: parents.find(({ institutionId }) => institutionId === card.parentId)?.name ?? null,
    });
    return { winner: side(winner), loser: side(loser), counts: counts ?? null };
  });
}

/**
 * Makes two cards one, in one step: everything that names the loser in this network names the winner, other networks keep
 * their membership under the winner, and the loser's address leads there. Repeating it changes nothing.
 * @throws DomainError not_found, institution_merged, institution_kept_elsewhere, merge_with_itself, merge_held_by_both,
 *   merge_seats_clash, institution_cycle
 */
export async function mergeInstitutions(ctx: Acting, input: z.output<typeof Merge>): Promise<void> {
  const networkId = ctx.network.id;
  const { institutionId: winnerId, otherInstitutionId: loserId } = input;
  await atRegister(ctx, async (tx) => {
    await lockTree(tx);
    if (await isMergedInto(tx, networkId, loserId, winnerId)) return;
    const [winner, loser] = await lockPair(tx, ctx, input);
    const [counts] = await tx.run(mergeCounts(networkId, loserId, winnerId));
    if (!counts || counts.holdBoth > 0)
      throw new DomainError('merge_held_by_both', { count: counts?.holdBoth ?? 0 });
    if (counts.clashes > 0) throw new DomainError('merge_seats_clash', { count: counts.clashes });
    const movedRows = await moveRows(tx, ctx, loserId, winnerId);
    await tx.prisma.institution.updateMany({
      where: { id: loserId },
      data: { state: 'merged', mergedIntoId: winnerId, parentId: null },
    });
    await tx.prisma.institution.updateMany({
      where: { id: winnerId },
      data: chosenCard(winner, loser, input),
    });
    if (input.names === 'loser') await writeNames(tx, winnerId, loser.texts);
    const realNow = new Date(ctx.now.getTime() - ctx.network.clockOffset * 1000);
    const [elsewhere] = await tx.run(mergeElsewhere(loserId, winnerId, realNow));
    await checkParents(tx, winnerId);
    await recordEvent(tx, {
      networkId,
      kind: 'institution.merged',
      object: ['institution', winnerId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: {
        mergedId: loserId,
        movedRows,
        otherNetworks: elsewhere?.moved ?? 0,
        fields: mergeFields.filter((field) => input[field] === 'loser'),
      },
    });
  });
}

async function lockPair(tx: Transaction, ctx: Acting, pair: Pair): Promise<[KeptCard, KeptCard]> {
  const { institutionId, otherInstitutionId } = pair;
  if (institutionId === otherInstitutionId)
    throw new DomainError('merge_with_itself', {}, 'otherInstitutionId');
  const [winner, loser] = await lockKept(tx, ctx.network.id, [institutionId, otherInstitutionId]);
  if (!winner || !loser) throw new DomainError('not_found');
  return [winner, loser];
}

// Whoever presses twice, or at the same time as a colleague, finds it done.
async function isMergedInto(
  tx: Transaction,
  networkId: string,
  loserId: string,
  winnerId: string,
): Promise<boolean> {
  const done = await tx.prisma.institution.findFirst({
    where: { id: loserId, mergedIntoId: winnerId, mergedInto: { memberships: { some: { networkId } } } },
    select: { id: true },
  });
  return done !== null;
}

async function moveRows(tx: Transaction, ctx: Acting, loserId: string, winnerId: string): Promise<number> {
  const networkId = ctx.network.id;
  await tx.run(endDoubleRoles(networkId, loserId, winnerId, ctx.now));
  await tx.run(joinDoubleParticipants(networkId, loserId, winnerId));
  const [rows] = await tx.run(moveInstitutionRows(loserId, winnerId));
  await joinDetails(tx, networkId, loserId, winnerId);
  await tx.prisma.membership.deleteMany({ where: { networkId, institutionId: loserId } });
  return rows?.moved ?? 0;
}

// Notes of both stay; the focal point of the one that stays goes before.
async function joinDetails(
  tx: Transaction,
  networkId: string,
  loserId: string,
  winnerId: string,
): Promise<void> {
  const details = await tx.prisma.membershipDetail.findMany({
    where: { networkId, institutionId: { in: [loserId, winnerId] } },
    select: { institutionId: true, focalPointId: true, note: true },
  });
  const of = (id: string) => details.find(({ institutionId }) => institutionId === id);
  const notes = [of(winnerId)?.note, of(loserId)?.note].filter(Boolean);
  const data = {
    note: notes.join('\n\n'),
    focalPointId: of(winnerId)?.focalPointId ?? of(loserId)?.focalPointId ?? null,
  };
  if (!of(loserId)) return;
  await tx.prisma.membershipDetail.upsert({
    where: { networkId_institutionId: { networkId, institutionId: winnerId } },
    create: { networkId, institutionId: winnerId, ...data },
    update: data,
  });
}

function chosenCard(winner: KeptCard, loser: KeptCard, choice: Record<Field, 'winner' | 'loser'>) {
  const from = (field: Field) => (choice[field] === 'loser' ? loser : winner);
  const place = from('place');
  const parentId = from('parent').parentId;
  // A part of what is now itself moves up to where the other one stood.
  const isInside = parentId === loser.id || parentId === winner.id;
  const above = [winner.parentId, loser.parentId].find((id) => id !== loser.id && id !== winner.id) ?? null;
  return {
    kind: from('kind').kind,
    shortName: from('shortName').shortName,
    locality: place.locality,
    county: place.county,
    country: place.country,
    address: place.address,
    latitude: place.latitude,
    longitude: place.longitude,
    website: from('website').website,
    languages: from('languages').languages,
    parentId: isInside ? above : parentId,
    ...(winner.state === 'verified' || loser.state === 'verified'
      ? { state: 'verified', verifiedAt: winner.verifiedAt ?? loser.verifiedAt }
      : {}),
  };
}
