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
import { heldSession, newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

await useTestDatabase();

const aim = 'I find a German course that I can reach';
const sentence = 'We agreed on this last Tuesday';
const comment = 'Please add until when';

async function world({ planApproval = true } = {}) {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const leader = await newPerson(network, 'community_leader');
  const programmeId = await newProgramme(network, coordinator, { planApproval });
  const mentorId = await newMentor(network, coordinator, mentor);
  const mentee = { ...code, programmeId, alias: 'Rowan', personId: leader.personId };
  const { menteeId } = await as(coordinator).mentoring.addMentee(mentee);
  const people = {
    programmeId,
    mentor,
    mentorId,
    menteeIds: [menteeId],
    answering: [leader],
    answeredFor: [],
  };
  const relationId = await newRelation(network, coordinator, people);
  const own = { ...code, relationId };
  const goal = (text = aim) =>
    as(mentor).mentoring.setGoal({
      ...own,
      menteeId,
      text,
      need: 'language',
      dueOn: '2030-05-01',
      state: 'agreed',
    });
  const send = async (kind: 'plan' | 'closing' = 'plan', person = mentor, more: object = {}) => {
    const { seen } = await as(person).mentoring.approvalForm({ ...own, kind });
    const request = { ...own, kind, seen, nonce: randomUUID(), words: sentence, ...more };
    return as(person).mentoring.requestApproval(request);
  };
  const open = (person: TestPerson, approvalId: string) =>
    as(person).mentoring.approval({ ...code, approvalId });
  const decide = (
    person: TestPerson,
    approvalId: string,
    decision: 'approved' | 'sent_back',
    words = comment,
  ) => as(person).mentoring.decideApproval({ ...code, approvalId, decision, words });
  const takeBack = (approvalId: string, isAnswered = false) =>
    as(mentor).mentoring.takeBackApproval({ ...code, approvalId, isAnswered });
  const state = async () => (await as(coordinator).mentoring.standing(own)).state;
  const edit = (approval: { planApproval?: boolean; seenPlanApproval?: boolean }) =>
    as(coordinator).mentoring.editProgramme({
      ...code,
      programmeId,
      code: 'M-OFF',
      texts: [{ language: 'ro', title: 'Mentorat' }],
      ...approval,
    });
  return {
    ...{ network, code, coordinator, mentor, leader, programmeId, menteeId, relationId, own },
    ...{ goal, send, open, decide, takeBack, state, edit },
  };
}
type World = Awaited<ReturnType<typeof world>>;

/** How many of a kind the start page of somebody names in the network of a world. */
async function needed({ code }: World, person: TestPerson, wanted: string): Promise<number> {
  const { networks } = await as(person).needs.own();
  const tasks = networks.find((each) => each.code === code.network)?.tasks ?? [];
  return tasks.find(({ kind }) => kind === wanted)?.count ?? 0;
}

const stored = ({ network }: World) =>
  inNetwork(network.id, ({ prisma }) =>
    prisma.relationApproval.findMany({ orderBy: { requestedAt: 'asc' } }),
  );

test('a plan is sent, sent back with a comment, sent again and approved; what was sent goes with each decision', async () => {
  const scene = await world();
  const { coordinator, mentor, own, goal, send, open, decide } = scene;
  await goal();

  const { approvalId } = await send();
  expect(await open(coordinator, approvalId)).toMatchObject({
    state: 'requested',
    goals: [{ alias: 'Rowan', text: aim, need: 'language', dueOn: '2030-05-01' }],
    requestWords: sentence,
    canDecide: true,
    isChanged: false,
  });
  expect([await needed(scene, coordinator, 'approvals'), await needed(scene, mentor, 'sentBack')]).toEqual([
    1, 0,
  ]);
  const { relations } = await as(coordinator).mentoring.board({ network: own.network });
  expect(relations[0]?.approvals).toEqual(['plan']);

  await decide(coordinator, approvalId, 'sent_back');
  expect([await needed(scene, coordinator, 'approvals'), await needed(scene, mentor, 'sentBack')]).toEqual([
    0, 1,
  ]);
  expect(await open(mentor, approvalId)).toMatchObject({
    state: 'sent_back',
    decisionWords: comment,
    goals: [],
  });

  await goal('A second goal');
  const again = await send();
  expect((await open(coordinator, again.approvalId)).goals.map(({ text }) => text)).toEqual([
    aim,
    'A second goal',
  ]);
  await decide(coordinator, again.approvalId, 'approved', '');

  expect(await needed(scene, mentor, 'sentBack')).toBe(0);
  const { approval } = await as(mentor).mentoring.relation(own);
  expect(approval?.[0]).toMatchObject({
    kind: 'plan',
    canRequest: false,
    newest: { state: 'approved', isChanged: false },
  });
  expect((await stored(scene)).map(({ state, planText }) => [state, planText])).toEqual([
    ['sent_back', null],
    ['approved', null],
  ]);
});

test('where nothing has to be approved nothing changes', async () => {
  const { coordinator, mentor, own, goal, send, state } = await world({ planApproval: false });
  await goal();

  expect(await refusal(send())).toBe('approval_not_needed');
  expect((await as(mentor).mentoring.relation(own)).approval).toBeNull();
  const { requestApproval } = as(mentor).mentoring;
  const request = { ...own, kind: 'closing' as const, nonce: randomUUID() };
  expect(await refusal(requestApproval(request))).toBe('approval_not_needed');
  for (const next of ['closing', 'completed'] as const)
    await as(coordinator).mentoring.moveRelation({ ...own, state: next, reason: '' });
  expect(await state()).toBe('completed');
});

test('a relation is completed by an approved closing alone; sessions are logged meanwhile, and access ends with it', async () => {
  const scene = await world();
  const { network, coordinator, mentor, menteeId, own, code, relationId, send, open, decide, state } = scene;
  const move = (next: 'closing' | 'completed') =>
    as(coordinator).mentoring.moveRelation({ ...own, state: next, reason: '' });
  await move('closing');
  expect(await refusal(move('completed'))).toBe('closing_not_requested');
  expect(await refusal(as(coordinator).mentoring.moveMentee({ ...code, menteeId, state: 'graduated' }))).toBe(
    'closing_not_requested',
  );
  await as(coordinator).mentoring.moveRelation({ ...own, state: 'active', reason: '' });

  const first = await send('closing');
  expect(await state()).toBe('closing');
  await as(mentor).mentoring.logSession(heldSession(network, relationId, [menteeId]));
  await decide(coordinator, first.approvalId, 'sent_back');
  expect(await state()).toBe('active');
  const second = await send('closing');
  await decide(coordinator, second.approvalId, 'approved');

  expect(await state()).toBe('completed');
  expect(await refusal(as(mentor).mentoring.relation(own))).toBe('relation_ended');
  const over = await open(mentor, second.approvalId);
  expect(over).toMatchObject({
    state: 'approved',
    mayRead: false,
    requestWords: null,
    decisionWords: null,
    aliases: [],
  });
});

test('an early end needs no approval, and what waits is not needed any more', async () => {
  const scene = await world();
  const { coordinator, own, goal, send, open, decide, state } = scene;
  await goal();
  const plan = await send();
  const closing = await send('closing');

  await as(coordinator).mentoring.moveRelation({ ...own, state: 'ended_early', reason: '' });

  expect(await state()).toBe('ended_early');
  expect((await stored(scene)).map((row) => [row.state, row.planText])).toEqual([
    ['not_needed', null],
    ['not_needed', null],
  ]);
  expect(await refusal(decide(coordinator, closing.approvalId, 'approved'))).toBe('state_changed');
  expect(await open(coordinator, plan.approvalId)).toMatchObject({ goals: [], requestWords: null });
  expect(await needed(scene, coordinator, 'approvals')).toBe(0);
  expect(await refusal(send())).toBe('relation_ended');
});

test('a mentor takes back what waits and puts away what came back; a relation goes back to where it was', async () => {
  const scene = await world();
  const { coordinator, mentor, own, goal, send, decide, takeBack, state } = scene;
  await goal();
  await as(coordinator).mentoring.moveRelation({ ...own, state: 'paused', reason: '' });
  const closing = await send('closing');
  await takeBack(closing.approvalId);
  expect(await state()).toBe('paused');

  const { approvalId } = await send();
  await decide(coordinator, approvalId, 'sent_back');
  expect(await refusal(takeBack(approvalId))).toBe('state_changed');
  await takeBack(approvalId, true);

  expect(await needed(scene, mentor, 'sentBack')).toBe(0);
  expect((await stored(scene)).map((row) => row.state)).toEqual(['taken_back', 'taken_back']);
});

test('where approval is switched off, what waits falls away, and the coordinator completes as before', async () => {
  const scene = await world();
  const { coordinator, own, goal, send, state, edit } = scene;
  await goal();
  await send();
  await send('closing');

  await edit({ planApproval: false, seenPlanApproval: true });

  expect((await stored(scene)).map((row) => [row.state, row.planText])).toEqual([
    ['not_needed', null],
    ['not_needed', null],
  ]);
  expect(await needed(scene, coordinator, 'approvals')).toBe(0);
  await as(coordinator).mentoring.moveRelation({ ...own, state: 'completed', reason: '' });
  expect(await state()).toBe('completed');
});

test('a closing that waits is not undone beside its request, and one that nobody asked for stays with the coordinator', async () => {
  const scene = await world();
  const { coordinator, own, send, decide, state } = scene;
  const move = (to: 'active' | 'closing') =>
    as(coordinator).mentoring.moveRelation({ ...own, state: to, reason: '' });
  const { approvalId } = await send('closing');

  expect(await refusal(move('active'))).toBe('transition_not_possible');
  expect(await needed(scene, coordinator, 'mentoringDecisions')).toBe(0);
  await decide(coordinator, approvalId, 'sent_back');

  await move('closing');
  expect([await state(), await needed(scene, coordinator, 'mentoringDecisions')]).toEqual(['closing', 1]);
  await move('active');
  expect(await state()).toBe('active');
});

test('where nobody could decide, a relation is completed as before', async () => {
  const { network, coordinator, mentor, own } = await world();
  await join(network, mentor, 'coordinator');
  const complete = (person: TestPerson) =>
    as(person).mentoring.moveRelation({ ...own, state: 'completed', reason: '' });
  await as(coordinator).mentoring.moveRelation({ ...own, state: 'closing', reason: '' });
  expect(await refusal(complete(mentor))).toBe('closing_not_requested');

  await inScope({ networkId: network.id }, ({ prisma }) =>
    prisma.roleAssignment.updateMany({
      where: { personId: coordinator.personId },
      data: { validUntil: new Date(Date.now() - 1000) },
    }),
  );
  await complete(mentor);
  expect((await as(mentor).mentoring.standing(own)).state).toBe('completed');
});

test('a form that was open for a while and one that says nothing of approvals leave them on', async () => {
  const scene = await world({ planApproval: false });
  const { coordinator, code, programmeId, goal, send, edit } = scene;
  const isOn = async () => (await as(coordinator).mentoring.programme({ ...code, programmeId })).planApproval;
  await edit({ planApproval: true, seenPlanApproval: false });
  await goal();
  await send();

  const old = await edit({ planApproval: false, seenPlanApproval: false }).catch((thrown) => thrown);
  expect(old.cause ?? old).toMatchObject({ code: 'state_changed', field: 'planApproval' });
  await edit({});
  await edit({ planApproval: true, seenPlanApproval: false });

  expect(await isOn()).toBe(true);
  expect((await stored(scene)).map((row) => row.state)).toEqual(['requested']);
});

test('a mentee is told whether coordinators read the goals, and nothing is said to wait that nobody can open', async () => {
  const { network, coordinator, mentor, leader, code, goal, send, open } = await world();
  const without = await world({ planApproval: false });
  const told = async (person: TestPerson, where: { network: string }) =>
    (await as(person).mentoring.myself(where)).profiles.map((profile) => profile.planApproval);
  expect(await told(leader, code)).toEqual([true]);
  expect(await told(without.leader, without.code)).toEqual([false]);
  await goal();
  const { approvalId } = await send();

  await inNetwork(network.id, ({ prisma }) =>
    prisma.roleAssignment.updateMany({
      where: { personId: mentor.personId, role: 'mentor' },
      data: { validUntil: new Date() },
    }),
  );

  expect(await refusal(open(coordinator, approvalId))).toBe('not_found');
  const { relations } = await as(coordinator).mentoring.board(code);
  expect(relations.map(({ approvals }) => approvals)).toEqual([[]]);
});

test('of two coordinators one decides and the other is told; what is sent back says why', async () => {
  const scene = await world();
  const { network, coordinator, goal, send, open, decide } = scene;
  const second = await newPerson(network, 'coordinator');
  await goal();
  const { approvalId } = await send();
  await expect(decide(coordinator, approvalId, 'sent_back', ' ')).rejects.toThrow();

  const both = await Promise.allSettled([
    decide(coordinator, approvalId, 'approved'),
    decide(second, approvalId, 'sent_back'),
  ]);

  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const loser = both[0]?.status === 'rejected' ? coordinator : second;
  expect(await refusal(decide(loser, approvalId, 'approved'))).toBe('state_changed');
  const seen = await open(loser, approvalId);
  expect(['approved', 'sent_back']).toContain(seen.state);
  expect(seen).toMatchObject({
    canDecide: false,
    mayRead: false,
    requestWords: null,
    decisionWords: null,
    goals: [],
  });
});

test('a goal that is corrected is another plan: what waits says so, and what was approved is sent again', async () => {
  const { coordinator, mentor, leader, code, own, goal, send, open, decide } = await world();
  const { goalId } = await goal();
  const { seen: before } = await as(mentor).mentoring.approvalForm({ ...own, kind: 'plan' });
  const correct = (text: string, seen: string, person = mentor) =>
    as(person).mentoring.correctGoal({ ...code, goalId, text, need: 'work', dueOn: '2030-06-01', seen });
  await correct('I find a course that I can walk to', 'never');
  expect(await refusal(send('plan', mentor, { seen: before }))).toBe('state_changed');

  const { approvalId } = await send();
  expect((await open(coordinator, approvalId)).isChanged).toBe(false);
  const [first] = (await as(mentor).mentoring.relation(own)).goals;
  expect(first).toMatchObject({ text: 'I find a course that I can walk to', need: 'work', state: 'agreed' });
  const seen = first?.correctedAt?.toISOString() ?? 'never';
  // Of two who correct one goal the second is told, and nothing of the first is lost.
  expect(await refusal(correct('Lost', 'never'))).toBe('state_changed');
  await correct('I find an evening course', seen, leader);
  expect(await open(coordinator, approvalId)).toMatchObject({
    isChanged: true,
    goals: [{ text: 'I find a course that I can walk to' }],
  });
  await decide(coordinator, approvalId, 'approved');
  const form = await as(mentor).mentoring.approvalForm({ ...own, kind: 'plan' });
  expect([form.canRequest, form.goals.map(({ text }) => text)]).toEqual([true, ['I find an evening course']]);

  await as(mentor).mentoring.reviewGoal({ ...code, goalId, progress: 4, state: 'achieved', note: '' });
  const settled = (await as(mentor).mentoring.relation(own)).goals[0]?.correctedAt?.toISOString() ?? 'never';
  expect(await refusal(correct('Too late', settled))).toBe('transition_not_possible');
});

test('a goal is corrected by its mentor and its own mentee, and by nobody else', async () => {
  const { network, coordinator, code, goal } = await world();
  const { goalId } = await goal();
  const others = [
    await newPerson(network, 'mentor'),
    await newPerson(network, 'community_leader'),
    coordinator,
  ];
  for (const person of others)
    expect(['not_found', 'not_allowed']).toContain(
      await refusal(as(person).mentoring.correctGoal({ ...code, goalId, text: 'Not theirs', seen: 'never' })),
    );
});

test('goals that changed after the request are named as changed, and those that were sent are decided about', async () => {
  const scene = await world();
  const { coordinator, mentor, code, own, goal, send, open } = scene;
  expect(await refusal(send())).toBe('plan_empty');
  const { goalId } = await goal();
  const { approvalId } = await send();
  await as(mentor).mentoring.reviewGoal({ ...code, goalId, progress: 4, state: 'achieved', note: '' });
  expect((await open(coordinator, approvalId)).isChanged).toBe(false);

  await goal('Another one');

  expect(await open(coordinator, approvalId)).toMatchObject({ isChanged: true, goals: [{ text: aim }] });
  await scene.takeBack(approvalId);
  expect(await refusal(send('plan', mentor, { seen: goalId }))).toBe('state_changed');
  const nonce = randomUUID();
  const twice = await Promise.all([send('plan', mentor, { nonce }), send('plan', mentor, { nonce })]);
  expect(twice.map((each) => each.approvalId)).toEqual([nonce, nonce]);
  expect(
    await refusal(
      as(mentor)
        .mentoring.approvalForm({ ...own, kind: 'plan' })
        .then(() => send()),
    ),
  ).toBe('state_changed');
});

test('nobody else opens it: not the mentee, another mentor, a viewer, an operator, the parent network or a coordinator with a part in it', async () => {
  const scene = await world();
  const { network, coordinator, mentor, leader, own, code, goal, send, open, decide } = scene;
  const parent = await newNetwork();
  await inScope({ networkId: network.id, door: 'platform' }, (tx) =>
    tx.prisma.network.updateMany({ where: { id: network.id }, data: { parentId: parent.id } }),
  );
  await join(network, leader, 'coordinator');
  await join(network, mentor, 'coordinator');
  await goal();
  const { approvalId } = await send();
  const platform = { id: platformNetworkId, code: 'platform', tag: '' };
  const strangers = [
    leader,
    await newPerson(network, 'mentor'),
    await newPerson(network, 'viewer'),
    await newPerson(network, 'institution_manager', await newInstitution(network)),
    await newPerson(platform, 'platform_admin'),
    await newPerson(parent, 'coordinator'),
  ];

  for (const person of strangers) {
    expect(await refusal(open(person, approvalId))).toMatch(/^(not_found|not_allowed|forbidden)$/);
    expect(await refusal(decide(person, approvalId, 'approved'))).toMatch(
      /^(not_found|not_allowed|forbidden)$/,
    );
    expect(await needed(scene, person, 'approvals')).toBe(0);
  }
  expect(await refusal(decide(mentor, approvalId, 'approved'))).toBe('not_allowed');
  expect(await needed(scene, mentor, 'approvals')).toBe(0);
  const [row] = (await as(leader).mentoring.board(code)).relations;
  expect(row?.approvals).toEqual([]);
  expect((await as(leader).mentoring.standing(own)).approvals).toEqual([]);
  const board = JSON.stringify(await as(coordinator).mentoring.board(code));
  expect(board).not.toContain(aim);
  expect(JSON.stringify(await as(coordinator).mentoring.standing(own))).not.toContain(sentence);
  expect((await open(coordinator, approvalId)).goals).toHaveLength(1);
});

test('the mentee is told that it was sent and what came of it, and finds who read it', async () => {
  const scene = await world();
  const { network, coordinator, leader, goal, send, open, decide, code } = scene;
  await goal();
  const { approvalId } = await send();
  await open(coordinator, approvalId);
  const read = await inNetwork(network.id, ({ prisma }) =>
    prisma.domainEvent.findMany({ where: { objectId: approvalId, actorId: coordinator.personId } }),
  );
  expect(read.map(({ payload }) => payload)).toMatchObject([{ subjectPersonId: leader.personId }]);

  await decide(coordinator, approvalId, 'approved');

  const { plansSent } = await as(leader).mentoring.myself(code);
  expect(plansSent.map((each) => each.state)).toEqual(['approved']);
  const copied = async (
    person: TestPerson,
    area: 'approvals' | 'approvalsRequested' | 'approvalsDecided',
  ) => {
    const { networks } = await as(person).privacy.everything();
    return networks.find((each) => each.code === code.network)?.stored[area] ?? [];
  };
  const [told] = await copied(leader, 'approvals');
  expect(told).toMatchObject({ kind: 'plan', state: 'approved' });
  expect(Object.keys(told ?? {})).not.toEqual(expect.arrayContaining(['request_words']));
  expect(JSON.stringify(told)).not.toMatch(/words|plan_text|goal_ids/);
  expect(await copied(scene.mentor, 'approvalsRequested')).toMatchObject([
    { request_words: sentence, decision_words: comment },
  ]);
  expect(await copied(coordinator, 'approvalsDecided')).toHaveLength(1);
});

test('the words go with the notes of the mentor, the rest with the texts of the relation', async () => {
  const scene = await world();
  const { network, coordinator, own, goal, send, decide } = scene;
  await goal();
  const { approvalId } = await send();
  await decide(coordinator, approvalId, 'approved');
  await as(coordinator).mentoring.moveRelation({ ...own, state: 'ended_early', reason: '' });
  const night = (offset: number) =>
    purgeNetwork({ networkId: network.id, now: new Date(Date.now() + days(offset)) });

  await night(190);
  expect(await stored(scene)).toMatchObject([{ requestWords: null, decisionWords: null }]);
  await night(740);
  expect(await stored(scene)).toEqual([]);
});
