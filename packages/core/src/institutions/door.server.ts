import { ancestors, lockCards, namesakes } from '@tessera/db/institutions.server.ts';
import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { findPosition } from '../places/gazetteer.server.ts';
import { countyLabel } from '../places/names.ts';
import type { CardState } from './rules.ts';
import type { InstitutionCard } from './schema.ts';

/** One transaction of a member's network that may also change the cards which this network keeps. */
export function atRegister<T>(ctx: Acting, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inScope({ networkId: ctx.network.id, personId: ctx.actor.personId, door: 'register' }, work);
}

type Place = Pick<InstitutionCard, 'locality' | 'county' | 'country' | 'latitude' | 'longitude'>;

/** The place of a card with the one form of its county, and where it lies: as given, else looked up. */
export async function placeOf(input: Place): Promise<Place> {
  const place = { ...input, county: countyLabel(input.country, input.county) };
  if (place.latitude !== null && place.longitude !== null) return place;
  const found = await findPosition(place);
  return { ...place, latitude: found?.latitude ?? null, longitude: found?.longitude ?? null };
}

export type KeptCard = {
  id: string;
  kind: string;
  state: CardState;
  shortName: string;
  address: string;
  locality: string;
  county: string;
  country: string;
  latitude: number | null;
  longitude: number | null;
  website: string;
  languages: string[];
  parentId: string | null;
  verifiedAt: Date | null;
  mergedIntoId: string | null;
  keeper: { id: string; code: string } | null;
  texts: { language: string; name: string }[];
};

/**
 * Cards of members of this network that it keeps, locked until the transaction ends, in the order of `ids`.
 * @throws DomainError not_found, institution_merged, institution_kept_elsewhere
 */
export async function lockKept(tx: Transaction, networkId: string, ids: string[]): Promise<KeptCard[]> {
  await tx.run(lockCards(ids));
  const cards = await tx.prisma.institution.findMany({
    where: {
      id: { in: ids },
      OR: [
        { memberships: { some: { networkId } } },
        { mergedInto: { memberships: { some: { networkId } } } },
      ],
    },
    select: {
      id: true,
      kind: true,
      state: true,
      shortName: true,
      address: true,
      locality: true,
      county: true,
      country: true,
      latitude: true,
      longitude: true,
      website: true,
      languages: true,
      parentId: true,
      verifiedAt: true,
      mergedIntoId: true,
      keeper: { select: { id: true, code: true } },
      texts: { select: { language: true, name: true } },
    },
  });
  return ids.map((id) => {
    const card = cards.find((each) => each.id === id);
    if (!card) throw new DomainError('not_found');
    if (card.state === 'merged') throw new DomainError('institution_merged');
    if (card.keeper && card.keeper.id !== networkId)
      throw new DomainError('institution_kept_elsewhere', { network: card.keeper.code });
    return { ...card, state: card.state as CardState };
  });
}

/**
 * Refuses a name that another card of the same place has. Two who write the same name at once wait for each other.
 * @throws DomainError institution_exists
 */
export async function checkName(
  tx: Transaction,
  card: Pick<InstitutionCard, 'texts' | 'locality' | 'country'>,
  exceptId: string | null,
): Promise<void> {
  const names = card.texts.map(({ name }) => name);
  await tx.run(lockCards(['names of the register']));
  const [same] = await tx.run(namesakes(names, card.locality, card.country, exceptId));
  if (!same) return;
  const index = card.texts.findIndex(({ name }) => fold(name) === fold(same.name));
  throw new DomainError('institution_exists', { name: same.name }, `texts[${Math.max(0, index)}].name`);
}

/**
 * Refuses what would make an institution a part of itself. To be asked after the parent is written.
 * @throws DomainError institution_cycle
 */
export async function checkParents(tx: Transaction, institutionId: string): Promise<void> {
  const line = await tx.run(ancestors(institutionId));
  if (line.some(({ isAgain }) => isAgain)) throw new DomainError('institution_cycle', {}, 'parentId');
}

/** Whoever moves a card under another one waits for everyone else who does. */
export async function lockTree(tx: Transaction): Promise<void> {
  await tx.run(lockCards(['tree of the register']));
}

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
