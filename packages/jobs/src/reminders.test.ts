import { remindAt } from '@tessera/core/reminders/rules.ts';
import { sweepReminders } from '@tessera/core/reminders/sweep.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { notify } from './notify.server.ts';
import { openResend } from './resend-server.testing.server.ts';
import {
  apiOf,
  callerOf,
  ledgerOf,
  makeWorld,
  newestEvent,
  openMailbox,
  openTestDatabase,
  registerPlaces,
  type TestWorld,
} from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

async function remind(world: TestWorld, daysBefore: number) {
  const mailbox = await openMailbox();
  const startsAt = world.training.sessions[0]?.startsAt ?? new Date();
  const realNow = remindAt({ startsAt, timeZone: 'Europe/Bucharest' }, daysBefore);
  await sweepReminders(realNow);
  const { job } = await newestEvent(world.networkId, 'training.reminded');
  return { ...mailbox, job, send: () => notify(job, { ...mailbox.settings, realNow }) };
}

test('who has an address is reminded, with the link that gives the place back, in the language of the reader', async () => {
  const world = await makeWorld({ capacity: 4 });
  await registerPlaces(world, 0, ['Dan', 'Mia']);
  await inScope({ networkId: world.networkId }, ({ prisma }) =>
    prisma.participant.updateMany({ where: { email: world.address('mia') }, data: { language: 'hu' } }),
  );
  const { send, list, to } = await remind(world, 7);
  await send();
  await send();

  const mails = await list();
  expect(mails.map((mail) => mail.to.email).sort()).toEqual([world.address('dan'), world.address('mia')]);
  const [dan] = await to(world.address('dan'));
  expect(dan?.subject).toMatch(/^Reminder: Planning together, /);
  expect(dan?.text).toMatch(new RegExp(`https://t.example/n/${world.code}/seats/[0-9a-f-]+/leave/\\S+`));
  expect((await to(world.address('mia')))[0]?.subject).toMatch(/^Emlékeztető: Planning together, /);
});

test('the link is left out once the place cannot be given back any more', async () => {
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  const { send, to } = await remind(world, 1);
  await send();

  const [mail] = await to(world.address('dan'));
  expect(mail?.text).not.toContain('/leave/');
});

test('for places without an address, whoever registered them is told who comes and asked for names, once', async () => {
  const world = await makeWorld({ capacity: 6 });
  const { code: network, trainingId } = world;
  await registerPlaces(world, 0, [null, 'Dan']);
  await registerPlaces(world, 0, [null]);
  await registerPlaces(world, 1, [null]);
  await callerOf(world, 0).seats.register({
    network,
    trainingId,
    places: [{ givenName: 'Ion', familyName: 'Rus' }],
    requestKey: crypto.randomUUID(),
  });
  const { send, list, to } = await remind(world, 7);
  await send();

  expect((await list()).map((mail) => mail.to.email).sort()).toEqual([
    world.address('dan'),
    world.address('manager1'),
    world.address('manager2'),
  ]);
  const [first] = await to(world.address('manager1'));
  expect(first?.text).toContain('2 places have no name yet.');
  expect(first?.text).toContain('Ion Rus');
  expect(first?.text).not.toContain('Dan Pop');
  expect((await to(world.address('manager2')))[0]?.text).toContain('1 place has no name yet.');
});

test('nobody is reminded who waits, and nobody of a date that no longer holds', async () => {
  const world = await makeWorld({ capacity: 1 });
  await registerPlaces(world, 0, ['Dan']);
  await registerPlaces(world, 1, ['Mia']);
  const first = await remind(world, 7);
  await first.send();
  expect((await first.list()).map((mail) => mail.to.email)).toEqual([world.address('dan')]);

  const second = await remind(world, 1);
  const startsAt = new Date(Date.now() + 20 * 86_400_000);
  await world.coordinator.api.trainings.postpone({
    network: world.code,
    trainingId: world.trainingId,
    startsAt,
  });
  await second.send();
  expect(await second.list()).toEqual([]);
});

test('who wants only notices gets no mail, and the notice leads to the event', async () => {
  const world = await makeWorld();
  await callerOf(world, 0).messages.choose({ own: 'in_app', institution: 'in_app', organised: 'in_app' });
  await registerPlaces(world, 0, [null]);
  const { send, list } = await remind(world, 7);
  await send();

  expect(await list()).toEqual([]);
  const { notices } = await callerOf(world, 0).messages.notices({});
  expect(notices.map(({ kind, topic }) => [kind, topic])).toEqual([['training-reminder', 'institution']]);
});

test('the mail of a postponement brings the link for one place, which gives back exactly that one', async () => {
  const world = await makeWorld({ capacity: 5 });
  const { code: network, trainingId } = world;
  await registerPlaces(world, 0, ['Dan', 'Mia']);
  await registerPlaces(world, 1, [null]);
  await world.coordinator.api.trainings.postpone({ network, trainingId });
  const { settings, to } = await openMailbox();
  const { job } = await newestEvent(world.networkId, 'training.postponed');
  await notify(job, { ...settings, realNow: new Date() });
  const linkFor = async (name: string) => {
    const [mail] = await to(world.address(name));
    return /\/seats\/([0-9a-f-]+)\/leave\/(\S+)/.exec(mail?.text ?? '')?.slice(1) ?? [];
  };

  const [seatId = '', token = ''] = await linkFor('dan');
  await apiOf(null).seats.leave({ network, seatId, token });

  const left = await seatsOf(world);
  expect(left).toEqual(['Dan cancelled', 'Mia confirmed', 'nobody confirmed']);
  // Who registered two people gets no link, who registered one place does.
  expect(await linkFor('manager1')).toEqual([]);
  expect(await linkFor('manager2')).toHaveLength(2);
});

async function seatsOf({ networkId, trainingId }: TestWorld) {
  const seats = await inScope({ networkId }, ({ prisma }) =>
    prisma.seat.findMany({
      where: { networkId, trainingId },
      orderBy: { queue: 'asc' },
      select: { state: true, participant: { select: { givenName: true } } },
    }),
  );
  return seats.map(({ state, participant }) => `${participant?.givenName ?? 'nobody'} ${state}`);
}

test('the online room stands in the mails of confirmed places, and not in that of who waits', async () => {
  const world = await makeWorld({ capacity: 1 });
  const { code: network, trainingId } = world;
  const joinUrl = 'https://rooms.example/7';
  await world.coordinator.api.trainings.edit({
    network,
    trainingId,
    ...world.training,
    mode: 'online',
    joinUrl,
  });
  const mailbox = await openMailbox();
  for (const manager of [0, 1]) {
    await registerPlaces(world, manager, [manager === 0 ? 'Dan' : 'Mia']);
    const { job } = await newestEvent(world.networkId, 'seats.registered');
    await notify(job, { ...mailbox.settings, realNow: new Date() });
  }
  const { send, to } = await remind(world, 7);
  await send();

  expect((await mailbox.to(world.address('manager1')))[0]?.text).toContain(joinUrl);
  expect((await mailbox.to(world.address('manager2')))[0]?.text).not.toContain(joinUrl);
  expect((await to(world.address('dan')))[0]?.text).toContain(joinUrl);
});

test('hundreds of reminders leave in batches, once each, though the provider wants it slower in between', async () => {
  const world = await makeWorld({ capacity: 400 });
  const { networkId, trainingId } = world;
  await registerPlaces(world, 0, ['Dan']);
  const people = Array.from({ length: 350 }, (_, index) => ({ id: newId(), index }));
  await inScope({ networkId }, async ({ prisma }) => {
    const { registrationId } = await prisma.seat.findFirstOrThrow({ where: { networkId, trainingId } });
    const at = { createdAt: new Date() };
    await prisma.participant.createMany({
      data: people.map(({ id, index }) => ({
        ...at,
        id,
        networkId,
        givenName: 'Ion',
        familyName: `Rus ${index}`,
        email: world.address(`ion${index}`),
      })),
    });
    const seat = {
      ...at,
      changedAt: at.createdAt,
      networkId,
      trainingId,
      registrationId,
      state: 'confirmed',
    };
    await prisma.seat.createMany({
      data: people.map(({ id, index }) => ({ ...seat, id: newId(), participantId: id, queue: 100 + index })),
    });
  });
  const resend = await openResend();
  onTestFinished(resend.close);
  resend.next('accept', 'rate_limited', 'broken', 'accept', 'accept_and_hang_up', 'rate_limited');
  const { job } = await remind(world, 7);

  const result = await notify(job, {
    transport: resend.transport,
    from: 'T <t@demo.example>',
    origin: 'https://t.example',
    realNow: new Date(),
  });

  const everyone = [world.address('dan'), ...people.map(({ index }) => world.address(`ion${index}`))];
  expect(result).toEqual({ sent: 351, uncertain: 0, failed: 0 });
  expect(resend.addresses()).toEqual(everyone.sort());
  expect(new Set((await ledgerOf(networkId, job.eventId)).map(({ state }) => state))).toEqual(
    new Set(['sent']),
  );
});
