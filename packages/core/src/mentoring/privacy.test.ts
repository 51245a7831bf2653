import { fieldClasses } from '@tessera/db/classes.ts';
import { newId } from '@tessera/db/id.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { expect, test, vi } from 'vitest';
import { canaryWorld, type World } from '../canary.testing.server.ts';
import { roles } from '../permissions.ts';
import { purgeNetwork } from '../privacy/retention.server.ts';
import { inputFor, procedures } from '../procedures.testing.server.ts';
import { as, days, newNetwork, newPerson, type TestPerson, useTestDatabase } from '../testing.server.ts';
import { heldSession, newMentor, newRelation } from './mentoring.testing.server.ts';
import { ownWhisper, whisper, whisperIn } from './whispers.testing.server.ts';

// One relation with a word in each of its texts, and everybody who might want to read it. Procedures are found by
// themselves, so that a new one is asked as well.

const urls = await useTestDatabase();

async function answerOf(person: TestPerson | null, name: string, input: unknown): Promise<string> {
  const [noun = '', verb = ''] = name.split('.');
  const caller = as(person) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  try {
    return JSON.stringify(await caller[noun]?.[verb]?.(input)) ?? '';
  } catch (error) {
    return String((error as Error).message);
  }
}

/** A mentor with a mentee of their own in the same programme. */
async function otherMentor({ network, coordinator, ids }: World): Promise<TestPerson> {
  const mentor = await newPerson(network, 'mentor');
  const { kindId = '', programmeId = '' } = ids;
  const code = { network: network.code };
  const proof = { ...code, personId: mentor.personId, kindId, issuedOn: '2020-01-01' };
  await as(coordinator).prerequisites.record(proof);
  const mentorId = await newMentor(network, coordinator, mentor);
  const { menteeId } = await as(coordinator).mentoring.addMentee({ ...code, programmeId, alias: 'Rowan' });
  await newRelation(network, coordinator, { programmeId, mentor, mentorId, menteeIds: [menteeId] });
  return mentor;
}

async function parentOf({ network }: World): Promise<[string, TestPerson][]> {
  const parent = await newNetwork();
  await inScope({ networkId: network.id, door: 'platform' }, (tx) =>
    tx.prisma.network.updateMany({ where: { id: network.id }, data: { parentId: parent.id } }),
  );
  return [
    ["parent's coordinator", await newPerson(parent, 'coordinator')],
    ["parent's viewer", await newPerson(parent, 'viewer')],
    ["parent's mentor", await newPerson(parent, 'mentor')],
  ];
}

test('of all who ask by whatever procedure answers only the two of a relation read what is said in it, and a note its author', {
  timeout: 240_000,
}, async () => {
  const world = await canaryWorld('TOLD');
  await whisperIn(world);
  const operator = await newPerson({ id: platformNetworkId, code: 'platform', tag: '' }, 'platform_admin');
  const people: [string, TestPerson | null][] = [
    ['visitor', null],
    ['nobody', await newPerson(null, null)],
    ['operator', operator],
    ['its coordinator', world.coordinator],
    ['its institution', world.manager],
    ['another mentor', await otherMentor(world)],
    ['its mentee', world.leader],
    ['its mentor', world.mentor],
    ...(await parentOf(world)),
  ];
  for (const role of roles) {
    const institutionId = role === 'institution_manager' ? (world.ids.institutionId ?? null) : null;
    people.push([`another ${role}`, await newPerson(world.network, role, institutionId)]);
  }
  const printed = vi.spyOn(process.stdout, 'write');
  const [all, own] = [new Set<string>(), new Set<string>()];
  const reading = procedures.filter(([, procedure]) => procedure._def.type === 'query');

  for (const [name, procedure] of reading) {
    for (const [who, person] of people) {
      const answer = await answerOf(person, name, inputFor(procedure, world.ids, world.network.code));
      if (answer.includes(whisper)) all.add(who);
      if (answer.includes(ownWhisper)) own.add(who);
    }
  }

  expect([[...all].toSorted(), [...own]]).toEqual([['its mentee', 'its mentor'], ['its mentor']]);
  expect(printed.mock.calls.flat().filter((text) => String(text).includes(whisper))).toEqual([]);
});

test('COM-04: in the whole database no word of a relation stands open, nor in a mail, a notice or the trail', async () => {
  const world = await canaryWorld('PLAIN');
  await whisperIn(world);
  await as(world.coordinator).mentoring.moveRelation({
    network: world.network.code,
    relationId: world.ids.relationId ?? '',
    state: 'ended_early',
    reason: `${whisper} reason`,
  });

  const found = await withClient(urls.adminUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname = 'public' order by 1`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      // Bytes are written as hexadecimal digits: unsealed ones would show there.
      const { rows } = await client.query<{ is: boolean }>(
        `select exists (select 1 from ${name} t where strpos(t::text, $1) > 0 or strpos(t::text, encode($1::bytea, 'hex')) > 0) as is`,
        [whisper],
      );
      if (rows[0]?.is) holding.push(name);
    }
    return { holding, tables: tables.length };
  });

  expect(found.holding).toEqual([]);
  expect(found.tables).toBeGreaterThan(80);
});

test('in a group each mentee reads and takes away what is theirs, and nothing of the one beside them', async () => {
  const world = await canaryWorld('GROUP');
  const { network, coordinator, ids } = world;
  const { programmeId = '', kindId = '' } = ids;
  const code = { network: network.code };
  const mentor = await newPerson(network, 'mentor');
  await as(coordinator).prerequisites.record({
    ...code,
    personId: mentor.personId,
    kindId,
    issuedOn: '2020-01-01',
  });
  const mentorId = await newMentor(network, coordinator, mentor);
  const leaders = [
    await newPerson(network, 'community_leader'),
    await newPerson(network, 'community_leader'),
  ];
  const menteeIds: string[] = [];
  for (const [index, { personId }] of leaders.entries())
    menteeIds.push(
      (
        await as(coordinator).mentoring.addMentee({
          ...code,
          programmeId,
          alias: `Tree ${index}`,
          personId,
          meetingLimits: `LIMITS${index}`,
        })
      ).menteeId,
    );
  const relationId = await newRelation(network, coordinator, {
    programmeId,
    mentor,
    mentorId,
    menteeIds,
    answering: leaders,
    answeredFor: [],
  });
  for (const [index, menteeId] of menteeIds.entries()) {
    await as(mentor).mentoring.setGoal({ ...code, relationId, menteeId, text: `GOAL${index}` });
    const session = heldSession(network, relationId, [menteeId]);
    await as(mentor).mentoring.logSession({
      ...session,
      summary: `SAID${index}`,
      privateNote: `NOTE${index}`,
    });
  }
  await as(mentor).mentoring.logSession({
    ...heldSession(network, relationId, menteeIds),
    summary: 'SAIDBOTH',
    nextSteps: 'STEPSBOTH',
  });
  const words = (answer: unknown) =>
    [...new Set(JSON.stringify(answer).match(/(GOAL|SAID|NOTE|STEPS|LIMITS)(\d|BOTH)/g))].toSorted();

  for (const [index, leader] of leaders.entries()) {
    const theirs = [`GOAL${index}`, `LIMITS${index}`, `SAID${index}`, 'SAIDBOTH', 'STEPSBOTH'].toSorted();
    const { networks } = await as(leader).privacy.everything();
    expect(words(await as(leader).mentoring.relation({ ...code, relationId }))).toEqual(theirs);
    expect(words(await as(leader).mentoring.myself(code))).toEqual(theirs);
    expect(words(networks)).toEqual(theirs);
  }
  const { networks } = await as(mentor).privacy.everything();
  expect(words(networks)).toEqual(['NOTE0', 'NOTE1']);
});

test('when its time is over nothing sealed is left of a relation, in any table, and every figure stays', async () => {
  const world = await canaryWorld('PURGED');
  await whisperIn(world);
  const { network, coordinator, mentor, ids } = world;
  const code = { network: network.code };
  const own = { ...code, relationId: ids.relationId ?? '' };
  await as(coordinator).mentoring.moveRelation({ ...own, state: 'closing' });
  await as(coordinator).mentoring.moveRelation({ ...own, state: 'active', comment: `${whisper} back` });
  const closing = { ...own, kind: 'closing' as const, nonce: newId() };
  const { approvalId } = await as(mentor).mentoring.requestApproval(closing);
  await as(coordinator).mentoring.decideApproval({ ...code, approvalId, decision: 'approved' });
  const figures = async () => [
    await as(coordinator).mentoring.indicators(code),
    await as(coordinator).mentoring.summary(code),
  ];
  const before = await figures();
  const night = (offset: number) =>
    purgeNetwork({ networkId: network.id, now: new Date(Date.now() + days(offset)) });

  await night(175);
  expect(await sealedLeft(network.id)).toEqual(
    expect.arrayContaining(['mentoring_note', 'relation_approval']),
  );
  await night(190);
  expect((await sealedLeft(network.id)).filter((table) => /note|approval/.test(table))).toEqual([]);
  await night(725);
  expect(await sealedLeft(network.id)).toEqual([
    'mentee_profile',
    'mentoring_ask',
    'mentoring_goal',
    'mentoring_goal_review',
    'mentoring_relation',
    'mentoring_session',
  ]);
  await night(740);
  expect(await sealedLeft(network.id)).toEqual([]);
  expect(await figures()).toEqual(before);
});

/** The tables of mentoring in which the network has something sealed; new tables are found by their names. */
async function sealedLeft(networkId: string): Promise<string[]> {
  const left: string[] = [];
  for (const [table, columns] of Object.entries(fieldClasses)) {
    if (!/^(mentoring|mentee|mentor|relation)_/.test(table)) continue;
    const sealed = Object.entries(columns).filter(([, fieldClass]) => ['conf', 'spec'].includes(fieldClass));
    if (sealed.length === 0) continue;
    const { rows } = await withClient(urls.adminUrl, (client) =>
      client.query(
        `select 1 from ${table} where network_id = $1 and (${sealed.map(([column]) => `${column} is not null`).join(' or ')}) limit 1`,
        [networkId],
      ),
    );
    if (rows.length > 0) left.push(table);
  }
  return left.toSorted();
}

test('COM-09: of mentoring a viewer has figures alone: no name, no alias, no text, by no procedure of it', async () => {
  const world = await canaryWorld('VIEWED');
  await whisperIn(world);
  const { network, mentor } = world;
  const viewer = await newPerson(network, 'viewer');
  await inNetwork(network.id, ({ prisma }) =>
    prisma.menteeProfile.updateMany({ where: { networkId: network.id }, data: { alias: `ALIAS${whisper}` } }),
  );
  const answers = new Map<string, string>();
  for (const [name, procedure] of procedures) {
    if (!/^(mentoring|exports)\./.test(name)) continue;
    answers.set(name, await answerOf(viewer, name, inputFor(procedure, world.ids, network.code)));
  }
  const told = [...answers].filter(([, answer]) =>
    [whisper, mentor.name, mentor.name.replace('Ana ', '')].some((word) => answer.includes(word)),
  );

  expect(told).toEqual([]);
  expect(JSON.parse(answers.get('mentoring.indicators') ?? '')).toContainEqual({
    code: 'ME-01',
    kind: 'count',
    value: 'few',
    of: null,
  });
  expect(JSON.stringify(answers.get('mentoring.summary'))).not.toMatch(/"count\\?":[1-4]\b/);
});
