import { escalateConcerns, networksInCare } from '@tessera/db/care.server.ts';
import { inNetwork, inScope, type Transaction } from '@tessera/db/scope.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { triageHours } from './concern-rules.ts';

type Place = { networkId: string; now: Date };

/**
 * Looks after the mentoring of every network, by its own clock. Whatever is told is noted in the transaction of the event
 * that brings the mails, so it is told once, whoever runs this, however often and at once.
 * @returns how many things were told
 */
export async function sweepCare(realNow: Date): Promise<number> {
  const networks = await inScope({ door: 'platform' }, (tx) => tx.run(networksInCare()));
  let told = 0;
  for (const { networkId, clockOffset } of networks) {
    const place = { networkId, now: new Date(realNow.getTime() + clockOffset * 1000) };
    told += await inNetwork(networkId, (tx) => escalate(tx, place));
  }
  return told;
}

async function escalate(tx: Transaction, { networkId, now }: Place): Promise<number> {
  const lateBefore = new Date(now.getTime() - triageHours * 3_600_000);
  const late = await tx.run(escalateConcerns(networkId, now, lateBefore));
  await recordEvent(
    tx,
    ...late.map(({ id }) => ({
      networkId,
      kind: 'concern.escalated' as const,
      object: ['concern', id] as ['concern', string],
      actorId: null,
      at: now,
    })),
  );
  return late.length;
}
