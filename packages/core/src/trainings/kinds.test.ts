import { expect, test } from 'vitest';
import {
  as,
  days,
  hours,
  newNetwork,
  newPerson,
  newTraining,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';
import { trainingKinds } from './terms.ts';

await useTestDatabase();

test('an information session starts open to everyone, without a limit for institutions and without a certificate', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  await as(coordinator).settings.saveRules({
    network: network.code,
    quotaPerInstitution: 2,
    promotion: 'automatic',
    offerHours: 48,
    cancelDeadlineHours: 48,
    attendanceThreshold: 100,
    weekStart: 'monday',
    secondStep: 'nobody',
  });
  const started: Record<string, unknown> = {};
  for (const kind of trainingKinds) {
    const { trainingId } = await as(coordinator).trainings.create(trainingDetails(network, { kind }));
    const page = await as(coordinator).trainings.page({ network: network.code, trainingId });
    started[kind] = [page.audience, page.quotaPerInstitution, page.givesCertificate];
  }

  expect(started).toEqual({
    training: ['institution_staff', 2, true],
    information_session: ['public', null, false],
    study_visit: ['institution_staff', 2, true],
    meeting: ['institution_staff', 2, false],
  });
});

test('what the coordinator typed goes over what the kind brings', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');

  const { trainingId } = await as(coordinator).trainings.create(
    trainingDetails(network, {
      kind: 'information_session',
      audience: 'volunteers',
      quotaPerInstitution: 3,
      givesCertificate: true,
    }),
  );

  const page = await as(coordinator).trainings.page({ network: network.code, trainingId });
  expect([page.audience, page.quotaPerInstitution, page.givesCertificate]).toEqual(['volunteers', 3, true]);
});

test('the next events say of what kind they are', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  await newTraining(network, coordinator);

  const next = await as(coordinator).trainings.next({ network: network.code });

  expect(next.map(({ kind }) => kind)).toEqual(['training']);
});

test('the catalogue shows one kind when asked, and all without a wish', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const ids: Record<string, string> = {};
  for (const kind of trainingKinds) {
    const made = await as(coordinator).trainings.create(trainingDetails(network, { kind }));
    await as(coordinator).trainings.move({ network: network.code, ...made, move: 'publish' });
    ids[kind] = made.trainingId;
  }
  const found = async (kind: (typeof trainingKinds)[number] | '') =>
    (await as(null).trainings.catalogue({ network: network.code, kind })).trainings.map((each) => [
      each.id,
      each.kind,
    ]);

  expect(await found('')).toHaveLength(4);
  for (const kind of trainingKinds) expect(await found(kind)).toEqual([[ids[kind], kind]]);
});

test('each half-day has its own room, form and trainers; members see who leads it, visitors do not', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const [ana, ion] = [await newPerson(network, 'trainer'), await newPerson(network, 'trainer')];
  const start = Date.now() + days(10);
  const at = (from: number) => ({
    startsAt: new Date(start + hours(from)),
    endsAt: new Date(start + hours(from + 3)),
  });
  const { trainingId } = await as(coordinator).trainings.create(
    trainingDetails(network, {
      trainerIds: [ana.personId],
      sessions: [
        { ...at(0), halfDay: 'am', room: 'Sala 1' },
        { ...at(4), halfDay: 'pm', room: 'Sala 2', mode: 'online', trainerIds: [ion.personId] },
      ],
    }),
  );
  const where = { network: network.code, trainingId };
  await as(coordinator).trainings.move({ ...where, move: 'publish' });

  const seen = await as(coordinator).trainings.page(where);
  const visitor = await as(null).trainings.page(where);

  expect(seen.sessions.map(({ room, mode, trainerIds }) => [room, mode, trainerIds])).toEqual([
    ['Sala 1', null, []],
    ['Sala 2', 'online', [ion.personId]],
  ]);
  expect(seen.trainers.map(({ id }) => id).sort()).toEqual([ana.personId, ion.personId].sort());
  expect(visitor.sessions.map(({ room, trainerIds }) => [room, trainerIds])).toEqual([
    ['Sala 1', []],
    ['Sala 2', []],
  ]);
});

test('an event in another zone keeps its zone through an edit', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const details = trainingDetails(network, { timeZone: 'Atlantic/Azores' });
  const { trainingId } = await as(coordinator).trainings.create(details);
  const { timeZone: _zone, ...rest } = details;

  await as(coordinator).trainings.edit({ ...rest, trainingId, venue: 'Horta' });

  const page = await as(coordinator).trainings.page({ network: network.code, trainingId });
  expect([page.venue, page.timeZone]).toEqual(['Horta', 'Atlantic/Azores']);
});
