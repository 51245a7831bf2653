import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  as,
  days,
  hours,
  newInstitution,
  newNetwork,
  newPerson,
  newTraining,
  places,
  refusal,
  useTestDatabase,
} from '../testing.server.ts';
import { newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

await useTestDatabase();

async function running() {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const leader = await newPerson(network, 'community_leader');
  const programmeId = await newProgramme(network, coordinator);
  const mentorId = await newMentor(network, coordinator, mentor);
  const { menteeId } = await as(coordinator).mentoring.addMentee({
    ...code,
    programmeId,
    alias: 'Birch',
    personId: leader.personId,
    languages: ['ro'],
  });
  const begin = () =>
    newRelation(network, coordinator, {
      programmeId,
      mentor,
      mentorId,
      menteeIds: [menteeId],
      answering: [leader],
      answeredFor: [],
    });
  return { network, code, coordinator, mentor, leader, programmeId, begin };
}

const task = (taskId: string, title: string, changes: object = {}) => ({
  taskId,
  titles: [{ language: 'ro' as const, title }],
  owner: 'mentor' as const,
  days: 7,
  ...changes,
});

test('a relation follows the plan that there was at its beginning; a change is offered and applied, and what is done stays', async () => {
  const { code, coordinator, mentor, leader, programmeId, begin } = await running();
  const [meet, agree, review] = [randomUUID(), randomUUID(), randomUUID()];
  await as(coordinator).mentoring.savePlan({
    ...code,
    programmeId,
    tasks: [task(meet, 'Meet', { days: 0 }), task(agree, 'Agree on goals', { after: meet, owner: 'mentee' })],
  });
  const relationId = await begin();
  const own = { ...code, relationId };
  await as(mentor).mentoring.markTask({ ...own, taskId: meet, mark: 'done' });
  expect((await as(leader).mentoring.tasks(own)).tasks.map(({ doneOn }) => doneOn !== null)).toEqual([
    true,
    false,
  ]);
  const { planId } = await as(coordinator).mentoring.savePlan({
    ...code,
    programmeId,
    tasks: [task(meet, 'Meet', { days: 3 }), task(review, 'Review', { after: meet, days: 30 })],
  });

  const { offers } = await as(coordinator).mentoring.plan({ ...code, programmeId });
  expect(offers.map(({ changes }) => changes.map(({ is, taskId }) => [is, taskId]))).toEqual([
    [
      ['add', review],
      ['remove', agree],
    ],
  ]);
  expect((await as(leader).mentoring.tasks(own)).tasks.map(({ id }) => id)).toEqual([meet, agree]);
  const apply = { ...code, programmeId, relationIds: [relationId] };
  expect(await refusal(as(coordinator).mentoring.applyPlan({ ...apply, planId: randomUUID() }))).toBe(
    'plan_changed',
  );
  await as(coordinator).mentoring.applyPlan({ ...apply, planId });
  const after = (await as(leader).mentoring.tasks(own)).tasks;
  expect(after.map(({ id, doneOn }) => [id, doneOn !== null])).toEqual([
    [meet, true],
    [review, false],
  ]);
  expect((await as(coordinator).mentoring.plan({ ...code, programmeId })).offers).toEqual([]);
});

test('tasks in a circle are refused, and nobody else opens the tasks of a relation', async () => {
  const { network, code, coordinator, programmeId, begin } = await running();
  const [one, two] = [randomUUID(), randomUUID()];
  const tasks = [task(one, 'One', { after: two }), task(two, 'Two', { after: one })];

  expect(await refusal(as(coordinator).mentoring.savePlan({ ...code, programmeId, tasks }))).toBe(
    'plan_impossible',
  );
  const relationId = await begin();
  const other = await newPerson(network, 'mentor');
  expect(await refusal(as(other).mentoring.tasks({ ...code, relationId }))).toBe('not_found');
  expect((await as(coordinator).mentoring.tasks({ ...code, relationId })).tasks).toEqual([]);
});

test('a day that is set by hand and a task that is not needed stay in this relation; who it waits for says so', async () => {
  const { code, coordinator, mentor, leader, programmeId, begin } = await running();
  const [meet, agree, decide] = [randomUUID(), randomUUID(), randomUUID()];
  const tasks = [
    task(meet, 'Meet'),
    task(agree, 'Agree', { owner: 'mentee', after: meet }),
    task(decide, 'Decide', { owner: 'coordinator' }),
  ];
  await as(coordinator).mentoring.savePlan({ ...code, programmeId, tasks });
  const own = { ...code, relationId: await begin() };
  const mark = (person: typeof mentor, taskId: string, fields: object) =>
    as(person).mentoring.markTask({ ...own, taskId, mark: 'done', ...fields });

  expect(await refusal(mark(leader, meet, {}))).toBe('not_allowed');
  expect(await refusal(mark(mentor, decide, {}))).toBe('not_allowed');
  expect(await refusal(mark(coordinator, agree, {}))).toBe('not_allowed');
  await mark(mentor, meet, { mark: 'moved', day: '2031-05-01' });
  await mark(mentor, agree, { mark: 'dropped' });
  await mark(coordinator, decide, {});
  const seen = (await as(leader).mentoring.tasks(own)).tasks;
  expect(seen.map(({ id, dueOn, isDropped, canMark }) => [id, dueOn, isDropped, canMark])).toEqual([
    [meet, '2031-05-01', false, false],
    [agree, '2031-05-08', true, true],
    [decide, expect.any(String), false, false],
  ]);
  await as(coordinator).mentoring.moveRelation({ ...own, state: 'ended_early' });
  expect(await refusal(mark(mentor, meet, {}))).toBe('relation_ended');
  expect(await refusal(as(leader).mentoring.tasks(own))).toBe('relation_ended');
});

test('a module is done by having been there, with a login or without, and counts towards the leaders', async () => {
  const { network, code, coordinator, mentor, leader, programmeId, begin } = await running();
  const start = Date.now() - days(2);
  const trainingId = await newTraining(network, coordinator, {
    sessions: [{ startsAt: new Date(start), endsAt: new Date(start + hours(3)), halfDay: 'am' }],
  });
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const [withLogin = {}, ...others] = places('Pop', 'Linden', 'Oak');
  await as(manager, new Date(start - days(3))).seats.register({
    ...code,
    trainingId,
    places: [{ ...withLogin, email: leader.email }, ...others],
    requestKey: randomUUID(),
  });
  const [taskId, moduleId] = [randomUUID(), randomUUID()];
  const module = { moduleId, titles: [{ language: 'ro' as const, title: 'Module 1' }] };
  await as(coordinator).mentoring.saveModules({
    ...code,
    programmeId,
    modules: [module],
    trainings: [{ trainingId, moduleId }],
  });
  await as(coordinator).mentoring.savePlan({
    ...code,
    programmeId,
    tasks: [task(taskId, 'Module 1', { moduleId, owner: 'mentee' })],
  });
  const { menteeId } = await as(coordinator).mentoring.addMentee({ ...code, programmeId, alias: 'Linden' });
  const relationId = await begin();
  const [birch] = await as(coordinator).mentoring.mentees({ ...code, q: 'Birch' });
  const aim = { ...code, relationId, menteeId: birch?.id ?? '', text: 'Find a course' };
  await as(mentor).mentoring.setGoal(aim);
  const done = async () =>
    (await as(leader).mentoring.tasks({ ...code, relationId })).tasks[0]?.doneOn ?? null;
  const empowered = async () =>
    (await as(coordinator).mentoring.indicators(code)).find(({ code }) => code === 'BG-03')?.value;
  const attended = async () =>
    (await as(coordinator).mentoring.modules({ ...code, programmeId })).mentees.map((each) => [
      each.alias,
      each.attended.length,
    ]);

  expect([await done(), await empowered()]).toEqual([null, 0]);
  const { seats, training } = await as(coordinator).trainings.manage({ ...code, trainingId });
  const marks = seats.map(({ id, familyName }) => ({
    seatId: id,
    state: familyName === 'Oak' ? ('absent' as const) : ('present' as const),
  }));
  const sessionId = training.sessions[0]?.id ?? '';
  await as(coordinator).attendance.mark({ ...code, trainingId, sessionId, marks });
  expect([await done(), await empowered()]).toEqual([expect.any(String), 1]);
  expect(await attended()).toEqual([
    ['Birch', 1],
    ['Linden', 0],
  ]);

  const found = await as(coordinator).mentoring.menteeSeats({ ...code, menteeId });
  expect(found.seats.map(({ familyName, isOwn }) => [familyName, isOwn])).toEqual([
    ['Linden', false],
    ['Oak', false],
  ]);
  const participantIds = found.seats.slice(0, 1).map(({ participantId }) => participantId);
  await as(coordinator).mentoring.saveMenteeSeats({ ...code, menteeId, participantIds });
  expect(await attended()).toEqual([
    ['Birch', 1],
    ['Linden', 1],
  ]);
  const { menteeId: other } = await as(coordinator).mentoring.addMentee({
    ...code,
    programmeId,
    alias: 'Oak',
  });
  expect(
    await refusal(as(coordinator).mentoring.saveMenteeSeats({ ...code, menteeId: other, participantIds })),
  ).toBe('not_found');
  expect(await refusal(as(coordinator).mentoring.saveModules({ ...code, programmeId, modules: [] }))).toBe(
    'module_in_plan',
  );
});
