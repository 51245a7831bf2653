import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { clamdServer, eicar } from '@tessera/files/clamd.testing.server.ts';
import { expect, test } from 'vitest';
import { newDraft, newFile } from '../library/library.testing.server.ts';
import { newNetwork, newPerson, refusal, useTestDatabase } from '../testing.server.ts';

const socket = join(tmpdir(), `tessera-clamd-${process.pid}.sock`);
process.env.CLAMD = socket;
const server = await clamdServer(socket);
await useTestDatabase();

test('a file with a virus is kept nowhere and told of, and without a verdict nothing is kept', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const resourceId = await newDraft(network, coordinator);
  const kept = () =>
    inNetwork(network.id, ({ prisma }) => prisma.storedFile.count({ where: { networkId: network.id } }));
  const send = (content: string) => newFile(network, coordinator, resourceId, { name: 'a.txt', content });
  await send('clean');
  const before = await kept();

  expect(await refusal(send(`x ${eicar}`))).toBe('file_infected');
  // Each try stands in the trail, and says which file it was.
  expect(await refusal(send(`x ${eicar}`))).toBe('file_infected');
  expect(await refusal(send(`y ${eicar}`))).toBe('file_infected');
  const told = await inNetwork(network.id, ({ prisma }) =>
    prisma.domainEvent.findMany({
      where: { networkId: network.id, kind: 'resource.file_infected' },
      orderBy: { id: 'asc' },
    }),
  );
  expect(told.map(({ actorId }) => actorId)).toEqual(Array(3).fill(coordinator.personId));
  const [first, second, third] = told.map(({ payload }) => JSON.stringify(payload));
  expect([second, third === first]).toEqual([first, false]);
  await new Promise((resolve) => server.close(resolve));
  expect(await refusal(send('clean'))).toBe('file_not_scanned');
  expect(await kept()).toBe(before);
});
