import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { addDays } from '../clock/days.ts';
import { dayOf } from '../clock/zoned-time.ts';
import { heldSession, newMentor, newProgramme, newRelation } from '../mentoring/mentoring.testing.server.ts';
import {
  as,
  join,
  newNetwork,
  newPerson,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { sweepCare } from './sweep.server.ts';

await useTestDatabase();

const secret = 'The sister of Omar is ill';

async function world() {
  const network = await newNetwork();
  const where = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const programmeId = await newProgramme(network, coordinator, { cadenceDays: 7 });
  const mentorId = await newMentor(network, coordinator, mentor);
  const add = async (alias: string) =>
    (
      await as(coordinator).mentoring.addMentee({
        ...where,
        programmeId,
        alias,
        languages: ['ar'],
        topics: ['work'],
        availability: ['mon_evening'],
      })
    ).menteeId;
  const menteeId = await add('L01');
  const relationId = await newRelation(network, coordinator, {
    programmeId,
    mentor,
    mentorId,
    menteeIds: [menteeId],
  });
  const told = (kind: string) =>
    inNetwork(network.id, (tx) =>
      tx.prisma.domainEvent.findMany({
        where: { networkId: network.id, kind },
        orderBy: { id: 'asc' },
        select: { objectId: true, payload: true },
      }),
    );
  return { network, where, coordinator, mentor, programmeId, mentorId, menteeId, relationId, add, told };
}

// Days of the network, wherever the clock of this machine stands; each at noon there.
const timeZone = 'Europe/Bucharest';
const today = dayOf(new Date(), timeZone);
const dayAfter = (count: number) => addDays(today, count);
const later = (count: number) => new Date(`${dayAfter(count)}T10:00:00Z`);

const held = (network: TestNetwork, relationId: string, menteeId: string) => ({
  ...heldSession(network, relationId, [menteeId]),
  day: today,
  timeZone,
});

test('what stands still is told once, to the mentor first and then to the coordinator who owns it', async () => {
  const { network, where, coordinator, mentorId, programmeId, told } = await world();
  await as(coordinator).care.setThresholds({
    ...where,
    programmeId,
    steps: [{ step: 'first_meeting', days: 10, owner: 'coordinator' }],
  });

  await sweepCare(later(9));
  expect(await told('care.stood_still')).toEqual([]);
  await Promise.all([sweepCare(later(10)), sweepCare(later(10)), sweepCare(later(10))]);
  await sweepCare(later(11));
  expect(await told('care.stood_still')).toEqual([{ objectId: mentorId, payload: { count: 1 } }]);
  await sweepCare(later(13));
  await sweepCare(later(30));

  expect(await told('care.stood_still')).toEqual([
    { objectId: mentorId, payload: { count: 1 } },
    { objectId: network.id, payload: { count: 1 } },
  ]);
});

test('a meeting ends a standstill, and a mute keeps it silent until its day', async () => {
  const { network, where, coordinator, mentor, menteeId, relationId, mentorId, told } = await world();
  await as(mentor).mentoring.logSession(held(network, relationId, menteeId));
  const standing = async (count: number) => (await as(coordinator, later(count)).care.board(where)).standing;

  expect(await standing(13)).toEqual([]);
  expect(await standing(14)).toMatchObject([
    { step: 'gap', days: 14, aliases: ['L01'], relationId, mute: null, owner: 'mentor' },
  ]);
  await as(coordinator).care.mute({
    ...where,
    aboutId: relationId,
    step: 'gap',
    until: dayAfter(40),
    reason: 'agreed',
  });
  await sweepCare(later(20));
  expect(await told('care.stood_still')).toEqual([]);
  expect(await standing(20)).toMatchObject([{ mute: { until: dayAfter(40), reason: 'agreed' } }]);
  await sweepCare(later(40));

  expect(await told('care.stood_still')).toEqual([{ objectId: mentorId, payload: { count: 1 } }]);
  const behind = { ...where, aboutId: relationId, step: 'gap' as const, until: dayAfter(-2) };
  expect(await refusal(as(coordinator).care.mute({ ...behind, reason: 'other' }))).toBe('day_behind');
});

test('a mentee whose profile is not filled in is the coordinator’s, and stands on no mentor’s page', async () => {
  const { where, coordinator, mentor, programmeId, network, told } = await world();
  await as(coordinator).mentoring.addMentee({ ...where, programmeId, alias: 'L02' });

  await sweepCare(later(7));

  expect(await told('care.stood_still')).toEqual([{ objectId: network.id, payload: { count: 1 } }]);
  const { standing } = await as(coordinator, later(7)).care.board(where);
  expect(standing).toMatchObject([{ step: 'profile', aliases: ['L02'], mentor: null, owner: 'coordinator' }]);
  expect((await as(mentor, later(7)).care.board(where)).standing).toEqual([]);
});

test('a mentor sees the own relations alone; others see none, and nobody a word that was said', async () => {
  const { network, where, coordinator, mentor, menteeId, relationId } = await world();
  const other = await newPerson(network, 'mentor');
  await as(mentor).mentoring.logSession({
    ...held(network, relationId, menteeId),
    summary: secret,
    privateNote: secret,
  });
  await as(coordinator).care.ask({ ...where, relationId, question: 'how_is_it' });

  const own = await as(mentor, later(20)).care.board(where);
  expect(own).toMatchObject({ isForAll: false, standing: [{ step: 'gap' }], flags: [{ answer: null }] });
  expect(await as(other, later(20)).care.board(where)).toMatchObject({ standing: [], flags: [] });
  for (const role of ['viewer', 'community_leader', 'institution_manager', 'trainer'] as const)
    expect(await refusal(as(await newPerson(network, role)).care.board(where))).toBe('not_allowed');
  const all = JSON.stringify([own, await as(coordinator, later(20)).care.board(where)]);
  expect(all).not.toContain('Omar');
});

test('a question is one however often it is asked, and its mentor answers it once', async () => {
  const { network, where, coordinator, mentor, relationId } = await world();
  const other = await newPerson(network, 'mentor');
  const ask = () => as(coordinator).care.ask({ ...where, relationId, question: 'log_missing' });

  const [{ flagId }, again] = await Promise.all([ask(), ask()]);
  expect(again).toEqual({ flagId });
  const answer = { ...where, flagId, answer: 'done' as const };
  expect(await refusal(as(other).care.answer(answer))).toBe('not_found');
  await as(mentor).care.answer(answer);
  expect(await refusal(as(mentor).care.answer(answer))).toBe('state_changed');

  expect((await as(coordinator).care.board(where)).flags).toMatchObject([
    { question: 'log_missing', answer: 'done', aliases: ['L01'] },
  ]);
  expect(await ask()).not.toEqual({ flagId });
});

test('a mentor who coordinates as well answers what is asked about the own relations alone, and of a proposal nothing', async () => {
  const scene = await world();
  const { network, where, coordinator, mentor, mentorId, programmeId, relationId } = scene;
  const other = await newPerson(network, 'mentor');
  const menteeIds = [await scene.add('L02')];
  const otherId = await newMentor(network, coordinator, other);
  const ofOther = { programmeId, mentor: other, mentorId: otherId, menteeIds };
  const proposal = { ...where, programmeId, mentorId, menteeIds: [await scene.add('L03')] };
  const relations = [
    relationId,
    await newRelation(network, coordinator, ofOther),
    (await as(coordinator).mentoring.propose(proposal)).relationId,
  ];
  for (const each of relations)
    await as(coordinator).care.ask({ ...where, relationId: each, question: 'goals' });
  await join(network, mentor, 'coordinator');

  const answerable = async (person: TestPerson) =>
    (await as(person).care.board(where)).flags
      .filter(({ canAnswer }) => canAnswer)
      .map(({ aliases }) => aliases);

  expect(await answerable(mentor)).toEqual([['L01']]);
  expect(await answerable(other)).toEqual([['L02']]);
  expect(await answerable(coordinator)).toEqual([]);
});

test('a proposal, of which nobody can answer anything, is neither offered to be asked about nor counted on Monday', async () => {
  const scene = await world();
  const { where, coordinator, mentorId, programmeId, relationId, told } = scene;
  const proposal = { ...where, programmeId, mentorId, menteeIds: [await scene.add('L02')] };
  const { relationId: proposed } = await as(coordinator).mentoring.propose(proposal);
  for (const each of [relationId, proposed])
    await as(coordinator).care.ask({ ...where, relationId: each, question: 'goals' });
  const weekday = new Date(`${today}T00:00Z`).getUTCDay();
  const monday = dayAfter(weekday === 1 ? 7 : (8 - weekday) % 7 || 7);

  await sweepCare(new Date(`${monday}T10:00:00Z`));

  expect((await as(coordinator).care.askable(where)).map(({ id }) => id)).toEqual([relationId]);
  expect((await told('care.week')).map(({ payload }) => payload)).toEqual([
    expect.objectContaining({ relations: 2, questions: 1 }),
    expect.objectContaining({ relations: 2, questions: 1 }),
  ]);
});

test('of an ended relation nothing is asked, answered or told', async () => {
  const { where, coordinator, mentor, relationId, told } = await world();
  const { flagId } = await as(coordinator).care.ask({ ...where, relationId, question: 'goals' });
  await as(coordinator).mentoring.moveRelation({ ...where, relationId, state: 'ended_early', reason: '' });

  expect(await refusal(as(coordinator).care.ask({ ...where, relationId, question: 'goals' }))).toBe(
    'relation_ended',
  );
  expect(await refusal(as(mentor).care.answer({ ...where, flagId, answer: 'done' }))).toBe('relation_ended');
  await sweepCare(later(100));
  expect(await told('care.stood_still')).toEqual([]);
});

test('a planned session that was not logged is reminded of once, within seven days', async () => {
  const { network, mentor, menteeId, relationId, mentorId, told } = await world();
  const planned = held(network, relationId, menteeId);
  await as(mentor).mentoring.logSession({ ...planned, state: 'planned', day: dayAfter(3) });
  const { sessionId } = await as(mentor).mentoring.logSession({
    ...held(network, relationId, menteeId),
    state: 'planned',
    day: dayAfter(2),
  });
  await as(mentor, later(2)).mentoring.logSession({
    ...held(network, relationId, menteeId),
    plannedId: sessionId,
    day: dayAfter(2),
  });

  await sweepCare(later(3));
  expect(await told('care.log_missing')).toEqual([]);
  await Promise.all([sweepCare(later(5)), sweepCare(later(5))]);
  await sweepCare(later(6));

  expect(await told('care.log_missing')).toEqual([{ objectId: mentorId, payload: { count: 1 } }]);
});

test('a threshold that nobody changed goes on to follow the cadence of its programme', async () => {
  const { where, coordinator, programmeId } = await world();
  const read = () => as(coordinator).care.thresholds({ ...where, programmeId });
  const { steps } = await read();
  expect(steps.find(({ step }) => step === 'gap')).toMatchObject({ days: 14, owner: 'mentor' });

  await as(coordinator).care.setThresholds({
    ...where,
    programmeId,
    steps: steps.map((each) => (each.step === 'invite' ? { ...each, days: 5 } : each)),
  });
  const texts = [{ language: 'ro' as const, title: 'Mentorat' }];
  const code = `M-${programmeId.slice(-8)}`;
  await as(coordinator).mentoring.editProgramme({ ...where, programmeId, code, texts, cadenceDays: 10 });

  expect((await read()).steps).toMatchObject([
    { step: 'invite', days: 5 },
    { step: 'profile', days: 7 },
    { step: 'first_meeting', days: 10 },
    { step: 'gap', days: 20 },
    { step: 'survey', days: 2 },
  ]);
  const unheard = { ...where, programmeId, steps: [{ step: 'survey', days: 3, owner: 'mentor' } as const] };
  await expect(as(coordinator).care.setThresholds(unheard)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect((await read()).steps.at(-1)).toMatchObject({ step: 'survey', days: 2, owner: 'coordinator' });
});

test('on Monday morning the week is told once, in figures of the own relations', async () => {
  const { network, mentor, mentorId, menteeId, relationId, told } = await world();
  await as(mentor).mentoring.logSession(held(network, relationId, menteeId));
  const weekday = new Date(`${today}T00:00Z`).getUTCDay();
  const monday = dayAfter(weekday === 1 ? 7 : (8 - weekday) % 7 || 7);
  const at = (time: string) => new Date(`${monday}T${time}:00Z`);

  await sweepCare(at('04:00'));
  expect(await told('care.week')).toEqual([]);
  await Promise.all([sweepCare(at('10:00')), sweepCare(at('10:00'))]);
  await sweepCare(at('15:00'));

  const payload = { relations: 1, standing: 0, questions: 0, held: 1 };
  expect(
    (await told('care.week')).toSorted((one, other) => one.objectId.localeCompare(other.objectId)),
  ).toEqual([network.id, mentorId].toSorted().map((objectId) => ({ objectId, payload })));
});
