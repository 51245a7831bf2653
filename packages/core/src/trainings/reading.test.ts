import { inScope } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { as, newNetwork, newPerson, newTraining, useTestDatabase } from '../testing.server.ts';

await useTestDatabase();

const seen = (trainingId: string, networkId: string | null = null) =>
  inScope({ networkId }, async ({ prisma }) => ({
    trainings: await prisma.training.count({ where: { id: trainingId } }),
    texts: await prisma.trainingText.count({ where: { trainingId } }),
    halfDays: await prisma.trainingSession.count({ where: { trainingId } }),
  }));
const nothing = { trainings: 0, texts: 0, halfDays: 0 };
const everything = { trainings: 1, texts: expect.any(Number), halfDays: expect.any(Number) };

test('a visitor reads the texts and half-days of a training while it is public, and not before or after', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const id = await newTraining(network, coordinator);
  const set = (data: { state?: string; visibility?: string }) =>
    inScope({ networkId: network.id }, ({ prisma }) =>
      prisma.training.updateMany({ where: { networkId: network.id, id }, data }),
    );

  expect(await seen(id)).toMatchObject(everything);
  expect((await seen(id)).texts).toBeGreaterThan(0);
  expect((await seen(id)).halfDays).toBeGreaterThan(0);
  await set({ visibility: 'network' });
  expect(await seen(id)).toEqual(nothing);
  await set({ visibility: 'public', state: 'archived' });
  expect(await seen(id)).toEqual(nothing);
  await set({ state: 'completed' });
  expect(await seen(id)).toMatchObject(everything);
});

test('what is found by its title is found after the title has changed, with or without marks', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const id = await newTraining(network, coordinator);
  const found = async (q: string) =>
    (await as(null).trainings.catalogue({ network: network.code, q })).trainings.map((each) => each.id);
  await inScope({ networkId: network.id }, ({ prisma }) =>
    prisma.trainingText.updateMany({ where: { trainingId: id }, data: { title: 'Țesătura 100% din Mureș' } }),
  );

  expect(await found('tesatura')).toEqual([id]);
  expect(await found('MUREŞ')).toEqual([id]);
  expect(await found('100%')).toEqual([id]);
  expect(await found('%')).toEqual([id]);
  expect(await found('_')).toEqual([]);
});

test('a training that is not written in the language of its reader has one name everywhere: that of the network’s own', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const texts = [
    { language: 'hu' as const, title: 'Részvételi tervezés' },
    { language: 'ro' as const, title: 'Planificare participativă' },
  ];
  const trainingId = await newTraining(network, coordinator, { texts });
  const code = { network: network.code };
  const reader = as(coordinator);

  const next = await reader.trainings.next(code);
  const { events } = await reader.events.history(code);
  const event = events.find((each) => each.trainingId === trainingId);

  expect([next[0]?.title, event?.trainingTitle]).toEqual([texts[1]?.title, texts[1]?.title]);
});
