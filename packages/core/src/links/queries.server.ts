import {
  askForLinks,
  type LinkCounts,
  type LinkUse,
  lastReplacements,
  linkCounts,
  type Replacement,
  syncLinks,
  type TroubledLink,
  troubledLinks,
  usesOfLink,
} from '@tessera/db/links.server.ts';
import { env } from '@tessera/env/env.server.ts';
import type { z } from 'zod';
import type { Acting, NetworkContext } from '../context.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { freshSince, type LinkReason, type LinkState, mostListed } from './rules.ts';
import type { OldAddress } from './schema.ts';

const mostReplacements = 10;

/** How the links of a network stand: those in trouble with where they are used, and what was replaced lately. */
export async function linksOf(ctx: NetworkContext) {
  const { id } = ctx.network;
  const [counts, links, replacements] = await ctx.ask<[LinkCounts, TroubledLink, Replacement]>([
    linkCounts(id),
    troubledLinks(id, ctx.language, mostListed),
    lastReplacements(id, mostReplacements),
  ]);
  const countOf = (state: LinkState) => counts.find((each) => each.state === state)?.count ?? 0;
  const looks = counts.flatMap(({ lookedAt }) => (lookedAt ? [lookedAt.getTime()] : []));
  return {
    counts: {
      works: countOf('works') + countOf('moved'),
      failing: countOf('failing'),
      broken: countOf('broken'),
      waiting: countOf('new'),
    },
    lookedAt: looks.length > 0 ? new Date(Math.max(...looks)) : null,
    links: links.map((link) => ({
      ...link,
      state: link.state as LinkState,
      reason: link.reason as LinkReason | '',
    })),
    replacements,
    isChecked: env().LINK_CHECK,
  };
}

/** The resources that would change if an address were replaced. */
export async function usesOfAddress(
  ctx: NetworkContext,
  { oldUrl }: z.output<typeof OldAddress>,
): Promise<LinkUse[]> {
  if (oldUrl === '') return [];
  const [uses] = await ctx.ask<[LinkUse]>([usesOfLink(ctx.network.id, oldUrl, ctx.language)]);
  return uses;
}

/** Asks for all links to be looked at now, but for those that just were. */
export async function askForCheck(ctx: Acting): Promise<{ links: number }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await tx.run(syncLinks(networkId, ctx.realNow));
    const asked = await tx.run(askForLinks(networkId, ctx.realNow, freshSince(ctx.realNow)));
    if (asked.length > 0)
      await recordEvent(tx, {
        networkId,
        kind: 'resource.links_asked',
        object: ['network', networkId],
        actorId: ctx.actor.personId,
        at: ctx.now,
        payload: { count: asked.length },
      });
    return { links: asked.length };
  });
}
