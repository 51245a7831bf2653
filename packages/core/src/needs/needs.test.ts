import { randomUUID } from 'node:crypto';
import { newId } from '@tessera/db/id.server.ts';
import { insertMessages } from '@tessera/db/messages.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { buildContext, createCaller } from '../api.server.ts';
import { openSession } from '../identity/sessions.server.ts';
import {
  as,
  countStatements,
  days,
  hours,
  join,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  type TestNetwork,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';
import { byUrgency, type Task } from './rules.ts';

await useTestDatabase();

async function world() {
  const network = await newNetwork();
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const stranger = await newPerson(network, 'institution_manager', await newInstitution(network));
  const register = (trainingId: string, names: (string | null)[], at = new Date()) =>
    as(manager, at).seats.register({
      network: network.code,
      trainingId,
      institutionId,
      places: places(...names),
      requestKey: randomUUID(),
    });
  return { network, code: network.code, institutionId, coordinator, manager, stranger, register };
}

async function needsOf(person: TestPerson, { code }: { code: string }, now = new Date()) {
  const { networks } = await as(person, now).needs.own();
  const found = networks.find((network) => network.code === code);
  if (!found) throw new Error('not in that network');
  return found;
}

const kindsOf = ({ tasks }: { tasks: readonly { kind: string }[] }) => tasks.map(({ kind }) => kind);
const sessions = (start: number) => [
  { startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' as const },
];

test('a manager sees which places need a name and by when, and nobody else is bothered with them', async () => {
  const { network, coordinator, manager, stranger, register } = await world();
  const start = Date.now() + days(20);
  const trainingId = await newTraining(network, coordinator, { sessions: sessions(start) });
  await register(trainingId, ['Pop', null]);

  const own = await needsOf(manager, network);
  const other = await needsOf(stranger, network);

  expect(own.tasks).toMatchObject([{ kind: 'name', id: trainingId, count: 1, at: new Date(start) }]);
  expect(own.next.map(({ id, confirmed }) => [id, confirmed])).toEqual([[trainingId, 2]]);
  expect([other.tasks, other.next]).toEqual([[], []]);
});

test('an offer stands first for the one who may answer it, until its time is over', async () => {
  const { network, code, coordinator, manager, stranger, register } = await world();
  const named = await newTraining(network, coordinator);
  await register(named, [null]);
  const trainingId = await newTraining(network, coordinator, { capacity: 1, promotion: 'offer' });
  await as(stranger).seats.register({
    network: code,
    trainingId,
    institutionId: null,
    places: places('Rus'),
    requestKey: randomUUID(),
  });
  await register(trainingId, ['Pop']);
  const { seats } = await as(coordinator).trainings.manage({ network: code, trainingId });
  const held = seats.find(({ state }) => state === 'confirmed');
  await as(coordinator).seats.cancel({ network: code, seatId: held?.id ?? '' });

  const now = await needsOf(manager, network);
  const until = now.tasks[0]?.at ?? new Date(0);
  const later = await needsOf(manager, network, new Date(until.getTime() + 1));

  expect(kindsOf(now)).toEqual(['offer', 'name']);
  expect(now.tasks[0]).toMatchObject({ id: trainingId, count: 1 });
  expect(kindsOf(later)).toEqual(['name']);
});

test('of many trainings to come a coordinator sees five, and each one further on of which something waits', async () => {
  const { network, coordinator, manager, stranger, register } = await world();
  const start = Date.now() + days(8);
  const made: string[] = [];
  for (let day = 0; day < 8; day++)
    made.push(
      await newTraining(network, coordinator, { capacity: 1, sessions: sessions(start + days(day)) }),
    );
  const [, , , , , , seventh = '', eighth = ''] = made;
  for (const id of [seventh, eighth]) {
    await register(id, [null]);
    await as(stranger).seats.register({
      network: network.code,
      trainingId: id,
      institutionId: null,
      places: places('Rus'),
      requestKey: randomUUID(),
    });
  }
  await inNetwork(network.id, (tx) =>
    tx.prisma.training.updateMany({ where: { id: eighth }, data: { capacity: 2 } }),
  );

  const seen = await needsOf(coordinator, network);
  const own = await needsOf(manager, network);

  expect(seen.next.map(({ id }) => id)).toEqual(made.slice(0, 5));
  expect(seen.tasks.map(({ kind, id }) => [kind, id])).toEqual([['fill', eighth]]);
  expect(own.next.map(({ id }) => id)).toEqual([seventh, eighth]);
  expect(own.tasks.map(({ kind, id }) => [kind, id])).toEqual([
    ['name', seventh],
    ['name', eighth],
  ]);
});

test('a place that is mine as submitter, as learner and by my institution counts once', async () => {
  const { network, coordinator, manager, register } = await world();
  const trainingId = await newTraining(network, coordinator);
  await register(trainingId, ['Pop', 'Rus']);
  await inNetwork(network.id, async (tx) => {
    const participant = await tx.prisma.participant.findFirst({ where: { networkId: network.id } });
    await tx.prisma.participant.updateMany({
      where: { networkId: network.id, id: participant?.id ?? '' },
      data: { personId: manager.personId },
    });
  });

  const { next } = await needsOf(manager, network);

  expect(next.map(({ id, confirmed }) => [id, confirmed])).toEqual([[trainingId, 2]]);
});

test('a manager sees own invitations, own people’s papers and trainings whose registration ends; others do not', async () => {
  const { network, code, institutionId, coordinator, manager, stranger } = await world();
  await newPerson(network, 'volunteer', institutionId);
  await as(coordinator).prerequisites.require({ network: code, kind: 'first_aid', roles: ['volunteer'] });
  await as(manager).members.invite({
    network: code,
    email: `${randomUUID()}@demo.example`,
    role: 'institution_manager',
    institutionId,
  });
  const trainingId = await newTraining(network, coordinator, { sessions: sessions(Date.now() + days(5)) });

  const own = await needsOf(manager, network);
  const other = await needsOf(stranger, network);
  const afterwards = await needsOf(manager, network, new Date(Date.now() + days(40)));

  expect(kindsOf(own).toSorted()).toEqual(['invitations', 'lacking', 'register']);
  expect(own.tasks.find(({ kind }) => kind === 'register')).toMatchObject({ id: trainingId, count: 10 });
  expect(kindsOf(other)).toEqual(['register']);
  expect(kindsOf(afterwards).toSorted()).toEqual(['expired', 'lacking']);
});

test('a trainer sees what runs today and what has no marks yet; a coordinator sees the proposals', async () => {
  const { network, coordinator, manager, register } = await world();
  const trainer = await newPerson(network, 'trainer');
  const noon = new Date(Date.now() + days(3)).setUTCHours(10, 0, 0, 0);
  const trainingId = await newTraining(network, coordinator, {
    sessions: sessions(noon),
    trainerIds: [trainer.personId],
  });
  await register(trainingId, ['Pop']);
  const proposal = await as(manager).trainings.create(
    trainingDetails(network, { sessions: sessions(noon + days(1)) }),
  );
  const ask = (person: TestPerson, at: number) => needsOf(person, network, new Date(at));

  const before = await ask(trainer, noon - days(1));
  const morning = await ask(trainer, noon - hours(3));
  const during = await ask(trainer, noon + hours(1));
  const decides = await ask(coordinator, noon - hours(3));

  expect([kindsOf(before), before.next.map(({ id }) => id)]).toEqual([[], [trainingId]]);
  expect([kindsOf(morning), kindsOf(during)]).toEqual([['runsToday'], ['attendance']]);
  expect(decides.tasks).toMatchObject([{ kind: 'proposal', id: proposal.trainingId }]);
});

test('a volunteer sees their own papers; what lapsed comes before what is missing', async () => {
  const { network, code, coordinator } = await world();
  const volunteer = await newPerson(network, 'volunteer');
  for (const kind of ['first_aid', 'background_check'] as const) {
    await as(coordinator).prerequisites.require({
      network: code,
      kind,
      roles: ['volunteer'],
      validMonths: 1,
    });
  }
  const kinds = await as(coordinator).prerequisites.kinds({ network: code });
  const kindId = kinds.find((kind) => kind.code === 'first_aid')?.id ?? '';
  await as(coordinator).prerequisites.record({
    network: code,
    personId: volunteer.personId,
    kindId,
    issuedOn: new Date(Date.now() - days(60)).toISOString().slice(0, 10),
    expiresOn: new Date(Date.now() - days(30)).toISOString().slice(0, 10),
  });

  const { tasks } = await needsOf(volunteer, network);

  expect(tasks.map(({ kind, lack }) => [kind, lack?.code, lack?.state])).toEqual([
    ['ownLack', 'first_aid', 'lapsed'],
    ['ownLack', 'background_check', 'missing'],
  ]);
});

test('a viewer has nothing to do and reads the latest figures', async () => {
  const { network } = await world();
  const viewer = await newPerson(network, 'viewer');

  const { tasks, latest } = await needsOf(viewer, network);

  expect(tasks).toEqual([]);
  expect(latest).toMatchObject({ institutions: 2, trainingsHeld: 0, phase: null });
});

test('a coordinator sees what waits beside the trainings; others are not asked about it', async () => {
  const { network, code, coordinator, manager } = await world();
  const mentor = await newPerson(network, 'mentor');
  await as(mentor).privacy.requestErasure();
  await as(coordinator).members.invite({
    network: code,
    email: `${randomUUID()}@demo.example`,
    role: 'viewer',
  });
  const { events } = await as(coordinator).events.history({ network: code });
  const mail = {
    id: newId(),
    kind: 'seat-promoted',
    email: 'x@demo.example',
    personId: null,
    language: 'ro',
  };
  const applying = await newInstitution(network);
  await inNetwork(network.id, async (tx) => {
    await tx.run(insertMessages(network.id, events[0]?.id ?? '', JSON.stringify([mail])));
    await tx.prisma.message.updateMany({
      where: { networkId: network.id },
      data: { state: 'failed', error: 'smtp_550' },
    });
    await tx.prisma.membership.updateMany({
      where: { networkId: network.id, institutionId: applying },
      data: { state: 'applied' },
    });
  });

  const seen = await needsOf(coordinator, network, new Date(Date.now() + days(12)));
  const expired = await needsOf(coordinator, network, new Date(Date.now() + days(20)));

  expect(kindsOf(seen)).toEqual(['invitations', 'failedMails', 'applications', 'erasures']);
  expect(kindsOf(expired)).toContain('expired');
  expect(kindsOf(await needsOf(manager, network))).toEqual([]);
});

test('who asked to look behind the glass is not asked to decide; the data protection officer is', async () => {
  const { network, code, coordinator } = await world();
  const mentor = await newPerson(network, 'mentor');
  const { consentId } = await as(mentor).consents.record({
    network: code,
    purpose: 'public_listing',
    language: 'ro',
    subject: 'Mircea Secret',
    givenHow: 'signature',
    answer: 'give',
  });
  await as(coordinator).privacy.askAccess({ network: code, consentId, reason: 'The office asks by letter.' });
  const officer = await newPerson(network, 'mentor');
  await grantOfficer(network, coordinator, officer);

  expect(kindsOf(await needsOf(officer, network))).toEqual(['accesses']);
  expect(kindsOf(await needsOf(coordinator, network))).toEqual([]);
  expect(kindsOf(await needsOf(mentor, network))).toEqual([]);
});

async function grantOfficer({ code }: TestNetwork, coordinator: TestPerson, { personId }: TestPerson) {
  const { roles } = await as(coordinator).members.person({ network: code, personId });
  await as(coordinator).members.grantCapability({
    network: code,
    assignmentId: roles[0]?.id ?? '',
    capability: 'data_protection_officer',
  });
}

test('a further network costs its own question and nothing else, and each answers for itself', async () => {
  const { network, coordinator, manager, register } = await world();
  const trainingId = await newTraining(network, coordinator);
  await register(trainingId, [null]);
  const ask = () => as(manager).needs.own();
  const one = await countStatements(ask);
  for (let count = 0; count < 3; count += 1) {
    const more = await newNetwork();
    await newTraining(more, await newPerson(more, 'coordinator'));
    await join(more, manager);
  }

  expect(await countStatements(ask)).toBe(one + 3);
  expect(one).toBe(2);
  const { networks } = await ask();
  expect(networks.map((each) => [each.code === network.code, kindsOf(each)])).toEqual([
    [true, ['name']],
    [false, []],
    [false, []],
    [false, []],
  ]);
});

test('the whole page takes few statements, the session among them, also for who is everything everywhere', async () => {
  const platform = { id: platformNetworkId, code: 'platform', tag: '' };
  const person = await newPerson(platform, 'platform_admin');
  const network = await newNetwork();
  for (const role of ['coordinator', 'trainer', 'viewer'] as const) await join(network, person, role);
  const cookie = (await openSession(person.personId, 'test')).split(';')[0] ?? '';
  const page = async () => {
    const ctx = await buildContext({ headers: new Headers({ cookie }), ip: '1', requestId: 'page' });
    return createCaller(ctx).needs.own();
  };

  expect((await page()).networks[0]?.roles).toHaveLength(3);
  expect(await countStatements(page)).toBe(4);
});

test('an operator sees drafts that nobody coordinates, and what stands still', async () => {
  const operator = await newPerson({ id: platformNetworkId, code: 'platform', tag: '' }, 'platform_admin');
  const draft = await newNetwork();
  const coordinated = await newNetwork();
  await newPerson(coordinated, 'coordinator');
  for (const { id } of [draft, coordinated]) {
    await inScope({ networkId: id, door: 'platform' }, (tx) =>
      tx.prisma.network.updateMany({ where: { id }, data: { state: 'draft' } }),
    );
  }

  const later = await as(operator, new Date(Date.now() + days(1))).needs.own();
  const nobody = await as(await newPerson(null, null)).needs.own();

  expect([later.isOperator, later.networks]).toEqual([true, []]);
  expect(kindsOf({ tasks: later.operator })).toContain('worker');
  const drafts = later.operator.filter(({ kind }) => kind === 'drafts').map(({ id }) => id);
  expect([drafts.includes(draft.code), drafts.includes(coordinated.code)]).toEqual([true, false]);
  expect([nobody.isOperator, nobody.operator]).toEqual([false, []]);
});

test('what is wanted first stands first, and what has no end waits its days', () => {
  const now = new Date('2027-03-01T08:00:00Z');
  const task = (kind: Task['kind'], inDays: number | null): Task => ({
    kind,
    id: null,
    title: null,
    count: 1,
    at: inDays === null ? null : new Date(now.getTime() + days(inDays)),
    lack: null,
  });
  const mixed = [
    task('reviews', null),
    task('erasures', 20),
    task('name', 4),
    task('attendance', null),
    task('lacking', -3),
  ];

  expect(byUrgency(mixed, now).map(({ kind }) => kind)).toEqual([
    'lacking',
    'attendance',
    'name',
    'reviews',
    'erasures',
  ]);
});
