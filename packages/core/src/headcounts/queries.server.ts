import { headCountsByLanguage, headCountsByTopic, headCountYears } from '@tessera/db/head-counts.server.ts';
import type { z } from 'zod';
import { type Acting, type NetworkContext, reach } from '../context.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { readTraining } from '../trainings/queries.server.ts';
import { isCountable, requireCounting } from './record.server.ts';
import { type InfoTopic, infoTopics, totalsOf, veiled } from './rules.ts';
import type { HeadCountPeriod } from './schema.ts';

type Period = z.output<typeof HeadCountPeriod>;

/** The figures of one information session, to write or correct them. */
export async function headCount(ctx: Acting, trainingId: string) {
  const networkId = ctx.network.id;
  return ctx.transaction(async (tx) => {
    await requireCounting(tx, ctx, trainingId);
    const training = await readTraining(tx, ctx, trainingId);
    const counted = await tx.prisma.headCount.findFirst({
      where: { networkId, trainingId },
      omit: { networkId: true, trainingId: true, recordedById: true },
    });
    const { id, title, kind, state, startsAt, endsAt, timeZone, languages } = training;
    return {
      training: { id, title, kind, state, startsAt, endsAt, timeZone, languages },
      counted,
      isEarly: ctx.now < startsAt,
      isOpen: kind === 'information_session' && ctx.now >= startsAt && isCountable(state),
      languages: [...new Set([...languages, ...ctx.network.contentLanguages, ...(counted?.languages ?? [])])],
    };
  });
}

/**
 * How many came to the information sessions of the network, by topic, in a period. Who does not keep the figures reads no
 * cell with fewer than five people.
 */
export async function headCountReport(ctx: NetworkContext, period: Period) {
  const networkId = ctx.network.id;
  const span = [networkId, period.year ?? null, period.phaseId ?? null] as const;
  return ctx.transaction(async (tx) => {
    const [found, languages, years, phases] = await Promise.all([
      tx.run(headCountsByTopic(...span)),
      tx.run(headCountsByLanguage(...span)),
      tx.run(headCountYears(networkId)),
      reach(ctx, 'phase.read').kind === 'network'
        ? tx.prisma.phase.findMany({
            where: { networkId },
            orderBy: { startsOn: 'desc' },
            select: { id: true, title: true },
          })
        : [],
    ]);
    const rows = infoTopics.flatMap((topic) =>
      found.filter((row) => row.topic === topic).map((row) => ({ ...row, topic: topic as InfoTopic })),
    );
    const isWhole = reach(ctx, 'headcount.export').kind === 'network';
    const table = isWhole ? { rows, totals: totalsOf(rows) } : veiled(rows);
    return {
      ...table,
      sessions: rows.reduce((sum, row) => sum + row.sessions, 0),
      languages,
      years: years.map(({ year }) => year),
      phases,
      isWhole,
    };
  });
}

/** The same as a table that leaves, with a line in the trail. */
export async function headCountTable(ctx: Acting, period: Period) {
  const { rows } = await headCountReport(ctx, period);
  await ctx.transaction((tx) =>
    recordEvent(tx, {
      networkId: ctx.network.id,
      kind: 'export.made',
      object: ['network', ctx.network.id],
      actorId: ctx.actor.personId,
      at: ctx.now,
      payload: { what: 'head_counts', rows: rows.length },
    }),
  );
  return rows;
}
