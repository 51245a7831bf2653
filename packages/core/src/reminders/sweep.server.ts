import { dueReminders as dueStatement, notedReminders, noteReminders } from '@tessera/db/reminders.server.ts';
import { inNetwork, inScope, type Transaction } from '@tessera/db/scope.server.ts';
import { recordEvent } from '../events/record.server.ts';
import { dueReminders, startDay } from './rules.ts';

/**
 * Reminds of what begins soon, in every network, by its own clock and the dates as they stand. What is told is noted in
 * the transaction of the event that brings the mails, so it is told once, whoever runs this, however often and at once.
 * @returns how many events were reminded of
 */
export async function sweepReminders(realNow: Date): Promise<number> {
  const due = await inScope({ door: 'platform' }, (tx) => tx.run(dueStatement(realNow)));
  let count = 0;
  for (const { networkId, trainingId, clockOffset } of due) {
    const now = new Date(realNow.getTime() + clockOffset * 1000);
    if (await inNetwork(networkId, (tx) => remind(tx, networkId, trainingId, now))) count += 1;
  }
  return count;
}

async function remind(tx: Transaction, networkId: string, trainingId: string, now: Date): Promise<boolean> {
  const training = await tx.prisma.training.findFirst({
    where: { networkId, id: trainingId, state: { in: ['published', 'registration_closed'] } },
    select: { startsAt: true, timeZone: true, reminderDays: true, movedAt: true, takenCount: true },
  });
  if (!training || training.startsAt <= now) return false;
  const reminders = dueReminders(training, await tx.run(notedReminders(networkId, trainingId)), now);
  const startsOn = startDay(training);
  const rows = JSON.stringify(reminders);
  const noted = await tx.run(noteReminders(networkId, trainingId, startsOn, now, rows));
  const told = noted.find(({ isTold }) => isTold);
  if (!told) return false;
  await recordEvent(tx, {
    networkId,
    kind: 'training.reminded',
    object: ['training', trainingId],
    actorId: null,
    at: now,
    payload: { daysBefore: told.daysBefore, startsOn },
  });
  return true;
}
