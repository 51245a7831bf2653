import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { linkToken } from '../identity/secrets.server.ts';
import {
  as,
  days,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';
import { lastDay } from './rules.ts';
import { sweepPrerequisites } from './sweep.server.ts';

await useTestDatabase();

const day = (offset: number) => new Date(Date.now() + days(offset)).toISOString().slice(0, 10);

async function stage() {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const { kindId } = await as(coordinator).prerequisites.require({
    ...code,
    kind: 'background_check',
    roles: ['trainer'],
    validMonths: 24,
  });
  const record = (person: TestPerson, issuedOn: string, expiresOn: string | null = null) =>
    as(coordinator).prerequisites.record({
      ...code,
      personId: person.personId,
      kindId,
      issuedOn,
      expiresOn,
      evidenceNote: 'Register 4711',
    });
  const give = (person: TestPerson) =>
    as(coordinator).members.giveRole({ ...code, personId: person.personId, role: 'trainer' });
  const states = async (person: TestPerson) =>
    (await as(coordinator).members.person({ ...code, personId: person.personId })).prerequisites.map(
      ({ state }) => state,
    );
  return { network, code, coordinator, kindId, record, give, states };
}

test('a role that asks for something is not given before it is met, nor after it lapsed', async () => {
  const { network, record, give, states } = await stage();
  const person = await newPerson(network, 'volunteer');

  expect(await refusal(give(person))).toBe('prerequisite_missing');
  await record(person, day(-400), day(-3));
  expect([await states(person), await refusal(give(person))]).toEqual([['lapsed'], 'prerequisite_lapsed']);
  await record(person, day(-2));
  expect(await states(person)).toEqual(['met']);
  await give(person);
});

test('a role that is held already stays, shows what it lacks, and gets no new work', async () => {
  const { network, code, coordinator, record } = await stage();
  const trainer = await newPerson(network, 'trainer');
  const { people } = await as(coordinator).members.list({ ...code, state: 'lapsed' });
  const details = trainingDetails(network, { trainerIds: [trainer.personId] });

  expect(people.map(({ personId, isLapsed }) => [personId, isLapsed])).toEqual([[trainer.personId, true]]);
  expect(await refusal(as(coordinator).trainings.create(details))).toBe('trainer_lacks_prerequisite');
  expect((await as(coordinator).members.trainers(code)).map(({ lacks }) => lacks)).toEqual([true]);

  await record(trainer, day(-1), day(200));
  const trainingId = await newTraining(network, coordinator, { trainerIds: [trainer.personId] });
  const later = new Date(Date.now() + days(300));
  // Whoever is the trainer already stays so, lapsed or not.
  await as(coordinator, later).trainings.edit({ ...details, code: `T-${Date.now()}`, trainingId });
});

test('an accepted role waits for what it asks for, and begins when that is met', async () => {
  const { code, coordinator, record } = await stage();
  const person = await newPerson(null, null);
  const { invitationId } = await as(coordinator).members.invite({
    ...code,
    email: person.email,
    role: 'trainer',
  });
  const link = { ...code, invitationId, token: linkToken('invitation', invitationId) };

  expect(await as(person).members.acceptInvitation(link)).toEqual({ isWaiting: true });
  expect(await refusal(as(person).seats.mine(code))).toBe('not_found');
  expect(
    (await as(coordinator).prerequisites.lapsing(code)).map(({ state, isWaiting }) => [state, isWaiting]),
  ).toEqual([['missing', true]]);
  const waiting = await as(coordinator).members.list({ ...code, state: 'waiting' });
  expect(waiting.people.map(({ personId }) => personId)).toEqual([person.personId]);

  expect(await record(person, day(0))).toEqual({ begun: 1 });
  expect(await as(person).seats.mine(code)).toMatchObject({ seats: [] });
  expect(await as(coordinator).prerequisites.lapsing(code)).toEqual([]);
});

test('what lapses is told once 30 days ahead and once when it has, also by two sweeps at once', async () => {
  const { network, record } = await stage();
  const trainer = await newPerson(network, 'trainer');
  await record(trainer, day(-100), day(40));
  const told = () =>
    inNetwork(network.id, async (tx) => {
      const events = await tx.prisma.domainEvent.findMany({
        where: { networkId: network.id, kind: 'prerequisite.lapsing' },
        orderBy: { at: 'asc' },
      });
      return events.map(({ payload }) => (payload as { isLapsed: boolean }).isLapsed);
    });
  const sweep = (offset: number) => sweepPrerequisites(new Date(Date.now() + days(offset)));

  await sweep(5);
  expect(await told()).toEqual([]);
  await Promise.all([sweep(15), sweep(15)]);
  await sweep(16);
  expect(await told()).toEqual([false]);
  await sweep(45);
  await sweep(46);
  expect(await told()).toEqual([false, true]);
});

test('a newer record makes the older one silent, and a mistake is taken back', async () => {
  const { network, code, coordinator, record, states } = await stage();
  const trainer = await newPerson(network, 'trainer');
  await record(trainer, day(-100), day(10));
  await record(trainer, day(-1), day(400));

  expect((await as(coordinator).prerequisites.lapsing(code)).length).toBe(0);
  const page = await as(coordinator).members.person({ ...code, personId: trainer.personId });
  await as(coordinator).prerequisites.withdraw({ ...code, recordId: page.prerequisites[0]?.recordId ?? '' });
  expect(await states(trainer)).toEqual(['met']);
  expect((await as(coordinator).prerequisites.lapsing(code)).map(({ state }) => state)).toEqual(['lapsing']);
});

test('the note about the evidence is read by coordinators alone, and stands in no list, page or event', async () => {
  const { network, code, coordinator, record } = await stage();
  const trainer = await newPerson(network, 'trainer');
  await record(trainer, day(-1));
  const page = await as(coordinator).members.person({ ...code, personId: trainer.personId });
  const recordId = page.prerequisites[0]?.recordId ?? '';
  const everything = JSON.stringify([
    page,
    await as(coordinator).members.list(code),
    await as(coordinator).prerequisites.lapsing(code),
    await as(coordinator).events.history(code),
    await as(trainer).members.person({ ...code, personId: trainer.personId }),
  ]);

  expect(everything).not.toContain('4711');
  expect(await as(coordinator).prerequisites.note({ ...code, recordId })).toEqual({
    evidenceNote: 'Register 4711',
  });
  expect(await refusal(as(trainer).prerequisites.note({ ...code, recordId }))).toBe('not_allowed');
});

test('nobody confirms their own proof, from the future, or for a stranger', async () => {
  const { code, coordinator, kindId, record, network } = await stage();
  const trainer = await newPerson(network, 'trainer');
  const stranger = await newPerson(await newNetwork(), 'trainer');
  const own = as(coordinator).prerequisites.record({
    ...code,
    personId: coordinator.personId,
    kindId,
    issuedOn: day(-1),
  });

  expect(await refusal(own)).toBe('not_yourself');
  expect(await refusal(record(trainer, day(2)))).toBe('day_ahead');
  expect(await refusal(record(trainer, day(-2), day(-3)))).toBe('validity_reversed');
  expect(await refusal(record(stranger, day(-1)))).toBe('not_found');
});

test('what is asked for has a name, stands there once, and can be asked for no longer', async () => {
  const { network, code, coordinator, kindId } = await stage();
  const trainer = await newPerson(network, 'trainer');
  const require = (input: { kind: 'background_check' | 'other'; name?: string }) =>
    as(coordinator).prerequisites.require({ ...code, roles: ['trainer'], ...input });

  expect(await refusal(require({ kind: 'background_check' }))).toBe('prerequisite_exists');
  expect(await refusal(require({ kind: 'other' }))).toBe('title_needed');
  expect(
    (await as(coordinator).prerequisites.kinds(code)).map(({ holders, lacking }) => [holders, lacking]),
  ).toEqual([[1, 1]]);
  await as(coordinator).prerequisites.retire({ ...code, kindId });
  expect(await as(coordinator).prerequisites.kinds(code)).toEqual([]);
  expect((await as(coordinator).members.list({ ...code, state: 'lapsed' })).people).toEqual([]);
  expect(
    await refusal(as(trainer).prerequisites.require({ ...code, kind: 'first_aid', roles: ['trainer'] })),
  ).toBe('not_allowed');
});

test('months end on the last day that exists', () => {
  expect([lastDay('2024-01-31', 1), lastDay('2024-02-29', 12), lastDay('2024-05-10', null)]).toEqual([
    '2024-02-29',
    '2025-02-28',
    null,
  ]);
});
