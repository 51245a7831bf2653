import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { addDays } from '../clock/days.ts';
import { dayOf } from '../clock/zoned-time.ts';
import { newMentor, newProgramme, newRelation } from '../mentoring/mentoring.testing.server.ts';
import { purgeNetwork } from '../privacy/retention.server.ts';
import { as, newNetwork, newPerson, refusal, type TestPerson, useTestDatabase } from '../testing.server.ts';
import type { SurveyAnswer } from './standstill-rules.ts';
import { surveyToken } from './survey.server.ts';
import { sweepCare } from './sweep.server.ts';

await useTestDatabase();

// Days of the network, wherever the clock of this machine stands; each at noon there.
const today = dayOf(new Date(), 'Europe/Bucharest');
const later = (count: number) => new Date(`${addDays(today, count)}T10:00:00Z`);

/** A relation that never met: a first meeting is due after ten days, and both are asked two days later. */
async function world() {
  const network = await newNetwork();
  const where = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const leader = await newPerson(network, 'community_leader');
  const programmeId = await newProgramme(network, coordinator, { cadenceDays: 7 });
  const mentorId = await newMentor(network, coordinator, mentor);
  const add = async (alias: string, personId = '') => {
    const known = {
      languages: ['ar' as const],
      topics: ['work' as const],
      availability: ['mon_evening' as const],
    };
    const mentee = { ...where, programmeId, alias, personId, ...known };
    return (await as(coordinator).mentoring.addMentee(mentee)).menteeId;
  };
  const menteeIds = [await add('L01', leader.personId), await add('L02')];
  const relationId = await newRelation(network, coordinator, {
    programmeId,
    mentor,
    mentorId,
    menteeIds,
    answering: [leader],
    answeredFor: menteeIds.slice(1),
  });
  const events = (kind: string) =>
    inNetwork(network.id, (tx) =>
      tx.prisma.domainEvent.findMany({
        where: { networkId: network.id, kind },
        orderBy: { id: 'asc' },
        select: { objectId: true },
      }),
    );
  const rows = () =>
    inNetwork(network.id, ({ prisma }) =>
      prisma.mentoringSurvey.findMany({ orderBy: [{ dueOn: 'asc' }, { menteeId: 'asc' }] }),
    );
  const linkOf = async ({ personId }: TestPerson) => {
    const surveyId = (await rows()).findLast((row) => row.personId === personId)?.id ?? '';
    return { ...where, surveyId, token: surveyToken(surveyId) };
  };
  const say = async (person: TestPerson, answer: SurveyAnswer, day: number) =>
    as(null, later(day)).care.answerSurvey({ ...(await linkOf(person)), answer });
  return { network, where, coordinator, mentor, leader, relationId, menteeIds, events, rows, linkOf, say };
}

test('before the coordinator is, the mentor and whoever has an address are asked whether they still meet, once', async () => {
  const { coordinator, where, mentor, leader, menteeIds, events, rows } = await world();
  await sweepCare(later(11));
  expect(await rows()).toEqual([]);

  await Promise.all([sweepCare(later(12)), sweepCare(later(12)), sweepCare(later(12))]);
  await sweepCare(later(13));

  const asked = (await rows()).map(({ personId, menteeId }) => ({ personId, menteeId }));
  expect(new Set(asked)).toEqual(
    new Set([
      { personId: mentor.personId, menteeId: null },
      { personId: leader.personId, menteeId: menteeIds[0] },
    ]),
  );
  expect((await events('care.survey_asked')).length).toBe(2);
  expect((await as(coordinator, later(13)).care.board(where)).surveys).toMatchObject([
    { answer: null },
    { answer: null },
  ]);
  expect((await events('care.stood_still')).length).toBe(1);
  await sweepCare(later(15));
  expect((await events('care.stood_still')).length).toBe(2);
});

test('a mentor who is one no more is not asked', async () => {
  const { coordinator, where, mentor, leader, rows } = await world();
  await as(coordinator).members.deactivate({ ...where, personId: mentor.personId });

  await sweepCare(later(12));

  expect((await rows()).map(({ personId }) => personId)).toEqual([leader.personId]);
});

test('one word by the link, without signing in: to look answers nothing, and no other link opens it', async () => {
  const { where, coordinator, mentor, leader, relationId, linkOf, say } = await world();
  await sweepCare(later(12));
  const link = await linkOf(leader);
  const page = (token = link.token, person: TestPerson | null = null, at = later(13)) =>
    as(person, at).care.surveyPage({ ...link, token });

  expect(await page()).toMatchObject({
    state: 'open',
    with: { aliases: [], mentor: { givenName: expect.any(String) } },
  });
  expect(await page()).toMatchObject({ state: 'open', answer: null });
  expect(await page('own', leader)).toMatchObject({ state: 'open' });
  for (const [token, person] of [
    [(await linkOf(mentor)).token, null],
    ['own', null],
    ['own', mentor],
    ['own', coordinator],
  ] as const)
    expect(await refusal(page(token, person))).toBe('not_found');
  expect(await as(null, later(13)).care.surveyPage(await linkOf(mentor))).toMatchObject({
    with: { aliases: ['L01', 'L02'], mentor: null },
  });
  expect(await page(link.token, null, later(43))).toMatchObject({ state: 'expired' });
  expect(await refusal(say(leader, 'meeting', 43))).toBe('link_expired');

  await Promise.all([say(leader, 'hindered', 13), say(leader, 'hindered', 13)]);

  expect(await page()).toMatchObject({ state: 'open', answer: 'hindered' });
  expect(await page(link.token, null, later(43))).toMatchObject({ state: 'expired', answer: 'hindered' });
  await as(coordinator).mentoring.moveRelation({ ...where, relationId, state: 'ended_early' });
  expect(await refusal(say(mentor, 'meeting', 14))).toBe('relation_ended');
});

test('the coordinator sees the word, the other side does not, and whoever gave it takes it away with them', async () => {
  const { where, coordinator, mentor, leader, events, say } = await world();
  await sweepCare(later(12));
  await say(leader, 'stopped', 13);

  const { surveys } = await as(coordinator, later(14)).care.board(where);
  expect(surveys.map(({ alias, answer }) => ({ alias, answer }))).toEqual([
    { alias: 'L01', answer: 'stopped' },
    { alias: null, answer: null },
  ]);
  expect((await as(mentor, later(14)).care.board(where)).surveys).toEqual([]);
  const everything = async (person: TestPerson) => JSON.stringify(await as(person).privacy.everything());
  expect(await everything(leader)).toContain('stopped');
  expect(await everything(mentor)).not.toContain('stopped');
  expect((await events('care.survey_answered')).length).toBe(1);
  await sweepCare(later(30));
  expect((await events('care.survey_asked')).length).toBe(2);
  expect((await events('care.stood_still')).length).toBe(1);
});

test('a wrong tap is corrected until the time is up: the last word counts', async () => {
  const { where, coordinator, leader, events, rows, say } = await world();
  await sweepCare(later(12));
  const word = async () => (await rows()).find(({ personId }) => personId === leader.personId)?.answer;
  const standing = async () => (await as(coordinator, later(14)).care.board(where)).standing;
  await say(leader, 'stopped', 13);
  expect((await standing()).map(({ step }) => step)).toEqual(['first_meeting']);

  await say(leader, 'meeting', 13);
  await say(leader, 'meeting', 14);

  expect(await word()).toBe('meeting');
  expect(await standing()).toEqual([]);
  expect((await events('care.survey_answered')).length).toBe(2);
  expect(await refusal(say(leader, 'hindered', 43))).toBe('link_expired');
  expect(await word()).toBe('meeting');
});

test('a link that is over names nobody, and who left answers for nobody', async () => {
  const { where, mentor, leader, menteeIds, linkOf, say } = await world();
  await sweepCare(later(12));
  const page = async (person: TestPerson, day: number) => {
    const shown = await as(null, later(day)).care.surveyPage(await linkOf(person));
    return { state: shown.state, isNamed: shown.with !== null };
  };
  expect(await page(leader, 13)).toEqual({ state: 'open', isNamed: true });
  expect(await page(mentor, 50)).toEqual({ state: 'expired', isNamed: false });

  await as(leader).mentoring.withdraw({ ...where, menteeId: menteeIds[0] ?? '' });
  expect(await page(leader, 13)).toEqual({ state: 'over', isNamed: false });
  expect(await refusal(say(leader, 'stopped', 13))).toBe('relation_ended');
});

test('two words at once leave one of them, and each is told of', async () => {
  const { leader, events, rows, say } = await world();
  await sweepCare(later(12));

  await Promise.all([say(leader, 'stopped', 13), say(leader, 'hindered', 13), say(leader, 'stopped', 13)]);

  const word = (await rows()).find(({ personId }) => personId === leader.personId)?.answer;
  expect(['stopped', 'hindered']).toContain(word);
  expect([2, 3]).toContain((await events('care.survey_answered')).length);
});

test('an answer that comes late stays on the board for its thirty days', async () => {
  const { where, coordinator, leader, say } = await world();
  await sweepCare(later(12));
  await say(leader, 'stopped', 40);
  const answers = async (day: number) =>
    (await as(coordinator, later(day)).care.board(where)).surveys.map(({ answer }) => answer);

  expect(await answers(43)).toEqual(['stopped']);
  expect(await answers(69)).toEqual(['stopped']);
  expect(await answers(71)).toEqual([]);
});

test('who says that they meet is left alone for as many days again, and then asked anew', async () => {
  const { mentor, events, say } = await world();
  await sweepCare(later(12));
  await say(mentor, 'meeting', 12);

  await sweepCare(later(21));
  expect([(await events('care.stood_still')).length, (await events('care.survey_asked')).length]).toEqual([
    1, 2,
  ]);
  await sweepCare(later(22));
  await sweepCare(later(24));
  expect([(await events('care.stood_still')).length, (await events('care.survey_asked')).length]).toEqual([
    2, 4,
  ]);
});

test('two years after the end of a relation its answers are gone', async () => {
  const { network, where, coordinator, relationId, rows, say, leader } = await world();
  await sweepCare(later(12));
  await say(leader, 'stopped', 13);
  await as(coordinator).mentoring.moveRelation({ ...where, relationId, state: 'ended_early' });
  const night = (count: number) => purgeNetwork({ networkId: network.id, now: later(count) });

  await night(725);
  expect((await rows()).length).toBe(2);
  await night(740);
  expect(await rows()).toEqual([]);
});
