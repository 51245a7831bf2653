import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import { makeWorld, newestEvent, openMailbox, openTestDatabase, person } from './testing.server.ts';

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
