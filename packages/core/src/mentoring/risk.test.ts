import { randomUUID } from 'node:crypto';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { purgeNetwork } from '../privacy/retention.server.ts';
import {
  as,
  days,
  join,
  newInstitution,
  newNetwork,
  newPerson,
  refusal,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

await useTestDatabase();

const reason = 'Two meetings in a row broke off early.';

async function world() {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const leader = await newPerson(network, 'community_leader');
  const programmeId = await newProgramme(network, coordinator);
  const mentorId = await newMentor(network, coordinator, mentor);
  const mentee = { ...code, programmeId, alias: 'Rowan', personId: leader.personId };
  const { menteeId } = await as(coordinator).mentoring.addMentee(mentee);
  const relationId = await newRelation(network, coordinator, {
    programmeId,
    mentor,
    mentorId,
    menteeIds: [menteeId],
    answering: [leader],
    answeredFor: [],
  });
  const own = { ...code, relationId };
  const set = (person: TestPerson, level: 'low' | 'raised' | 'high', seen: number, more: object = {}) =>
    as(person).mentoring.setRisk({ ...own, level, seen, nonce: randomUUID(), reason, ...more });
  const page = (person: TestPerson) => as(person).mentoring.risk(own);
  const end = () => as(coordinator).mentoring.moveRelation({ ...own, state: 'ended_early', reason: '' });
  return {
    network,
    code,
    coordinator,
    mentor,
    leader,
    programmeId,
    menteeId,
    relationId,
    own,
    set,
    page,
    end,
  };
}
type World = Awaited<ReturnType<typeof world>>;

/** How many mentorings at high risk the start page of somebody names in the network of a world. */
async function needed({ code }: World, person: TestPerson): Promise<number> {
  const { networks } = await as(person).needs.own();
  const tasks = networks.find((each) => each.code === code.network)?.tasks ?? [];
  return tasks.find(({ kind }) => kind === 'highRisks')?.count ?? 0;
}

/** The level that a coordinator sees on the board and on the page of the relation. */
async function seen({ code, own }: World, person: TestPerson) {
  const { relations } = await as(person).mentoring.board(code);
  const { risk } = await as(person).mentoring.standing(own);
  return [relations[0]?.risk?.level ?? null, risk?.level ?? null];
}

/** What a person takes away about themselves, of one area. */
async function copied({ code }: World, person: TestPerson, area: 'risks' | 'risksSet') {
  const { networks } = await as(person).privacy.everything();
  return networks.find((each) => each.code === code.network)?.stored[area] ?? [];
}

test('what is high waits for the coordinator until the mentor lowers it; the reason stays with the mentor', async () => {
  const scene = await world();
  const { coordinator, mentor, own, code, set, page } = scene;
  expect(await seen(scene, coordinator)).toEqual([null, null]);
  await set(mentor, 'raised', 0, { reason: 'first' });
  expect([await needed(scene, coordinator), await seen(scene, coordinator)]).toEqual([
    0,
    ['raised', 'raised'],
  ]);

  await set(mentor, 'high', 1);

  expect([await needed(scene, coordinator), await seen(scene, coordinator)]).toEqual([1, ['high', 'high']]);
  const [relation] = await as(mentor).mentoring.myMentees(code);
  expect(relation?.risk).toMatchObject({ level: 'high' });
  expect((await as(mentor).mentoring.relation(own)).risk).toMatchObject({ level: 'high' });
  const { changes, seen: last } = await page(mentor);
  expect(changes.map((change) => [change.level, change.reason])).toEqual([
    ['high', reason],
    ['raised', 'first'],
  ]);
  await set(mentor, 'low', last);
  expect([await needed(scene, coordinator), await seen(scene, coordinator)]).toEqual([0, ['low', 'low']]);
});

test('the trail says that a level was set, and neither which nor why', async () => {
  const { network, mentor, relationId, set } = await world();
  await set(mentor, 'high', 0);

  const events = await inNetwork(network.id, ({ prisma }) =>
    prisma.domainEvent.findMany({ where: { kind: 'mentoring.risk_set' } }),
  );

  expect(events.map(({ objectId, actorId, payload }) => [objectId, actorId, payload])).toEqual([
    [relationId, mentor.personId, {}],
  ]);
});

test('nobody else sets or opens it: not the mentee, another mentor, the coordinator, a viewer, an operator or the parent network', async () => {
  const scene = await world();
  const { network, coordinator, mentor, leader, own, code, set, page } = scene;
  await set(mentor, 'high', 0);
  const parent = await newNetwork();
  await inScope({ networkId: network.id, door: 'platform' }, (tx) =>
    tx.prisma.network.updateMany({ where: { id: network.id }, data: { parentId: parent.id } }),
  );
  const platform = { id: platformNetworkId, code: 'platform', tag: '' };
  const institutionId = await newInstitution(network);
  const strangers = [
    await newPerson(network, 'mentor'),
    await newPerson(network, 'viewer'),
    await newPerson(network, 'institution_manager', institutionId),
    await newPerson(platform, 'platform_admin'),
    await newPerson(parent, 'coordinator'),
    await newPerson(parent, 'mentor'),
  ];

  for (const person of [leader, coordinator, ...strangers]) {
    expect(await refusal(page(person))).toMatch(/^(not_found|not_allowed|forbidden)$/);
    expect(await refusal(set(person, 'low', 1))).toMatch(/^(not_found|not_allowed|forbidden)$/);
  }
  for (const person of [leader, ...strangers]) expect(await needed(scene, person)).toBe(0);
  expect((await as(leader).mentoring.relation(own)).risk).toBeNull();
  expect(JSON.stringify(await as(coordinator).mentoring.board(code))).not.toContain(reason);
  expect(await page(mentor)).toMatchObject({ seen: 1, changes: [{ level: 'high' }] });
});

test('a coordinator who is the mentee sees no level of the own relation, and another one does', async () => {
  const scene = await world();
  const { network, coordinator, mentor, leader, set } = scene;
  await join(network, leader, 'coordinator');
  await set(mentor, 'high', 0);

  expect([await needed(scene, leader), await seen(scene, leader)]).toEqual([0, [null, null]]);
  expect([await needed(scene, coordinator), await seen(scene, coordinator)]).toEqual([1, ['high', 'high']]);
});

test('of two changes at once one is set and the other is told; a form that arrives twice is one change', async () => {
  const { mentor, set, page } = await world();

  const [high, low] = await Promise.allSettled([set(mentor, 'high', 0), set(mentor, 'low', 0)]);
  const nonce = randomUUID();
  await Promise.all([set(mentor, 'raised', 1, { nonce }), set(mentor, 'raised', 1, { nonce })]);

  expect([high.status, low.status].toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = Promise.all(
    [high, low].map((each) => (each.status === 'rejected' ? Promise.reject(each.reason) : null)),
  );
  expect(await refusal(refused)).toBe('state_changed');
  expect((await page(mentor)).seen).toBe(2);
});

test('a level wants its reason', async () => {
  const { mentor, set } = await world();
  await expect(set(mentor, 'high', 0, { reason: ' ' })).rejects.toThrow();
});

test('when the relation has ended nothing is set or opened, and it waits for nobody', async () => {
  const scene = await world();
  const { coordinator, mentor, set, page, end } = scene;
  await set(mentor, 'high', 0);

  await end();

  expect(await refusal(set(mentor, 'low', 1))).toBe('relation_ended');
  expect(await refusal(page(mentor))).toBe('relation_ended');
  expect(await needed(scene, coordinator)).toBe(0);
});

test('a mentee takes away level and day, the mentor the reason as well; a mentee who has left nothing of later', async () => {
  const scene = await world();
  const { network, mentor, leader, menteeId, set } = scene;
  await set(mentor, 'raised', 0);

  const [told] = await copied(scene, leader, 'risks');
  expect(told).toMatchObject({ level: 'raised', set_at: expect.any(String) });
  expect(Object.keys(told ?? {})).not.toContain('risk_reason');
  expect(Object.keys(told ?? {})).not.toContain('set_by_id');
  expect(await copied(scene, leader, 'risksSet')).toEqual([]);
  expect(await copied(scene, mentor, 'risksSet')).toMatchObject([{ level: 'raised', risk_reason: reason }]);
  expect(await copied(scene, mentor, 'risks')).toEqual([]);

  await inNetwork(network.id, ({ prisma }) =>
    prisma.mentoringRelationMentee.updateMany({
      where: { menteeId },
      data: { leftOn: new Date('2020-01-01') },
    }),
  );
  expect(await copied(scene, leader, 'risks')).toEqual([]);
});

test('the reason goes with the notes of the mentor, the levels with the texts of the relation', async () => {
  const { network, mentor, set, end } = await world();
  await set(mentor, 'high', 0);
  await end();
  const left = () =>
    inNetwork(network.id, ({ prisma }) => prisma.relationRisk.findMany({ select: { riskReason: true } }));
  const night = (offset: number) =>
    purgeNetwork({ networkId: network.id, now: new Date(Date.now() + days(offset)) });

  await night(175);
  expect((await left()).map(({ riskReason }) => riskReason !== null)).toEqual([true]);
  await night(190);
  expect(await left()).toEqual([{ riskReason: null }]);
  await night(740);
  expect(await left()).toEqual([]);
});
