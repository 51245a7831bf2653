import { inNetwork } from '@tessera/db/scope.server.ts';
import { pngOf } from '@tessera/files/picture.testing.ts';
import { expect, test } from 'vitest';
import { answerPreviewEvent, sweepPreviews } from '../files/previews.server.ts';
import { purgeFiles } from '../files/purge.server.ts';
import { fileStore } from '../files/store.server.ts';
import {
  as,
  days,
  newNetwork,
  newPerson,
  refusal,
  type TestNetwork,
  useTestDatabase,
} from '../testing.server.ts';
import { newDraft, newFile, newResource } from './library.testing.server.ts';

await useTestDatabase();

async function drawAfterChange(network: TestNetwork, resourceId: string) {
  const event = await inNetwork(network.id, ({ prisma }) =>
    prisma.domainEvent.findFirst({
      where: { networkId: network.id, objectId: resourceId, kind: 'resource.revised' },
      orderBy: { id: 'desc' },
    }),
  );
  return answerPreviewEvent({ networkId: network.id, eventId: event?.id ?? '' });
}

test('a file is drawn once after a change, for those who may read it, and its pictures go with it', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const stranger = await newPerson(await newNetwork(), 'coordinator');
  const where = { network: network.code };
  const resourceId = await newDraft(network, coordinator);
  const { library } = as(coordinator);
  const content = pngOf(640, 320);
  const fileId = await newFile(network, coordinator, resourceId, { name: 'Hartă.png', content });
  await library.revise({ ...where, resourceId, files: [{ fileId }], filesLanguage: 'ro' });
  expect([await drawAfterChange(network, resourceId), await drawAfterChange(network, resourceId)]).toEqual([
    { previews: 2 },
    { previews: 0 },
  ]);

  const { items } = await library.one({ ...where, resourceId });
  expect(items.map(({ name, preview }) => [name, preview])).toEqual([
    ['Ghid.pdf', null],
    ['Hartă.png', { width: 640, height: 320 }],
  ]);
  const [, map] = items;
  const [line] = (await library.list(where)).resources;
  expect(line?.preview).toMatchObject({ itemId: map?.id, label: 'Hartă', width: 640 });
  const asked = { ...where, resourceId, itemId: map?.id ?? '', size: 'small' as const };
  const { key } = await library.preview(asked);
  expect(await fileStore().exists(key)).toBe(true);
  for (const person of [stranger, null])
    expect(await refusal(as(person).library.preview(asked))).toBe('not_found');
  expect(await refusal(library.preview({ ...asked, itemId: items[0]?.id ?? '' }))).toBe('not_found');

  const left = { itemId: map?.id ?? '', label: '', language: 'ro' as const, isLeftOut: true };
  await library.revise({ ...where, resourceId, items: [left] });
  expect(await refusal(library.preview(asked))).toBe('not_found');
  await purgeFiles(new Date(Date.now() + days(2)));
  expect(await fileStore().exists(key)).toBe(false);
});

test('what came before there were previews is drawn by and by', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const resourceId = await newResource(network, coordinator);
  expect(await sweepPreviews()).toBeGreaterThan(0);
  expect(await drawAfterChange(network, resourceId)).toEqual({ previews: 0 });
});
