import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  useTestDatabase,
} from '../testing.server.ts';
import { groupings, totalsBy } from './rules.ts';

await useTestDatabase();

/** A colleague who was in one training all the time and has its certificate, and in another one only in the morning. */
async function learner() {
  const network = await newNetwork();
  const institutionId = await newInstitution(network, 'Primăria Band');
  const coordinator = await newPerson(network, 'coordinator');
  const colleague = await newPerson(network, 'volunteer');
  const where = { network: network.code };
  const caller = as(coordinator);
  for (const isWhole of [true, false]) {
    const start = Date.now() - days(1);
    const trainingId = await newTraining(network, coordinator, {
      workloadMinutes: 600,
      sessions: [
        { startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' },
        { startsAt: new Date(start + hours(4)), endsAt: new Date(start + hours(7)), halfDay: 'pm' },
      ],
    });
    await as(coordinator, new Date(start - days(1))).seats.register({
      ...where,
      trainingId,
      institutionId,
      places: [{ givenName: 'Ana', familyName: 'Pop', email: colleague.email }],
      requestKey: randomUUID(),
    });
    const { rows, sessions } = await caller.attendance.sheet({ ...where, trainingId });
    for (const { id } of isWhole ? sessions : sessions.slice(0, 1))
      await caller.attendance.mark({
        ...where,
        trainingId,
        sessionId: id,
        marks: rows.map(({ seatId }) => ({ seatId, state: 'present' })),
      });
    await caller.certificates.issue({ ...where, trainingId });
  }
  return { network, where, caller, coordinator, colleague };
}

test('a certificate counts with the hours that it states, everything else with the time attended', async () => {
  const { where, colleague } = await learner();

  const { lines, minutes, byYear } = await as(colleague).learning.own(where);

  expect(lines.map((line) => [line.minutes, line.certificateId !== null]).sort()).toEqual([
    [180, false],
    [600, true],
  ]);
  expect(minutes).toBe(780);
  expect(byYear.reduce((sum, year) => sum + year.minutes, 0)).toBe(780);
});

test('a renewal adds no hours, a revocation leaves the time that was attended', async () => {
  const { where, caller, colleague } = await learner();
  const total = async () => (await as(colleague).learning.own(where)).minutes;
  const [certificate] = await caller.certificates.list(where);

  await caller.certificates.reissue({ ...where, certificateId: certificate?.id ?? '', kind: 'correction' });
  expect(await total()).toBe(780);
  const newest = (await caller.certificates.list(where)).find(({ state }) => state === 'issued');
  await caller.certificates.revoke({ ...where, certificateId: newest?.id ?? '', reason: 'Wrong person' });
  expect(await total()).toBe(180 + 360);
});

test('the coordinator sees everyone, by institution and person; others are not asked in', async () => {
  const { where, caller, colleague } = await learner();

  const { institutions, people } = await caller.learning.people(where);

  expect(institutions).toMatchObject([{ name: 'Primăria Band', people: 1, certificates: 1, minutes: 780 }]);
  expect(people).toMatchObject([{ familyName: 'Pop', trainings: 2, certificates: 1, minutes: 780 }]);
  expect(await refusal(as(colleague).learning.people(where))).toBe('not_allowed');
  expect((await caller.learning.people({ ...where, year: 2001 })).people).toEqual([]);
  expect((await caller.exports.learning(where)).rows.map((row) => row.at(-1)).sort()).toEqual(['180', '600']);
});

test('who is forgotten leaves the hours without the name', async () => {
  const { network, where, caller } = await learner();
  const before = await caller.learning.people(where);

  await inNetwork(network.id, (tx) =>
    tx.prisma.participant.updateMany({
      where: { networkId: network.id },
      data: { givenName: '', familyName: '–', email: null, personId: null, purgedAt: new Date() },
    }),
  );

  const after = await caller.learning.people(where);
  expect(after.institutions).toEqual(before.institutions);
  expect(after.people.map(({ familyName, minutes }) => [familyName, minutes])).toEqual([['–', 780]]);
});

test('every way to group gives the same sum', () => {
  const line = fc.record({
    startsAt: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    timeZone: fc.constantFrom('Europe/Bucharest', 'UTC'),
    kind: fc.constantFrom('training', 'meeting'),
    theme: fc.constantFrom('leadership', 'other'),
    minutes: fc.nat(10_000),
  });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const sum = lines.reduce((total, { minutes }) => total + minutes, 0);
      return groupings.every(
        (grouping) => totalsBy(lines, grouping).reduce((total, { minutes }) => total + minutes, 0) === sum,
      );
    }),
  );
});
