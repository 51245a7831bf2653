import {
  type DirectoryPlace,
  type DirectoryRow,
  directory,
  institutionEvents,
  institutionNames,
  institutionPage,
  registerSearch,
} from '@tessera/db/institutions.server.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { countyLabel, queriesFor } from '../places/names.ts';
import { type CardState, cardMovesFrom, type MembershipState, membershipMovesFrom } from './rules.ts';
import type { DirectoryFilter } from './schema.ts';

export type DirectoryAnswer = {
  total: number;
  isAlike: boolean;
  institutions: DirectoryRow[];
  places: DirectoryPlace[];
  /** What a map has to show; it stays when the list is filtered */
  ground: { extent: [number, number, number, number] | null; countries: string[] };
  choices: { kinds: string[]; counties: string[]; languages: string[] };
};

/**
 * The institutions of a network as the reader may know them, with their places and what the filters can offer; one
 * statement. A state other than "active" is for those who may move memberships.
 */
export async function listInstitutions(
  ctx: NetworkContext,
  filter: z.output<typeof DirectoryFilter>,
): Promise<DirectoryAnswer> {
  const { q, kind, county, speaks, state, sort, page, perPage } = filter;
  const mayChoose = reach(ctx, 'membership.move').kind === 'network';
  const states = [mayChoose && state !== '' ? state : 'active'];
  const [found] = await ctx.transaction((tx) =>
    tx.run(
      directory(
        ctx.network.id,
        ctx.language,
        queriesFor(q),
        kind,
        countyLabel(ctx.network.country ?? '', county),
        speaks,
        states,
        sort,
        perPage,
        (page - 1) * perPage,
      ),
    ),
  );
  return {
    total: found?.total ?? 0,
    isAlike: found?.isAlike ?? false,
    institutions: found?.rows ?? [],
    places: found?.places ?? [],
    ground: { extent: found?.extent ?? null, countries: found?.countries ?? [] },
    choices: {
      kinds: found?.kinds ?? [],
      counties: found?.counties ?? [],
      languages: found?.languages ?? [],
    },
  };
}

/** The institutions for which the actor may register or invite: all of the network, or their own. */
export async function institutionsFor(
  ctx: NetworkContext,
  permission: 'registration.create' | 'person.invite',
) {
  const allowed = reach(ctx, permission);
  if (allowed.kind !== 'network' && allowed.kind !== 'institutions') return [];
  const ids = allowed.kind === 'institutions' ? allowed.institutionIds : null;
  return ctx.transaction((tx) => tx.run(institutionNames(ctx.network.id, ctx.language, ids)));
}

/** The active institutions of the network by name, for choices. */
export async function institutionOptions(ctx: NetworkContext) {
  return ctx.transaction((tx) => tx.run(institutionNames(ctx.network.id, ctx.language, null)));
}

/**
 * The card of an institution, with what the reader may know of it in this network. The id of the answer is another one
 * than the asked one when the card was merged.
 * @throws DomainError not_found
 */
export async function readInstitution(ctx: NetworkContext, institutionId: string) {
  const isMember = ctx.grants.length > 0;
  const canManage = reach(ctx, 'membership.move').kind === 'network';
  const trail = reach(ctx, 'audit.read');
  const { page, events } = await ctx.transaction(async (tx) => {
    const [found] = await tx.run(institutionPage(ctx.network.id, ctx.language, institutionId, ctx.realNow));
    if (!found) return { page: null, events: [] };
    const seesTrail = trail.kind === 'network' || covers(trail, found.id);
    return {
      page: found,
      events: seesTrail ? await tx.run(institutionEvents(ctx.network.id, found.id, 50)) : [],
    };
  });
  if (!page || !isShown(page, canManage, covers(reach(ctx, 'institution.edit'), page.id)))
    throw new DomainError('not_found');
  const people = reach(ctx, 'person.read');
  const isKept = page.keeper === null || page.keeper.id === ctx.network.id;
  const edit = reach(ctx, 'institution.edit');
  const { keeper, note, staff, focalPoint, ...card } = page;
  const isHere = keeper?.id === ctx.network.id;
  // Nobody else knows of a draft.
  const isKeeperShown = keeper !== null && (isHere || !keeper.isDraft);
  return {
    ...card,
    keeper: isKeeperShown ? { code: keeper.code, name: keeper.name, isHere } : null,
    focalPoint: isMember ? focalPoint : null,
    staff: people.kind === 'network' || covers(people, page.id) ? staff : null,
    note: canManage ? note : '',
    events: events.map(({ payload, ...event }) => ({ ...event, payload })),
    may: {
      edit: isKept && (edit.kind === 'network' || covers(edit, page.id)),
      manage: canManage,
      merge: isKept && reach(ctx, 'institution.merge').kind === 'network',
    },
    moves: {
      membership: canManage ? membershipMovesFrom(page.membership.state as MembershipState) : [],
      card:
        isKept && reach(ctx, 'institution.verify').kind === 'network'
          ? cardMovesFrom(page.state as CardState)
          : [],
    },
  };
}

/** Cards of the register with a name like the query, whichever network they belong to; and the network's own country. */
export async function searchRegister(ctx: NetworkContext, q: string) {
  const { id, country } = ctx.network;
  if (q.length < 3) return { country, institutions: [] };
  const institutions = await ctx.transaction((tx) => tx.run(registerSearch(id, ctx.language, q, 20)));
  return { country, institutions };
}

function covers(reached: ReturnType<typeof reach>, institutionId: string): boolean {
  return reached.kind === 'institutions' && reached.institutionIds.includes(institutionId);
}

// What is not active, or a guest, is known to those who run the network and to the institution itself.
function isShown(
  { membership, state }: { membership: { state: string; isGuest: boolean }; state: string },
  canManage: boolean,
  isOwn: boolean,
): boolean {
  if (canManage || isOwn) return true;
  return membership.state === 'active' && !membership.isGuest && state !== 'inactive';
}
