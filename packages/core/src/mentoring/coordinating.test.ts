import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import {
  as,
  countStatements,
  newInstitution,
  newNetwork,
  newPerson,
  refusal,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { heldSession, newMentor, newProgramme, newRelation } from './mentoring.testing.server.ts';

await useTestDatabase();

async function stage(maxMentees = 3) {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const programmeId = await newProgramme(network, coordinator, { maxMentees });
  const caller = as(coordinator).mentoring;
  const mentor = async (offers: object = {}) => {
    const person = await newPerson(network, 'mentor');
    const mentorId = await newMentor(network, coordinator, person);
    await caller.editMentor({ ...code, mentorId, ...offers });
    return { person, mentorId };
  };
  const mentee = async (alias: string, wishes: object = {}) =>
    (await caller.addMentee({ ...code, programmeId, alias, ...wishes })).menteeId;
  return { network, code, coordinator, programmeId, caller, mentor, mentee };
}

const readings = (networkId: string, objectId: string) =>
  inNetwork(networkId, (tx) => tx.prisma.domainEvent.count({ where: { kind: 'record.read', objectId } }));

test('mentors are suggested with their reasons, and a wish for a woman leaves the men out', async () => {
  const { network, code, caller, mentor, mentee } = await stage();
  const [near, far, man] = [
    await mentor({ languages: ['ar', 'bg'], topics: ['work'], place: 'Харманли', gender: 'female' }),
    await mentor({ languages: ['ar'], gender: 'female' }),
    await mentor({ languages: ['ar'], topics: ['work'], place: 'Харманли', gender: 'male' }),
  ];
  const menteeId = await mentee('Heron', {
    languages: ['ar'],
    topics: ['work'],
    place: 'харманли',
    genderPreference: 'female',
  });

  const { suggested, excluded } = await caller.suggest({ ...code, menteeId });

  expect(suggested.map(({ mentorId, score }) => [mentorId, score])).toEqual([
    [near.mentorId, 75],
    [far.mentorId, 40],
  ]);
  expect(suggested[0]?.reasons.map(({ code: reason }) => reason)).toEqual([
    'language_shared',
    'topics_shared',
    'times_unknown',
    'place_same',
  ]);
  expect(excluded.map(({ mentorId, obstacles }) => [mentorId, obstacles.map((each) => each.code)])).toEqual([
    [man.mentorId, ['gender_preference']],
  ]);
  expect(await readings(network.id, menteeId)).toBe(1);
});

test('whoever is ruled out is neither suggested nor proposed, until they are allowed again', async () => {
  const { code, programmeId, caller, mentor, mentee } = await stage();
  const { mentorId } = await mentor();
  const menteeId = await mentee('Stork');
  const suggested = async () => (await caller.suggest({ ...code, menteeId })).suggested.length;
  const propose = () => caller.propose({ ...code, programmeId, mentorId, menteeIds: [menteeId] });

  await caller.ruleOut({ ...code, menteeId, mentorId });
  expect([await suggested(), await refusal(propose())]).toEqual([0, 'pair_ruled_out']);
  await caller.allowPair({ ...code, menteeId, mentorId });
  expect(await suggested()).toBe(1);
});

test('who declined is not suggested again, and the other mentees of the group are', async () => {
  const { network, code, programmeId, caller, mentor } = await stage();
  const { mentorId } = await mentor();
  const leader = await newPerson(network, 'community_leader');
  const add = async (alias: string, personId: string | null) =>
    (await caller.addMentee({ ...code, programmeId, alias, personId })).menteeId;
  const [own, other] = [await add('Own', leader.personId), await add('Other', null)];
  const { relationId } = await caller.propose({ ...code, programmeId, mentorId, menteeIds: [own, other] });

  await as(leader).mentoring.decline({ ...code, relationId });

  const suggested = async (menteeId: string) =>
    (await caller.suggest({ ...code, menteeId })).suggested.length;
  expect([await suggested(own), await suggested(other)]).toEqual([0, 1]);
});

test('an institution says no for those that it acts for', async () => {
  const { network, code, programmeId, caller, mentor } = await stage();
  const { mentorId } = await mentor();
  const institutionId = await newInstitution(network);
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const { menteeId } = await as(manager).mentoring.addMentee({
    ...code,
    programmeId,
    alias: 'Kite',
    institutionId,
  });
  await caller.moveMentee({ ...code, menteeId, state: 'accepted' });
  const { relationId } = await caller.propose({ ...code, programmeId, mentorId, menteeIds: [menteeId] });
  expect((await as(manager).mentoring.mentee({ ...code, menteeId })).canAnswerFor).toBe(true);

  await as(manager).mentoring.declineFor({ ...code, relationId, menteeId });

  expect((await caller.mentee({ ...code, menteeId })).relation).toBeNull();
});

test('a whole cohort is planned at once, changed and proposed in one go, with as many statements for ten as for two', async () => {
  const spent: number[] = [];
  for (const size of [2, 10]) {
    const { code, programmeId, caller, mentor, mentee } = await stage(5);
    const mentors = [await mentor({ capacity: 5 }), await mentor({ capacity: 5 })];
    for (let index = 0; index < size; index++) await mentee(`Bird ${index}`);
    const plan = await caller.planCohort({ ...code, programmeId });
    const planned = await countStatements(() => caller.planCohort({ ...code, programmeId }));
    const pairs = plan.mentees.map(({ id, pair }) => ({ menteeId: id, mentorId: pair?.mentorId ?? '' }));
    const counts = mentors.map(({ mentorId }) => pairs.filter((each) => each.mentorId === mentorId).length);
    expect(counts).toEqual([size / 2, size / 2]);

    const proposed = await countStatements(() =>
      caller.proposePairs({ ...code, programmeId, pairs, areGroups: true }),
    );

    expect((await caller.board(code)).relations.length).toBe(2);
    expect((await caller.planCohort({ ...code, programmeId })).mentees).toEqual([]);
    spent.push(planned + proposed);
  }
  expect(spent[1]).toBe(spent[0]);
});

test('a plan that asks too much of one mentor is refused as a whole', async () => {
  const { code, programmeId, caller, mentor, mentee } = await stage(2);
  const [one, other] = [await mentor(), await mentor()];
  const menteeIds = [await mentee('A1'), await mentee('A2'), await mentee('A3'), await mentee('A4')];
  const pairs = menteeIds.map((menteeId, index) => ({
    menteeId,
    mentorId: index < 3 ? one.mentorId : other.mentorId,
  }));

  const propose = (areGroups: boolean) => caller.proposePairs({ ...code, programmeId, pairs, areGroups });

  expect([await refusal(propose(true)), await refusal(propose(false))]).toEqual([
    'mentor_full',
    'mentor_full',
  ]);
  expect((await caller.board({ ...code })).relations).toEqual([]);
});

async function handedOver(doNotesTravel: boolean) {
  const set = await stage();
  const { network, code, coordinator, programmeId, caller } = set;
  const [before, after] = [await set.mentor(), await set.mentor()];
  const [stays, leaves] = [await set.mentee('Stays'), await set.mentee('Leaves')];
  const relationId = await newRelation(network, coordinator, {
    programmeId,
    mentor: before.person,
    mentorId: before.mentorId,
    menteeIds: [stays, leaves],
  });
  const log = (menteeIds: string[], summary: string) =>
    as(before.person).mentoring.logSession({
      ...heldSession(network, relationId, menteeIds),
      summary,
      privateNote: `note: ${summary}`,
    });
  await log([stays], 'about one');
  await log([stays, leaves], 'about both');
  await caller.moveMentee({ ...code, menteeId: leaves, state: 'moved_away' });
  const next = await caller.handOver({ ...code, relationId, mentorId: after.mentorId, doNotesTravel });
  const page = (person: TestPerson, id: string) => as(person).mentoring.relation({ ...code, relationId: id });
  const nextId = next.relationId;
  const takeOver = async () => {
    await as(after.person).mentoring.accept({ ...code, relationId: nextId });
    await caller.acceptFor({ ...code, relationId: nextId, menteeId: stays });
  };
  return { ...set, before, after, relationId, nextId, page, stays, takeOver };
}

test('with a handover the mentor before has no access any more, and the other one is asked', async () => {
  const { code, caller, before, after, relationId, nextId, page, stays, takeOver } = await handedOver(false);

  expect(await refusal(page(before.person, relationId))).toBe('relation_ended');
  expect(await refusal(page(after.person, relationId))).toBe('not_found');
  const [ended, next] = [
    await caller.standing({ ...code, relationId }),
    await caller.standing({ ...code, relationId: nextId }),
  ];
  expect([ended.state, ended.successorId]).toEqual(['rematched', nextId]);
  expect([next.state, next.predecessorId, next.signers.map(({ signedOn }) => signedOn)]).toEqual([
    'proposed',
    relationId,
    [null, null],
  ]);
  expect((await caller.mentee({ ...code, menteeId: stays })).relation?.id).toBe(nextId);
  await takeOver();
  expect((await page(after.person, nextId)).earlier).toEqual([]);
});

test('notes that travel are the shared ones of those who are here; private notes and others stay behind', async () => {
  const { after, nextId, page, takeOver } = await handedOver(true);

  expect(await refusal(page(after.person, nextId))).toBe('relation_not_running');
  await takeOver();
  const { earlier } = await page(after.person, nextId);

  expect(earlier.map(({ summary, privateNote }) => [summary, privateNote])).toEqual([['about one', null]]);
});

test('the coordinator reads of a relation states, days and counts, and no text of it', async () => {
  const { code, caller, relationId } = await handedOver(true);

  const seen = JSON.stringify([
    await caller.standing({ ...code, relationId }),
    await caller.board(code),
    await caller.summary(code),
  ]);

  expect(seen).not.toMatch(/about one|about both|note:/);
  expect(seen).toContain('"held"');
});

test('a closure is sent back with a comment that the mentor reads, and then approved', async () => {
  const { network, code, coordinator, programmeId, caller, mentor, mentee } = await stage();
  const { person, mentorId } = await mentor();
  const menteeIds = [await mentee('Owl')];
  const relationId = await newRelation(network, coordinator, {
    programmeId,
    mentor: person,
    mentorId,
    menteeIds,
  });
  const move = (state: 'closing' | 'active' | 'completed', comment = '') =>
    caller.moveRelation({ ...code, relationId, state, comment });

  await move('closing');
  await move('active', 'One goal is still open.');

  const page = await as(person).mentoring.relation({ ...code, relationId });
  expect(page.closureComment).toBe('One goal is still open.');
  await move('closing');
  await move('completed', 'Well done.');
  expect(await refusal(as(person).mentoring.relation({ ...code, relationId }))).toBe('relation_ended');
});

test('an alias is no e-mail address and no telephone number, and what reads like a name is asked about', async () => {
  const { code, programmeId, caller } = await stage();
  const add = (alias: string, isNoName = false) =>
    caller.addMentee({ ...code, programmeId, alias, isNoName });

  expect(await refusal(add('layla@example.org'))).toBe('alias_is_contact');
  expect(await refusal(add('+359 88 123 4567', true))).toBe('alias_is_contact');
  expect(await refusal(add('Мария Петрова'))).toBe('alias_reads_like_name');
  await add('Blue Heron', true);
  await add('heron 7');
});

test('who edits a mentee without reading what is sealed keeps it', async () => {
  const { code, caller, mentor, mentee } = await stage();
  await mentor({ gender: 'male' });
  const menteeId = await mentee('Lark', { genderPreference: 'female' });
  const fits = async () => (await caller.suggest({ ...code, menteeId })).suggested.length;
  const edit = (keeps: ('genderPreference' | 'meetingLimits')[]) =>
    caller.editMentee({ ...code, menteeId, alias: 'Lark', keeps });

  await edit(['genderPreference', 'meetingLimits']);
  expect(await fits()).toBe(0);
  await edit([]);
  expect(await fits()).toBe(1);
});

test('lists of people are found by name, language and what is missing', async () => {
  const { code, coordinator, caller, mentor, mentee } = await stage();
  const { mentorId } = await mentor({ languages: ['ar'], place: 'Хасково' });
  await mentor({ languages: ['fa'] });
  await mentee('Swift', { languages: ['ar'] });
  await mentee('Finch', { languages: ['fa'] });
  const found = async (filter: object) => (await caller.mentors({ ...code, ...filter })).map(({ id }) => id);

  expect(await found({ q: 'хаск' })).toEqual([mentorId]);
  expect(await found({ language: 'ar' })).toEqual([mentorId]);
  expect(await found({ lacking: 'yes' })).toEqual([]);
  await as(coordinator).prerequisites.require({ ...code, kind: 'background_check', roles: ['mentor'] });
  expect(await found({ lacking: 'yes', language: 'ar' })).toEqual([mentorId]);
  expect((await caller.mentees({ ...code, q: 'swi' })).map(({ alias }) => alias)).toEqual(['Swift']);
});

test('where mentoring is switched off, nothing of it answers', async () => {
  const { code, coordinator, caller } = await stage();
  await as(coordinator).settings.saveModules({ ...code, modules: ['trainings'] });

  expect([await refusal(caller.programmes(code)), await refusal(caller.board(code))]).toEqual([
    'not_found',
    'not_found',
  ]);
});
