import { mentoringCounts } from '@tessera/db/mentoring-indicators.server.ts';
import { allows, type NetworkContext } from '../context.server.ts';
import { type Indicator, indicatorsOf } from './indicators.ts';
import { todayOf } from './note.server.ts';
import { modulesNeeded } from './plan.ts';
import { isTakenIn, menteeStates } from './rules.ts';

const takenIn = menteeStates.filter(isTakenIn);

/** The indicators of mentoring over all programmes; none at all where there is no programme. */
export async function indicators(ctx: NetworkContext): Promise<Indicator[]> {
  const [counts] = await ctx.transaction((tx) =>
    tx.run(mentoringCounts(ctx.network.id, takenIn, todayOf(ctx), modulesNeeded.are, modulesNeeded.of)),
  );
  if (!counts || counts.programmes === 0) return [];
  return indicatorsOf(counts, !allows(ctx, 'relation.move', {}));
}
