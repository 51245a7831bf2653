import { expect, test } from 'vitest';
import { heldSession, newMentor, newProgramme, newRelation } from '../mentoring/mentoring.testing.server.ts';
import {
  as,
  days,
  newInstitution,
  newNetwork,
  newPerson,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

async function stage() {
  const network = await newNetwork();
  const code = { network: network.code };
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const lead = await newPerson(network, 'trainer', null, { capabilities: ['safeguarding_lead'] });
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const mentor = await newPerson(network, 'mentor');
  const other = await newPerson(network, 'mentor');
  const leader = await newPerson(network, 'community_leader');
  const programmeId = await newProgramme(network, coordinator);
  const mentorId = await newMentor(network, coordinator, mentor);
  const mentee = async (alias: string, more: object = {}) =>
    (await as(coordinator).mentoring.addMentee({ ...code, programmeId, alias, languages: ['ro'], ...more }))
      .menteeId;
  const waiting = async (person: TestPerson, at = new Date()) => {
    const { networks } = await as(person, at).needs.own();
    const tasks = networks.find((each) => each.code === network.code)?.tasks ?? [];
    return Object.fromEntries(tasks.map(({ kind, count }) => [kind, count]));
  };
  const people = { coordinator, lead, manager, mentor, other, leader };
  return { network, code, institutionId, ...people, programmeId, mentorId, mentee, waiting };
}

test('a proposal waits for each of those who are asked until they answer, and for nobody else', async () => {
  const scene = await stage();
  const { code, coordinator, manager, mentor, other, leader, lead, programmeId, mentorId, waiting } = scene;
  const own = await scene.mentee('Willow', { personId: leader.personId });
  const ofInstitution = await scene.mentee('Heron', { institutionId: scene.institutionId });
  const { relationId } = await as(coordinator).mentoring.propose({
    ...code,
    programmeId,
    mentorId,
    menteeIds: [own, ofInstitution],
  });

  await as(coordinator).care.ask({ ...code, relationId, question: 'how_is_it' });

  // A question about what is only proposed cannot be answered, so it waits for nobody.
  expect(await waiting(mentor)).toEqual({ mentoringAsked: 1 });
  expect(await waiting(leader)).toEqual({ menteeAsked: 1 });
  expect(await waiting(manager)).toEqual({ menteeAnswers: 1 });
  for (const person of [coordinator, other, lead]) expect(await waiting(person)).toEqual({});

  await as(mentor).mentoring.accept({ ...code, relationId });
  await as(leader).mentoring.accept({ ...code, relationId });
  await as(manager).mentoring.acceptFor({ ...code, relationId, menteeId: ofInstitution });
  // Of the agreement each signature is missing: the own one of who has a login, the rest waits for the mentor.
  expect(await waiting(mentor)).toEqual({ mentorQuestions: 1, mentorSigns: 1 });
  expect(await waiting(leader)).toEqual({ menteeSigns: 1 });
  expect(await waiting(manager)).toEqual({});

  const agreement = { ...code, relationId, language: 'ro' as const, isInterpreted: true };
  await as(mentor).mentoring.signAgreement(agreement);
  expect(await waiting(mentor)).toEqual({ mentorQuestions: 1, mentorSigns: 1 });
  const noted = {
    menteeId: ofInstitution,
    manner: 'paper' as const,
    day: new Date().toISOString().slice(0, 10),
  };
  await as(manager).mentoring.signFor({ ...agreement, ...noted });
  expect(await waiting(mentor)).toEqual({ mentorQuestions: 1 });
  await as(leader).mentoring.signAgreement(agreement);
  expect(await waiting(leader)).toEqual({});
  expect(await waiting(coordinator)).toEqual({ mentoringDecisions: 1 });
});

test('a mentor sees on the first page who waits longer than agreed, what is not written down, and what is asked', async () => {
  const { network, code, coordinator, mentor, other, programmeId, mentorId, mentee, waiting } = await stage();
  const menteeIds = [await mentee('Willow'), await mentee('Heron')];
  const relation = { programmeId, mentor, mentorId, menteeIds };
  const relationId = await newRelation(network, coordinator, relation);
  const later = (count: number) => new Date(Date.now() + days(count));
  await as(mentor).mentoring.logSession({
    ...heldSession(network, relationId, menteeIds.slice(0, 1)),
    day: later(3).toISOString().slice(0, 10),
    state: 'planned',
  });
  expect(await waiting(mentor)).toEqual({});

  const [willow = ''] = menteeIds;
  const met = { ...heldSession(network, relationId, [willow]), day: later(6).toISOString().slice(0, 10) };
  await as(mentor, later(6)).mentoring.logSession(met);
  await as(coordinator).care.ask({ ...code, relationId, question: 'how_is_it' });

  expect(await waiting(mentor, later(9))).toEqual({
    overdueMeetings: 1,
    meetingsToLog: 1,
    mentorQuestions: 1,
  });
  expect(await waiting(other, later(9))).toEqual({});
});

test('a mentor who is one no more leaves their mentorings with the coordinator', async () => {
  const { network, code, coordinator, mentor, programmeId, mentorId, mentee, waiting } = await stage();
  const menteeIds = [await mentee('Willow')];
  await newRelation(network, coordinator, { programmeId, mentor, mentorId, menteeIds });
  expect(await waiting(coordinator)).toEqual({});

  await as(coordinator).members.deactivate({ ...code, personId: mentor.personId });

  expect(await waiting(coordinator)).toEqual({ mentoringDecisions: 1 });
});

test('a concern waits on the first page of the lead alone, by its hour', async () => {
  const { code, coordinator, lead, mentor, waiting } = await stage();
  await as(mentor).concerns.raise({
    ...code,
    nonce: crypto.randomUUID(),
    category: 'child',
    text: 'GEHEIM',
    isDanger: false,
  });

  expect(await waiting(lead)).toEqual({ concerns: 1 });
  for (const person of [coordinator, mentor]) expect(await waiting(person)).toEqual({});
});
