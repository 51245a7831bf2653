import { expect, test } from 'vitest';
import { as, days, newNetwork, newPerson, useTestDatabase } from '../testing.server.ts';

await useTestDatabase();

test('sending an invitation again keeps one line in the list, also when the first one is too old', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const invite = (now: Date) =>
    as(coordinator, now).members.invite({
      network: network.code,
      email: 'Ana@demo.example',
      role: 'trainer',
    });
  const list = async () => (await as(coordinator).members.invitations({ network: network.code })).invitations;

  const old = await invite(new Date(Date.now() - days(20)));
  const [expired] = await list();
  const fresh = await invite(new Date());
  const again = await invite(new Date());

  expect([expired?.id, expired?.state]).toEqual([old.invitationId, 'expired']);
  expect(again.invitationId).toBe(fresh.invitationId);
  expect((await list()).map(({ id, email, state, sentCount }) => [id, email, state, sentCount])).toEqual([
    [fresh.invitationId, 'ana@demo.example', 'open', 3],
  ]);
});
