import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { as, newNetwork, newPerson, refusal, useTestDatabase } from '../testing.server.ts';
import { wordsOfAgreement } from './agreements.ts';
import { newMentor, newProgramme } from './mentoring.testing.server.ts';

await useTestDatabase();

const words = {
  confidentiality: 'What is said stays here.',
  places: 'In public.',
  hours: 'Until eight.',
  gifts: 'No money.',
  ending: 'With a talk.',
};

async function proposed() {
  const network = await newNetwork();
  const code = { network: network.code };
  const coordinator = await newPerson(network, 'coordinator');
  const mentor = await newPerson(network, 'mentor');
  const programmeId = await newProgramme(network, coordinator);
  const mentorId = await newMentor(network, coordinator, mentor);
  const mentee = { ...code, programmeId, alias: 'Birch', languages: ['ro' as const] };
  const { menteeId } = await as(coordinator).mentoring.addMentee({
    ...mentee,
    meetingLimits: 'never at the station',
  });
  const pair = { ...code, programmeId, mentorId, menteeIds: [menteeId] };
  const own = { ...code, relationId: (await as(coordinator).mentoring.propose(pair)).relationId };
  const write = (text: object = {}) =>
    as(coordinator).mentoring.saveAgreement({ ...code, programmeId, language: 'ro', ...words, ...text });
  return { code, coordinator, mentor, menteeId, own, write };
}

test('who was only asked opens nothing beyond the proposal', async () => {
  const { code, coordinator, mentor, menteeId, own } = await proposed();
  const caller = as(mentor).mentoring;

  expect(await refusal(caller.relation(own))).toBe('relation_not_running');
  expect(await refusal(caller.agreement(own))).toBe('relation_not_running');
  expect(await refusal(caller.tasks(own))).toBe('relation_not_running');
  expect(await refusal(caller.logForm(own))).toBe('relation_not_running');
  await caller.askAsMentor({ ...own, what: 'more_information' });
  expect(JSON.stringify(await caller.myMentees(code))).not.toContain('station');

  await caller.accept(own);
  expect(await refusal(caller.relation(own))).toBe('relation_not_running');
  await as(coordinator).mentoring.acceptFor({ ...own, menteeId });
  expect((await caller.relation(own)).mentees[0]?.meetingLimits).toBe('never at the station');
});

test('what is signed is the text that was read, in its version, and it stays when the text is changed', async () => {
  const { coordinator, mentor, menteeId, own, write } = await proposed();
  expect(await write()).toEqual({ version: 1 });
  expect(await write()).toEqual({ version: 1 });
  await as(mentor).mentoring.accept(own);
  await as(coordinator).mentoring.acceptFor({ ...own, menteeId });
  const sign = (fields: object) =>
    as(mentor).mentoring.signAgreement({ ...own, language: 'ro', version: 1, ...fields });

  const { texts } = await as(mentor).mentoring.agreement(own);
  expect(texts.map(({ language, version }) => [language, version])).toEqual([['ro', 1]]);
  expect(await write({ gifts: 'No lifts.' })).toEqual({ version: 2 });
  expect(await refusal(sign({}))).toBe('agreement_changed');
  expect(await refusal(sign({ language: 'hu', isInterpreted: true }))).toBe('agreement_not_there');
  await sign({ version: 2 });
  await write({ gifts: 'Nothing.' });

  const {
    signedTexts: [signed],
  } = await as(mentor).mentoring.agreement(own);
  const hash = createHash('sha256')
    .update(wordsOfAgreement('ro', { ...words, gifts: 'No lifts.' }))
    .digest('hex');
  expect([signed?.version, signed?.gifts, signed?.hash]).toEqual([2, 'No lifts.', hash]);
});
