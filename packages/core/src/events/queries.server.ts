import { listEvents } from '@tessera/db/events.server.ts';
import { type Actor, type NetworkContext, reach } from '../context.server.ts';

const pageSize = 100;

/** The trail of a network, the newest first: for the coordinator all, for others what they did themselves. */
export async function history(ctx: NetworkContext & { actor: Actor }, before: Date | null) {
  const actorId = reach(ctx, 'audit.read').kind === 'network' ? null : ctx.actor.personId;
  const rows = await ctx.transaction((tx) =>
    tx.run(
      listEvents(
        ctx.network.id,
        actorId,
        before ?? new Date(ctx.now.getTime() + 86_400_000),
        ctx.language,
        pageSize,
      ),
    ),
  );
  return { events: rows, older: rows.length === pageSize ? (rows.at(-1)?.at ?? null) : null };
}
