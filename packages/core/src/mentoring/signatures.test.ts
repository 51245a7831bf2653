import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import {
  as,
  newInstitution,
  newNetwork,
  newPerson,
  refusal,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { newMentor, newProgramme } from './mentoring.testing.server.ts';

await useTestDatabase();

const words = { confidentiality: 'a', places: 'b', hours: 'c', gifts: 'd', ending: 'e' };
const today = () => new Date().toISOString().slice(0, 10);

/** A relation that both sides have accepted: a leader with a login, and two mentees without one, of which an institution has one. */
async function accepted() {
  const network = await newNetwork();
  const code = { network: network.code };
  const institutionId = await newInstitution(network);
  const coordinator = await newPerson(network, 'coordinator');
  const manager = await newPerson(network, 'institution_manager', institutionId);
  const mentor = await newPerson(network, 'mentor');
  const leader = await newPerson(network, 'community_leader');
  const programmeId = await newProgramme(network, coordinator, { maxMentees: 5 });
  const mentorId = await newMentor(network, coordinator, mentor, 5);
  const mentee = async (alias: string, more: object = {}) => {
    const fields = { ...code, programmeId, alias, languages: ['ar' as const], ...more };
    return (await as(coordinator).mentoring.addMentee(fields)).menteeId;
  };
  const own = await mentee('Birch', { personId: leader.personId });
  const theirs = await mentee('Heron', { institutionId });
  const nobodys = await mentee('Willow');
  for (const language of ['ar', 'ro'] as const)
    await as(coordinator).mentoring.saveAgreement({ ...code, programmeId, language, ...words });
  const pair = { ...code, programmeId, mentorId, menteeIds: [own, theirs, nobodys] };
  const { relationId } = await as(coordinator).mentoring.propose(pair);
  const at = { ...code, relationId };
  for (const person of [mentor, leader]) await as(person).mentoring.accept(at);
  for (const menteeId of [theirs, nobodys]) await as(coordinator).mentoring.acceptFor({ ...at, menteeId });
  const sign = (person: TestPerson, more: object = {}) =>
    as(person).mentoring.signAgreement({ ...at, language: 'ar', version: 1, ...more });
  const noted = { ...at, language: 'ar' as const, version: 1, manner: 'paper' as const, day: today() };
  const note = (person: TestPerson, menteeId: string, more: object = {}) =>
    as(person).mentoring.signFor({ ...noted, menteeId, ...more });
  const standing = () => as(coordinator).mentoring.standing(at);
  const people = { coordinator, manager, mentor, leader };
  return { network, code, ...people, at, own, theirs, nobodys, sign, note, standing, programmeId };
}

test('each party signs for themselves, and the relation is signed when nobody is missing', async () => {
  const { mentor, leader, manager, at, theirs, nobodys, sign, note, standing, coordinator } =
    await accepted();

  await sign(mentor, { language: 'ro' });
  await sign(leader);
  await note(manager, theirs);
  expect((await standing()).state).toBe('accepted_by_both');
  const missing = (await standing()).signers.filter(({ signedOn }) => signedOn === null);
  expect(missing.map(({ alias, canNote }) => [alias, canNote])).toEqual([['Willow', true]]);
  await note(mentor, nobodys, { manner: 'oral', language: 'ro', isInterpreted: true });

  const { state, signers } = await standing();
  expect(state).toBe('agreement_signed');
  expect(signers.map(({ alias, signature }) => [alias, signature?.manner, signature?.language])).toEqual([
    [null, 'own', 'ro'],
    ['Birch', 'own', 'ar'],
    ['Heron', 'paper', 'ar'],
    ['Willow', 'oral', 'ro'],
  ]);
  expect(signers.every(({ signature }) => signature?.notedBy?.familyName)).toBe(true);
  await as(coordinator).mentoring.moveRelation({ ...at, state: 'active' });
});

test('nobody signs for somebody with a login, for the mentor, or for whom they do not act', async () => {
  const { network, mentor, leader, manager, coordinator, own, theirs, nobodys, sign, note, code } =
    await accepted();
  const stranger = await newPerson(network, 'mentor');

  expect(await refusal(note(mentor, own))).toBe('mentee_answers_themselves');
  expect(await refusal(note(coordinator, own))).toBe('mentee_answers_themselves');
  expect(await refusal(note(manager, nobodys))).toBe('not_found');
  expect(await refusal(note(leader, theirs))).toBe('not_found');
  expect(await refusal(note(stranger, theirs))).toBe('not_found');
  for (const person of [coordinator, stranger]) expect(await refusal(sign(person))).toBe('not_found');
  await as(coordinator).members.deactivate({ ...code, personId: mentor.personId });
  expect(await refusal(note(mentor, theirs))).not.toBeNull();
});

test('what is noted is understood, not ahead, and of the text that is there', async () => {
  const { mentor, leader, nobodys, sign, note } = await accepted();
  const ahead = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);

  expect(await refusal(note(mentor, nobodys, { day: ahead }))).toBe('day_ahead');
  expect(await refusal(note(mentor, nobodys, { language: 'ro' }))).toBe('agreement_not_understood');
  expect(await refusal(note(mentor, nobodys, { version: 2 }))).toBe('agreement_changed');
  expect(await refusal(sign(leader, { language: 'ro' }))).toBe('agreement_not_understood');
  expect(await refusal(sign(leader, { language: 'hu', isInterpreted: true }))).toBe('agreement_not_there');
});

test('a form that arrives twice is one signature, and of two who note one the second is told', async () => {
  const { network, at, mentor, coordinator, leader, nobodys, sign, note } = await accepted();

  await Promise.all([sign(leader), sign(leader)]);
  const outcomes = await Promise.all(
    [mentor, coordinator].map((person) =>
      note(person, nobodys).then(
        () => 'noted',
        ({ cause }) => cause.code,
      ),
    ),
  );

  expect(outcomes.toSorted()).toEqual(['noted', 'signature_there']);
  const rows = await inNetwork(network.id, ({ prisma }) =>
    prisma.relationSignature.count({ where: { relationId: at.relationId } }),
  );
  expect(rows).toBe(2);
});

test('the last signatures in the same second leave nothing open', async () => {
  const { mentor, leader, manager, coordinator, theirs, nobodys, sign, note, standing } = await accepted();

  await Promise.all([
    sign(mentor, { language: 'ro' }),
    sign(leader),
    note(manager, theirs),
    note(coordinator, nobodys),
  ]);

  expect((await standing()).state).toBe('agreement_signed');
});

test('where the one who is missing leaves, the others have signed', async () => {
  const { code, coordinator, mentor, leader, theirs, nobodys, sign, note, standing } = await accepted();
  await sign(mentor, { language: 'ro' });
  await sign(leader);
  await note(mentor, theirs);

  await as(coordinator).mentoring.moveMentee({ ...code, menteeId: nobodys, state: 'moved_away' });

  expect((await standing()).state).toBe('agreement_signed');
});

test('a mentee reads of the others that they signed, and an institution sees those it acts for', async () => {
  const { at, mentor, leader, manager, theirs, sign, note } = await accepted();
  await sign(mentor, { language: 'ro' });
  await sign(leader);
  await note(mentor, theirs, { manner: 'oral', isInterpreted: true });

  const seen = await as(leader).mentoring.agreement(at);
  expect(
    seen.parties.map(({ alias, signedOn, signature }) => [alias, signedOn !== null, signature?.language]),
  ).toEqual([
    [null, true, undefined],
    ['Birch', true, 'ar'],
    ['Heron', true, undefined],
    ['Willow', false, undefined],
  ]);
  const ofInstitution = await as(manager).mentoring.agreement(at);
  expect(ofInstitution.parties.map(({ alias, signature }) => [alias, signature?.manner])).toEqual([
    ['Heron', 'oral'],
  ]);
});

test('a signature stays as it was given when the text is changed, and nobody can change it', async () => {
  const { code, at, network, coordinator, leader, programmeId, sign } = await accepted();
  await sign(leader);
  await as(coordinator).mentoring.saveAgreement({
    ...code,
    programmeId,
    language: 'ar',
    ...words,
    gifts: 'x',
  });

  const { signedTexts } = await as(leader).mentoring.agreement(at);

  expect(signedTexts.map(({ language, version, gifts }) => [language, version, gifts])).toEqual([
    ['ar', 1, 'd'],
  ]);
  const change = inNetwork(network.id, ({ prisma }) =>
    prisma.relationSignature.updateMany({ data: { manner: 'own' } }),
  );
  await expect(change).rejects.toThrow(/permission denied/);
});

test('the own signature is in the own data, and who noted one has it among what they did', async () => {
  const { network, mentor, leader, nobodys, sign, note, theirs, manager } = await accepted();
  await sign(leader);
  await sign(mentor, { language: 'ro' });
  await note(mentor, nobodys);
  await note(manager, theirs);
  const copied = async (person: TestPerson, area: 'agreementsSigned' | 'agreementsNoted') => {
    const { networks } = await as(person).privacy.everything();
    return networks.find((each) => each.code === network.code)?.stored[area] ?? [];
  };

  expect(await copied(leader, 'agreementsSigned')).toMatchObject([{ manner: 'own', language: 'ar' }]);
  expect(await copied(leader, 'agreementsNoted')).toEqual([]);
  expect(await copied(mentor, 'agreementsSigned')).toMatchObject([{ manner: 'own', language: 'ro' }]);
  expect(await copied(mentor, 'agreementsNoted')).toHaveLength(1);
});
