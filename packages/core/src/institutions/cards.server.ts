import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { type Acting, requireOn } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { recordEvent } from '../events/record.server.ts';
import {
  atRegister,
  checkName,
  checkParents,
  type KeptCard,
  lockKept,
  lockTree,
  placeOf,
} from './door.server.ts';
import { addMembership } from './join.server.ts';
import { type CardMove, cardAfter } from './rules.ts';
import type { CreatedInstitution, EditedInstitution, InstitutionCard } from './schema.ts';

/**
 * Enters an institution in the register, as a draft that its network keeps, and makes it a member.
 * @throws DomainError institution_exists, parent_not_here
 */
export async function createInstitution(
  ctx: Acting,
  input: z.output<typeof CreatedInstitution>,
): Promise<{ institutionId: string }> {
  const card = await columnsOf(input);
  const institutionId = await atRegister(ctx, (tx) => enterInstitution(tx, ctx, input, card));
  return { institutionId };
}

/**
 * As `createInstitution`, inside an open transaction; door "register".
 * @param card of the same input, by `columnsOf`
 */
export async function enterInstitution(
  tx: Transaction,
  ctx: Acting,
  input: z.output<typeof CreatedInstitution>,
  card: Awaited<ReturnType<typeof columnsOf>>,
): Promise<string> {
  const { role, track, state, texts } = input;
  const networkId = ctx.network.id;
  const institutionId = newId();
  await checkName(tx, input, null);
  await checkParentIsHere(tx, networkId, card.parentId);
  await tx.prisma.institution.create({
    data: { ...card, id: institutionId, state: 'draft', keeperNetworkId: networkId, createdAt: ctx.now },
  });
  await writeNames(tx, institutionId, texts);
  await recordEvent(tx, {
    networkId,
    kind: 'institution.created',
    object: ['institution', institutionId],
    actorId: ctx.actor.personId,
    at: ctx.now,
  });
  await addMembership(
    tx,
    { networkId, actorId: ctx.actor.personId, now: ctx.now },
    {
      institutionId,
      role,
      track,
      state,
      isGuest: false,
      joinedOn: state === 'active' ? ctx.now : null,
    },
  );
  return institutionId;
}

/**
 * Changes the public card. When the place changes and the position does not, it is looked up again.
 * @throws DomainError not_found, not_allowed, institution_kept_elsewhere, institution_merged, institution_exists,
 *   institution_cycle, parent_not_here
 */
export async function editInstitution(ctx: Acting, input: z.output<typeof EditedInstitution>): Promise<void> {
  const { institutionId, texts } = input;
  const networkId = ctx.network.id;
  requireOn(ctx, 'institution.edit', { institutionId, isReadable: true });
  const before = await atRegister(ctx, async (tx) => (await lockKept(tx, networkId, [institutionId]))[0]);
  const isSamePosition = input.latitude === before?.latitude && input.longitude === before?.longitude;
  const hasMoved = before?.locality !== input.locality || before?.country !== input.country;
  const card = await columnsOf(
    isSamePosition && hasMoved ? { ...input, latitude: null, longitude: null } : input,
  );
  await atRegister(ctx, async (tx) => {
    const [current] = await lockKept(tx, networkId, [institutionId]);
    const changed = changedFields(current, { ...card, texts });
    if (changed.length === 0) return;
    if (changed.includes('texts') || changed.includes('locality')) await checkName(tx, input, institutionId);
    if (changed.includes('parentId')) {
      await lockTree(tx);
      await checkParentIsHere(tx, networkId, card.parentId);
      if (card.parentId === institutionId) throw new DomainError('institution_cycle', {}, 'parentId');
    }
    await tx.prisma.institution.updateMany({ where: { id: institutionId }, data: card });
    if (changed.includes('parentId')) await checkParents(tx, institutionId);
    if (changed.includes('texts')) await writeNames(tx, institutionId, texts);
    await recordEvent(tx, {
      networkId,
      kind: 'institution.changed',
      object: ['institution', institutionId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { fields: changed },
    });
  });
}

/**
 * Verifies a card, sets it aside, or takes it up again. What has happened already changes nothing.
 * @throws DomainError not_found, state_changed, institution_kept_elsewhere, institution_merged
 */
export async function moveCard(
  ctx: Acting,
  { institutionId, move }: { institutionId: string; move: CardMove },
): Promise<void> {
  const networkId = ctx.network.id;
  await atRegister(ctx, async (tx) => {
    const [card] = await lockKept(tx, networkId, [institutionId]);
    if (!card) return;
    const to = cardAfter(card.state, move);
    if (!to) {
      if (move === 'verify' && card.state === 'verified') return;
      if (move === 'deactivate' && card.state === 'inactive') return;
      throw new DomainError('state_changed');
    }
    await tx.prisma.institution.updateMany({
      where: { id: institutionId },
      data: { state: to, verifiedAt: to === 'verified' ? ctx.now : null },
    });
    await recordEvent(tx, {
      networkId,
      kind: 'institution.moved',
      object: ['institution', institutionId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { from: card.state, to },
    });
  });
}

/** Replaces the names of a card. */
export async function writeNames(
  tx: Transaction,
  institutionId: string,
  texts: InstitutionCard['texts'],
): Promise<void> {
  const byLanguage = new Map(texts.map((text) => [text.language, text]));
  await tx.prisma.institutionText.deleteMany({ where: { institutionId } });
  await tx.prisma.institutionText.createMany({
    data: [...byLanguage.values()].map((text) => ({ ...text, institutionId })),
  });
}

/** The columns of a card, its place looked up: to be taken before a transaction. */
export async function columnsOf({
  kind,
  shortName,
  address,
  website,
  languages,
  parentId,
  ...input
}: InstitutionCard) {
  const { locality, county, country, latitude, longitude } = await placeOf(input);
  return {
    kind,
    shortName,
    locality,
    county,
    country,
    address,
    latitude,
    longitude,
    website,
    languages,
    parentId,
  };
}

async function checkParentIsHere(tx: Transaction, networkId: string, parentId: string | null): Promise<void> {
  if (!parentId) return;
  const parent = await tx.prisma.membership.findFirst({
    where: { networkId, institutionId: parentId, institution: { state: { not: 'merged' } } },
    select: { id: true },
  });
  if (!parent) throw new DomainError('parent_not_here', {}, 'parentId');
}

type Written = Omit<InstitutionCard, 'texts'> & { texts: InstitutionCard['texts'] };

function changedFields(before: KeptCard | undefined, after: Written): string[] {
  return (Object.keys(after) as (keyof Written)[]).filter(
    (field) => JSON.stringify(sorted(before?.[field])) !== JSON.stringify(sorted(after[field])),
  );
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value;
}
