import { randomUUID } from 'node:crypto';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import { makeWorld, newestEvent, openMailbox, openTestDatabase, person } from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

const aim = 'I find a course in the library';
const words = 'We agreed on the library';

test('a request reaches the coordinators and its decision the mentor, each once and without what it says; one that was taken back reaches nobody', async () => {
  const { networkId, code: network, coordinator, address } = await makeWorld();
  const { settings, list } = await openMailbox();
  const mentor = await person(networkId, address('mentor'), 'mentor', null);
  const second = await person(networkId, address('second'), 'coordinator', null);
  const { mentoring } = coordinator.api;
  const { programmeId } = await mentoring.createProgramme({
    network,
    code: 'M-1',
    planApproval: true,
    texts: [{ language: 'en', title: 'Mentoring' }],
  });
  for (const state of ['recruiting', 'matching'] as const)
    await mentoring.moveProgramme({ network, programmeId, state });
  const { mentorId } = await mentoring.addMentor({ network, personId: mentor.personId, capacity: 1 });
  for (const state of ['screening', 'in_training', 'approved'] as const)
    await mentoring.moveMentor({ network, mentorId, state });
  const { menteeId } = await mentoring.addMentee({ network, programmeId, alias: 'Rowan' });
  const { relationId } = await mentoring.propose({ network, programmeId, mentorId, menteeIds: [menteeId] });
  await mentor.api.mentoring.accept({ network, relationId });
  await mentoring.acceptFor({ network, relationId, menteeId });
  const agreement = { network, relationId, language: 'en' as const, isInterpreted: true };
  await mentor.api.mentoring.signAgreement(agreement);
  await mentoring.signFor({ ...agreement, menteeId, manner: 'paper', day: '2026-01-05' });
  await mentoring.moveRelation({ network, relationId, state: 'active' });
  const goal = { network, relationId, menteeId, text: aim };
  const { goalId } = await mentor.api.mentoring.setGoal({ ...goal, state: 'agreed' });
  const send = async (kind: string) => {
    const { job } = await newestEvent(networkId, kind);
    for (const _twice of [1, 2]) await notify(job, { ...settings, realNow: new Date() });
  };
  const request = () =>
    mentor.api.mentoring.requestApproval({
      network,
      relationId,
      kind: 'plan',
      nonce: randomUUID(),
      seen: goalId,
      words,
    });

  const first = await request();
  await mentor.api.mentoring.takeBackApproval({ network, ...first });
  await send('mentoring.approval_requested');
  expect(await list()).toEqual([]);

  const { approvalId } = await request();
  await send('mentoring.approval_requested');
  await second.api.mentoring.decideApproval({ network, approvalId, decision: 'sent_back', words });
  await send('mentoring.approval_decided');

  const mails = await list();
  expect(mails.map(({ to }) => to.email).toSorted()).toEqual(
    [address('coordinator'), address('second'), address('mentor')].toSorted(),
  );
  for (const { subject, text, html } of mails) {
    expect(text).toContain(`/n/${network}/mentoring/approvals/${approvalId}`);
    expect(`${subject} ${text} ${html}`).not.toMatch(/library|Rowan|sent back/i);
  }
  const kept = await inScope({ networkId }, ({ prisma }) => prisma.notice.findMany({ where: { networkId } }));
  expect(JSON.stringify(kept)).not.toMatch(/library|Rowan|sent_back/);
});
