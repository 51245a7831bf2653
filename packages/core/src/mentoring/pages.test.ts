import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import {
  as,
  countStatements,
  days,
  newNetwork,
  newPerson,
  refusal,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { heldSession, newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

await useTestDatabase();

const dayIn = (offset: number) => new Date(Date.now() + days(offset)).toISOString().slice(0, 10);

/** A mentor with a leader who has a login, in a relation that has begun, and the mentor's means. */
async function pair() {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const leader = await newPerson(network, 'community_leader');
  const programmeId = await newProgramme(network, coordinator, { maxMentees: 5 });
  const mentorId = await newMentor(network, coordinator, mentor, 9);
  const add = async (alias: string, person: TestPerson | null = null) => {
    const wishes = { alias, personId: person?.personId ?? '', languages: ['ar' as const] };
    return (await as(coordinator).mentoring.addMentee({ ...code, programmeId, ...wishes })).menteeId;
  };
  const relate = (menteeIds: string[], answering: TestPerson[] = [], answeredFor: string[] = []) =>
    newRelation(network, coordinator, {
      programmeId,
      mentor,
      mentorId,
      menteeIds,
      answering,
      answeredFor,
    });
  const menteeId = await add('Hazel', leader);
  const relationId = await relate([menteeId], [leader]);
  const where = { ...code, relationId };
  const log = (more: object = {}) =>
    as(mentor).mentoring.logSession({ ...heldSession(network, relationId, [menteeId]), ...more });
  const page = (who = mentor, before = '') => as(who).mentoring.relation({ ...where, before });
  const held = () => heldSession(network, relationId, [menteeId]);
  return {
    network,
    code,
    coordinator,
    mentor,
    leader,
    programmeId,
    mentorId,
    menteeId,
    relationId,
    where,
    add,
    relate,
    log,
    page,
    held,
  };
}

test('who waited longest beyond the cadence stands first, a proposal before everybody', async () => {
  const { network, code, coordinator, mentor, programmeId, mentorId, add, relate, relationId } = await pair();
  const logged = async (alias: string, daysAgo: number) => {
    const menteeId = await add(alias);
    const id = await relate([menteeId], [], [menteeId]);
    const session = heldSession(network, id, [menteeId]);
    await as(mentor).mentoring.logSession({ ...session, day: dayIn(-daysAgo) });
  };
  await logged('Quiet', 3);
  await logged('Overdue', 20);
  await as(coordinator).mentoring.propose({
    ...code,
    programmeId,
    mentorId,
    menteeIds: [await add('Asked')],
  });

  const rows = await as(mentor).mentoring.myMentees(code);

  expect(rows.map(({ mentees, wait }) => [mentees[0]?.alias, wait && wait.overdue > 0])).toEqual([
    ['Asked', null],
    ['Overdue', true],
    ['Quiet', false],
    ['Hazel', false],
  ]);
  expect(rows.at(-1)?.relationId).toBe(relationId);
});

test('next steps are counted without being opened, ticked off by both, and keep their tick in a correction', async () => {
  const { code, where, mentor, leader, log, page, held } = await pair();
  const { sessionId: entryId } = await log({ nextSteps: 'Ask for the form\n\n Call the school ' });
  const open = async () => (await as(mentor).mentoring.myMentees(code))[0]?.mentees[0]?.openSteps;
  const steps = async () => (await page()).sessions[0]?.steps.map(({ text, isDone }) => [text, isDone]);

  expect(await open()).toBe(2);
  await as(leader).mentoring.tickStep({ ...where, entryId, step: 1, isDone: true });
  expect([await open(), await steps()]).toEqual([
    1,
    [
      ['Ask for the form', false],
      ['Call the school', true],
    ],
  ]);
  const { nonce: _nonce, ...fields } = held();
  const nextSteps = 'Call the school\nFind a bus';
  await as(mentor).mentoring.correctSession({ ...fields, entryId, nextSteps });
  expect(await steps()).toEqual([
    ['Call the school', true],
    ['Find a bus', false],
  ]);
  await as(mentor).mentoring.tickStep({ ...where, entryId, step: 0, isDone: false });
  expect(await open()).toBe(2);
  const beyond = as(mentor).mentoring.tickStep({ ...where, entryId, step: 2, isDone: true });
  expect(await refusal(beyond)).toBe('not_found');
});

test('an entry is corrected by whoever wrote it and by nobody else, and says so', async () => {
  const { mentor, leader, log, page, held } = await pair();
  const { sessionId: entryId } = await log({ summary: 'Firts', privateNote: 'Mine', mood: 4 });
  const { nonce: _nonce, ...fields } = held();
  const correct = (who: TestPerson, more: object) =>
    as(who).mentoring.correctSession({ ...fields, entryId, summary: 'First', ...more });

  expect(await refusal(correct(leader, {}))).toBe('not_found');
  expect(await refusal(correct(mentor, { day: dayIn(3) }))).toBe('day_ahead');
  expect(await refusal(correct(mentor, { state: 'planned' }))).toBe('transition_not_possible');
  await correct(mentor, { state: 'attempted', privateNote: '', mood: 4 });
  expect((await page()).sessions[0]).toMatchObject({
    state: 'attempted',
    summary: 'First',
    privateNote: null,
    mood: null,
    minutes: null,
    correctedAt: expect.any(Date),
  });
});

test('a planned session stands apart, is cancelled or missed with one step, and is held by its entry', async () => {
  const { code, where, mentor, leader, log, page } = await pair();
  const plan = async (offset: number, startsAt: string) =>
    (await log({ state: 'planned', day: dayIn(offset), startsAt })).sessionId;
  const [first, second, third] = [await plan(2, '17:30'), await plan(9, '09:00'), await plan(16, '')];
  const settle = (plannedId: string, state: 'cancelled' | 'missed') =>
    as(mentor).mentoring.settleSession({ ...where, plannedId, state });

  expect((await page(leader)).planned.map(({ startsAt }) => startsAt)).toEqual(['17:30', '09:00', null]);
  const [own] = await as(mentor).mentoring.myMentees(code);
  expect([own?.nextPlanned, own?.nextStartsAt]).toEqual([dayIn(2), '17:30']);
  expect(await refusal(settle(first, 'missed'))).toBe('day_ahead');
  const byMentee = as(leader).mentoring.settleSession({ ...where, plannedId: first, state: 'cancelled' });
  expect(await refusal(byMentee)).toBe('not_allowed');
  await settle(first, 'cancelled');
  expect(await refusal(settle(first, 'cancelled'))).toBe('transition_not_possible');
  await log({ plannedId: second });
  const seen = await page();
  expect(seen.planned.map(({ id }) => id)).toEqual([third]);
  expect(seen.sessions.map(({ id, state }) => [id, state]).toSorted()).toEqual(
    [
      [first, 'cancelled'],
      [second, 'held'],
    ].toSorted(),
  );
});

test('sessions come in pages without a gap or a repeat, and the last contact is known on each of them', async () => {
  const { log, page } = await pair();
  const logged: string[] = [];
  for (let index = 0; index < 23; index++)
    logged.push((await log({ day: dayIn(-(index % 3)), summary: `S${index}` })).sessionId);

  const pages = [await page()];
  for (let last = pages[0]; last?.olderThan; last = pages.at(-1))
    pages.push(await page(undefined, last.olderThan));

  expect(pages.map(({ sessions }) => sessions.length)).toEqual([10, 10, 3]);
  const seen = pages.flatMap(({ sessions }) => sessions.map(({ id }) => id));
  expect(seen.toSorted()).toEqual(logged.toSorted());
  expect(new Set(pages.map(({ lastContact }) => lastContact))).toEqual(new Set([dayIn(0)]));
});

test('the form of a session opens no text, and asks the database as often for many mentees as for one', async () => {
  const { network, code, mentor, leader, relationId, where, add, relate, log } = await pair();
  await log({ summary: 'GEHEIM', mode: 'phone', placeKind: 'office', minutes: 45 });
  await as(mentor).mentoring.saveDraft({ ...where, version: 0, body: 'mine' });
  const group = await Promise.all(['A', 'B', 'C'].map((alias) => add(alias)));
  const groupId = await relate(group, [], group);
  await as(mentor).mentoring.saveDraft({ ...code, relationId: groupId, version: 0, body: 'ours' });
  const form = (id: string, who = mentor) => as(who).mentoring.logForm({ ...code, relationId: id });

  const one = await form(relationId);
  expect(one).toMatchObject({
    as: 'mentor',
    last: { mode: 'phone', placeKind: 'office', minutes: 45 },
    mentees: [{ alias: 'Hazel' }],
    draft: { version: 1, body: 'mine' },
  });
  expect(JSON.stringify(one)).not.toContain('GEHEIM');
  expect(await countStatements(() => form(groupId))).toBe(await countStatements(() => form(relationId)));
  expect(await form(relationId, leader)).toMatchObject({ as: 'mentee', last: null, draft: null });
  const other = await newPerson(network, 'mentor');
  expect(await refusal(form(relationId, other))).toBe('not_found');
  await as(mentor).mentoring.discardDraft(where);
  expect((await form(relationId)).draft).toBeNull();
});

test('what a mentee asks for reaches the coordinator and not the mentor, and an answer ends it', async () => {
  const { code, coordinator, mentor, programmeId, mentorId, add, network } = await pair();
  const person = await newPerson(network, 'community_leader');
  const menteeIds = [await add('Rowan', person)];
  const { relationId } = await as(coordinator).mentoring.propose({
    ...code,
    programmeId,
    mentorId,
    menteeIds,
  });
  const where = { ...code, relationId };
  const asks = async () =>
    (await as(coordinator).mentoring.board(code)).relations.find((row) => row.relationId === relationId)
      ?.asks;

  await as(mentor).mentoring.askAsMentor({ ...where, what: 'more_information' });
  await as(person).mentoring.askAsMentee({ ...where, what: 'another_mentor' });
  expect(await refusal(as(mentor).mentoring.askAsMentee({ ...where, what: 'more_time' }))).toBe(
    'not_allowed',
  );
  expect(await asks()).toEqual(['more_information', 'another_mentor']);
  const seenByMentor = [
    await as(mentor).mentoring.myMentees(code),
    await as(mentor).privacy.everything(),
    await as(mentor)
      .events.history(code)
      .catch(() => null),
  ];
  expect(JSON.stringify(seenByMentor)).not.toContain('another_mentor');
  expect(
    (await as(coordinator).mentoring.standing(where)).asks.map(({ what, isMentor, alias }) => [
      what,
      isMentor,
      alias,
    ]),
  ).toEqual([
    ['more_information', true, null],
    ['another_mentor', false, 'Rowan'],
  ]);
  const own = await as(person).mentoring.myself(code);
  expect(own.profiles[0]?.relations).toEqual([
    {
      id: relationId,
      hasAccepted: false,
      hasLeft: false,
      ask: { id: expect.any(String), what: 'another_mentor', answer: null },
    },
  ]);
  expect(JSON.stringify([own, await as(person).privacy.everything()])).not.toContain('more_information');
  await as(person).mentoring.askAsMentee({ ...where, what: null });
  await as(mentor).mentoring.accept(where);
  expect(await asks()).toEqual([]);
});

test('a mentee withdraws without a reason, and the mentor is let in no more', async () => {
  const { network, code, mentor, leader, menteeId, page } = await pair();
  const stranger = await newPerson(network, 'community_leader');
  const withdraw = (who: TestPerson) => as(who).mentoring.withdraw({ ...code, menteeId });

  expect(await refusal(withdraw(stranger))).toBe('not_found');
  expect(await refusal(withdraw(mentor))).toBe('not_found');
  await withdraw(leader);
  expect((await as(leader).mentoring.myself(code)).profiles[0]?.state).toBe('withdrawn');
  expect(await refusal(page())).toBe('relation_ended');
  expect(await refusal(withdraw(leader))).toBe('transition_not_possible');
});

test('a goal keeps where it began, what it aims at, its ticks and the evidence, sealed', async () => {
  const { network, where, menteeId, mentor, page } = await pair();
  const { goalId } = await as(mentor).mentoring.setGoal({
    ...where,
    menteeId,
    text: 'GEHEIM goal',
    baseline: 'GEHEIM A1',
    target: 'GEHEIM B1',
    smart: ['specific', 'timed'],
  });
  const review = { goalId, progress: 2, state: 'in_progress' as const, evidence: 'GEHEIM certificate' };
  await as(mentor).mentoring.reviewGoal({ network: network.code, ...review });

  expect((await page()).goals[0]).toMatchObject({
    baseline: 'GEHEIM A1',
    target: 'GEHEIM B1',
    smart: ['specific', 'timed'],
    reviews: [{ progress: 2, evidence: 'GEHEIM certificate' }],
  });
  const stored = await inNetwork(network.id, async ({ prisma }) => [
    await prisma.mentoringGoal.findMany({ where: { networkId: network.id } }),
    await prisma.mentoringGoalReview.findMany({ where: { networkId: network.id } }),
  ]);
  const bytes = stored.flat().flatMap((row) => Object.values(row).map((value) => readable(value)));
  expect(bytes.join()).not.toContain('GEHEIM');
});

test('a goal says what it is about, the next one starts from there, and the coordinator counts it', async () => {
  const { network, code, where, menteeId, mentor, coordinator, page } = await pair();
  const last = async () => (await as(mentor).mentoring.logForm(where)).mentees[0]?.lastNeed;
  const set = (text: string, need: 'housing' | '') =>
    as(mentor).mentoring.setGoal({ ...where, menteeId, text, need });
  await set('Somewhere to live', 'housing');
  const afterFirst = await last();
  const { goalId } = await set('Something else', '');
  await as(mentor).mentoring.reviewGoal({ ...code, goalId, progress: 4, state: 'achieved' });
  const viewer = await newPerson(network, 'viewer');
  const none = { active: 0, achieved: 0, partly: 0, dropped: 0 };

  expect([afterFirst, await last()]).toEqual(['housing', null]);
  expect((await page()).goals.map(({ need }) => need)).toEqual(['housing', null]);
  expect((await as(coordinator).mentoring.board(code)).programmes[0]?.needs).toEqual([
    { need: 'housing', ...none, active: 1 },
    { need: null, ...none, achieved: 1 },
  ]);
  expect((await as(viewer).mentoring.summary(code))[0]?.needs).toEqual([
    { need: 'housing', ...none, active: null },
    { need: null, ...none, achieved: null },
  ]);
});

test('ten thousand characters are kept, one more is refused beside its field, and the draft still takes it', async () => {
  const { where, mentor, log, page } = await pair();
  const long = 'ж'.repeat(10_000);

  await log({ summary: long });
  expect((await page()).sessions[0]?.summary).toHaveLength(10_000);
  expect(await refusal(log({ summary: `${long}ж`, nonce: randomUUID() }))).toBe('BAD_REQUEST');
  const body = JSON.stringify({ summary: long + long });
  expect(await as(mentor).mentoring.saveDraft({ ...where, version: 0, body })).toMatchObject({
    state: 'saved',
  });
});

function readable(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : JSON.stringify(value);
}
