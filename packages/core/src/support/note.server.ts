import { newId } from '@tessera/db/id.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { insertNeeds, type NewNeed } from '@tessera/db/support.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { markOf, sealOf } from '../privacy/seal.server.ts';
import { countWord, type SupportNeed } from './rules.ts';

type Place = { networkId: string; trainingId: string; now: Date; actorId: string | null };

/** Writes what people in some seats of a training need. Nothing is asked of the database when nobody needs anything. */
export async function noteNeeds(
  tx: Transaction,
  { networkId, trainingId, now, actorId }: Place,
  seats: readonly { seatId: string; participantId: string | null; needs: readonly SupportNeed[] }[],
): Promise<void> {
  const asking = seats.filter(({ needs }) => needs.length > 0);
  if (asking.length === 0) return;
  const seal = await sealOf(tx, networkId, now);
  const mark = await markOf(tx, networkId);
  if (!mark) throw new Error('a network has no key');
  const rows: NewNeed[] = asking.flatMap(({ seatId, participantId, needs }) =>
    needs.map((need) => {
      const id = newId();
      const sealed = seal('support_need.need', id, JSON.stringify(need));
      const kindMark = mark(trainingId, countWord(need));
      return { id, seatId, participantId, need: hexOf(sealed), kindMark: hexOf(kindMark) };
    }),
  );
  await tx.run(insertNeeds(networkId, trainingId, JSON.stringify(rows), actorId, now));
  await recordEvent(
    tx,
    ...asking.map(({ seatId, needs }) => ({
      networkId,
      kind: 'support.asked' as const,
      object: ['seat', seatId] as ['seat', string],
      actorId,
      at: now,
      payload: { trainingId, count: needs.length },
    })),
  );
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
