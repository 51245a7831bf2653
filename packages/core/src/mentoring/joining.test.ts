import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import {
  as,
  newInstitution,
  newNetwork,
  newPerson,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { heldSession, newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

/** A group of two that meets, and two mentees who wait: one with a login, one without. */
async function meeting({ maxMentees = 4, capacity = 4 } = {}) {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const [mentor, member, leader] = [
    await newPerson(network, 'mentor'),
    await newPerson(network, 'community_leader'),
    await newPerson(network, 'community_leader'),
  ];
  const institutionId = await newInstitution(network);
  const programmeId = await newProgramme(network, coordinator, { maxMentees });
  const mentorId = await newMentor(network, coordinator, mentor, capacity);
  const mentee = (alias: string, more: object = {}) =>
    newMentee({ network, coordinator, programmeId }, alias, more);
  const inGroup = [await mentee('Birch', { personId: member.personId }), await mentee('Heron')];
  const groupId = await newRelation(network, coordinator, {
    programmeId,
    mentor,
    mentorId,
    menteeIds: inGroup,
    answering: [member],
    answeredFor: inGroup.slice(1),
  });
  const own = await mentee('Willow', { personId: leader.personId });
  const theirs = await mentee('Wren', { institutionId });
  const group = { ...code, relationId: groupId };
  const ask = (menteeId: string) => as(coordinator).mentoring.askIntoGroup({ ...group, menteeId });
  const standing = () => as(coordinator).mentoring.standing(group);
  const aliases = async () =>
    (await standing()).mentees.filter(({ leftOn }) => leftOn === null).map(({ alias }) => alias);
  const people = { coordinator, mentor, member, leader };
  return {
    network,
    code,
    ...people,
    programmeId,
    mentorId,
    inGroup,
    own,
    theirs,
    group,
    ask,
    standing,
    aliases,
    mentee,
  };
}

type Setting = { network: TestNetwork; coordinator: TestPerson; programmeId: string };
async function newMentee({ network, coordinator, programmeId }: Setting, alias: string, more: object) {
  const fields = { network: network.code, programmeId, alias, languages: ['ro' as const], ...more };
  return (await as(coordinator).mentoring.addMentee(fields)).menteeId;
}

const stateOf = async (id: string) =>
  (await admin.query<{ state: string }>('select state from mentee_profile where id = $1', [id])).rows[0]
    ?.state;
const relationsOf = async (networkId: string) =>
  (
    await admin.query<{ state: string }>('select state from mentoring_relation where network_id = $1', [
      networkId,
    ])
  ).rows;

test('who is asked into a group that meets is in it when both have said yes, and no proposal is left over', async () => {
  const { network, code, coordinator, mentor, member, leader, own, group, ask, standing, aliases } =
    await meeting();
  await as(mentor).mentoring.logSession(
    heldSession(
      network,
      group.relationId,
      (await standing()).mentees.map(({ id }) => id),
    ),
  );

  const { groups } = await as(coordinator).mentoring.suggest({ ...code, menteeId: own });
  expect(groups.map((each) => [each.relationId, each.aliases])).toEqual([
    [group.relationId, ['Birch', 'Heron']],
  ]);
  const at = { ...code, relationId: (await ask(own)).relationId };

  const cards = await as(mentor).mentoring.myMentees(code);
  const asked = cards.find(({ relationId }) => relationId === at.relationId);
  expect([
    asked?.state,
    asked?.mentees.map(({ alias }) => alias),
    asked?.joins.map(({ alias }) => alias),
  ]).toEqual(['proposed', ['Willow'], ['Birch', 'Heron']]);
  expect((await as(leader).mentoring.myself(code)).relations.map(({ joins }) => joins)).toEqual([2]);
  expect(await aliases()).toEqual(['Birch', 'Heron']);
  expect(await refusal(as(leader).mentoring.relation(group))).toBe('not_found');
  expect(JSON.stringify(await as(member).mentoring.relation(group))).not.toContain('Willow');

  await as(mentor).mentoring.accept(at);
  expect(await aliases()).toEqual(['Birch', 'Heron']);
  expect(await as(leader).mentoring.accept(at)).toEqual({ state: 'active' });

  expect(await aliases()).toEqual(['Birch', 'Heron', 'Willow']);
  expect(await stateOf(own)).toBe('active');
  await admin.query(`update mentoring_relation set started_on = current_date - 300 where id = $1`, [
    group.relationId,
  ]);
  // Nobody is overdue on the day on which they come.
  const willow = (await as(mentor).mentoring.myMentees(code))[0]?.mentees.find(({ id }) => id === own);
  expect([willow?.wait, willow?.needsContact]).toEqual([{ days: 0, overdue: 0 }, false]);
  expect((await relationsOf(network.id)).map(({ state }) => state)).toEqual(['active']);
  expect(await refusal(as(coordinator).mentoring.standing(at))).toBe('not_found');
  const page = await as(leader).mentoring.relation(group);
  // What was said before they came is not theirs.
  expect([page.as, page.sessions.length]).toEqual(['mentee', 0]);
  await as(mentor).mentoring.logSession(heldSession(network, group.relationId, [own]));
  expect((await as(leader).mentoring.relation(group)).sessions).toHaveLength(1);
});

test('who came later signs the agreement while the group goes on, and it waits for them', async () => {
  const { network, code, coordinator, mentor, member, leader, own, theirs, group, ask, standing } =
    await meeting();
  for (const menteeId of [own, theirs]) {
    const at = { ...code, relationId: (await ask(menteeId)).relationId };
    await as(mentor).mentoring.accept(at);
    if (menteeId === own) await as(leader).mentoring.accept(at);
    else await as(coordinator).mentoring.acceptFor({ ...at, menteeId });
  }
  const needs = async (person: TestPerson) => {
    const { networks } = await as(person).needs.own();
    const tasks = networks.find((each) => each.code === network.code)?.tasks ?? [];
    return tasks.filter(({ kind }) => /Signs$/.test(kind)).map(({ kind, count }) => [kind, count]);
  };

  expect(await needs(leader)).toEqual([['menteeSigns', 1]]);
  expect(await needs(mentor)).toEqual([['mentorSigns', 1]]);
  expect(await needs(member)).toEqual([]);
  const before = await as(leader).mentoring.agreement(group);
  expect([before.isOpen, before.parties.find(({ isOwn }) => isOwn)?.isMissing]).toEqual([true, true]);
  expect((await as(member).mentoring.agreement(group)).parties.find(({ isOwn }) => isOwn)?.isMissing).toBe(
    false,
  );
  const signing = { ...group, language: 'ro' as const, isInterpreted: false };
  await as(leader).mentoring.signAgreement(signing);
  const day = new Date().toISOString().slice(0, 10);
  await as(mentor).mentoring.signFor({ ...signing, menteeId: theirs, manner: 'oral', day });

  expect([await needs(leader), await needs(mentor)]).toEqual([[], []]);
  const { state, signers } = await standing();
  expect(state).toBe('active');
  expect(signers.filter(({ signedOn }) => signedOn === null)).toEqual([]);
});

test('a group that has not begun, is closing or is over takes nobody, and who was asked is free again', async () => {
  const { code, coordinator, mentor, leader, own, theirs, group, ask } = await meeting();
  const move = (state: 'paused' | 'active' | 'closing' | 'completed' | 'ended_early') =>
    as(coordinator).mentoring.moveRelation({ ...group, state });

  await move('paused');
  const at = { ...code, relationId: (await ask(own)).relationId };
  const other = { ...code, relationId: (await ask(theirs)).relationId };
  await as(mentor).mentoring.accept(at);
  await move('closing');
  expect(await refusal(as(leader).mentoring.accept(at))).toBe('group_takes_nobody');
  expect((await as(coordinator).mentoring.standing(at)).state).toBe('proposed');
  await move('ended_early');

  for (const each of [at, other]) {
    const { state, mentees } = await as(coordinator).mentoring.standing(each);
    expect([state, mentees.every(({ leftOn }) => leftOn !== null)]).toEqual(['ended_early', true]);
  }
  expect(await refusal(as(leader).mentoring.accept(at))).toBe('not_found');
  expect([await stateOf(own), await stateOf(theirs)]).toEqual(['accepted', 'accepted']);
  expect(await refusal(ask(own))).toBe('group_takes_nobody');
  expect((await as(coordinator).mentoring.suggest({ ...code, menteeId: own })).groups).toEqual([]);
});

test('of two who are asked for the last place of a group the first has it', async () => {
  const { code, coordinator, mentor, leader, own, theirs, ask, aliases } = await meeting({ maxMentees: 3 });
  const [one, two] = [
    { ...code, relationId: (await ask(own)).relationId },
    { ...code, relationId: (await ask(theirs)).relationId },
  ];
  await as(mentor).mentoring.accept(one);
  await as(mentor).mentoring.accept(two);

  const answers = await Promise.all([
    refusal(as(leader).mentoring.accept(one)).catch(() => 'in'),
    refusal(as(coordinator).mentoring.acceptFor({ ...two, menteeId: theirs })).catch(() => 'in'),
  ]);

  expect(answers.toSorted()).toEqual(['in', 'mentor_full']);
  expect(await aliases()).toHaveLength(3);
});

test('the last one leaves a group while somebody comes into it: one of both happens, and nobody waits for ever', async () => {
  for (let round = 0; round < 4; round++) {
    const { code, coordinator, mentor, member, leader, inGroup, own, ask, standing } = await meeting();
    const [first = '', second = ''] = inGroup;
    await as(coordinator).mentoring.moveMentee({ ...code, menteeId: second, state: 'moved_away' });
    const at = { ...code, relationId: (await ask(own)).relationId };
    await as(mentor).mentoring.accept(at);

    const [came] = await Promise.all([
      refusal(as(leader).mentoring.accept(at)).catch(() => 'in'),
      as(member).mentoring.withdraw({ ...code, menteeId: first }),
    ]);

    const { state, mentees } = await standing();
    const there = mentees.filter(({ leftOn }) => leftOn === null).map(({ id }) => id);
    expect([came, state, there]).toEqual(came === 'in' ? ['in', 'active', [own]] : [came, 'ended_early', []]);
    expect(['in', 'group_takes_nobody', 'transition_not_possible', 'not_found']).toContain(came);
  }
});

test('who was in the group before comes back to it, and what was asked about the proposal is not lost', async () => {
  const { code, coordinator, mentor, member, inGroup, group, ask, aliases } = await meeting();
  const [first = ''] = inGroup;
  const page = await as(member).mentoring.relation(group);
  await as(coordinator).mentoring.moveRelation({ ...group, state: 'paused' });
  await admin.query(
    'update mentoring_relation_mentee set left_on = joined_on where relation_id = $1 and mentee_id = $2',
    [group.relationId, first],
  );
  await admin.query(`update mentee_profile set state = 'accepted' where id = $1`, [first]);
  const at = { ...code, relationId: (await ask(first)).relationId };
  await as(mentor).mentoring.accept(at);
  await as(member).mentoring.accept(at);

  expect(await aliases()).toEqual(['Birch', 'Heron']);
  const again = await as(member).mentoring.relation(group);
  expect(again.signers.find(({ isOwn }) => isOwn)?.signedOn).toBe(
    page.signers.find(({ isOwn }) => isOwn)?.signedOn,
  );
});

test('nobody but the coordinator asks into a group, and none of another programme or network is taken', async () => {
  const { network, coordinator, mentor, leader, own, theirs, group, code } = await meeting();
  const elsewhere = await newNetwork();
  const stranger = await newPerson(elsewhere, 'coordinator');
  const input = { ...group, menteeId: own };

  for (const person of [mentor, leader])
    expect(await refusal(as(person).mentoring.askIntoGroup(input))).toBe('not_allowed');
  expect(await refusal(as(stranger).mentoring.askIntoGroup({ ...input, network: elsewhere.code }))).toBe(
    'not_found',
  );
  const programmeId = await newProgramme(network, coordinator);
  const foreign = await newMentee({ network, coordinator, programmeId }, 'Finch', {});
  expect(await refusal(as(coordinator).mentoring.askIntoGroup({ ...group, menteeId: foreign }))).toBe(
    'not_found',
  );
  await as(coordinator).mentoring.ruleOut({
    ...code,
    menteeId: theirs,
    mentorId: (await as(coordinator).mentoring.standing(group)).mentorId,
  });
  expect(await refusal(as(coordinator).mentoring.askIntoGroup({ ...group, menteeId: theirs }))).toBe(
    'pair_ruled_out',
  );
});
