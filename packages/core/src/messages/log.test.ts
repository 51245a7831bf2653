import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '@tessera/db/id.server.ts';
import { insertMessages } from '@tessera/db/messages.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { as, newNetwork, newPerson, useTestDatabase } from '../testing.server.ts';

await useTestDatabase();

async function world() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const viewer = await newPerson(network, 'viewer');
  const trainer = await newPerson(network, 'trainer');
  await as(coordinator).members.invite({
    network: network.code,
    email: `${randomUUID()}@demo.example`,
    role: 'viewer',
  });
  const { events } = await as(coordinator).events.history({ network: network.code });
  const stranger = { personId: null, email: `nobody.${randomUUID()}@demo.example` };
  for (const { personId, email } of [viewer, trainer, stranger]) {
    const mail = { id: newId(), kind: 'seat-promoted', email, personId, language: 'ro' };
    await inNetwork(network.id, (tx) =>
      tx.run(insertMessages(network.id, events[0]?.id ?? '', JSON.stringify([mail]))),
    );
    // Their order in the log is that of their milliseconds.
    await wait(2);
  }
  const list = (filter: object) => as(coordinator).messages.list({ network: network.code, ...filter });
  return { viewer, trainer, stranger, list };
}

test('the log shows each mail with the name of its person, in the order that is asked for', async () => {
  const { viewer, trainer, stranger, list } = await world();
  const emails = async (filter: object) => (await list(filter)).messages.map(({ email }) => email);

  const { messages, total } = await list({});

  expect(total).toBe(3);
  expect(messages.map(({ email, familyName }) => [email, familyName !== ''])).toEqual([
    [stranger.email, false],
    [trainer.email, true],
    [viewer.email, true],
  ]);
  expect(await emails({ sort: 'oldest' })).toEqual([viewer.email, trainer.email, stranger.email]);
  expect(await emails({ sort: 'person' })).toEqual([stranger.email, trainer.email, viewer.email]);
});

test('a word finds a mail by the name of its person as well as by its address', async () => {
  const { viewer, stranger, list } = await world();

  const byName = await list({ q: 'viewer ana' });
  const byAddress = await list({ q: stranger.email });

  expect([byName.total, byName.messages.map(({ email }) => email)]).toEqual([1, [viewer.email]]);
  expect([byAddress.total, byAddress.messages.map(({ email }) => email)]).toEqual([1, [stranger.email]]);
});
