import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';
import { followUpAt } from './after.ts';
import { sweepFollowUps } from './after-sweep.server.ts';

await useTestDatabase();

/** An event with a place for Pop and one for Rus, and who was there. */
async function world({ followUpHours = [2], present = ['Pop'], halfDays = 1 } = {}) {
  const begin = Date.now() + days(30);
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const trainingId = await newTraining(network, coordinator, {
    followUpHours,
    sessions: Array.from({ length: halfDays }, (_, day) => ({
      startsAt: new Date(begin + days(day)),
      endsAt: new Date(begin + days(day) + hours(3)),
      halfDay: 'am' as const,
    })),
  });
  const where = { network: network.code, trainingId };
  await as(manager).seats.register({
    ...where,
    institutionId,
    places: ['Pop', 'Rus'].map((familyName) => ({
      givenName: 'Ion',
      familyName,
      email: `${familyName}.${randomUUID()}@demo.example`.toLowerCase(),
    })),
    requestKey: randomUUID(),
  });
  const { endsAt } = await as(coordinator).trainings.page(where);
  const mark = async (name: string, at: Date, halfDay = 0) => {
    const { rows, sessions } = await as(coordinator, at).attendance.sheet(where);
    const seatId = rows.find(({ familyName }) => familyName === name)?.seatId ?? '';
    const marks = [{ seatId, state: 'present' as const }];
    await as(coordinator, at).attendance.mark({ ...where, sessionId: sessions[halfDay]?.id ?? '', marks });
  };
  for (const name of present) await mark(name, endsAt);
  const after = (ms: number) => new Date(endsAt.getTime() + ms);
  const edit = (at: Date, changes: Parameters<typeof trainingDetails>[1]) =>
    as(coordinator, at)
      .trainings.page(where)
      .then((page) =>
        as(coordinator, at).trainings.edit({
          ...trainingDetails(network, {}),
          ...where,
          code: page.code,
          sessions: page.sessions,
          followUpHours,
          ...changes,
        }),
      );
  const told = () =>
    inNetwork(network.id, async (tx) =>
      (
        await tx.prisma.domainEvent.findMany({
          where: { networkId: network.id, kind: 'training.followed_up', objectId: trainingId },
          orderBy: { id: 'asc' },
        })
      ).map(({ payload }) => (payload as { hoursAfter: number }).hoursAfter),
    );
  const page = async (at: Date) => (await as(coordinator, at).trainings.manage(where)).followUps;
  return { network, coordinator, where, endsAt, after, mark, edit, told, page };
}

test('each is told once, however often and at once it is looked for, and the page says to how many it would go', async () => {
  const { after, told, page, endsAt } = await world({ followUpHours: [2, 72] });
  const third = followUpAt({ endsAt, timeZone: 'Europe/Bucharest' }, 72);

  await sweepFollowUps(after(hours(2) - 1));
  expect(await told()).toEqual([]);
  expect(await page(after(hours(2) - 1))).toMatchObject({
    readers: 1,
    lines: [
      { hoursAfter: 2, state: 'planned' },
      { hoursAfter: 72, state: 'planned' },
    ],
  });
  await Promise.all([0, 1, 2].map(() => sweepFollowUps(after(hours(2)))));
  await sweepFollowUps(after(hours(3)));
  expect(await told()).toEqual([2]);
  await sweepFollowUps(third);
  await sweepFollowUps(new Date(third.getTime() + 60_000));

  expect(await told()).toEqual([2, 72]);
  expect((await page(third)).lines.map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('it moves with the end of the event, and a correction of what is told brings no second one', async () => {
  const { after, told, edit, where, coordinator } = await world();
  const { sessions } = await as(coordinator).trainings.page(where);
  const moved = (ms: number) =>
    sessions.map((session) => ({
      ...session,
      startsAt: new Date(session.startsAt.getTime() + ms),
      endsAt: new Date(session.endsAt.getTime() + ms),
    }));
  await edit(after(hours(1)), { sessions: moved(days(1)) });
  await sweepFollowUps(after(hours(2)));
  expect(await told()).toEqual([]);
  await sweepFollowUps(after(days(1) + hours(2)));
  expect(await told()).toEqual([2]);

  await edit(after(days(1) + hours(3)), { sessions: moved(days(2)) });
  await sweepFollowUps(after(days(2) + hours(3)));
  expect(await told()).toEqual([2]);
});

test('a rule made more than a day after its moment tells nobody; one made in time does', async () => {
  const [old, fresh] = [await world({ followUpHours: [] }), await world({ followUpHours: [] })];
  await old.edit(old.after(days(2)), { followUpHours: [2] });
  await sweepFollowUps(old.after(days(2)));
  expect(await old.told()).toEqual([]);
  expect((await old.page(old.after(days(2)))).lines).toMatchObject([{ hoursAfter: 2, state: 'left_out' }]);

  await fresh.edit(fresh.after(hours(5)), { followUpHours: [2] });
  await sweepFollowUps(fresh.after(hours(5)));
  expect(await fresh.told()).toEqual([2]);
  await fresh.edit(fresh.after(hours(6)), { followUpHours: [72] });
  await fresh.edit(fresh.after(hours(7)), { followUpHours: [2, 72] });
  await sweepFollowUps(fresh.after(hours(8)));
  expect(await fresh.told()).toEqual([2]);
});

test('while nobody is marked as present it waits, for a day', async () => {
  const [late, never] = [await world({ present: [] }), await world({ present: [] })];
  await sweepFollowUps(late.after(hours(2)));
  expect(await late.told()).toEqual([]);
  await late.mark('Rus', late.after(hours(4)));
  await sweepFollowUps(late.after(hours(5)));
  expect(await late.told()).toEqual([2]);

  await sweepFollowUps(never.after(days(1) + hours(3)));
  await never.mark('Rus', never.after(days(1) + hours(4)));
  await sweepFollowUps(never.after(days(1) + hours(5)));
  expect(await never.told()).toEqual([]);
});

test('with a half-day that nobody is marked in it waits, until a mark comes or the day is nearly over', async () => {
  const [late, never] = [await world({ halfDays: 2 }), await world({ halfDays: 2 })];
  for (const { after } of [late, never]) await sweepFollowUps(after(hours(2)));
  expect([await late.told(), await never.told()]).toEqual([[], []]);
  await late.mark('Rus', late.after(hours(4)), 1);
  for (const { after } of [late, never]) await sweepFollowUps(after(hours(5)));
  expect([await late.told(), await never.told()]).toEqual([[2], []]);
  await sweepFollowUps(never.after(days(1) + hours(1)));
  expect(await never.told()).toEqual([2]);
});

test('nobody is told of what was cancelled, or belongs to a module that is off', async () => {
  const [cancelled, off] = [await world({ present: [] }), await world()];
  await as(cancelled.coordinator).trainings.cancel(cancelled.where);
  await as(off.coordinator).settings.saveModules({ network: off.network.code, modules: ['directory'] });
  for (const { after } of [cancelled, off]) await sweepFollowUps(after(hours(2)));

  expect(await cancelled.told()).toEqual([]);
  expect(await off.told()).toEqual([]);
});
