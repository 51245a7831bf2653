import { beat, operatorHealth, operatorNetworks } from '@tessera/db/founding.server.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { env } from '@tessera/env/env.server.ts';
import type { RequestContext } from '../context.server.ts';

/** Every network with its counts, one statement whatever their number. */
export async function operatorList(ctx: RequestContext) {
  const networks = await inScope({ door: 'platform' }, (tx) => tx.run(operatorNetworks(ctx.language)));
  return { networks };
}

/** A worker that is silent for longer than this has stopped; it notes each minute that it lives. */
export const silence = 3 * 60_000;
/** Events leave within seconds; one that waits for longer is stuck. */
export const longestLag = 60_000;

/** How the machinery does: the database, the relay and the queue, the mails, the dead jobs. */
export async function health(ctx: RequestContext) {
  const began = performance.now();
  const [row] = await inScope({ door: 'platform' }, (tx) => tx.run(operatorHealth()));
  const answeredInMs = Math.round(performance.now() - began);
  const { workerAt = null, oldestWaitingAt = null } = row ?? {};
  const lag = oldestWaitingAt ? Math.max(0, ctx.now.getTime() - oldestWaitingAt.getTime()) : 0;
  const { mailTransport, REDIS_URL } = env();
  return {
    database: { version: row?.version ?? '', answeredInMs, isWell: true },
    relay: {
      waiting: row?.waiting ?? 0,
      lagSeconds: Math.round(lag / 1000),
      deliveredLastHour: row?.deliveredLastHour ?? 0,
      isWell: lag <= longestLag,
    },
    queue: {
      kind: REDIS_URL ? ('redis' as const) : ('postgresql' as const),
      workerAt,
      isWell: workerAt !== null && ctx.now.getTime() - workerAt.getTime() <= silence,
    },
    mail: {
      transport: mailTransport,
      sentLastDay: row?.sentLastDay ?? 0,
      unsent: row?.unsent ?? 0,
      uncertain: row?.uncertain ?? 0,
      isWell: (row?.unsent ?? 0) === 0,
    },
    /** What is asked in mentoring where every coordinator has a part in it: a second one is needed. */
    asks: { unanswerable: row?.unanswerable ?? 0, isWell: (row?.unanswerable ?? 0) === 0 },
    jobs: { dead: row?.dead ?? 0, isWell: (row?.dead ?? 0) === 0 },
  };
}

/** Notes that the background worker lives; its schedule calls this each minute. */
export async function noteWorker(realNow: Date): Promise<void> {
  await inScope({ door: 'platform' }, (tx) => tx.run(beat('worker', realNow)));
}
