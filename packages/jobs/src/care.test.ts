import { surveyToken } from '@tessera/core/care/survey.server.ts';
import { recordEvent } from '@tessera/core/events/record.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import {
  makeWorld,
  newestEvent,
  openMailbox,
  openTestDatabase,
  person,
  type TestWorld,
} from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

const secret = 'L07 was beaten on Maple Street';

async function raised(withLead: boolean) {
  const world = await makeWorld();
  const { networkId, code: network, coordinator, address } = world;
  const mentor = await person(networkId, address('mentor'), 'mentor', null);
  const lead = await person(networkId, address('lead'), 'trainer', null);
  if (withLead) {
    const { roles } = await coordinator.api.members.person({ network, personId: lead.personId });
    await coordinator.api.members.grantCapability({
      network,
      assignmentId: roles[0]?.id ?? '',
      capability: 'safeguarding_lead',
    });
  }
  await mentor.api.concerns.raise({
    network,
    nonce: crypto.randomUUID(),
    isDanger: true,
    category: 'violence',
    about: 'L07',
    text: secret,
  });
  const { job } = await newestEvent(networkId, 'concern.raised');
  const mailbox = await openMailbox();
  await notify(job, { ...mailbox.settings, realNow: new Date() });
  await notify(job, { ...mailbox.settings, realNow: new Date() });
  return { ...world, ...mailbox, mentor, lead };
}

test('a concern reaches the leads at once, once, and its mail says nothing of it nor who raised it', async () => {
  const { list, address, code, networkId } = await raised(true);

  const mails = await list();
  expect(mails.map(({ to }) => to.email)).toEqual([address('lead')]);
  const [mail] = mails;
  expect(mail?.text).toContain(`https://t.example/n/${code}/mentoring/concerns`);
  expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(/L07|Maple|iolence|danger|mentor\./i);
  const notices = await inScope({ networkId }, ({ prisma }) =>
    prisma.notice.findMany({ where: { networkId } }),
  );
  expect(JSON.stringify(notices)).not.toMatch(/L07|violence/);
});

test('where nobody is a lead the coordinator is told that somebody has to be named', async () => {
  const { list, address } = await raised(false);

  const mails = await list();
  expect(mails.map(({ to }) => to.email)).toEqual([address('coordinator')]);
  expect(mails[0]?.subject).toContain('nobody can read it');
  expect(mails[0]?.text).not.toMatch(/L07|Maple/);
});

test('whoever is asked whether they still meet has a link of their own; only a word that is not calm reaches the coordinator', async () => {
  const world = await makeWorld();
  const { networkId, code: network, coordinator, address } = world;
  const mentor = await person(networkId, address('mentor'), 'mentor', null);
  const relationId = await relationOf(world, mentor.personId);
  const mails = async (answer: 'hindered' | 'stopped' | 'break') => {
    const surveyId = newId();
    const now = new Date();
    await inScope({ networkId }, async (tx) => {
      const asked = { networkId, relationId, personId: mentor.personId, askedAt: now };
      const days = { break: '2026-01-05', hindered: '2026-01-06', stopped: '2026-01-07' };
      const dueOn = new Date(days[answer]);
      await tx.prisma.mentoringSurvey.create({ data: { id: surveyId, ...asked, dueOn } });
      await recordEvent(tx, {
        networkId,
        kind: 'care.survey_asked',
        object: ['mentoring_survey', surveyId],
        actorId: null,
        at: now,
      });
    });
    const mailbox = await openMailbox();
    const send = async (kind: 'care.survey_asked' | 'care.survey_answered') =>
      notify((await newestEvent(networkId, kind)).job, { ...mailbox.settings, realNow: new Date() });
    await send('care.survey_asked');
    await send('care.survey_asked');
    const token = surveyToken(surveyId);
    await coordinator.api.care.answerSurvey({ network, surveyId, token, answer });
    await send('care.survey_answered');
    return (await mailbox.list()).map(({ to, text, subject }) => {
      const hasLink = text.includes(`/mentoring/surveys/${surveyId}/${token}`);
      const names = !hasLink && /Heron|hindered|in the way|no longer/.test(`${subject} ${text}`);
      return { to: to.email, hasLink, names };
    });
  };

  const asked = { to: address('mentor'), hasLink: true, names: false };
  expect(await mails('break')).toEqual([asked]);
  for (const word of ['hindered', 'stopped'] as const)
    expect((await mails(word)).toSorted((one) => (one.hasLink ? -1 : 1))).toEqual([
      asked,
      { to: address('coordinator'), hasLink: false, names: false },
    ]);
});

test('a proposal asks its mentor and its mentee by mail and names nobody; who has answered is not asked', async () => {
  const propose = async () => {
    const world = await makeWorld();
    const mentor = await person(world.networkId, world.address('mentor'), 'mentor', null);
    const leader = await person(world.networkId, world.address('leader'), 'community_leader', null);
    const relationId = await relationOf(world, mentor.personId, leader.personId);
    const { job } = await newestEvent(world.networkId, 'mentoring.relation_proposed');
    const sent = async () => {
      const mailbox = await openMailbox();
      await notify(job, { ...mailbox.settings, realNow: new Date() });
      return mailbox.list();
    };
    return { ...world, mentor, leader, where: { network: world.code, relationId }, sent };
  };
  const both = await propose();
  const answered = await propose();
  const declined = await propose();
  await answered.mentor.api.mentoring.accept(answered.where);
  await declined.leader.api.mentoring.decline(declined.where);

  const mails = await both.sent();
  expect(mails.map(({ to }) => to.email).toSorted()).toEqual([
    both.address('leader'),
    both.address('mentor'),
  ]);
  for (const { subject, text } of mails) {
    expect(text).toContain(`https://t.example/n/${both.code}/mentoring`);
    expect(`${subject} ${text}`).not.toMatch(/Heron/);
  }
  expect((await answered.sent()).map(({ to }) => to.email)).toEqual([answered.address('leader')]);
  expect(await declined.sent()).toEqual([]);
});

test('a mentor who is one no more hears nothing of what is asked about their mentorings', async () => {
  const world = await makeWorld();
  const { networkId, code: network, coordinator, address } = world;
  const mentor = await person(networkId, address('mentor'), 'mentor', null);
  const relationId = await relationOf(world, mentor.personId);
  await coordinator.api.care.ask({ network, relationId, question: 'how_is_it' });
  const { job } = await newestEvent(networkId, 'care.asked');
  const mailbox = await openMailbox();

  await coordinator.api.members.deactivate({ network, personId: mentor.personId });
  await notify(job, { ...mailbox.settings, realNow: new Date() });
  expect(await mailbox.list()).toEqual([]);

  await coordinator.api.members.reactivate({ network, personId: mentor.personId });
  await notify(job, { ...mailbox.settings, realNow: new Date() });
  expect((await mailbox.list()).map(({ to }) => to.email)).toEqual([address('mentor')]);
});

test('a coordinator is told once of each word that is not calm, and not of a tap that was corrected at once', async () => {
  const world = await makeWorld();
  const { networkId, code: network, coordinator, address } = world;
  const mentor = await person(networkId, address('mentor'), 'mentor', null);
  const relationId = await relationOf(world, mentor.personId);
  const surveyId = newId();
  const row = { relationId, personId: mentor.personId, askedAt: new Date(), dueOn: new Date('2026-01-05') };
  await inScope({ networkId }, ({ prisma }) =>
    prisma.mentoringSurvey.create({ data: { id: surveyId, networkId, ...row } }),
  );
  const mailbox = await openMailbox();
  const say = async (answer: 'meeting' | 'hindered' | 'stopped') => {
    await coordinator.api.care.answerSurvey({ network, surveyId, token: surveyToken(surveyId), answer });
    return (await newestEvent(networkId, 'care.survey_answered')).job;
  };
  const deliver = async (...jobs: Awaited<ReturnType<typeof say>>[]) => {
    for (const job of jobs) await notify(job, { ...mailbox.settings, realNow: new Date() });
    return (await mailbox.list()).length;
  };

  expect(await deliver(await say('stopped'), await say('meeting'))).toBe(0);
  expect(await deliver(await say('hindered'), await say('hindered'))).toBe(1);
  expect(await deliver(await say('stopped'))).toBe(2);
  expect(await deliver(await say('hindered'), await say('stopped'))).toBe(3);
});

/** A proposed relation of a mentor with one mentee. */
async function relationOf(
  { code: network, coordinator }: TestWorld,
  personId: string,
  leaderId = '',
): Promise<string> {
  const { mentoring } = coordinator.api;
  const { programmeId } = await mentoring.createProgramme({
    network,
    code: 'M-1',
    texts: [{ language: 'en', title: 'Mentoring' }],
  });
  for (const state of ['recruiting', 'matching'] as const)
    await mentoring.moveProgramme({ network, programmeId, state });
  const { mentorId } = await mentoring.addMentor({ network, personId });
  for (const state of ['screening', 'in_training', 'approved'] as const)
    await mentoring.moveMentor({ network, mentorId, state });
  const { menteeId } = await mentoring.addMentee({
    network,
    programmeId,
    alias: 'Blue Heron',
    isNoName: true,
    personId: leaderId,
  });
  return (await mentoring.propose({ network, programmeId, mentorId, menteeIds: [menteeId] })).relationId;
}
