import { randomUUID } from 'node:crypto';
import { forgetInNetwork } from '@tessera/db/retention.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { pngOf } from '@tessera/files/picture.testing.ts';
import { expect, test } from 'vitest';
import { oneFile } from '../canary.testing.server.ts';
import { newMentor, newProgramme, newRelation } from '../mentoring/mentoring.testing.server.ts';
import { as, newInstitution, newNetwork, newPerson, refusal, useTestDatabase } from '../testing.server.ts';
import { newInitiative, newStory } from './initiatives.testing.server.ts';

await useTestDatabase();

/** Two leaders with a login and one without, in one cohort, and a mentor of the first. */
async function team() {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const [leader, other] = [
    await newPerson(network, 'community_leader'),
    await newPerson(network, 'community_leader'),
  ];
  const mentor = await newPerson(network, 'mentor');
  const programmeId = await newProgramme(network, coordinator);
  const { cohortId } = await as(coordinator).mentoring.addCohort({ ...code, programmeId, name: 'One' });
  const add = async (alias: string, personId: string | null, inCohort: string | null = cohortId) =>
    (
      await as(coordinator).mentoring.addMentee({
        ...code,
        programmeId,
        cohortId: inCohort,
        alias,
        personId,
        languages: ['ro'],
      })
    ).menteeId;
  const ids = {
    leader: await add('Birch', leader.personId),
    other: await add('Ash', other.personId),
    silent: await add('Oak', null),
    stranger: await add('Elm', null, null),
  };
  const mentorId = await newMentor(network, coordinator, mentor);
  await newRelation(network, coordinator, {
    programmeId,
    mentor,
    mentorId,
    menteeIds: [ids.leader],
    answering: [leader],
    answeredFor: [],
  });
  const menteeIds = [ids.leader, ids.other, ids.silent];
  return { network, code, coordinator, leader, other, mentor, programmeId, ids, menteeIds };
}

test('a team plans, the coordinator approves with a word, and it comes to its end with people reached', async () => {
  const { network, code, coordinator, leader, programmeId, menteeIds } = await team();
  const initiativeId = await newInitiative(network, leader, {
    programmeId,
    menteeIds,
    amounts: ['1.200,50', '80'],
  });
  const where = { ...code, initiativeId };
  const page = () => as(leader).initiatives.one(where);

  expect(await page()).toMatchObject({
    state: 'idea',
    cents: 128_050,
    moves: ['submit', 'stop'],
    decisions: [],
  });
  await as(leader).initiatives.move({ ...where, move: 'submit' });
  expect(await refusal(as(coordinator).initiatives.decide({ ...where, decision: 'return' }))).toBe(
    'comment_needed',
  );
  await as(coordinator).initiatives.decide({ ...where, decision: 'return', comment: 'Where will it be?' });
  expect(await page()).toMatchObject({ state: 'idea', decisionComment: 'Where will it be?' });
  await as(leader).initiatives.move({ ...where, move: 'submit' });
  await as(coordinator).initiatives.decide({ ...where, decision: 'approve', comment: 'Good luck' });
  await as(leader).initiatives.move({ ...where, move: 'start' });
  const [task] = (await page()).tasks;
  expect(task).toMatchObject({ title: 'Buy flour', isOverdue: true });
  await as(leader).initiatives.tick({ ...where, taskId: task?.id ?? '', isDone: true });
  expect((await page()).tasks[0]).toMatchObject({ isOverdue: false });
  expect(await refusal(as(leader).initiatives.move({ ...where, move: 'complete' }))).toBe('reached_needed');
  await as(leader).initiatives.move({ ...where, move: 'complete', peopleReached: 60 });

  expect(await as(coordinator).initiatives.figures(code)).toMatchObject({ completed: 1, reached: 60 });
  expect(await page()).toMatchObject({
    state: 'completed',
    mayTell: true,
    mayEdit: false,
    moves: ['report'],
  });
});

test('a plan that was approved costs no more than that, and what is done stays done when it is written anew', async () => {
  const { network, code, coordinator, leader, programmeId, menteeIds } = await team();
  const initiativeId = await newInitiative(network, leader, { programmeId, menteeIds });
  const where = { ...code, initiativeId };
  await as(leader).initiatives.move({ ...where, move: 'submit' });
  await as(coordinator).initiatives.decide({ ...where, decision: 'approve' });
  const { tasks } = await as(leader).initiatives.one(where);
  await as(leader).initiatives.tick({ ...where, taskId: tasks[0]?.id ?? '', isDone: true });
  const plan = (amount: string) =>
    as(leader).initiatives.plan({
      ...where,
      menteeIds,
      texts: [{ language: 'ro', title: 'Baking', question: 'Why?', plan: 'So' }],
      tasks: tasks.map(({ id, title }) => ({ taskId: id, title })).reverse(),
      costs: [{ label: 'Flour', amount }],
    });

  expect(await refusal(plan('120,51'))).toBe('budget_approved');
  expect(await refusal(plan('a lot'))).toBe('amount_invalid');
  await plan('120,50');
  const after = (await as(leader).initiatives.one(where)).tasks;
  expect(after.map(({ title, doneOn }) => [title, doneOn !== null])).toEqual([
    ['Invite people', false],
    ['Buy flour', true],
  ]);
});

test('a leader puts together the own group, and is in it; a mentor opens the initiatives of the own mentees', async () => {
  const { network, code, coordinator, leader, other, mentor, programmeId, ids, menteeIds } = await team();
  const begin = (who: typeof leader, team: string[]) =>
    newInitiative(network, who, { programmeId, menteeIds: team });

  expect(await refusal(begin(leader, [ids.leader, ids.stranger]))).toBe('team_not_here');
  expect(await refusal(begin(leader, [ids.other]))).toBe('team_without_you');
  expect(await refusal(begin(mentor, [ids.leader]))).toBe('not_allowed');
  const initiativeId = await begin(leader, menteeIds);
  const where = { ...code, initiativeId };
  expect((await as(mentor).initiatives.one(where)).team.map(({ alias }) => alias)).toEqual([
    'Ash',
    'Birch',
    'Oak',
  ]);
  expect((await as(other).initiatives.list(code)).initiatives).toHaveLength(1);
  for (const role of ['mentor', 'community_leader', 'viewer', 'volunteer'] as const) {
    const stranger = await newPerson(network, role);
    expect(await refusal(as(stranger).initiatives.one(where))).toBe('not_found');
    expect((await as(stranger).initiatives.list(code)).initiatives).toEqual([]);
  }
  expect((await as(coordinator).initiatives.form(code)).choices).toHaveLength(4);
});

test('a story is public after everybody agreed to these words, and gone with the first who takes it back', async () => {
  const { network, code, coordinator, leader, other, programmeId, ids, menteeIds } = await team();
  const initiativeId = await newStory(network, coordinator, leader, { programmeId, menteeIds });
  const where = { ...code, initiativeId };
  const visitor = as(null);
  const shown = async () => (await visitor.initiatives.stories(code)).length;
  const give = { ...where, version: 1, answer: 'give' } as const;

  await as(leader).initiatives.answerStory(give);
  await as(other).initiatives.answerStory(give);
  expect(await refusal(as(coordinator).initiatives.publish(where))).toBe('consents_missing');
  expect(await refusal(as(leader).initiatives.publish(where))).toBe('not_allowed');
  expect(await refusal(as(coordinator).initiatives.answerStoryFor({ ...give, menteeId: ids.other }))).toBe(
    'mentee_answers_themselves',
  );
  await as(coordinator).initiatives.answerStoryFor({ ...give, menteeId: ids.silent, how: 'signature' });
  await as(coordinator).initiatives.publish(where);
  expect(await visitor.initiatives.story(where)).toMatchObject({
    title: 'We baked',
    teamSize: 3,
    reached: 60,
  });
  expect(JSON.stringify(await visitor.initiatives.story(where))).not.toMatch(/Birch|Ash|Oak/);

  await as(other).initiatives.answerStory({ ...where, version: 1, answer: 'withdraw' });
  expect(await shown()).toBe(0);
  expect(await refusal(visitor.initiatives.story(where))).toBe('not_found');

  await as(other).initiatives.answerStory(give);
  expect(await shown()).toBe(0);
  await as(coordinator).initiatives.publish(where);
  expect(await shown()).toBe(1);
  await as(leader).initiatives.writeStory({
    ...where,
    texts: [{ language: 'ro', title: 'Other words', body: 'Nobody agreed to these.' }],
  });
  expect(await shown()).toBe(0);
  expect(await refusal(as(other).initiatives.answerStory(give))).toBe('wording_changed');
});

test('whoever is forgotten takes the story along, and no publication beside it wins', async () => {
  const { network, code, coordinator, leader, programmeId, ids } = await team();
  const initiativeId = await newStory(network, coordinator, leader, { programmeId, menteeIds: [ids.leader] });
  const where = { ...code, initiativeId };
  await as(leader).initiatives.answerStory({ ...where, version: 1, answer: 'give' });

  await Promise.allSettled([
    as(coordinator).initiatives.publish(where),
    inNetwork(network.id, (tx) =>
      tx.run(forgetInNetwork(network.id, leader.personId, leader.email, new Date())),
    ),
  ]);
  expect(await as(null).initiatives.stories(code)).toEqual([]);
});

test('a picture is open with its story and not before; it says in words what it shows', async () => {
  const { network, code, coordinator, leader, programmeId, ids } = await team();
  const initiativeId = await newStory(network, coordinator, leader, { programmeId, menteeIds: [ids.leader] });
  const where = { ...code, initiativeId };
  const { photoId } = await as(leader).initiatives.keepPhoto({
    ...where,
    name: 'bread.png',
    content: oneFile(pngOf(4, 4)),
  });
  const write = (words: string) =>
    as(leader).initiatives.writeStory({
      ...where,
      texts: [{ language: 'ro', title: 'We baked', body: 'Sixty came.' }],
      photos: [{ photoId, words }],
    });

  expect(await refusal(write(''))).toBe('photo_words_needed');
  await write('Bread on a table');
  expect(await refusal(as(null).initiatives.photo({ ...where, photoId }))).toBe('not_found');
  expect((await as(leader).initiatives.photo({ ...where, photoId })).mime).toBe('image/png');
  await as(leader).initiatives.answerStory({ ...where, version: 2, answer: 'give' });
  await as(coordinator).initiatives.publish(where);
  expect((await as(null).initiatives.photo({ ...where, photoId })).mime).toBe('image/png');
  await as(leader).initiatives.answerStory({ ...where, version: 2, answer: 'withdraw' });
  expect(await refusal(as(null).initiatives.photo({ ...where, photoId }))).toBe('not_found');
  expect(await refusal(as(await newPerson(network, 'mentor')).initiatives.photo({ ...where, photoId }))).toBe(
    'not_found',
  );
});

test('an institution of the network can be a partner, one of another network not', async () => {
  const { network, code, leader, programmeId, menteeIds } = await team();
  const [here, elsewhere] = [
    await newInstitution(network, 'School'),
    await newInstitution(await newNetwork()),
  ];
  const initiativeId = await newInitiative(network, leader, { programmeId, menteeIds });
  const plan = (institutionId: string) =>
    as(leader).initiatives.plan({
      ...code,
      initiativeId,
      menteeIds,
      texts: [{ language: 'ro', title: 'Baking' }],
      partners: [{ institutionId }, { name: 'The bakery' }],
    });

  expect(await refusal(plan(elsewhere))).toBe('not_found');
  expect(await refusal(plan(randomUUID()))).toBe('not_found');
  await plan(here);
  expect(
    (await as(leader).initiatives.one({ ...code, initiativeId })).partners.map(({ name }) => name),
  ).toEqual(['School', 'The bakery']);
});
