import { randomUUID } from 'node:crypto';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { purgeNetwork } from '../privacy/retention.server.ts';
import {
  as,
  countStatements,
  days,
  newInstitution,
  newNetwork,
  newPerson,
  refusal,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { heldSession, newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

await useTestDatabase();

const today = () => new Date().toISOString().slice(0, 10);

async function stage(options: { maxMentees?: number; capacity?: number; cadenceDays?: number } = {}) {
  const { capacity = 3, ...changes } = options;
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const programmeId = await newProgramme(network, coordinator, changes);
  const mentorId = await newMentor(network, coordinator, mentor, capacity);
  const mentee = async (alias: string, more: object = {}) => {
    const { menteeId } = await as(coordinator).mentoring.addMentee({
      ...code,
      programmeId,
      alias,
      languages: ['ar'],
      ...more,
    });
    return menteeId;
  };
  const propose = async (...menteeIds: string[]) => {
    const { relationId } = await as(coordinator).mentoring.propose({
      ...code,
      programmeId,
      mentorId,
      menteeIds,
    });
    return relationId;
  };
  const relate = (...menteeIds: string[]) =>
    newRelation(network, coordinator, { programmeId, mentor, mentorId, menteeIds });
  const page = (relationId: string, person: TestPerson = mentor, at = new Date()) =>
    as(person, at).mentoring.relation({ ...code, relationId });
  return { network, code, coordinator, mentor, programmeId, mentorId, mentee, propose, relate, page };
}

const menteeStates = async (coordinator: TestPerson, network: string) =>
  Object.fromEntries(
    (await as(coordinator).mentoring.mentees({ network })).map(({ alias, state }) => [alias, state]),
  );

test('a leader needs no e-mail: a relation goes from the proposal to its completion', async () => {
  const { code, coordinator, mentor, mentee, propose } = await stage();
  const menteeId = await mentee('Willow');
  const relationId = await propose(menteeId);
  const move = (state: 'active' | 'paused' | 'closing' | 'completed') =>
    as(coordinator).mentoring.moveRelation({ ...code, relationId, state });

  expect(await as(mentor).mentoring.accept({ ...code, relationId })).toEqual({ state: 'proposed' });
  expect(await as(coordinator).mentoring.acceptFor({ ...code, relationId, menteeId })).toEqual({
    state: 'accepted_by_both',
  });
  expect(await refusal(move('active'))).toBe('transition_not_possible');
  const noted = { ...code, relationId, menteeId, manner: 'oral' as const, day: today() };
  const note = (language: 'ar' | 'ro') => as(mentor).mentoring.signFor({ ...noted, language });
  expect(await refusal(note('ro'))).toBe('agreement_not_understood');
  await note('ar');
  expect(await refusal(move('active'))).toBe('transition_not_possible');
  await as(mentor).mentoring.signAgreement({ ...code, relationId, language: 'ro' });
  await move('active');
  expect(await menteeStates(coordinator, code.network)).toEqual({ Willow: 'active' });
  const [own] = await as(mentor).mentoring.myMentees(code);
  expect([own?.state, own?.startedOn, own?.mentees.map(({ alias }) => alias)]).toEqual([
    'active',
    expect.any(String),
    ['Willow'],
  ]);
  await move('paused');
  await move('closing');
  await move('completed');
  expect(await menteeStates(coordinator, code.network)).toEqual({ Willow: 'graduated' });
  expect(await as(mentor).mentoring.myMentees(code)).toEqual([]);
});

test('nobody is approved or asked while a prerequisite is missing, nor taken up once it has lapsed', async () => {
  const { code, coordinator, network, programmeId, mentee } = await stage();
  const person = await newPerson(network, 'mentor');
  const { mentorId } = await as(coordinator).mentoring.addMentor({ ...code, personId: person.personId });
  const move = (state: 'screening' | 'in_training' | 'approved') =>
    as(coordinator).mentoring.moveMentor({ ...code, mentorId, state });
  const { kindId } = await as(coordinator).prerequisites.require({
    ...code,
    kind: 'background_check',
    roles: ['mentor'],
  });
  const menteeIds = [await mentee('Oak')];
  const propose = (at = new Date()) =>
    as(coordinator, at).mentoring.propose({ ...code, programmeId, mentorId, menteeIds });
  await move('screening');
  await move('in_training');

  expect([await refusal(propose()), await refusal(move('approved'))]).toEqual([
    'mentor_not_ready',
    'prerequisite_missing',
  ]);
  await as(coordinator).prerequisites.record({
    ...code,
    personId: person.personId,
    kindId,
    issuedOn: today(),
    expiresOn: new Date(Date.now() + days(30)).toISOString().slice(0, 10),
  });
  await move('approved');
  expect(await refusal(propose(new Date(Date.now() + days(60))))).toBe('prerequisite_lapsed');
  await propose();
});

test('two acceptances in the same second never give a mentor one mentee too many', async () => {
  const { code, mentor, coordinator, mentee, propose } = await stage({ maxMentees: 20, capacity: 3 });
  const pairs = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F'].map((alias) => mentee(alias)));
  const relationIds: string[] = [];
  for (const menteeId of pairs) {
    const relationId = await propose(menteeId);
    await as(coordinator).mentoring.acceptFor({ ...code, relationId, menteeId });
    relationIds.push(relationId);
  }

  const outcomes = await Promise.all(
    relationIds.map((relationId) =>
      as(mentor)
        .mentoring.accept({ ...code, relationId })
        .then(
          ({ state }) => state,
          ({ cause }) => cause.code,
        ),
    ),
  );

  expect(outcomes.toSorted()).toEqual([
    ...Array.from({ length: 3 }, () => 'accepted_by_both'),
    ...Array.from({ length: 3 }, () => 'mentor_full'),
  ]);
  expect((await as(coordinator).mentoring.mentors(code)).map(({ held, room }) => [held, room])).toEqual([
    [3, 0],
  ]);
});

test('a group stays as small as its programme says, and a mentee has one mentor at a time', async () => {
  const { mentee, propose, relate } = await stage({ maxMentees: 2, capacity: 20 });
  const [a, b, c] = [await mentee('A'), await mentee('B'), await mentee('C')];

  expect(await refusal(propose(a, b, c))).toBe('mentor_full');
  await relate(a, b);
  expect([await refusal(propose(c)), await refusal(propose(a))]).toEqual(['mentor_full', 'mentor_full']);
});

test('of two proposals for one mentee at once, one stands', async () => {
  const { mentee, propose } = await stage();
  const menteeId = await mentee('Elm');

  const outcomes = await Promise.allSettled([propose(menteeId), propose(menteeId)]);

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('who says no is asked for no reason, and the mentee is free for somebody else', async () => {
  const { code, coordinator, mentor, mentee, propose } = await stage();
  const menteeId = await mentee('Ash');
  const relationId = await propose(menteeId);
  await as(mentor).mentoring.decline({ ...code, relationId });

  expect(await menteeStates(coordinator, code.network)).toEqual({ Ash: 'accepted' });
  await propose(menteeId);
});

test('an institution nominates its own people and answers for them, and for nobody else', async () => {
  const { code, network, coordinator, mentor, programmeId, mentorId, mentee } = await stage();
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const add = (at: string | null) =>
    as(manager).mentoring.addMentee({ ...code, programmeId, alias: 'Birch', institutionId: at });

  expect([await refusal(add(null)), await refusal(add(await newInstitution(network)))]).toEqual([
    'institution_needed',
    'not_found',
  ]);
  const { menteeId } = await add(institutionId);
  expect(await menteeStates(coordinator, code.network)).toEqual({ Birch: 'nominated' });
  await as(coordinator).mentoring.moveMentee({ ...code, menteeId, state: 'accepted' });
  const other = await mentee('Cedar');
  const menteeIds = [menteeId, other];
  const { relationId } = await as(coordinator).mentoring.propose({
    ...code,
    programmeId,
    mentorId,
    menteeIds,
  });
  await as(mentor).mentoring.accept({ ...code, relationId });
  const answer = (id: string) => as(manager).mentoring.acceptFor({ ...code, relationId, menteeId: id });

  expect((await as(manager).mentoring.mentees(code)).map(({ alias }) => alias)).toEqual(['Birch']);
  expect(await answer(menteeId)).toEqual({ state: 'proposed' });
  expect(await refusal(answer(other))).toBe('not_found');
});

test('who has a login answers in person, and an alias that is their name is refused', async () => {
  const { code, network, coordinator, mentee, propose, programmeId } = await stage();
  const leader = await newPerson(network, 'community_leader');
  const add = (alias: string) =>
    as(coordinator).mentoring.addMentee({ ...code, programmeId, alias, personId: leader.personId });

  expect([await refusal(add('ana')), await refusal(add('Ana B.'))]).toEqual([
    'alias_is_name',
    'alias_is_name',
  ]);
  const { menteeId } = await add('Rowan');
  expect(await refusal(mentee('Rowan'))).toBe('alias_taken');
  const relationId = await propose(menteeId);
  expect(await refusal(as(coordinator).mentoring.acceptFor({ ...code, relationId, menteeId }))).toBe(
    'mentee_answers_themselves',
  );
  await as(leader).mentoring.accept({ ...code, relationId });
});

test('who is known by an alias alone, also in their login, is shown under it', async () => {
  const { code, network, coordinator, programmeId } = await stage();
  const leader = await newPerson(network, 'community_leader');
  await inScope({ networkId: network.id, door: 'identity' }, (tx) =>
    tx.prisma.person.updateMany({ where: { id: leader.personId }, data: { familyName: 'L07' } }),
  );
  await as(coordinator).mentoring.addMentee({
    ...code,
    programmeId,
    alias: 'L07',
    personId: leader.personId,
  });

  expect(Object.keys(await menteeStates(coordinator, network.code))).toEqual(['L07']);
});

test('a mentee leaves without a word: no reason is asked, and a relation that nobody is left in has ended', async () => {
  const { network, code, coordinator, mentor, mentee, relate, page } = await stage();
  const [a, b] = [await mentee('A'), await mentee('B')];
  const relationId = await relate(a, b);
  const go = (menteeId: string) =>
    as(coordinator).mentoring.moveMentee({ ...code, menteeId, state: 'moved_away' });

  await go(a);
  expect((await page(relationId)).mentees.map(({ alias }) => alias)).toEqual(['B']);
  const left = await newPerson(network, 'community_leader');
  await inNetwork(network.id, (tx) =>
    tx.prisma.menteeProfile.updateMany({ where: { id: a }, data: { personId: left.personId } }),
  );
  expect(await refusal(page(relationId, left))).toBe('relation_ended');
  await go(b);
  expect(await refusal(page(relationId))).toBe('relation_ended');
  expect(await as(mentor).mentoring.myMentees(code)).toEqual([]);
});

test('a session of several mentees is logged once, however often it is sent, and its draft is gone with it', async () => {
  const { network, code, mentor, mentee, relate, page } = await stage();
  const [a, b] = [await mentee('A'), await mentee('B')];
  const relationId = await relate(a, b);
  const draft = { ...code, relationId, version: 0, body: 'We met at the li' };
  await as(mentor).mentoring.saveDraft(draft);
  const log = {
    ...heldSession(network, relationId, [a, b]),
    summary: 'We met at the library',
    nextSteps: 'Ask for the form',
    privateNote: 'Seems tired',
  };

  const sent = await Promise.all([1, 2, 3].map(() => as(mentor).mentoring.logSession(log)));

  expect(new Set(sent.map(({ sessionId }) => sessionId)).size).toBe(1);
  expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
  const seen = await page(relationId);
  expect(seen.draft).toBeNull();
  expect(
    seen.sessions.map(({ summary, nextSteps, privateNote, menteeIds }) => [
      summary,
      nextSteps,
      privateNote,
      menteeIds.toSorted(),
    ]),
  ).toEqual([['We met at the library', 'Ask for the form', 'Seems tired', [a, b].toSorted()]]);
});

test('two phones write one draft: the second is answered with both texts', async () => {
  const { code, mentor, mentee, relate, page } = await stage();
  const relationId = await relate(await mentee('A'));
  const save = (version: number, body: string) =>
    as(mentor).mentoring.saveDraft({ ...code, relationId, version, body });

  expect(await save(0, 'one')).toEqual({ state: 'saved', version: 1 });
  expect(await save(1, 'one two')).toEqual({ state: 'saved', version: 2 });
  expect(await save(1, 'one three')).toMatchObject({
    state: 'conflict',
    stored: { version: 2, body: 'one two' },
    sent: 'one three',
  });
  const both = await Promise.all([save(2, 'left'), save(2, 'right')]);
  expect(both.map(({ state }) => state).toSorted()).toEqual(['conflict', 'saved']);
  expect((await page(relationId)).draft).toMatchObject({ version: 3 });
});

test('a session is not of tomorrow where its writer is, and not of another century', async () => {
  const { network, mentor, mentee, relate } = await stage();
  const menteeId = await mentee('A');
  const relationId = await relate(menteeId);
  // 21:30 in Greenwich is the next day in Auckland, and the same day in London.
  const late = new Date(`${new Date(Date.now() + days(2)).toISOString().slice(0, 10)}T21:30:00Z`);
  const next = new Date(late.getTime() + days(1)).toISOString().slice(0, 10);
  const log = (day: string, timeZone: string) =>
    as(mentor, late).mentoring.logSession({
      ...heldSession(network, relationId, [menteeId]),
      day,
      timeZone,
    });

  expect(await refusal(log(next, 'Europe/London'))).toBe('day_ahead');
  await log(next, 'Pacific/Auckland');
  expect(await refusal(log('1999-01-01', 'UTC'))).toBe('day_too_old');
  expect(await refusal(log(next, 'Nowhere/Land'))).toBe('BAD_REQUEST');
});

test('a planned session is settled once', async () => {
  const { network, mentor, mentee, relate } = await stage();
  const menteeId = await mentee('A');
  const relationId = await relate(menteeId);
  const tomorrow = new Date(Date.now() + days(1)).toISOString().slice(0, 10);
  const session = heldSession(network, relationId, [menteeId]);
  const plan = await as(mentor).mentoring.logSession({ ...session, state: 'planned', day: tomorrow });
  const settle = (state: 'held' | 'missed') =>
    as(mentor).mentoring.logSession({
      ...heldSession(network, relationId, [menteeId]),
      plannedId: plan.sessionId,
      state,
    });

  expect((await as(mentor).mentoring.myMentees({ network: network.code }))[0]?.nextPlanned).toBe(tomorrow);
  expect((await settle('missed')).sessionId).toBe(plan.sessionId);
  expect(await refusal(settle('held'))).toBe('transition_not_possible');
});

test('what is sent after the end is refused with a clear word, and what had arrived before is one session still', async () => {
  const { network, code, coordinator, mentor, mentee, relate } = await stage();
  const menteeId = await mentee('A');
  const relationId = await relate(menteeId);
  const log = heldSession(network, relationId, [menteeId]);
  const { sessionId } = await as(mentor).mentoring.logSession(log);
  await as(coordinator).mentoring.moveRelation({ ...code, relationId, state: 'rematched', reason: 'Moved' });

  expect(await as(mentor).mentoring.logSession(log)).toEqual({ sessionId, isNew: false });
  expect(await refusal(as(mentor).mentoring.logSession({ ...log, nonce: randomUUID() }))).toBe(
    'relation_ended',
  );
  expect(await refusal(as(mentor).mentoring.saveDraft({ ...code, relationId, version: 0, body: 'x' }))).toBe(
    'relation_ended',
  );
});

test('a mentee has three active goals at most, also when two are agreed at once', async () => {
  const { code, mentor, mentee, relate, page } = await stage();
  const [a, b] = [await mentee('A'), await mentee('B')];
  const relationId = await relate(a, b);
  const set = (menteeId: string, state: 'draft' | 'agreed' = 'agreed') =>
    as(mentor).mentoring.setGoal({ ...code, relationId, menteeId, text: 'Find a course', state });

  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => set(a)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  await set(b);
  const { goalId } = await set(a, 'draft');
  const review = (id: string, state: 'agreed' | 'achieved' | 'in_progress', progress: number) =>
    as(mentor).mentoring.reviewGoal({ ...code, goalId: id, state, progress, note: 'So far' });
  expect(await refusal(review(goalId, 'agreed', 0))).toBe('goals_full');
  const first = (await page(relationId)).goals.find(({ menteeId }) => menteeId === a)?.id ?? '';
  await review(first, 'in_progress', 2);
  await review(first, 'achieved', 4);
  await review(goalId, 'agreed', 0);
  expect(await refusal(review(first, 'achieved', 4))).toBe('transition_not_possible');
  const reviewed = (await page(relationId)).goals.find(({ id }) => id === first);
  expect(reviewed?.reviews.map(({ progress, state, note }) => [progress, state, note])).toEqual([
    [2, 'in_progress', 'So far'],
    [4, 'achieved', 'So far'],
  ]);
});

test('twice the cadence without a session asks for attention, on both sides of the wall, and a pause is quiet', async () => {
  const { code, coordinator, mentor, mentee, relate } = await stage({ cadenceDays: 7 });
  const relationId = await relate(await mentee('A'));
  const at = (offset: number) => new Date(Date.now() + days(offset));
  const asks = async (when: Date) => [
    (await as(mentor, when).mentoring.myMentees(code))[0]?.mentees[0]?.needsContact,
    (await as(coordinator, when).mentoring.board(code)).relations[0]?.needsContact,
  ];

  expect([await asks(at(14)), await asks(at(16))]).toEqual([
    [false, false],
    [true, true],
  ]);
  await as(coordinator).mentoring.moveRelation({ ...code, relationId, state: 'paused' });
  expect(await asks(at(90))).toEqual([false, false]);
});

test('the page of a mentor asks the database twice, for one mentee and for many', async () => {
  const { network, code, mentor, mentee, relate } = await stage({ maxMentees: 20, capacity: 20 });
  const asked = () => countStatements(() => as(mentor).mentoring.myMentees(code));
  await relate(await mentee('A'));
  const one = await asked();
  for (const alias of ['B', 'C', 'D']) {
    const menteeId = await mentee(alias);
    const id = await relate(menteeId);
    await as(mentor).mentoring.logSession(heldSession(network, id, [menteeId]));
  }

  expect([one, await asked()]).toEqual([2, 2]);
  expect((await as(mentor).mentoring.myMentees(code)).length).toBe(4);
});

/** A relation of which every text carries a word, and everybody who might want to read it. */
async function secrets() {
  const here = await stage();
  const { network, code, coordinator, mentor, programmeId, mentorId } = here;
  const leader = await newPerson(network, 'community_leader');
  const { menteeId } = await as(coordinator).mentoring.addMentee({
    ...code,
    programmeId,
    alias: 'Hazel',
    personId: leader.personId,
    genderPreference: 'female',
    meetingLimits: 'GEHEIM never at the station',
  });
  const relationId = await newRelation(network, coordinator, {
    programmeId,
    mentor,
    mentorId,
    menteeIds: [menteeId],
    answering: [leader],
    answeredFor: [],
  });
  await as(mentor).mentoring.setGoal({
    ...code,
    relationId,
    menteeId,
    text: 'GEHEIM goal',
    measure: 'GEHEIM measure',
  });
  const goalId = (await here.page(relationId)).goals[0]?.id ?? '';
  await as(mentor).mentoring.reviewGoal({
    ...code,
    goalId,
    progress: 1,
    state: 'in_progress',
    note: 'GEHEIM review',
  });
  await as(mentor).mentoring.logSession({
    ...heldSession(network, relationId, [menteeId]),
    summary: 'GEHEIM summary',
    nextSteps: 'GEHEIM step',
    privateNote: 'GEHEIM private',
  });
  await as(mentor).mentoring.saveDraft({ ...code, relationId, version: 0, body: 'GEHEIM draft' });
  return { ...here, leader, menteeId, relationId, goalId };
}

test('no other mentor, no viewer, no operator, no parent network and not the coordinator opens a relation', async () => {
  const { network, code, coordinator, relationId, goalId, menteeId } = await secrets();
  const parent = await newNetwork();
  const operator = await newPerson({ id: platformNetworkId, code: 'platform', tag: '' }, 'platform_admin');
  const others: [string, TestPerson][] = [
    ['coordinator', coordinator],
    ['mentor', await newPerson(network, 'mentor')],
    ['community_leader', await newPerson(network, 'community_leader')],
    ['viewer', await newPerson(network, 'viewer')],
    ['operator', operator],
    ["parent's coordinator", await newPerson(parent, 'coordinator')],
  ];
  await inScope({ networkId: network.id, door: 'platform' }, (tx) =>
    tx.prisma.network.updateMany({ where: { id: network.id }, data: { parentId: parent.id } }),
  );

  for (const [who, person] of others) {
    const { mentoring } = as(person);
    const calls = {
      relation: () => mentoring.relation({ ...code, relationId }),
      saveDraft: () => mentoring.saveDraft({ ...code, relationId, version: 9, body: 'x' }),
      logSession: () => mentoring.logSession(heldSession(network, relationId, [menteeId])),
      setGoal: () => mentoring.setGoal({ ...code, relationId, menteeId, text: 'x' }),
      reviewGoal: () => mentoring.reviewGoal({ ...code, goalId, progress: 1, state: 'achieved' }),
    };
    for (const [call, run] of Object.entries(calls))
      expect([who, call, ['not_found', 'not_allowed'].includes(await refusal(run()))]).toEqual([
        who,
        call,
        true,
      ]);
    const answers = await Promise.all(
      [
        mentoring.board(code),
        mentoring.mentees(code),
        mentoring.mentors(code),
        mentoring.myMentees(code),
        mentoring.myself(code),
        mentoring.programmes(code),
        mentoring.summary(code),
        as(person).events.history(code),
      ].map((answer) => (answer as Promise<unknown>).catch(() => null)),
    );
    expect([who, JSON.stringify(answers).includes('GEHEIM')]).toEqual([who, false]);
  }
});

test('the coordinator sees states and counts, a funder no figure that could be a person', async () => {
  const { network, code, coordinator } = await secrets();
  const viewer = await newPerson(network, 'viewer');
  const { programmes, relations } = await as(coordinator).mentoring.board(code);

  expect(programmes[0]).toMatchObject({
    goals: [{ state: 'in_progress', count: 1 }],
    sessions: [{ state: 'held', count: 1 }],
  });
  expect(relations[0]).toMatchObject({ state: 'active', held: 1, activeGoals: 1, mentees: ['Hazel'] });
  expect((await as(viewer).mentoring.summary(code))[0]).toMatchObject({
    goals: [{ state: 'in_progress', count: null }],
    sessions: [{ state: 'held', count: null }],
  });
});

test('the mentor reads all, the mentee all but the private note and the draft, and both leave a trace', async () => {
  const { network, relationId, leader, page, mentor } = await secrets();
  const asMentor = await page(relationId);
  const asMentee = await page(relationId, leader);

  expect([...new Set(JSON.stringify(asMentor).match(/GEHEIM \w+/g))].toSorted()).toEqual(
    ['draft', 'goal', 'measure', 'never', 'private', 'review', 'step', 'summary'].map(
      (word) => `GEHEIM ${word}`,
    ),
  );
  expect(JSON.stringify(asMentee)).not.toMatch(/GEHEIM (private|draft)/);
  expect(asMentee.goals[0]).toMatchObject({ text: 'GEHEIM goal', measure: 'GEHEIM measure' });
  const own = await as(leader).mentoring.myself({ network: network.code });
  expect(own).toMatchObject({
    profiles: [{ alias: 'Hazel', genderPreference: 'female', meetingLimits: 'GEHEIM never at the station' }],
    readers: [{ familyName: mentor.name.replace('Ana ', '') }],
  });
  expect(JSON.stringify(own)).not.toMatch(/GEHEIM (private|draft)/);
  const reads = await inNetwork(network.id, (tx) =>
    tx.prisma.domainEvent.findMany({ where: { networkId: network.id, kind: 'record.read' } }),
  );
  expect(reads.filter(({ payload }) => JSON.stringify(payload).includes('assigned')).length).toBeGreaterThan(
    0,
  );
});

test('in a transaction of anybody else a private note and a draft do not exist', async () => {
  const { network, coordinator, mentor } = await secrets();
  const count = (personId: string) =>
    inScope({ networkId: network.id, personId }, async ({ prisma }) => [
      await prisma.mentoringNote.count({ where: { networkId: network.id } }),
      await prisma.mentoringDraft.count({ where: { networkId: network.id } }),
    ]);

  expect([await count(coordinator.personId), await count(mentor.personId)]).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test('access ends the moment the relation does, and the new mentor begins with nothing', async () => {
  const { network, code, coordinator, programmeId, menteeId, relationId, leader, page } = await secrets();
  await as(coordinator).mentoring.moveRelation({
    ...code,
    relationId,
    state: 'rematched',
    reason: 'GEHEIM why',
  });
  const next = await newPerson(network, 'mentor');
  const mentorId = await newMentor(network, coordinator, next);
  const again = await newRelation(network, coordinator, {
    programmeId,
    mentor: next,
    mentorId,
    menteeIds: [menteeId],
    answering: [leader],
    answeredFor: [],
  });

  expect(await refusal(page(relationId))).toBe('relation_ended');
  expect(await refusal(page(relationId, next))).toBe('not_found');
  expect(JSON.stringify(await page(again, next)).match(/GEHEIM \w+/g)).toEqual(['GEHEIM never']);
});

test('the download of a mentee holds their goals and sessions, and no note of somebody else', async () => {
  const { leader, mentor, network } = await secrets();
  const of = async (person: TestPerson) => {
    const { networks } = await as(person).privacy.everything();
    return JSON.stringify(networks.find(({ code }) => code === network.code)?.stored);
  };

  const words = (text: string) => [...new Set(text.match(/GEHEIM \w+/g))].toSorted();
  expect(words(await of(leader))).toEqual(
    ['goal', 'measure', 'never', 'review', 'step', 'summary'].map((word) => `GEHEIM ${word}`),
  );
  expect(words(await of(mentor))).toEqual(['GEHEIM draft', 'GEHEIM private']);
});

test('six months after the end the notes are gone, after two years every text, and all figures stay', async () => {
  const { network, code, coordinator, relationId } = await secrets();
  await as(coordinator).mentoring.moveRelation({ ...code, relationId, state: 'closing' });
  await as(coordinator).mentoring.moveRelation({
    ...code,
    relationId,
    state: 'completed',
    reason: 'GEHEIM end',
  });
  const before = await as(coordinator).mentoring.board(code);
  const left = () =>
    inNetwork(network.id, async ({ prisma }) => {
      const where = { networkId: network.id };
      const [goal] = await prisma.mentoringGoal.findMany({ where });
      const [session] = await prisma.mentoringSession.findMany({ where });
      const [mentee] = await prisma.menteeProfile.findMany({ where });
      return {
        notes: await prisma.mentoringNote.count({ where }),
        drafts: await prisma.mentoringDraft.count({ where }),
        hasTexts: [goal?.aim, goal?.measure, session?.sharedSummary, session?.nextSteps].some(
          (text) => text !== null,
        ),
        alias: mentee?.alias.slice(0, 7),
        personId: mentee?.personId,
      };
    });
  const night = (offset: number) =>
    purgeNetwork({ networkId: network.id, now: new Date(Date.now() + days(offset)) });

  await night(100);
  expect(await left()).toMatchObject({ notes: 1, drafts: 1, hasTexts: true });
  await night(200);
  expect(await left()).toMatchObject({ notes: 0, drafts: 0, hasTexts: true, alias: 'Hazel' });
  await night(760);
  expect(await left()).toEqual({
    notes: 0,
    drafts: 0,
    hasTexts: false,
    alias: 'purged:',
    personId: null,
  });
  expect((await as(coordinator).mentoring.board(code)).programmes).toEqual(before.programmes);
});

test('a mentee who is forgotten leaves no word behind, and the figures stay', async () => {
  const { network, code, coordinator, leader, relationId, page } = await secrets();
  const before = (await as(coordinator).mentoring.board(code)).programmes[0];
  await as(leader).privacy.requestErasure();
  const [request] = await as(coordinator).privacy.erasures(code);
  await as(coordinator).privacy.carryOutErasure({ ...code, requestId: request?.id ?? '' });

  const stored = await inNetwork(network.id, async ({ prisma }) => {
    const where = { networkId: network.id };
    return [
      await prisma.mentoringGoal.count({ where: { ...where, aim: { not: null } } }),
      await prisma.mentoringSession.count({ where: { ...where, sharedSummary: { not: null } } }),
      await prisma.mentoringNote.count({ where }),
      await prisma.menteeProfile.count({ where: { ...where, personId: leader.personId } }),
    ];
  });
  expect(stored).toEqual([0, 0, 0, 0]);
  expect(await refusal(page(relationId))).toBe('relation_ended');
  const after = (await as(coordinator).mentoring.board(code)).programmes[0];
  expect([after?.goals, after?.sessions]).toEqual([before?.goals, before?.sessions]);
});
