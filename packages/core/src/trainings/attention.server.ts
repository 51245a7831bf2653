import { attentionOf } from '@tessera/db/attention.server.ts';
import { lapses } from '@tessera/db/prerequisites.server.ts';
import { type Actor, type NetworkContext, reach } from '../context.server.ts';
import { dayOf } from '../prerequisites/rules.ts';

const nextTrainings = 5;

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
  const { rows, lacking } = await ctx.transaction(async (tx) => {
    const [trainings, people] = await Promise.all([
      tx.run(attentionOf(network.id, actor.personId, institutionIds, language, now, isCoordinator)),
      isCoordinator ? tx.run(lapses(network.id, ctx.realNow, today, null)) : [],
    ]);
    return { rows: trainings, lacking: new Set(people.map(({ personId }) => personId)).size };
  });
  const canMark = (row: { isTrainer: boolean }) => isCoordinator || row.isTrainer;
  return {
    now,
    isCoordinator,
    /** People who lack a prerequisite of a role, or will within 30 days. */
    lacking,
    offers: rows.filter(({ offered }) => offered > 0),
    unnamed: rows.filter((row) => row.unnamed > 0 && now < row.startsAt),
    proposals: isCoordinator ? rows.filter(({ state }) => state === 'submitted') : [],
    toMark: rows.filter((row) => canMark(row) && row.hasUnmarked),
    next: rows.filter(({ state, endsAt }) => state !== 'submitted' && now < endsAt).slice(0, nextTrainings),
  };
}
