import { endAsks } from '@tessera/db/asks.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { endApplications } from '@tessera/db/joining.server.ts';
import { endSeatInvitations, endSeatRequests } from '@tessera/db/registering.server.ts';
import {
  countDue,
  countDueActors,
  type DueRow,
  lastRuns,
  purgeDue,
  purgeDueActors,
} from '@tessera/db/retention.server.ts';
import { inNetwork, inScope, type Transaction } from '@tessera/db/scope.server.ts';
import type { z } from 'zod';
import { endDueConsents } from '../consents/effects.server.ts';
import type { Acting, NetworkContext } from '../context.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { requestHours } from '../registering/rules.ts';
import { overdueDays, type RetentionKind, retentionKinds, usualMonths } from './retention.ts';
import type { Period } from './schema.ts';

type Place = { networkId: string; now: Date };
type Step = {
  count: (tx: Transaction, at: Place, months: number) => Promise<DueRow | undefined>;
  /** Ends the time of one batch; how many. */
  purge: (tx: Transaction, at: Place, months: number) => Promise<number>;
};

const batch = 200;
const dayMs = 86_400_000;

function rowsOf(kind: Exclude<RetentionKind, 'audit'>): Step {
  return {
    count: async (tx, { networkId, now }, months) =>
      (await tx.run(countDue[kind](networkId, now, months)))[0],
    purge: async (tx, { networkId, now }, months) =>
      (await tx.run(purgeDue[kind](networkId, now, months, batch))).length,
  };
}

// One step for each kind. What owns more than rows (files on a disk) adds its step here.
const steps: Record<RetentionKind, Step> = {
  participants: rowsOf('participants'),
  attendance: rowsOf('attendance'),
  evidence: rowsOf('evidence'),
  certificates: rowsOf('certificates'),
  notes: rowsOf('notes'),
  evaluation_texts: rowsOf('evaluation_texts'),
  support: rowsOf('support'),
  answers: rowsOf('answers'),
  mentoring: rowsOf('mentoring'),
  mentor_notes: rowsOf('mentor_notes'),
  concerns: rowsOf('concerns'),
  supervision: rowsOf('supervision'),
  invitations: rowsOf('invitations'),
  messages: rowsOf('messages'),
  notices: rowsOf('notices'),
  consents: rowsOf('consents'),
  audit: {
    count: async (tx, { networkId, now }, months) =>
      (await tx.run(countDueActors(networkId, now, months)))[0],
    purge: async (tx, { networkId, now }, months) =>
      (await tx.run(purgeDueActors(networkId, now, months, batch)))[0]?.count ?? 0,
  },
};

/**
 * Ends the time of everything that is due in a network, in small transactions; each leaves an event with its count, and
 * one that was cut off goes on where it stopped. Safe to run twice and at once.
 * @returns how many of each kind
 */
export async function purgeNetwork(at: Place): Promise<Partial<Record<RetentionKind, number>>> {
  const { networkId, now } = at;
  await inNetwork(networkId, (tx) => endDueConsents(tx, { networkId, now }));
  const months = await inNetwork(networkId, (tx) => monthsOf(tx, networkId));
  const askedBefore = new Date(now.getTime() - requestHours * 3_600_000);
  await inNetwork(networkId, async (tx) => {
    await tx.run(endSeatRequests(networkId, askedBefore, now));
    await tx.run(endSeatInvitations(networkId, now, months.invitations));
    await tx.run(endApplications(networkId, now, askedBefore, months.invitations));
    await tx.run(endAsks(networkId, now, months.mentoring));
  });
  const ended: Partial<Record<RetentionKind, number>> = {};
  for (const kind of retentionKinds) {
    let total = 0;
    for (;;) {
      const count = await inNetwork(networkId, async (tx) => {
        const done = await steps[kind].purge(tx, at, months[kind]);
        if (done > 0) {
          await recordEvent(tx, {
            networkId,
            kind: 'retention.purged',
            object: ['retention', networkId],
            actorId: null,
            at: now,
            payload: { purgedKind: kind, count: done },
          });
        }
        return done;
      });
      total += count;
      if (count < batch) break;
    }
    const run = { id: newId(), networkId, kind, ranAt: now, isDry: false, due: total, purged: total };
    await inNetwork(networkId, (tx) => tx.prisma.retentionRun.create({ data: run }));
    if (total > 0) ended[kind] = total;
  }
  return ended;
}

/**
 * The night of every network. Demo networks are left alone: their story would be eaten by its own age.
 * @returns how many rows of how many networks
 */
export async function purgeEverywhere(realNow: Date): Promise<{ networks: number; purged: number }> {
  const networks = await inScope({}, (tx) =>
    tx.prisma.network.findMany({
      where: { isDemo: false, kind: { not: 'platform' }, state: { notIn: ['closed', 'archived'] } },
      select: { id: true, clockOffset: true },
    }),
  );
  let purged = 0;
  for (const { id, clockOffset } of networks) {
    const ended = await purgeNetwork({
      networkId: id,
      now: new Date(realNow.getTime() + clockOffset * 1000),
    });
    purged += Object.values(ended).reduce((sum, count) => sum + count, 0);
  }
  return { networks: networks.length, purged };
}

/** What is kept, for how long, what is due and since when; and whether the nights do their work. */
export async function retentionBoard(ctx: NetworkContext) {
  const networkId = ctx.network.id;
  const at = { networkId, now: ctx.now };
  return ctx.transaction(async (tx) => {
    const months = await monthsOf(tx, networkId);
    const [runs, network] = await Promise.all([
      tx.run(lastRuns(networkId)),
      tx.prisma.network.findFirst({ where: { id: networkId }, select: { isDemo: true } }),
    ]);
    const kinds = [];
    for (const kind of retentionKinds) {
      const counted = await steps[kind].count(tx, at, months[kind]);
      const { kept = 0, due = 0, oldestAt = null, nextAt = null } = counted ?? {};
      const last = (isDry: boolean) => {
        const found = runs.find((run) => run.kind === kind && run.isDry === isDry);
        return found ? { ranAt: found.ranAt, count: isDry ? found.due : found.purged } : null;
      };
      kinds.push({
        kind,
        months: months[kind],
        usualMonths: usualMonths[kind],
        kept,
        due,
        oldestAt,
        nextAt,
        isOverdue: oldestAt !== null && ctx.now.getTime() - oldestAt.getTime() > overdueDays * dayMs,
        lastRun: last(false),
        lastTrial: last(true),
      });
    }
    return { kinds, isDemo: network?.isDemo ?? false };
  });
}

/** Counts what a night would end now, changes nothing else, and keeps the counts for the board. */
export async function tryRetention(ctx: Acting): Promise<{ due: number }> {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    const months = await monthsOf(tx, networkId);
    let total = 0;
    const runs = [];
    for (const kind of retentionKinds) {
      const counted = await steps[kind].count(tx, { networkId, now: ctx.now }, months[kind]);
      const due = counted?.due ?? 0;
      total += due;
      runs.push({ id: newId(), networkId, kind, ranAt: ctx.now, isDry: true, due });
    }
    await tx.prisma.retentionRun.createMany({ data: runs });
    await recordEvent(tx, {
      networkId,
      kind: 'retention.tried',
      object: ['retention', networkId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { count: total },
    });
    return { due: total };
  });
}

/** Sets how long a kind is kept in this network. */
export async function setPeriod(ctx: Acting, { kind, months }: z.output<typeof Period>): Promise<void> {
  const networkId = ctx.network.id;
  const data = { months, updatedAt: ctx.now, updatedById: ctx.actor.personId };
  await ctx.transaction(async (tx) => {
    await tx.prisma.retentionPeriod.upsert({
      where: { networkId_kind: { networkId, kind } },
      create: { networkId, kind, ...data },
      update: data,
    });
    await recordEvent(tx, {
      networkId,
      kind: 'retention.changed',
      object: ['retention', networkId],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { purgedKind: kind, months },
    });
  });
}

/** How long each kind is kept in a network, in months. */
export async function monthsOf(tx: Transaction, networkId: string): Promise<Record<RetentionKind, number>> {
  const own = await tx.prisma.retentionPeriod.findMany({ where: { networkId } });
  return Object.fromEntries(
    retentionKinds.map((kind) => [
      kind,
      own.find((period) => period.kind === kind)?.months ?? usualMonths[kind],
    ]),
  ) as Record<RetentionKind, number>;
}
