import type { Transaction } from '@tessera/db/scope.server.ts';
import { dayOf } from '../clock/zoned-time.ts';
import type { Acting, NetworkContext } from '../context.server.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import type { MentoringEventKind } from './events.ts';

/** Writes what somebody did in mentoring. */
export function note(
  tx: Transaction,
  ctx: Acting,
  kind: MentoringEventKind,
  object: NewEvent['object'],
  payload: NewEvent['payload'] = {},
): Promise<void> {
  return recordEvent(tx, {
    networkId: ctx.network.id,
    kind,
    object,
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload,
  });
}

/** The day of the network: `2026-05-01`. */
export const todayOf = (ctx: NetworkContext): string => dayOf(ctx.now, ctx.network.timeZone);

/** A day as the database takes it. */
export const dateOf = (day: string | null): Date | null => (day === null ? null : new Date(day));
