import { claimLinks, type DueLink, keepLook, syncLinks, tellBrokenLinks } from '@tessera/db/links.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { type Eyes, lookAt, outside } from './look.server.ts';
import { afterLook, nextTry } from './rules.ts';

const leaseMs = 30 * 60_000;
const atOnce = 8;
/** In one run; the others are next. */
const mostInOneRun = 400;
/** No link is begun later in a run: the next run comes within the hour, and other work waits for its place. */
const longestRunMs = 20 * 60_000;

/** Looks at the links of all networks that are due. Safe to run twice and at once. @returns how many were looked at */
export async function sweepLinks(realNow: Date, eyes: Eyes = outside): Promise<number> {
  if (!env().LINK_CHECK) return 0;
  const networks = await inScope({}, (tx) =>
    tx.prisma.network.findMany({
      where: { state: 'active', kind: { not: 'platform' } },
      select: { id: true },
    }),
  );
  let looked = 0;
  const began = Date.now();
  for (const { id } of networks) looked += await checkLinks(id, realNow, eyes, began);
  return looked;
}

/** Looks at the links of one network, after somebody asked for it. */
export async function answerLinksEvent(
  { networkId }: { networkId: string },
  realNow: Date,
): Promise<{ links: number }> {
  return { links: env().LINK_CHECK ? await checkLinks(networkId, realNow, outside) : 0 };
}

/**
 * Looks at the links of a network that are due, and notes each resource with a link that is found to be broken. By the real
 * clock: what is outside knows no other.
 * @param began when the run began that this is a part of, in ms
 * @returns how many were looked at
 */
export async function checkLinks(
  networkId: string,
  realNow: Date,
  eyes: Eyes,
  began = Date.now(),
): Promise<number> {
  await inNetwork(networkId, (tx) => tx.run(syncLinks(networkId, realNow)));
  let looked = 0;
  while (looked < mostInOneRun && Date.now() - began < longestRunMs) {
    const until = new Date(realNow.getTime() + (Date.now() - began) + leaseMs);
    const due = await inNetwork(networkId, (tx) => tx.run(claimLinks(networkId, realNow, until, atOnce)));
    if (due.length === 0) break;
    await Promise.all(due.map((link) => checkOne(networkId, link, realNow, eyes)));
    looked += due.length;
  }
  await tellOwners(networkId, realNow);
  return looked;
}

async function checkOne(
  networkId: string,
  { key, url, failingSince }: DueLink,
  realNow: Date,
  eyes: Eyes,
): Promise<void> {
  const finding = await lookAt(url, eyes);
  await inNetwork(networkId, async (tx) => {
    if (finding.kind === 'unknown') {
      await tx.prisma.linkCheck.updateMany({ where: { networkId, key }, data: { dueAt: nextTry(realNow) } });
      return;
    }
    const look = afterLook(failingSince, finding, realNow);
    await tx.run(
      keepLook(networkId, key, look.state, look.reason, look.movedTo, look.failingSince, realNow, look.dueAt),
    );
  });
}

async function tellOwners(networkId: string, realNow: Date): Promise<void> {
  await inNetwork(networkId, async (tx) => {
    const told = await tx.run(tellBrokenLinks(networkId, realNow));
    if (told.length === 0) return;
    const network = await tx.prisma.network.findFirstOrThrow({
      where: { id: networkId },
      select: { clockOffset: true },
    });
    await recordEvent(
      tx,
      ...told.map(({ resourceId, count }) => ({
        networkId,
        kind: 'resource.link_broken' as const,
        object: ['resource', resourceId] as ['resource', string],
        actorId: null,
        at: new Date(realNow.getTime() + network.clockOffset * 1000),
        payload: { count },
      })),
    );
  });
}
