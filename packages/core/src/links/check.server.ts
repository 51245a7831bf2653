import {
  claimLinks,
  type DueLink,
  keepLook,
  linksThatWorked,
  syncLinks,
  tellBrokenLinks,
} from '@tessera/db/links.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { type Eyes, lookAt, outside } from './look.server.ts';
import { afterLook, type Finding, isAnswer, isUnreached, nextTry } from './rules.ts';

const leaseMs = 30 * 60_000;
const atOnce = 8;
/** In one run; the others are next. */
const mostInOneRun = 400;
/** No link is begun later in a run: the next run comes within the hour, and other work waits for its place. */
const longestRunMs = 20 * 60_000;
/** Hosts of a network that are asked whether there is a way out, when none of a run answered. */
const mostAsked = 3;

/**
 * Looks at the links of all networks that are due. Safe to run twice and at once.
 * @returns how many were looked at, and how many of them say nothing because no host answered
 */
export async function sweepLinks(realNow: Date, eyes: Eyes = outside): Promise<LinkRun> {
  if (!env().LINK_CHECK) return { links: 0, withoutWayOut: 0 };
  const networks = await inScope({}, (tx) =>
    tx.prisma.network.findMany({
      where: { state: 'active', kind: { not: 'platform' } },
      select: { id: true },
    }),
  );
  return lookIn(
    networks.map(({ id }) => id),
    realNow,
    eyes,
  );
}

/** Looks at the links of one network, after somebody asked for it. */
export async function answerLinksEvent(
  { networkId }: { networkId: string },
  realNow: Date,
): Promise<LinkRun> {
  return env().LINK_CHECK ? lookIn([networkId], realNow, outside) : { links: 0, withoutWayOut: 0 };
}

/**
 * Looks at the links of one network that are due, and notes each resource with a link that is found to be broken. By the real
 * clock: what is outside knows no other.
 * @returns how many were looked at
 */
export async function checkLinks(networkId: string, realNow: Date, eyes: Eyes): Promise<number> {
  return (await lookIn([networkId], realNow, eyes)).links;
}

/** What a run did; `withoutWayOut` is for whoever runs the machine, which reaches nobody. */
type LinkRun = { links: number; withoutWayOut: number };

type Run = {
  began: number;
  realNow: Date;
  eyes: Eyes;
  looked: number;
  /** Some host said something, so there is a way out */
  isAnswered: boolean;
  /** Links whose host could not be reached; what that means is known at the end of the run */
  unreached: { networkId: string; link: DueLink; finding: Finding }[];
};

async function lookIn(networkIds: readonly string[], realNow: Date, eyes: Eyes): Promise<LinkRun> {
  const run: Run = { began: Date.now(), realNow, eyes, looked: 0, isAnswered: false, unreached: [] };
  for (const networkId of networkIds) await lookAtDue(run, networkId);
  const isOut = run.unreached.length === 0 || run.isAnswered || (await reachesSomebody(run, networkIds));
  for (const { networkId, link, finding } of run.unreached)
    await keep(networkId, link, isOut ? finding : { kind: 'unknown' }, realNow);
  for (const networkId of networkIds) await tellOwners(networkId, realNow);
  return { links: run.looked, withoutWayOut: isOut ? 0 : run.unreached.length };
}

async function lookAtDue(run: Run, networkId: string): Promise<void> {
  const { began, realNow, eyes } = run;
  await inNetwork(networkId, (tx) => tx.run(syncLinks(networkId, realNow)));
  let looked = 0;
  while (looked < mostInOneRun && Date.now() - began < longestRunMs) {
    const until = new Date(realNow.getTime() + (Date.now() - began) + leaseMs);
    const due = await inNetwork(networkId, (tx) => tx.run(claimLinks(networkId, realNow, until, atOnce)));
    if (due.length === 0) break;
    await Promise.all(
      due.map(async (link) => {
        const finding = await lookAt(link.url, eyes);
        if (isUnreached(finding)) run.unreached.push({ networkId, link, finding });
        else await keep(networkId, link, finding, realNow);
        run.isAnswered ||= isAnswer(finding);
      }),
    );
    looked += due.length;
  }
  run.looked += looked;
}

/**
 * Whether a host answers that answered lately. A run may hold one link alone, whose host is gone for good, and then only somebody
 * else can tell whether it is the link or the house.
 */
async function reachesSomebody({ realNow, eyes }: Run, networkIds: readonly string[]): Promise<boolean> {
  for (const networkId of networkIds) {
    const known = await inNetwork(networkId, (tx) => tx.run(linksThatWorked(networkId, realNow, mostAsked)));
    for (const { url } of known) if (isAnswer(await lookAt(url, eyes))) return true;
  }
  return false;
}

async function keep(networkId: string, link: DueLink, finding: Finding, realNow: Date): Promise<void> {
  const { key, failingSince } = link;
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
