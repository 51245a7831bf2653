import { newId } from '@tessera/db/id.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { as, newNetwork, newPerson, useTestDatabase } from '../testing.server.ts';
import { recordEvent } from './record.server.ts';

await useTestDatabase();

test('the history has every entry once, however many fell into one moment', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const at = new Date();
  const many = Array.from({ length: 230 }, () => ({
    networkId: network.id,
    kind: 'seat.named' as const,
    object: ['seat', newId()] as ['seat', string],
    actorId: coordinator.personId,
    at,
  }));
  await inNetwork(network.id, (tx) => recordEvent(tx, ...many));

  const seen: string[] = [];
  let before: string | null = null;
  let pages = 0;
  do {
    const page: { events: { objectId: string }[]; older: string | null } = await as(
      coordinator,
    ).events.history({ network: network.code, before });
    seen.push(...page.events.map(({ objectId }) => objectId));
    before = page.older;
    pages++;
  } while (before !== null && pages < 10);

  expect(many.filter(({ object }) => !seen.includes(object[1]))).toEqual([]);
  expect(new Set(seen).size).toBeGreaterThanOrEqual(many.length);
  expect(pages).toBe(3);
});

test('who is no coordinator reads what they did themselves, and no entry of another network helps', async () => {
  const [network, other] = [await newNetwork(), await newNetwork()];
  const mentor = await newPerson(network, 'mentor');
  const stranger = await newPerson(other, 'coordinator');
  const own = {
    networkId: network.id,
    kind: 'attendance.marked',
    object: ['training', newId()],
    at: new Date(),
  } as const;
  await inNetwork(network.id, (tx) =>
    recordEvent(tx, { ...own, object: [...own.object], actorId: mentor.personId }),
  );

  const seen = await as(mentor).events.history({ network: network.code });
  const foreign = await as(stranger).events.history({
    network: other.code,
    before: seen.events[0]?.id ?? null,
  });

  expect([seen.isOwn, seen.events.map(({ kind }) => kind)]).toEqual([true, ['attendance.marked']]);
  expect(foreign.events).toEqual([]);
});
