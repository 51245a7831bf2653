import type { Transaction } from '@tessera/db/scope.server.ts';
import { noteNearSupervision } from '@tessera/db/supervision.server.ts';
import { addDays } from '../clock/days.ts';
import type { NewEvent } from '../events/record.server.ts';
import { reminderDays } from './rules.ts';

type Place = { networkId: string; now: Date; today: string };

/** Meetings that are near, each told once. */
export async function nearMeetings(tx: Transaction, { networkId, now, today }: Place): Promise<NewEvent[]> {
  const near = await tx.run(noteNearSupervision(networkId, now, today, addDays(today, reminderDays)));
  return near.map(({ id }) => ({
    networkId,
    kind: 'supervision.near',
    object: ['supervision', id],
    actorId: null,
    at: now,
  }));
}
