import { listEvents } from '@tessera/db/events.server.ts';
import { type Acting, reach } from '../context.server.ts';
import type { EventKind } from './record.server.ts';

const pageSize = 100;

/**
 * The trail of a network, the newest first: for the coordinator all, for others what they did themselves.
 * @param before an entry of this network; what follows is older than it
 * @returns `older`: the entry to go on from, or null at the end
 */
export async function history(ctx: Acting, before: string | null) {
  const actorId = reach(ctx, 'audit.read').kind === 'network' ? null : ctx.actor.personId;
  const rows = await ctx.transaction((tx) =>
    tx.run(listEvents(ctx.network.id, actorId, before, ctx.language, pageSize + 1)),
  );
  const events = rows.slice(0, pageSize).map((row) => ({ ...row, kind: row.kind as EventKind }));
  return {
    isOwn: actorId !== null,
    events,
    older: rows.length > pageSize ? (events.at(-1)?.id ?? null) : null,
  };
}
