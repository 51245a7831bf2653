import {
  dueFollowUps as dueStatement,
  notedFollowUps,
  noteFollowUps,
  presentReaders,
} from '@tessera/db/follow-ups.server.ts';
import { inNetwork, inScope, type Transaction } from '@tessera/db/scope.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { dueFollowUps, endDay, heldStates } from './after.ts';

/**
 * Writes to those who took part in what is over, in every network, by its own clock and the dates as they stand. What is
 * told is noted in the transaction of the event that brings the mails, so it is told once, whoever runs this, however often
 * and at once.
 * @returns how many events were told of
 */
export async function sweepFollowUps(realNow: Date): Promise<number> {
  const due = await inScope({ door: 'platform' }, (tx) => tx.run(dueStatement(realNow)));
  let count = 0;
  for (const { networkId, trainingId, clockOffset } of due) {
    const now = new Date(realNow.getTime() + clockOffset * 1000);
    if (await inNetwork(networkId, (tx) => followUp(tx, networkId, trainingId, now))) count += 1;
  }
  return count;
}

async function followUp(tx: Transaction, networkId: string, trainingId: string, now: Date): Promise<boolean> {
  const training = await tx.prisma.training.findFirst({
    where: { networkId, id: trainingId, state: { in: [...heldStates] } },
    select: { endsAt: true, timeZone: true, followUpHours: true },
  });
  if (!training || training.endsAt > now) return false;
  const [present] = await tx.run(presentReaders(networkId, trainingId));
  const due = dueFollowUps(
    { ...training, readers: present?.readers ?? 0, isMarked: present?.isMarked ?? false },
    await tx.run(notedFollowUps(networkId, trainingId)),
    now,
  );
  if (due.length === 0) return false;
  const endsOn = endDay(training);
  const noted = await tx.run(noteFollowUps(networkId, trainingId, endsOn, now, JSON.stringify(due)));
  const told = noted.find(({ isTold }) => isTold);
  if (!told) return false;
  await recordEvent(tx, {
    networkId,
    kind: 'training.followed_up',
    object: ['training', trainingId],
    actorId: null,
    at: now,
    payload: { hoursAfter: told.hoursAfter, endsOn },
  });
  return true;
}
