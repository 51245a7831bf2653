import { answer, evaluationToken } from '@tessera/core/evaluations/answer.server.ts';
import { savePlan } from '@tessera/core/evaluations/plan.server.ts';
import { tendTraining } from '@tessera/core/evaluations/tend.server.ts';
import { trainingsToTend } from '@tessera/db/evaluations.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { better, type Opinion, opinions, result } from './data/evaluations-un.ts';
import { type Play, seatsOf, time } from './play.server.ts';
import { acting } from './world.server.ts';

/**
 * What the people of a training thought of it: asked in the evening of the last day, answered in the week after, closed
 * after three weeks. Everyone who was there is asked, and the first ones of them answer.
 */
export async function playEvaluation(play: Play): Promise<void> {
  const { world, training, trainingId } = play;
  const lastDay = training.days.at(-1)?.[0] ?? '';
  const evening = time(play, lastDay, '19:00');
  await plan(play, evening);
  await tend(play, evening);
  const { id: networkId } = acting(world, training.coordinator, training.network, evening).network;
  const asked = await inNetwork(networkId, ({ prisma }) =>
    prisma.evaluationRequest.findMany({
      where: { networkId, trainingId, stage: 'reaction', submission: null, evaluation: { closedAt: null } },
      select: { seatId: true },
    }),
  );
  const { seats } = await seatsOf(play);
  const waiting = new Set(asked.map(({ seatId }) => seatId));
  const inOrder = seats.filter(({ id }) => waiting.has(id)).sort((a, b) => a.queue - b.queue);
  const left = Math.max(0, inOrder.length - silent);
  const given = opinions.slice(opinions.length - left);
  for (const [index, opinion] of given.entries()) {
    const seatId = inOrder[index]?.id ?? '';
    const at = time(play, lastDay, '08:20', 1 + (index % 6), index * 11);
    await answer(acting(world, training.coordinator, training.network, at), {
      seatId,
      stage: 'reaction',
      token: evaluationToken(seatId, 'reaction'),
      answers: answersOf(opinion),
    });
  }
  await tend(play, time(play, lastDay, '19:00', 22));
}

/** What it asked, and what came of it a year later. */
async function plan({ world, training, trainingId }: Play, now: Date): Promise<void> {
  const ctx = acting(world, training.coordinator, training.network, now);
  const where = { networkId: ctx.network.id, trainingId };
  const known = await ctx.transaction(({ prisma }) => prisma.evaluationPlan.findFirst({ where }));
  if (!known) await savePlan(ctx, { trainingId, levels: ['reaction'], resultUrl: '', resultText: result });
}

/** So many of those who were asked do not answer. */
const silent = 4;

async function tend({ world, training, trainingId }: Play, now: Date): Promise<void> {
  const { network } = acting(world, training.coordinator, training.network, now);
  await inNetwork(network.id, async (tx) => {
    const [found] = await tx.run(trainingsToTend(network.id, now, trainingId));
    if (found) await tendTraining(tx, { networkId: network.id, now, settings: [] }, found);
  });
}

function answersOf([steps, pace, best, words]: Opinion): Record<string, string | string[]> {
  const [overall = '5', useful = '4', trainer = '5', organisation = '4'] = steps;
  const text = words === undefined ? undefined : better[words];
  return { overall, useful, trainer, organisation, pace, best: [...best], ...(text ? { better: text } : {}) };
}
