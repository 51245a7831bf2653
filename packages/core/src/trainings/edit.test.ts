import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { acceptLink } from '../networks/links.server.ts';
import { roles } from '../permissions.ts';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';
import type { TrainingState } from './rules.ts';

await useTestDatabase();

test('a page says that one can edit exactly when editing is possible: every role, every state', async () => {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const trainer = await newPerson(network, 'trainer');
  const people: [string, TestPerson | null][] = [
    ['visitor', null],
    ['own trainer', trainer],
  ];
  for (const role of roles) {
    people.push([
      role,
      await newPerson(network, role, role === 'institution_manager' ? institutionId : null),
    ]);
  }
  const details = trainingDetails(network, { trainerIds: [trainer.personId] });
  const trainingId = await newTraining(network, coordinator, details);
  const where = { network: network.code, trainingId };
  const states: TrainingState[] = [
    'draft',
    'submitted',
    'published',
    'registration_closed',
    'running',
    'postponed',
    'completed',
    'documented',
    'archived',
    'cancelled',
  ];

  const editors: Record<string, string[]> = {};
  for (const state of states) {
    await inNetwork(network.id, (tx) =>
      tx.prisma.training.updateMany({ where: { networkId: network.id, id: trainingId }, data: { state } }),
    );
    for (const [name, person] of people) {
      const shown = await as(person)
        .trainings.page(where)
        .then(
          ({ canEdit }) => canEdit,
          () => false,
        );
      const done = await as(person)
        .trainings.edit({ ...details, ...where, venue: randomUUID() })
        .then(
          () => true,
          () => false,
        );
      expect([state, name, shown]).toEqual([state, name, done]);
      if (shown) editors[state] = [...(editors[state] ?? []), name];
    }
  }

  const both = ['own trainer', 'coordinator'];
  expect(editors).toEqual(Object.fromEntries(states.slice(0, 7).map((state) => [state, both])));
});

test('what a partner shares can be read there and not be edited, by nobody', async () => {
  const own = await newNetwork();
  const partner = await newNetwork();
  const coordinator = await newPerson(own, 'coordinator');
  const other = await newPerson(partner, 'coordinator');
  const now = new Date();
  await acceptLink(null, { networkId: own.id, now }, { networkId: partner.id, now }, ['trainings']);
  const trainingId = await newTraining(own, coordinator);
  await as(coordinator).trainings.share({ network: own.code, trainingId, recipient: partner.code });

  const seen = await as(other).trainings.page({ network: partner.code, trainingId });

  expect([seen.isOwn, seen.canEdit]).toEqual([false, false]);
});

/** A training of two half-days, of which one can book a part; its second day a week after the first. */
async function twoHalfDays(startsAt = new Date(Date.now() + days(30))) {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', await newInstitution(network));
  const at = (after: number) => ({
    startsAt: new Date(startsAt.getTime() + after),
    endsAt: new Date(startsAt.getTime() + after + hours(3)),
    halfDay: 'am' as const,
  });
  const details = trainingDetails(network, { choosesHalfDays: true, sessions: [at(0), at(days(7))] });
  const trainingId = await newTraining(network, coordinator, details);
  const where = { network: network.code, trainingId };
  const page = () => as(coordinator).trainings.page(where);
  const { sessions } = await page();
  const [first = '', second = ''] = sessions.map(({ id }) => id);
  const edit = (
    given: ({ id?: string; room?: string } & ReturnType<typeof at>)[],
    now = new Date(),
    more: { venue?: string } = {},
  ) => as(coordinator, now).trainings.edit({ ...details, ...more, trainingId, sessions: given });
  const register = (familyName: string, sessionIds: string[]) =>
    as(manager).seats.register({
      ...where,
      places: places(familyName),
      sessionIds,
      requestKey: randomUUID(),
    });
  const counted = async (wanted: string) =>
    (
      await inNetwork(network.id, ({ prisma }) =>
        prisma.domainEvent.findMany({ where: { networkId: network.id, objectId: trainingId } }),
      )
    ).filter(({ kind }) => kind === wanted).length;
  const told = () => counted('training.rescheduled');
  const relocated = () => counted('training.relocated');
  return { network, coordinator, where, at, first, second, edit, register, told, relocated, page };
}

test('a half-day that is taken out leaves bookings and marks with theirs', async () => {
  const { coordinator, where, at, first, second, edit, register, page } = await twoHalfDays();
  await register('Second', [second]);

  await edit([{ id: second, ...at(days(7)) }]);

  expect((await page()).sessions.map(({ id }) => id)).toEqual([second]);
  const { seats } = await as(coordinator).trainings.manage(where);
  expect(seats.map(({ sessionIds }) => sessionIds)).toEqual([[second]]);
  await edit([at(0), { id: second, ...at(days(7)) }]);
  const after = (await page()).sessions.map(({ id }) => id);
  expect([after[0] === first, after[1]]).toEqual([false, second]);
});

test('a half-day that somebody booked is not taken out, and the answer says which', async () => {
  const { at, first, second, edit, register, page } = await twoHalfDays();
  await register('First', [first]);

  expect(await refusal(edit([{ id: second, ...at(days(7)) }]))).toBe('half_day_in_use');

  expect((await page()).sessions.map(({ id }) => id)).toEqual([first, second]);
});

test('a booked half-day that was taken out by mistake is put back by hand', async () => {
  const { at, first, second, edit, register, page } = await twoHalfDays();
  await register('Second', [second]);
  expect(await refusal(edit([{ id: first, ...at(0) }]))).toBe('half_day_in_use');

  await edit([{ id: first, ...at(0) }, at(days(7)), at(days(9))]);

  expect((await page()).sessions.map(({ id }) => id).slice(0, 2)).toEqual([first, second]);
});

test('another venue or room is told to who has a seat, with the same dates; a first one, what is over and the same place again are not', async () => {
  const { coordinator, where, at, first, second, edit, relocated, told } = await twoHalfDays();
  const stands = (room: string) => [
    { id: first, ...at(0) },
    { id: second, ...at(days(7)), room },
  ];

  await edit(stands('Room 3'), new Date(), { venue: 'Old school' });
  expect([await relocated(), await told()]).toEqual([0, 0]);
  await edit(stands('Room 4'), new Date(), { venue: 'Old school' });
  await edit(stands('Room 4'), new Date(), { venue: 'Old school' });
  expect([await relocated(), await told()]).toEqual([1, 0]);
  await edit(stands('Room 4'), new Date(), { venue: 'Town library' });
  expect(await relocated()).toBe(2);
  await edit(stands('Room 5'), new Date(Date.now() + days(60)), { venue: 'Town library' });
  expect([await relocated(), await told()]).toEqual([2, 0]);
  await edit(
    [
      { id: first, ...at(hours(1)) },
      { id: second, ...at(days(7)) },
    ],
    new Date(),
    { venue: 'School' },
  );
  expect([await relocated(), await told()]).toEqual([2, 1]);
  await as(coordinator).trainings.postpone({ ...where, reason: 'Snow' });
  await edit(stands('Room 6'));
  expect(await relocated()).toBe(2);
});

test('another half-day than the first that moves is told, too; the same times again, and what is over, are not', async () => {
  const begin = new Date(Date.now() + days(30));
  const { at, first, second, edit, told, page } = await twoHalfDays(begin);
  const stands = [
    { id: first, ...at(0) },
    { id: second, ...at(days(7)) },
  ];

  await edit(stands);
  expect(await told()).toBe(0);
  await edit([stands[0] ?? at(0), { id: second, ...at(days(8)) }]);
  expect(await told()).toBe(1);
  await edit([stands[0] ?? at(0), { id: second, ...at(days(8)) }, at(days(9))]);
  expect(await told()).toBe(2);
  // Once the first half-day is over, its time is put right for the records.
  const third = (await page()).sessions[2]?.id ?? '';
  await edit(
    [
      { id: first, ...at(-hours(1)) },
      { id: second, ...at(days(8)) },
      { id: third, ...at(days(9)) },
    ],
    new Date(begin.getTime() + days(1)),
  );
  expect(await told()).toBe(2);
});

test('what has no date is not told as moved while it is edited', async () => {
  const { coordinator, where, at, first, second, edit, told } = await twoHalfDays();
  await as(coordinator).trainings.postpone({ ...where, reason: 'Snow' });

  await edit([
    { id: first, ...at(days(1)) },
    { id: second, ...at(days(8)) },
  ]);

  expect(await told()).toBe(0);
});
