import { randomUUID } from 'node:crypto';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createCaller } from './api.server.ts';
import { type Ids, someIds } from './canary.testing.server.ts';
import { openSession } from './identity/sessions.server.ts';
import { acceptLink } from './networks/links.server.ts';
import { addPhase } from './networks/phases.server.ts';
import { inputFor, procedures } from './procedures.testing.server.ts';
import {
  as,
  countStatements,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  requestOf,
  type TestNetwork,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from './testing.server.ts';

// Whatever is read asks the database as often for one row of everything as for several. Procedures find themselves.

const urls = await useTestDatabase();

const queries = procedures.filter(([, { _def }]) => _def.type === 'query');

const budgetKinds = ['total', 'grant', 'other'] as const;

type World = { network: TestNetwork; ids: Ids; people: [string, TestPerson | null][] };

/** A network with `count` rows of every kind, for everybody who can list them. */
async function worldOf(count: number): Promise<World> {
  const network = await newNetwork();
  const { code } = network;
  const coordinator = await newPerson(network, 'coordinator');
  const trainer = await newPerson(network, 'trainer');
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const operators = { id: platformNetworkId, code: 'platform', tag: '' };
  const operator = await newPerson(operators, 'platform_admin');
  const people: World['people'] = Object.entries({ coordinator, trainer, manager, operator });
  const register = (trainingId: string, at: Date, ...names: (string | null)[]) =>
    as(manager, at).seats.register({
      network: code,
      trainingId,
      places: places(...names),
      requestKey: randomUUID(),
    });
  const now = new Date();
  const sessionsAt = (start: number) =>
    Array.from({ length: count }, (_, index) => ({
      startsAt: new Date(start + hours(index * 5)),
      endsAt: new Date(start + hours(index * 5 + 3)),
      halfDay: 'am' as const,
    }));
  const texts = [
    {
      language: 'ro',
      title: 'Curs',
      outcomes: Array.from({ length: count }, (_, index) => `Rezultat ${index}`),
    },
  ];
  const trainerIds = [trainer.personId];
  const names = Array.from({ length: count }, (_, index) => `Pop${index}`);
  const ids: Ids = { institutionId, personId: coordinator.personId };

  for (const name of names) {
    for (const [, person] of people) if (person) await openSession(person.personId, 'test');
    const child = await newNetwork({ parentCode: code });
    const other = await newInstitution(network);
    await newPerson(network, 'institution_manager', other);
    await newPerson(network, 'trainer');
    await acceptLink(null, { networkId: network.id, now }, { networkId: child.id, now }, ['trainings']);
    const abroad = await newPerson(child, 'coordinator');
    const shared = await newTraining(child, abroad);
    await as(abroad).trainings.share({ network: child.code, trainingId: shared, recipient: code });
    await addPhase(network.id, {
      title: name,
      startsOn: now,
      endsOn: now,
      note: '',
      participantForm: 'none',
      funders: names.map((each) => ({ name: each })),
      budget: budgetKinds.slice(0, count).map((kind) => ({ kind, amountMinor: 100n, currency: 'EUR' })),
    });
    const [phase] = (await as(coordinator).phases.list({ network: code })).phases;
    ids.phaseId = phase?.id ?? '';
    const { invitationId } = await as(coordinator).members.invite({
      network: code,
      email: `${randomUUID()}@demo.example`,
      role: 'trainer',
    });

    const coming = { texts, trainerIds, sessions: sessionsAt(Date.now() + days(34)), capacity: 2 * count };
    await as(coordinator).trainings.create(trainingDetails(network, coming));
    await as(manager).trainings.create(trainingDetails(network, coming));
    const open = await newTraining(network, coordinator, { ...coming, promotion: 'offer' });
    await as(coordinator).trainings.share({ network: code, trainingId: open, recipient: child.code });
    await register(open, now, ...names, ...names.map(() => null));
    await register(open, now, ...names.map((each) => `${each}W`));
    const { seats } = await as(coordinator).trainings.manage({ network: code, trainingId: open });
    const [first = ''] = seats.map(({ id }) => id);
    await as(manager).seats.cancel({ network: code, seatId: first });

    const over = await newTraining(network, coordinator, {
      ...coming,
      sessions: sessionsAt(Date.now() - days(3)),
    });
    await register(over, new Date(Date.now() - days(5)), ...names);
    const sheet = await as(coordinator).attendance.sheet({ network: code, trainingId: over });
    for (const { id } of sheet.sessions) {
      await as(coordinator).attendance.mark({
        network: code,
        trainingId: over,
        sessionId: id,
        marks: sheet.rows.map(({ seatId }) => ({ seatId, state: 'present' })),
      });
    }
    await as(coordinator).certificates.issue({ network: code, trainingId: over });
    const unmarked = await newTraining(network, coordinator, {
      ...coming,
      sessions: sessionsAt(Date.now() - days(2)),
    });
    await register(unmarked, new Date(Date.now() - days(5)), ...names, null);

    const [certificate] = await as(coordinator).certificates.list({ network: code, trainingId: over });
    const certificateId = certificate?.id ?? '';
    const seatId = sheet.rows[0]?.seatId ?? '';
    const sessionId = sheet.sessions[0]?.id ?? '';
    Object.assign(ids, { trainingId: over, sessionId, seatId, certificateId, invitationId });
  }
  await fail(network, true);
  return { network, ids: { ...someIds(), ...ids }, people: [...people, ['visitor', null]] };
}

type Reading = { statements: number; code: string; rows: number };

async function read(name: string, input: object, person: TestPerson | null): Promise<Reading> {
  const caller = createCaller(requestOf(person)) as unknown as Record<
    string,
    Record<string, (input: object) => Promise<unknown>>
  >;
  const [noun = '', verb = ''] = name.split('.');
  let code = 'ok';
  let answer: unknown;
  const statements = await countStatements(async () => {
    try {
      answer = await caller[noun]?.[verb]?.(input);
    } catch (error) {
      code = (error as { code: string }).code;
    }
  });
  return { statements, code, rows: rowsIn(answer) };
}

/** How many entries all lists of an answer have together. */
function rowsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? value.length : 0;
  return Object.values(value).reduce((sum: number, each) => sum + rowsIn(each), own);
}

// Failed jobs are listed for the operator of all networks.
async function fail({ id }: TestNetwork, hasFailed: boolean): Promise<void> {
  const admin = new pg.Client({ connectionString: urls.adminUrl });
  await admin.connect();
  await admin.query(
    'update domain_event set failed_at = case when $2::boolean then now() end where network_id = $1',
    [id, hasFailed],
  );
  await admin.end();
}

/** Everything that can be read in a world, by everybody, of one training and of all. */
async function readAll({ network, ids, people }: World): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  for (const [name, procedure] of queries) {
    const { trainingId, ...input } = inputFor(procedure, ids, network.code);
    for (const [role, person] of people) {
      const ofAll = await read(name, input, person);
      // Where a training has to be named, there is nothing to read of all.
      if (ofAll.code !== 'BAD_REQUEST') readings.set(`${name} ${role}`, ofAll);
      if (trainingId === undefined) continue;
      readings.set(`${name} ${role} one training`, await read(name, { ...input, trainingId }, person));
    }
  }
  return readings;
}

// These tell of one thing. Every other procedure must answer with more rows in the larger world: one that does not
// was not compared, and the world lacks what it lists.
const withoutLists = [
  'certificates.verify',
  'identity.checkReset',
  'identity.demoLogins',
  'identity.me',
  'members.invitation',
  'networks.shell',
  'seats.one',
];

test('every reading procedure asks as often for one row of everything as for three', {
  timeout: 60_000,
}, async () => {
  const small = await worldOf(1);
  const one = await readAll(small);
  const large = await worldOf(3);
  const three = await readAll(large);
  await Promise.all([fail(small.network, false), fail(large.network, false)]);

  const asked = (readings: Map<string, Reading>) =>
    Object.fromEntries(
      [...readings].map(([which, { code, statements }]) => [which, `${code} ${statements}`]),
    );
  expect(asked(three)).toEqual(asked(one));
  const isLonger = (name: string) =>
    [...one].some(
      ([which, { rows }]) => which.startsWith(`${name} `) && (three.get(which)?.rows ?? 0) > rows,
    );
  const same = queries.map(([name]) => name).filter((name) => !isLonger(name));
  expect(same.sort()).toEqual(withoutLists);
  console.info(
    `statements: ${one.size} readings of ${queries.length} procedures, ${queries.length - same.length} of them lists`,
  );
});

test('the comparison would see one statement for each row', async () => {
  const network = await newNetwork();
  const rows = async (count: number) => {
    for (let index = 0; index < count; index++)
      await inNetwork(network.id, (tx) => tx.prisma.training.count({ where: { networkId: network.id } }));
  };

  expect([await countStatements(() => rows(1)), await countStatements(() => rows(3))]).toEqual([1, 3]);
});
