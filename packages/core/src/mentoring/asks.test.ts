import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { as, newNetwork, newPerson, refusal, type TestPerson, useTestDatabase } from '../testing.server.ts';
import { newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

await useTestDatabase();

const words = 'We talk on Friday, and look for somebody who speaks Dari.';

async function world() {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const other = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const leader = await newPerson(network, 'community_leader');
  const programmeId = await newProgramme(network, coordinator);
  const mentorId = await newMentor(network, coordinator, mentor);
  const mentee = { ...code, programmeId, alias: 'Rowan', personId: leader.personId };
  const { menteeId } = await as(coordinator).mentoring.addMentee(mentee);
  const second = await as(coordinator).mentoring.addMentee({ ...code, programmeId, alias: 'Fern' });
  const group = {
    menteeIds: [menteeId, second.menteeId],
    answering: [leader],
    answeredFor: [second.menteeId],
  };
  const people = { mentor, mentorId, ...group };
  const relationId = await newRelation(network, coordinator, { programmeId, ...people });
  const where = { ...code, relationId };
  await as(leader).mentoring.askAsMentee({ ...where, what: 'another_mentor' });
  const [ask] = (await as(coordinator).mentoring.standing(where)).asks;
  const askId = ask?.id ?? '';
  const page = (person: TestPerson) => as(person).mentoring.ask({ ...code, askId });
  const answer = (person: TestPerson) =>
    as(person).mentoring.answerAsk({ ...code, askId, answer: 'another', words });
  return { network, code, coordinator, other, mentor, leader, where, askId, page, answer };
}

test('a coordinator answers what somebody asked for; who asked reads the words, the other side learns nothing', async () => {
  const { network, code, coordinator, other, mentor, leader, where, page, answer } = await world();
  expect(await refusal(answer(mentor))).toBe('not_allowed');
  expect(await refusal(answer(leader))).toBe('not_allowed');
  expect(await page(coordinator)).toMatchObject({ alias: 'Rowan', canAnswer: true, answer: null });

  await answer(coordinator);

  expect(await page(leader)).toMatchObject({ isOwn: true, answer: 'another', words, canAnswer: false });
  const own = await as(leader).mentoring.myself(code);
  expect(own.profiles[0]?.relations[0]?.ask).toMatchObject({ what: 'another_mentor', answer: 'another' });
  expect(await page(coordinator)).toMatchObject({ words });
  expect(await page(other)).toMatchObject({ answer: 'another', hasWords: true, words: null });
  expect(await refusal(page(mentor))).toBe('not_found');
  const seen = [
    await as(mentor).mentoring.myMentees(code),
    await as(mentor).mentoring.relation(where),
    await as(mentor).privacy.everything(),
    await as(other).mentoring.standing(where),
    await inNetwork(network.id, (tx) => tx.prisma.domainEvent.findMany()),
  ];
  expect(JSON.stringify(seen)).not.toContain('Dari');
  expect(JSON.stringify(await as(leader).privacy.everything())).toContain('Dari');
});

test('what is answered waits no longer on the board, is answered once, and a new ask begins anew', async () => {
  const { code, coordinator, other, leader, where, answer } = await world();
  const open = async () => (await as(coordinator).mentoring.board(code)).relations[0]?.asks;
  expect(await open()).toEqual(['another_mentor']);

  const answers = await Promise.allSettled([answer(coordinator), answer(other)]);

  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await refusal(answer(coordinator))).toBe('state_changed');
  expect(await open()).toEqual([]);
  await as(leader).mentoring.askAsMentee({ ...where, what: 'more_time' });
  expect(await open()).toEqual(['more_time']);
  const { asks } = await as(coordinator).mentoring.standing(where);
  expect(asks).toMatchObject([{ what: 'more_time', answer: null }]);
});

test('the minutes of one entry for a group are the mentor’s time, counted once and not for each mentee', async () => {
  const { code, coordinator, mentor, where } = await world();
  const network = { network: code.network };
  const second = await as(coordinator).mentoring.board(code);
  expect(second.relations[0]?.minutes).toBe(0);
  const menteeIds = (await as(mentor).mentoring.relation(where)).mentees.map(({ id }) => id);
  await as(mentor).mentoring.logSession({
    ...network,
    relationId: where.relationId,
    menteeIds,
    nonce: crypto.randomUUID(),
    state: 'held',
    day: new Date().toISOString().slice(0, 10),
    timeZone: 'UTC',
    minutes: 90,
  });

  expect((await as(coordinator).mentoring.board(code)).relations[0]?.minutes).toBe(90);
  expect((await as(coordinator).mentoring.standing(where)).minutes).toBe(90);
});
