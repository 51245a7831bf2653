import { askingRoles } from '@tessera/db/mentoring-parts.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { type Role, reachOf, roles } from '../permissions.ts';
import { purgeNetwork } from '../privacy/retention.server.ts';
import {
  as,
  countStatements,
  days,
  join,
  newInstitution,
  newNetwork,
  newPerson,
  refusal,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

await useTestDatabase();

const words = 'We cannot meet in the library any more.';
const reply = 'The town hall has a room on Fridays.';

async function world() {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const leader = await newPerson(network, 'community_leader');
  const programmeId = await newProgramme(network, coordinator);
  const mentorId = await newMentor(network, coordinator, mentor);
  const mentee = { ...code, programmeId, alias: 'Rowan', personId: leader.personId };
  const { menteeId } = await as(coordinator).mentoring.addMentee(mentee);
  const { menteeId: secondId } = await as(coordinator).mentoring.addMentee({
    ...code,
    programmeId,
    alias: 'Fern',
  });
  const relationId = await newRelation(network, coordinator, {
    programmeId,
    mentor,
    mentorId,
    menteeIds: [menteeId, secondId],
    answering: [leader],
    answeredFor: [secondId],
  });
  const ask = (person: TestPerson, what: 'help' | 'time_place' | 'material' | 'end_place', about = '') =>
    as(person).mentoring.askInWords({ ...code, relationId: about, what, words });
  const page = (person: TestPerson, askId: string) => as(person).mentoring.ask({ ...code, askId });
  const waiting = async () => (await as(coordinator).mentoring.board(code)).asks;
  const own = async (person: TestPerson) => (await as(person).mentoring.asks(code)).asks;
  return {
    ...{ network, code, coordinator, mentor, leader, programmeId, mentorId, menteeId, relationId },
    ...{ ask, page, waiting, own },
  };
}

/** How many requests the start page of a coordinator names in a network. */
async function needed(coordinator: TestPerson, { code }: { code: string }): Promise<number> {
  const { networks } = await as(coordinator).needs.own();
  const tasks = networks.find((each) => each.code === code)?.tasks ?? [];
  return tasks.find(({ kind }) => kind === 'asks')?.count ?? 0;
}

const asksIn = (networkId: string) =>
  inNetwork(networkId, (tx) => tx.prisma.mentoringAsk.findMany({ orderBy: { askedAt: 'asc' } }));

test('a mentor asks about a relation and in general; the coordinator reads it, and the answer reaches who asked', async () => {
  const { code, network, coordinator, mentor, relationId, ask, page, waiting, own } = await world();

  const { askId } = await ask(mentor, 'time_place', relationId);
  const { askId: generalId } = await ask(mentor, 'end_place');

  expect(await needed(coordinator, network)).toBe(2);
  expect((await waiting()).map(({ what, relationId: about, alias }) => [what, about, alias])).toEqual([
    ['time_place', relationId, null],
    ['end_place', null, null],
  ]);
  expect((await waiting())[0]?.mentor).toMatchObject({ familyName: expect.any(String) });
  expect(await page(coordinator, askId)).toMatchObject({ askWords: words, canAnswer: true, isOwn: false });
  await as(coordinator).mentoring.answerAsk({ ...code, askId, answer: 'done', words: reply });
  expect(await page(mentor, askId)).toMatchObject({ askWords: words, words: reply, answer: 'done' });
  expect((await own(mentor)).map(({ id, answer }) => [id, answer])).toEqual([
    [generalId, null],
    [askId, 'done'],
  ]);
  expect(await needed(coordinator, network)).toBe(1);
  await as(coordinator).mentoring.answerAsk({ ...code, askId: generalId, answer: 'declined' });
  expect([await needed(coordinator, network), await waiting()]).toEqual([0, []]);
});

test('a mentee with a login asks too, is shown by the alias alone, and cannot end a place as mentor', async () => {
  const { leader, coordinator, relationId, ask, page, waiting, own } = await world();

  const { askId } = await ask(leader, 'help', relationId);

  expect((await waiting()).map(({ id, alias, mentor }) => [id, alias, mentor])).toEqual([
    [askId, 'Rowan', null],
  ]);
  const seen = await page(coordinator, askId);
  expect(seen).toMatchObject({ alias: 'Rowan', mentor: null, askWords: words });
  expect(JSON.stringify(seen)).not.toContain(leader.name);
  expect(await refusal(ask(leader, 'end_place'))).toBe('not_allowed');
  await ask(leader, 'material');
  expect((await own(leader)).map(({ what }) => what)).toEqual(['material', 'help']);
});

test('where the only coordinator is the mentor the mentee is told that nobody is there to answer, and the operator counts what waits', async () => {
  const { network, code, coordinator, mentor, leader, relationId, ask } = await world();
  const operator = await newPerson({ id: platformNetworkId, code: 'platform', tag: '' }, 'platform_admin');
  const answered = async (person: TestPerson) =>
    (await as(person).mentoring.asks(code)).subjects.map(({ hasAnswerer }) => hasAnswerer);
  const waiting = async () => (await as(operator).operator.health()).asks;
  const before = (await waiting()).unanswerable;
  expect(await answered(leader)).toEqual([true, true]);

  await join(network, mentor, 'coordinator');
  await as(mentor).members.deactivate({ ...code, personId: coordinator.personId });
  await ask(leader, 'help', relationId);

  expect([await answered(leader), await answered(mentor)]).toEqual([
    [false, false],
    [false, false],
  ]);
  expect(await waiting()).toEqual({ unanswerable: before + 1, isWell: false });
  await as(mentor).settings.saveModules({ ...code, modules: ['trainings'] });
  expect((await waiting()).unanswerable).toBe(before);
  await as(mentor).settings.saveModules({ ...code, modules: ['trainings', 'mentoring'] });
  expect((await waiting()).unanswerable).toBe(before + 1);
  await newPerson(network, 'coordinator');
  expect([await answered(leader), (await waiting()).unanswerable]).toEqual([[true, true], before]);
});

test('nobody else reads it: not the other side, another mentor, a viewer, an operator or the network above', async () => {
  const { network, code, coordinator, mentor, leader, relationId, ask, page } = await world();
  const parent = await newNetwork();
  await inScope({ networkId: network.id, door: 'platform' }, (tx) =>
    tx.prisma.network.updateMany({ where: { id: network.id }, data: { parentId: parent.id } }),
  );
  const above = await newPerson(parent, 'coordinator');
  const operator = await newPerson({ id: platformNetworkId, code: 'platform', tag: '' }, 'platform_admin');
  const others = {
    otherMentor: await newPerson(network, 'mentor'),
    viewer: await newPerson(network, 'viewer'),
    manager: await newPerson(network, 'institution_manager', await newInstitution(network)),
    above,
  };
  const { askId } = await ask(mentor, 'help', relationId);

  expect(await refusal(page(leader, askId))).toBe('not_found');
  expect(await refusal(page(others.otherMentor, askId))).toBe('not_found');
  expect(await refusal(page(others.viewer, askId))).toBe('not_allowed');
  expect(await refusal(page(others.manager, askId))).toBe('not_allowed');
  expect(await refusal(page(operator, askId))).toBe('not_found');
  expect(await refusal(page(above, askId))).toBe('not_found');
  expect(await refusal(as(above).mentoring.ask({ network: parent.code, askId }))).toBe('not_found');
  expect(await refusal(as(leader).mentoring.takeBackAsk({ ...code, askId }))).toBe('not_found');
  expect(
    await refusal(as(others.otherMentor).mentoring.askInWords({ ...code, relationId, what: 'help' })),
  ).toBe('not_found');
  expect(
    await refusal(as(others.otherMentor).mentoring.askInWords({ ...code, relationId: '', what: 'help' })),
  ).toBe('not_found');
  expect(await inNetwork(parent.id, (tx) => tx.prisma.mentoringAsk.findMany())).toEqual([]);
  const seen = [
    await as(leader).mentoring.asks(code),
    await as(leader).mentoring.relation({ ...code, relationId }),
    await as(leader).privacy.everything(),
    await as(coordinator).mentoring.board(code),
    await as(coordinator).mentoring.standing({ ...code, relationId }),
    await as(coordinator).privacy.everything(),
    await as(coordinator).needs.own(),
    await inNetwork(network.id, (tx) => tx.prisma.domainEvent.findMany()),
    await asksIn(network.id),
  ];
  expect(JSON.stringify(seen)).not.toContain('library');
  expect(JSON.stringify(await as(mentor).privacy.everything())).toContain(words);
});

test('an answered request is read by who asked and who answered, and no longer by other coordinators', async () => {
  const { network, code, coordinator, mentor, ask, page } = await world();
  const second = await newPerson(network, 'coordinator');
  const { askId } = await ask(mentor, 'help');
  expect(await page(second, askId)).toMatchObject({ askWords: words });

  await as(coordinator).mentoring.answerAsk({ ...code, askId, answer: 'done', words: reply });

  expect(await page(second, askId)).toMatchObject({
    hasAskWords: true,
    hasWords: true,
    askWords: null,
    words: null,
  });
  expect(await page(coordinator, askId)).toMatchObject({ askWords: words, words: reply });
});

test('each reading of the words leaves an entry that who asked can see', async () => {
  const { network, mentor, coordinator, ask, page } = await world();
  const { askId } = await ask(mentor, 'help');

  await page(coordinator, askId);

  const read = await inNetwork(network.id, (tx) =>
    tx.prisma.domainEvent.findMany({ where: { kind: 'record.read', objectId: askId } }),
  );
  expect(read.map(({ actorId, payload }) => [actorId, payload])).toEqual([
    [coordinator.personId, expect.objectContaining({ subjectPersonId: mentor.personId })],
  ]);
});

test('sent twice it is one request; another waits until the first is taken back, or answered', async () => {
  const { network, code, coordinator, mentor, ask, own } = await world();
  const both = await Promise.all([ask(mentor, 'help'), ask(mentor, 'help')]);

  expect(new Set(both.map(({ askId }) => askId)).size).toBe(1);
  expect(await refusal(ask(mentor, 'material'))).toBe('state_changed');
  const [{ askId } = { askId: '' }] = both;
  await as(mentor).mentoring.takeBackAsk({ ...code, askId });
  expect([await own(mentor), await needed(coordinator, network)]).toEqual([[], 0]);
  const again = await ask(mentor, 'material');
  await as(coordinator).mentoring.answerAsk({ ...code, ...again, answer: 'done' });
  await ask(mentor, 'help');
  expect((await own(mentor)).map(({ what, answer }) => [what, answer])).toEqual([['help', null]]);
  const events = await inNetwork(network.id, (tx) =>
    tx.prisma.domainEvent.findMany({ where: { kind: { startsWith: 'mentoring.ask' } } }),
  );
  expect(events.map(({ kind }) => kind).toSorted()).toEqual([
    'mentoring.ask_answered',
    'mentoring.ask_taken_back',
    'mentoring.asked',
    'mentoring.asked',
    'mentoring.asked',
  ]);
});

test('a coordinator on the other side of the relation neither reads, counts nor answers it; another one does', async () => {
  const { network, code, coordinator, mentor, leader, relationId, ask, page } = await world();
  await join(network, mentor, 'coordinator');
  await join(network, leader, 'coordinator');
  const answer = (person: TestPerson, askId: string) =>
    as(person).mentoring.answerAsk({ ...code, askId, answer: 'done' });
  const { askId: ofMentee } = await ask(leader, 'help', relationId);
  const { askId: inGeneral } = await ask(leader, 'material');

  for (const askId of [ofMentee, inGeneral]) {
    expect(await refusal(page(mentor, askId))).toBe('not_found');
    expect(await refusal(answer(mentor, askId))).toBe('not_found');
    expect(await page(coordinator, askId)).toMatchObject({ askWords: words, canAnswer: true });
  }
  const board = await as(mentor).mentoring.board(code);
  expect([board.asks, board.relations[0]?.asks]).toEqual([[], []]);
  const standing = (person: TestPerson) => as(person).mentoring.standing({ ...code, relationId });
  expect([(await standing(mentor)).asks, (await standing(coordinator)).asks.length]).toEqual([[], 1]);
  expect([await needed(mentor, network), await needed(coordinator, network)]).toEqual([0, 2]);

  const { askId: ofMentor } = await ask(mentor, 'time_place', relationId);
  expect(await refusal(page(leader, ofMentor))).toBe('not_found');
  expect(await refusal(answer(leader, ofMentor))).toBe('not_found');
  // Neither the own ones nor that of the mentor.
  expect([await needed(leader, network), await needed(coordinator, network)]).toEqual([0, 3]);
  await answer(coordinator, ofMentee);
  expect(await refusal(page(mentor, ofMentee))).toBe('not_found');
});

test('a mentee who once was a mentor is shown by the alias, and a mentor who is a mentee by the name alone', async () => {
  const { network, code, coordinator, mentor, leader, programmeId, ask, page, waiting } = await world();
  const { personId } = leader;
  await join(network, leader, 'mentor');
  const { mentorId } = await as(coordinator).mentoring.addMentor({ ...code, personId, capacity: 1 });
  await as(coordinator).mentoring.moveMentor({ ...code, mentorId, state: 'rejected' });
  await as(coordinator).mentoring.addMentee({
    ...code,
    programmeId,
    alias: 'Heron',
    personId: mentor.personId,
  });

  const { askId } = await ask(leader, 'help');
  const { askId: ofMentor } = await ask(mentor, 'help');

  const seen = await page(coordinator, askId);
  expect(seen).toMatchObject({ alias: 'Rowan', mentor: null });
  expect(JSON.stringify([seen, (await waiting()).filter(({ id }) => id === askId)])).not.toContain(
    leader.name,
  );
  expect(await page(coordinator, ofMentor)).toMatchObject({
    alias: null,
    mentor: { familyName: expect.any(String) },
  });
});

test('what was answered meanwhile is not taken back unread; seen, it is put away', async () => {
  const { network, code, coordinator, mentor, ask, page } = await world();
  const { askId } = await ask(mentor, 'help');
  await as(coordinator).mentoring.answerAsk({ ...code, askId, answer: 'done', words: reply });

  expect(await refusal(as(mentor).mentoring.takeBackAsk({ ...code, askId }))).toBe('state_changed');

  expect(await page(mentor, askId)).toMatchObject({ words: reply });
  await as(mentor).mentoring.takeBackAsk({ ...code, askId, isAnswered: true });
  expect(await asksIn(network.id)).toEqual([]);
});

test('one word takes the place of no open request in words, and two taps are one', async () => {
  const { network, code, mentor, leader, relationId, ask } = await world();
  await ask(mentor, 'help', relationId);
  const tap = (person: TestPerson, what: 'more_time' | null) =>
    person === mentor
      ? as(person).mentoring.askAsMentor({ ...code, relationId, what })
      : as(person).mentoring.askAsMentee({ ...code, relationId, what });

  for (const what of ['more_time', null] as const)
    expect(await refusal(tap(mentor, what))).toBe('state_changed');

  await Promise.all([tap(leader, 'more_time'), tap(leader, 'more_time'), tap(leader, 'more_time')]);
  expect((await asksIn(network.id)).map(({ what }) => what)).toEqual(['help', 'more_time']);
});

test('accepting a proposal ends what was asked of it in one word, and not what was asked in words', async () => {
  const { network, code, coordinator, mentor, leader, programmeId, mentorId, ask } = await world();
  const { menteeId } = await as(coordinator).mentoring.addMentee({ ...code, programmeId, alias: 'Wren' });
  const { relationId } = await as(coordinator).mentoring.propose({
    ...code,
    programmeId,
    mentorId,
    menteeIds: [menteeId],
  });
  const { askId } = await ask(mentor, 'material', relationId);
  expect(await refusal(ask(leader, 'help', relationId))).toBe('not_found');

  await as(mentor).mentoring.accept({ ...code, relationId });

  expect((await asksIn(network.id)).map(({ id }) => id)).toEqual([askId]);
});

test('the same again with other words has the newer words, and without any keeps those it has', async () => {
  const { code, coordinator, mentor, ask, page } = await world();
  const { askId } = await ask(mentor, 'help');
  const again = (more: object) =>
    as(mentor).mentoring.askInWords({ ...code, relationId: '', what: 'help', ...more });

  expect(await again({ words: reply })).toEqual({ askId });
  expect(await page(coordinator, askId)).toMatchObject({ askWords: reply });
  expect(await again({})).toEqual({ askId });
  expect(await page(coordinator, askId)).toMatchObject({ askWords: reply });
});

test('what is open ends with the relation, and an answer stays with who asked', async () => {
  const { network, code, coordinator, mentor, leader, relationId, ask, page, waiting } = await world();
  const { askId: answered } = await ask(leader, 'material', relationId);
  await as(coordinator).mentoring.answerAsk({ ...code, askId: answered, answer: 'done', words: reply });
  const { askId: open } = await ask(mentor, 'help', relationId);
  const { askId: general } = await ask(mentor, 'material');

  await as(coordinator).mentoring.moveRelation({ ...code, relationId, state: 'ended_early' });

  expect((await asksIn(network.id)).map(({ id }) => id)).toEqual([answered, general]);
  expect(await refusal(page(coordinator, open))).toBe('not_found');
  expect((await waiting()).map(({ id }) => id)).toEqual([general]);
  expect(await page(leader, answered)).toMatchObject({ words: reply });
  expect(await refusal(ask(mentor, 'help', relationId))).toBe('relation_ended');
});

test('what a mentee asked ends when they leave, of a group that goes on as well; the mentor’s stays', async () => {
  const { network, code, coordinator, mentor, leader, menteeId, relationId, ask } = await world();
  await ask(leader, 'help', relationId);
  await ask(leader, 'material');
  const { askId } = await ask(mentor, 'help', relationId);

  await as(coordinator).mentoring.moveMentee({ ...code, menteeId, state: 'moved_away' });

  expect((await asksIn(network.id)).map(({ id }) => id)).toEqual([askId]);
  expect(await refusal(ask(leader, 'material'))).toBe('not_found');
});

test('what a mentor asked in general ends with the place as mentor', async () => {
  const { network, code, coordinator, mentor, mentorId, relationId, ask } = await world();
  await as(coordinator).mentoring.moveRelation({ ...code, relationId, state: 'ended_early' });
  await ask(mentor, 'end_place');

  await as(coordinator).mentoring.moveMentor({ ...code, mentorId, state: 'ended' });

  expect([await asksIn(network.id), await needed(coordinator, network)]).toEqual([[], 0]);
  expect(await refusal(ask(mentor, 'help'))).toBe('not_found');
});

test('with the role it waits for nobody any more, comes back with it, and the night ends what does not', async () => {
  const { network, code, coordinator, mentor, ask, page, waiting } = await world();
  const { askId } = await ask(mentor, 'help');
  const { personId } = mentor;

  await as(coordinator).members.deactivate({ ...code, personId });

  expect([await needed(coordinator, network), await waiting()]).toEqual([0, []]);
  expect(await refusal(page(coordinator, askId))).toBe('not_found');
  await as(coordinator).members.reactivate({ ...code, personId });
  expect(await needed(coordinator, network)).toBe(1);
  await as(coordinator).members.deactivate({ ...code, personId });
  await purgeNetwork({ networkId: network.id, now: new Date() });
  expect(await asksIn(network.id)).toEqual([]);
});

test('an answered request in general goes two years after its answer, an open one waits', async () => {
  const { network, code, coordinator, mentor, leader, ask } = await world();
  const { askId } = await ask(mentor, 'help');
  await as(coordinator).mentoring.answerAsk({ ...code, askId, answer: 'done', words: reply });
  const open = await ask(leader, 'help');
  const night = (offset: number) =>
    purgeNetwork({ networkId: network.id, now: new Date(Date.now() + days(offset)) });

  await night(725);
  expect((await asksIn(network.id)).map(({ id }) => id)).toEqual([askId, open.askId]);
  await night(740);
  expect((await asksIn(network.id)).map(({ id }) => id)).toEqual([open.askId]);
});

test('with mentoring switched off the start page names no request', async () => {
  const { network, code, coordinator, mentor, ask } = await world();
  await ask(mentor, 'help');

  await as(coordinator).settings.saveModules({ ...code, modules: ['trainings'] });

  expect(await needed(coordinator, network)).toBe(0);
  expect(await refusal(as(mentor).mentoring.asks(code))).toBe('not_found');
});

test('the page asks the database as often for many requests as for one', async () => {
  const { code, mentor, relationId, ask } = await world();
  await ask(mentor, 'help');
  const one = await countStatements(() => as(mentor).mentoring.asks(code));
  await ask(mentor, 'help', relationId);

  expect(await countStatements(() => as(mentor).mentoring.asks(code))).toBe(one);
});

test('the roles whose requests count are those that may ask', () => {
  const may = (role: Role) =>
    reachOf([{ role, institutionId: null, capabilities: [] }], 'relation.answer').kind !== 'none';

  expect(roles.filter(may).toSorted()).toEqual([...askingRoles].toSorted());
});
