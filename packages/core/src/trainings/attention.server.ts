import { type AttentionRow, attentionOf } from '@tessera/db/attention.server.ts';
import { type CoordinatorTasks, coordinatorTasks } from '@tessera/db/prerequisites.server.ts';
import { type Actor, type NetworkContext, reach } from '../context.server.ts';
import { dayOf } from '../prerequisites/rules.ts';

const nextTrainings = 5;

type Found = { rows: AttentionRow[]; others: CoordinatorTasks | null };

/**
 * What waits for the actor in a network: offers to answer, places to name, proposals to decide, attendance to mark, and
 * the next trainings. A coordinator sees the trainings of the network, others those that they have to do with.
 */
export async function attention(ctx: NetworkContext & { actor: Actor }) {
  const { network, actor, now, language } = ctx;
  const seats = reach(ctx, 'registration.create');
  const institutionIds = seats.kind === 'institutions' ? seats.institutionIds : [];
  const isCoordinator = reach(ctx, 'registration.manage').kind === 'network';
  const today = dayOf(now, network.timeZone);
  const trainings = attentionOf(
    network.id,
    actor.personId,
    institutionIds,
    language,
    now,
    isCoordinator,
    nextTrainings,
  );
  const { rows, others } = await ctx.transaction(async (tx): Promise<Found> => {
    if (!isCoordinator) return { rows: await tx.run(trainings), others: null };
    const [found, [tasks]] = await tx.runAll<[AttentionRow, CoordinatorTasks]>([
      trainings,
      coordinatorTasks(network.id, ctx.realNow, today, null, now),
    ]);
    return { rows: found, others: tasks ?? null };
  });
  const canFill = ({ state, waitingCount, takenCount, capacity, startsAt }: AttentionRow) =>
    state === 'published' && waitingCount > 0 && takenCount < capacity && now < startsAt;
  const canMark = (row: { isTrainer: boolean }) => isCoordinator || row.isTrainer;
  return {
    now,
    timeZone: network.timeZone,
    isCoordinator,
    /** What waits for a coordinator beside the trainings. */
    others,
    /** Places are free and people wait: nothing moved them up by itself. */
    toFill: isCoordinator ? rows.filter(canFill) : [],
    offers: rows.filter(({ offered }) => offered > 0),
    unnamed: rows.filter((row) => row.unnamed > 0 && now < row.startsAt),
    proposals: isCoordinator ? rows.filter(({ state }) => state === 'submitted') : [],
    toMark: rows.filter((row) => canMark(row) && row.hasUnmarked),
    next: rows.filter(({ state, endsAt }) => state !== 'submitted' && now < endsAt).slice(0, nextTrainings),
  };
}
