import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import {
  as,
  days,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  useTestDatabase,
} from '../testing.server.ts';
import { remindAt } from './rules.ts';
import { sweepReminders } from './sweep.server.ts';

await useTestDatabase();

const timeZone = 'Europe/Bucharest';

async function world(changes: Parameters<typeof newTraining>[2] = {}) {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const trainingId = await newTraining(network, coordinator, changes);
  const where = { network: network.code, trainingId };
  await as(manager).seats.register({
    ...where,
    institutionId,
    places: places('Pop'),
    requestKey: randomUUID(),
  });
  const { startsAt } = await as(coordinator).trainings.page(where);
  const at = (daysBefore: number) => remindAt({ startsAt, timeZone }, daysBefore);
  const told = () =>
    inNetwork(network.id, async (tx) =>
      (
        await tx.prisma.domainEvent.findMany({
          where: { networkId: network.id, kind: 'training.reminded', objectId: trainingId },
          orderBy: { id: 'asc' },
        })
      ).map(({ payload }) => (payload as { daysBefore: number }).daysBefore),
    );
  return { network, coordinator, manager, trainingId, where, startsAt, at, told };
}

test('each reminder is told once, however often and at once it is looked for', async () => {
  const { at, told, where, coordinator } = await world();

  await sweepReminders(new Date(at(7).getTime() - 1));
  expect(await told()).toEqual([]);
  await Promise.all([sweepReminders(at(7)), sweepReminders(at(7)), sweepReminders(at(7))]);
  await sweepReminders(at(3));
  expect(await told()).toEqual([7]);
  await sweepReminders(at(1));
  await sweepReminders(new Date(at(1).getTime() + 60_000));

  expect(await told()).toEqual([7, 1]);
  const { reminders } = await as(coordinator, at(1)).trainings.manage(where);
  expect(reminders).toEqual([
    { daysBefore: 7, at: at(7), state: 'sent' },
    { daysBefore: 1, at: at(1), state: 'sent' },
  ]);
});

test('what moves to another day reminds anew; within its day it does not', async () => {
  const { at, told, where, coordinator, startsAt } = await world({ reminderDays: [3] });
  await sweepReminders(at(3));
  const sameDay = new Date(startsAt.getTime() + 60_000);
  await as(coordinator, at(3)).trainings.postpone({ ...where, startsAt: sameDay });
  await sweepReminders(new Date(at(3).getTime() + 60_000));
  expect(await told()).toEqual([3]);

  const later = new Date(startsAt.getTime() + days(7));
  await as(coordinator, at(2)).trainings.postpone({ ...where, startsAt: later });
  await sweepReminders(at(2));
  expect(await told()).toEqual([3]);
  await sweepReminders(remindAt({ startsAt: later, timeZone }, 3));
  expect(await told()).toEqual([3, 3]);
});

test('nobody is reminded of what is cancelled, has no date, has begun, or belongs to a module that is off', async () => {
  const [cancelled, postponed, begun, off] = [await world(), await world(), await world(), await world()];
  await as(cancelled.coordinator).trainings.cancel(cancelled.where);
  await as(postponed.coordinator).trainings.postpone(postponed.where);
  await as(off.coordinator).settings.saveModules({ network: off.network.code, modules: ['directory'] });

  await sweepReminders(begun.startsAt);
  expect(await begun.told()).toEqual([]);
  for (const { at } of [cancelled, postponed, off]) await sweepReminders(at(1));

  expect(await cancelled.told()).toEqual([]);
  expect(await postponed.told()).toEqual([]);
  expect(await off.told()).toEqual([]);
});

test('a network sets when its events remind, an event may differ, and a copy keeps what it had', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  await as(coordinator).settings.saveRules({
    network: network.code,
    promotion: 'automatic',
    offerHours: 48,
    cancelDeadlineHours: 48,
    attendanceThreshold: 100,
    weekStart: 'monday',
    secondStep: 'nobody',
    reminderDays: [14, 2],
  });
  const page = (trainingId: string) => as(coordinator).trainings.page({ network: network.code, trainingId });

  const usual = await newTraining(network, coordinator);
  const own = await newTraining(network, coordinator, { reminderDays: [1, 5, 5] });
  const { trainingIds } = await as(coordinator).trainings.copy({
    network: network.code,
    trainingId: own,
    code: randomUUID().slice(0, 8),
    startsAt: new Date(Date.now() + days(20)),
  });

  expect((await page(usual)).reminderDays).toEqual([14, 2]);
  expect((await page(own)).reminderDays).toEqual([5, 1]);
  expect((await page(trainingIds[0] ?? '')).reminderDays).toEqual([5, 1]);
});
