import { randomUUID } from 'node:crypto';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { purgeNetwork } from '../privacy/retention.server.ts';
import {
  as,
  days,
  newNetwork,
  newPerson,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { sweepCare } from './sweep.server.ts';

const urls = await useTestDatabase();
const admin = new pg.Client({ connectionString: urls.adminUrl });
await admin.connect();
afterAll(() => admin.end());

const hour = 3_600_000;
const secret = 'L07 was beaten on Maple Street';

async function world() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const lead = await newPerson(network, 'trainer');
  const where = { network: network.code };
  await nameLead(network, coordinator, lead);
  const raise = (person: TestPerson, changes: object = {}) =>
    as(person).concerns.raise({
      ...where,
      nonce: randomUUID(),
      isDanger: true,
      category: 'violence',
      about: 'L07',
      text: secret,
      ...changes,
    });
  return { network, coordinator, mentor, lead, where, raise };
}

async function nameLead(network: TestNetwork, coordinator: TestPerson, lead: TestPerson) {
  const { roles } = await as(coordinator).members.person({ network: network.code, personId: lead.personId });
  await as(coordinator).members.grantCapability({
    network: network.code,
    assignmentId: roles[0]?.id ?? '',
    capability: 'safeguarding_lead',
  });
}

test('a concern reaches the lead alone; who raised it sees how far it is and not what was done', async () => {
  const { where, mentor, lead, raise } = await world();

  const { concernId } = await raise(mentor);
  const read = await as(lead).concerns.page({ ...where, concernId });
  expect(read).toMatchObject({
    state: 'raised',
    isDanger: true,
    isLate: false,
    next: ['triaged'],
    entries: [{ category: 'violence', about: 'L07', text: secret }],
  });
  await as(lead).concerns.move({ ...where, concernId, state: 'triaged', text: 'Called the police' });

  const own = await as(mentor).concerns.page({ ...where, concernId });
  expect(own).toMatchObject({ state: 'triaged', isOwn: true, isLead: false, entries: [], next: [] });
  expect(JSON.stringify(own)).not.toMatch(/police|beaten|violence/);
  expect((await as(mentor).concerns.list(where)).concerns).toHaveLength(1);
});

test('no coordinator, other mentor, viewer, operator or parent network opens it, nor sees who raised it', async () => {
  const { network, where, coordinator, mentor, raise } = await world();
  const child = await newNetwork({ parentCode: network.code, kind: 'county' });
  const below = await newPerson(child, 'mentor');
  const { concernId } = await raise(mentor);
  const ofChild = await as(below).concerns.raise({
    network: child.code,
    nonce: randomUUID(),
    category: 'other',
    text: secret,
  });

  for (const role of ['coordinator', 'mentor', 'community_leader', 'institution_manager'] as const) {
    const person = await newPerson(network, role);
    expect(await refusal(as(person).concerns.page({ ...where, concernId }))).toBe('not_found');
    expect((await as(person).concerns.list(where)).concerns).toEqual([]);
  }
  expect(await refusal(as(await newPerson(network, 'viewer')).concerns.list(where))).toBe('not_allowed');
  expect(
    await refusal(as(coordinator).concerns.page({ network: child.code, concernId: ofChild.concernId })),
  ).toBe('not_found');
  expect(
    await refusal(as(coordinator).concerns.move({ ...where, concernId, state: 'triaged', text: 'x' })),
  ).toBe('not_allowed');
  const { events } = await as(coordinator).events.history(where);
  expect(events.find(({ kind }) => kind === 'concern.raised')).toMatchObject({
    actorName: null,
    payload: {},
  });
  expect(await as(coordinator).concerns.summary(where)).toEqual({
    open: 1,
    waiting: 1,
    late: 0,
    closed: 0,
    leads: 1,
  });
});

test('in a transaction of anybody but a lead the words do not exist, and at rest they are sealed', async () => {
  const { network, coordinator, mentor, lead, raise } = await world();
  await raise(mentor);
  const seen = (person: TestPerson) =>
    inScope({ networkId: network.id, personId: person.personId }, (tx) =>
      tx.prisma.safeguardingEntry.count({ where: { networkId: network.id } }),
    );

  expect([await seen(coordinator), await seen(mentor), await seen(lead)]).toEqual([0, 0, 1]);
  const { rows } = await admin.query(
    `select to_jsonb(e)::text || encode(e.concern_text, 'escape') as row from safeguarding_entry e where network_id = $1
     union all select payload::text from domain_event where network_id = $1`,
    [network.id],
  );
  expect(rows.length).toBeGreaterThan(1);
  for (const { row } of rows) expect(row).not.toMatch(/Maple|violence|L07/);
});

test('every reading of a lead leaves an entry for each part; who raised it reads nothing', async () => {
  const { network, where, mentor, lead, raise } = await world();
  const { concernId } = await raise(mentor);
  const reads = () =>
    inNetwork(network.id, (tx) =>
      tx.prisma.domainEvent.findMany({
        where: { networkId: network.id, kind: 'record.read', objectKind: 'concern_entry' },
        select: { actorId: true },
      }),
    );

  await as(mentor).concerns.page({ ...where, concernId });
  expect(await reads()).toEqual([]);
  await as(lead).concerns.page({ ...where, concernId });
  await as(lead).concerns.move({ ...where, concernId, state: 'triaged', text: 'Read' });
  await as(lead).concerns.page({ ...where, concernId });

  expect(await reads()).toEqual([1, 2, 3].map(() => ({ actorId: lead.personId })));
});

test('what is sent twice is one concern, and the nonce of somebody else opens nothing', async () => {
  const { mentor, coordinator, lead, where, raise } = await world();
  const nonce = randomUUID();

  const [one, two] = await Promise.all([raise(mentor, { nonce }), raise(mentor, { nonce })]);
  expect(one).toEqual(two);
  expect(await refusal(raise(coordinator, { nonce }))).toBe('not_found');

  expect((await as(lead).concerns.list(where)).concerns).toHaveLength(1);
});

test('after 24 hours it is late and others are told, once, however often it is swept', async () => {
  const { network, where, mentor, lead, raise } = await world();
  const waits = await raise(mentor);
  const read = await raise(mentor);
  await as(lead).concerns.move({ ...where, concernId: read.concernId, state: 'triaged', text: 'Read' });
  const told = () =>
    inNetwork(network.id, async (tx) =>
      (
        await tx.prisma.domainEvent.findMany({
          where: { networkId: network.id, kind: 'concern.escalated' },
        })
      ).map(({ objectId }) => objectId),
    );

  await sweepCare(new Date(Date.now() + 23 * hour));
  expect(await told()).toEqual([]);
  const late = new Date(Date.now() + 25 * hour);
  await Promise.all([sweepCare(late), sweepCare(late)]);
  await sweepCare(new Date(Date.now() + 50 * hour));

  expect(await told()).toEqual([waits.concernId]);
  expect(await as(lead, late).concerns.page({ ...where, concernId: waits.concernId })).toMatchObject({
    isLate: true,
  });
});

test('two leads who decide at once do not close what the other one watches', async () => {
  const { network, where, coordinator, mentor, lead, raise } = await world();
  const second = await newPerson(network, 'mentor');
  await nameLead(network, coordinator, second);
  const { concernId } = await raise(mentor);

  const answers = await Promise.allSettled(
    [lead, second].map((person) =>
      as(person).concerns.move({ ...where, concernId, state: 'triaged', text: 'Read' }),
    ),
  );
  expect(answers.every(({ status }) => status === 'fulfilled')).toBe(true);
  await as(lead).concerns.move({ ...where, concernId, state: 'closed', text: 'Safe' });
  expect(
    await refusal(as(second).concerns.move({ ...where, concernId, state: 'in_action', text: 'x' })),
  ).toBe('state_changed');
});

test('without a lead the form says so, and the coordinator is told that nobody reads', async () => {
  const network = await newNetwork();
  const where = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  expect(await as(mentor).concerns.form(where)).toEqual({
    hasLead: false,
    numbers: { common: '112', local: [], mayEdit: false },
  });
  const numbers = [
    { label: 'Police of Band', number: '+40 265 111 222' },
    { label: '', number: '' },
  ];
  await as(coordinator).concerns.saveNumbers({ ...where, numbers });
  await nameLead(network, coordinator, mentor);

  expect(await as(mentor).concerns.form(where)).toEqual({
    hasLead: true,
    numbers: { common: '112', local: numbers.slice(0, 1), mayEdit: false },
  });
});

test('two years after the closing a night ends the words and who raised it; the figures stay', async () => {
  const { network, where, coordinator, mentor, lead, raise } = await world();
  const { concernId } = await raise(mentor);
  const open = await raise(mentor);
  for (const state of ['triaged', 'closed'] as const)
    await as(lead).concerns.move({ ...where, concernId, state, text: secret });

  await purgeNetwork({ networkId: network.id, now: new Date(Date.now() + days(720)) });
  expect((await as(lead).concerns.page({ ...where, concernId })).entries).toHaveLength(3);
  await purgeNetwork({ networkId: network.id, now: new Date(Date.now() + days(740)) });

  expect(await as(lead).concerns.page({ ...where, concernId })).toMatchObject({ isOwn: false, entries: [] });
  expect((await as(lead).concerns.page({ ...where, concernId: open.concernId })).entries).toHaveLength(1);
  expect(await as(coordinator).concerns.summary(where)).toMatchObject({ open: 1, closed: 1 });
});

test('the download of who raised it says that they did, and holds no word of it', async () => {
  const { network, mentor, raise } = await world();
  await raise(mentor);

  const { networks } = await as(mentor).privacy.everything();

  const stored = networks.find(({ code }) => code === network.code)?.stored;
  expect(stored?.concernsRaised).toHaveLength(1);
  expect(JSON.stringify(stored)).not.toMatch(/Maple|violence|concern_text|concern_about/);
});
