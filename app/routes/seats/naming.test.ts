import { randomUUID } from 'node:crypto';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  useTestDatabase,
} from '@tessera/core/testing.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { expect, test } from 'vitest';
import { openPages, signIn } from '~/server/testing.server.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();
const { ask } = await openPages();

async function world(startsAt: number) {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const trainingId = await newTraining(network, coordinator, {
    sessions: [{ startsAt: new Date(startsAt), endsAt: new Date(startsAt + hours(3)), halfDay: 'am' }],
  });
  const register = (...names: (string | null)[]) =>
    as(manager, new Date(startsAt - days(1))).seats.register({
      network: network.code,
      trainingId,
      places: places(...names),
      requestKey: randomUUID(),
    });
  return { network: network.code, coordinator, manager, trainingId, register };
}

test('who names a seat from the certificates comes back to the certificates', async () => {
  const { network, coordinator, trainingId, register } = await world(Date.now() - days(2));
  await register(null);
  const cookie = await signIn(coordinator);
  const { training, seats } = await as(coordinator).trainings.manage({ network, trainingId });
  const [seatId = ''] = seats.map(({ id }) => id);
  const sessionId = training.sessions[0]?.id ?? '';
  const marks = [{ seatId, state: 'present' as const }];
  await as(coordinator).attendance.mark({ network, trainingId, sessionId, marks });
  const certificates = paths.certificates(network, trainingId);
  const name = (path: string, familyName: string) =>
    ask({ path, cookie, form: { givenName: 'Ana', familyName } });

  const page = await (await ask({ path: certificates, cookie })).text();
  const link = paths.seat(network, seatId, { next: certificates });
  expect(page).toContain(`href="${link}"`);
  expect((await name(link, 'Pop')).headers.get('Location')).toBe(certificates);
});

test('a link does not lead away from here', async () => {
  const { network, coordinator, trainingId, register } = await world(Date.now() + days(2));
  await register(null);
  const cookie = await signIn(coordinator);
  const { seats } = await as(coordinator).trainings.manage({ network, trainingId });
  const path = paths.seat(network, seats[0]?.id ?? '', { next: '//elsewhere.example/n/un' });

  const answer = await ask({ path, cookie, form: { givenName: 'Ana', familyName: 'Pop' } });

  expect(answer.headers.get('Location')).toBe(paths.manage(network, trainingId));
  expect(await (await ask({ path, cookie })).text()).not.toContain('href="//elsewhere.example');
});

test('a form asks for names in the order of its language, and that is how they are written', async () => {
  const { network, manager, coordinator, trainingId } = await world(Date.now() + days(2));
  const cookie = await signIn(manager);
  const path = paths.register(network, trainingId);
  const formIn = async (language: string) => {
    const page = await (await ask({ path, cookie: `${cookie}; tessera_language=${language}` })).text();
    const field = (name: string) => page.indexOf(`name="places[0].${name}"`);
    const order = /name="places\[0\]\.nameOrder" value="(\w+)"/.exec(page)?.[1];
    return { familyFirst: field('familyName') < field('givenName'), order };
  };
  expect(await formIn('hu')).toEqual({ familyFirst: true, order: 'family_first' });
  expect(await formIn('ro')).toEqual({ familyFirst: false, order: 'given_first' });

  const sent = await ask({
    path,
    cookie: cookie ?? '',
    form: {
      'places[0].familyName': 'Nagy',
      'places[0].givenName': 'Éva',
      'places[0].nameOrder': 'family_first',
      requestKey: randomUUID(),
    },
  });

  expect(sent.status).toBe(302);
  const board = await ask({ path: paths.manage(network, trainingId), cookie: await signIn(coordinator) });
  expect(await board.text()).toContain('Nagy Éva');
});
