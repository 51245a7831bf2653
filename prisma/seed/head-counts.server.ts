import { recordHeadCount } from '@tessera/core/headcounts/record.server.ts';
import { headCounts } from './data/head-counts-bg.ts';
import { bgSessions, topics } from './data/sessions-bg.ts';
import { time } from './play.server.ts';
import { acting, networkOf, type World } from './world.server.ts';

/** Whoever held an information session counts in the evening who came; nobody is named. */
export async function seedHeadCounts(world: World): Promise<number> {
  const { id: networkId } = networkOf(world, 'bg-model');
  for (const [turn, figures] of headCounts.entries()) {
    const [training, topic] = [bgSessions[turn], topics[turn % topics.length]];
    if (!training || !topic) continue;
    const { network, trainers, days, code } = training;
    const at = time({ world, training }, days[0]?.[0] ?? '', '18:20');
    const ctx = acting(world, trainers[0] ?? '', network, at);
    const found = await ctx.transaction(({ prisma }) =>
      prisma.training.findFirst({
        where: { networkId, code },
        select: { id: true, headCount: { select: { total: true } } },
      }),
    );
    if (!found || found.headCount) continue;
    const languages = turn % 2 === 0 ? ['ar', 'bg'] : ['fa', 'bg'];
    await recordHeadCount(ctx, { trainingId: found.id, topic: topic.code, languages, ...figures });
  }
  return headCounts.length;
}
