import { assignRole } from '@tessera/core/members/assign.server.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from './notify.server.ts';
import { makeWorld, newestEvent, openMailbox, openTestDatabase, person } from './testing.server.ts';

beforeAll(openTestDatabase);
afterAll(closeDatabase);

const words = 'We cannot meet in the library any more';

test('what a mentor asks in words reaches the coordinators once, without what and who; taken back before, it reaches nobody', async () => {
  const { networkId, code: network, coordinator, address } = await makeWorld();
  const { settings, list } = await openMailbox();
  const send = async () => {
    const { job } = await newestEvent(networkId, 'mentoring.asked');
    for (const _twice of [1, 2]) await notify(job, { ...settings, realNow: new Date() });
  };
  const mentor = await person(networkId, address('mentor'), 'mentor', null);
  await coordinator.api.mentoring.addMentor({ network, personId: mentor.personId, capacity: 1 });
  const ask = () => mentor.api.mentoring.askInWords({ network, relationId: '', what: 'end_place', words });

  const first = await ask();
  await mentor.api.mentoring.takeBackAsk({ network, ...first });
  await send();
  expect(await list()).toEqual([]);

  const { askId } = await ask();
  await send();

  const mails = await list();
  expect(mails.map(({ to }) => to.email)).toEqual([address('coordinator')]);
  expect(mails[0]?.text).toContain(`/n/${network}/mentoring/asks/${askId}`);
  expect(`${mails[0]?.subject} ${mails[0]?.text} ${mails[0]?.html}`).not.toMatch(
    /library|end my place|mentor@|mentor\./i,
  );
  const kept = await inScope({ networkId }, ({ prisma }) => prisma.notice.findMany({ where: { networkId } }));
  expect(JSON.stringify(kept)).not.toMatch(/library|end_place/);
});

test('a coordinator who asks gets no mail about it, another one does', async () => {
  const { networkId, code: network, coordinator, address } = await makeWorld();
  const { settings, list } = await openMailbox();
  const { api, personId } = coordinator;
  await inScope({ networkId, door: 'identity' }, (tx) =>
    assignRole(tx, {
      networkId,
      personId,
      role: 'mentor',
      institutionId: null,
      validFrom: new Date(0),
      actorId: null,
    }),
  );
  await api.mentoring.addMentor({ network, personId, capacity: 1 });

  await api.mentoring.askInWords({ network, relationId: '', what: 'help', words });
  const { job } = await newestEvent(networkId, 'mentoring.asked');
  await person(networkId, address('second'), 'coordinator', null);
  await notify(job, { ...settings, realNow: new Date() });

  expect((await list()).map(({ to }) => to.email)).toEqual([address('second')]);
});
