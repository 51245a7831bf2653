import {
  networkPage as networkPageStatement,
  networkTree,
  publicAddresses,
} from '@tessera/db/networks.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { type NetworkContext, type RequestContext, reach } from '../context.server.ts';
import { allPermissions, objectsOf, type Permission, widePermissions } from '../permissions.ts';
import { modulesOf } from '../settings/modules.ts';
import { settingOf } from '../settings/registry.ts';
import { shownOf } from '../translations/levels.ts';

/** Every active network as a visitor may know it; a parent stands in `parentCode`. */
export async function publicTree(ctx: RequestContext) {
  const networks = await inScope({}, (tx) => tx.run(networkTree(ctx.language, ctx.now)));
  return { networks };
}

/** What the frame around every page of a network shows; costs no statement of its own. */
export function shell(ctx: NetworkContext) {
  const { code, name, accent, state, timeZone, interfaceLanguages, contentLanguages } = ctx.network;
  return {
    code,
    name,
    accent,
    state,
    timeZone,
    languages: shownOf(ctx.network, interfaceLanguages),
    contentLanguages: shownOf(ctx.network, contentLanguages),
    modules: modulesOf(ctx.network),
    weekStart: settingOf(ctx.network, 'calendar.week_start'),
    now: ctx.now,
    viewer: ctx.actor
      ? {
          isMember: ctx.grants.length > 0,
          roles: [...new Set(ctx.grants.map(({ role }) => role))],
          can: widePermissions(ctx.grants),
          /** What is allowed for single objects beside that. */
          objects: ctx.grants.flatMap(({ object }) =>
            object
              ? [{ id: object.id, can: allPermissions.filter((each) => isOn(ctx, each, object.id)) }]
              : [],
          ),
        }
      : null,
  };
}

/** The public face of a network: its figures, phases with funders and budget, children, and next trainings. */
export async function networkPage(ctx: NetworkContext) {
  const { network } = ctx;
  const [[found]] = await ctx.ask([networkPageQuestion(ctx)]);
  return {
    code: network.code,
    name: network.name,
    summary: network.summary,
    kind: network.kind,
    accent: network.accent,
    country: network.country,
    timeZone: network.timeZone,
    contentLanguages: shownOf(network, network.contentLanguages),
    parent: found?.parent ?? null,
    children: found?.children ?? [],
    institutions: found?.institutions ?? 0,
    trainingsHeld: found?.trainingsHeld ?? 0,
    partners: found?.partners ?? [],
    stories: found?.stories ?? 0,
    hasCards: found?.hasCards ?? false,
    phases: (found?.phases ?? []).map(({ startsOn, endsOn, budget, ...phase }) => ({
      ...phase,
      startsOn: new Date(startsOn),
      endsOn: new Date(endsOn),
      budget: budget.map(({ amountMinor, ...line }) => ({ ...line, amountMinor: Number(amountMinor) })),
    })),
  };
}

/** What `networkPage` asks. */
export function networkPageQuestion(ctx: NetworkContext) {
  const seesAll = reach(ctx, 'phase.read').kind === 'network';
  return networkPageStatement(ctx.network.id, ctx.language, seesAll, ctx.now);
}

/** The public pages of a network, for search engines: what a visitor may open. */
export async function addresses(ctx: NetworkContext) {
  const [found] = await ctx.transaction((tx) => tx.run(publicAddresses(ctx.network.id)));
  return {
    modules: modulesOf(ctx.network),
    institutions: found?.institutions ?? [],
    trainings: (found?.trainings ?? []).map(({ id, updatedAt }) => ({ id, updatedAt: new Date(updatedAt) })),
  };
}

function isOn(ctx: NetworkContext, permission: Permission, objectId: string): boolean {
  return objectsOf(ctx.grants, permission).includes(objectId);
}
