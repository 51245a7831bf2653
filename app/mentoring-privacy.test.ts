import { canaryWorld, someIds } from '@tessera/core/canary.testing.server.ts';
import { ownWhisper, whisper, whisperIn } from '@tessera/core/mentoring/whispers.testing.server.ts';
import { newNetwork, newPerson, useTestDatabase } from '@tessera/core/testing.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { readTable } from '@tessera/documents/table-read.server.ts';
import { expect, test } from 'vitest';
import { openPages, signIn } from './server/testing.server.ts';

// Every address of the table of routes, with the ids of a relation in whose texts a word stands: pages, exports, feeds,
// searches and the history. A new address is asked by itself.

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();
const { pages, ask } = await openPages();

const isTable = (type: string) => type.includes('spreadsheetml');
const isText = (type: string) => /text|json|xml|javascript|calendar|svg/.test(type);

async function textOf(answer: Response): Promise<string> {
  const type = answer.headers.get('Content-Type') ?? '';
  if (isTable(type))
    return JSON.stringify(await readTable(Buffer.from(await answer.arrayBuffer()), { maxRows: 1000 }));
  const bytes = Buffer.from(await answer.arrayBuffer());
  return isText(type) ? bytes.toString() : bytes.toString('latin1');
}

test('no address tells anybody but mentor and mentee what is said between them', {
  timeout: 300_000,
}, async () => {
  const world = await canaryWorld('PAGES');
  await whisperIn(world);
  const { network, ids } = world;
  const parent = await newNetwork();
  await inScope({ networkId: network.id, door: 'platform' }, (tx) =>
    tx.prisma.network.updateMany({ where: { id: network.id }, data: { parentId: parent.id } }),
  );
  const operators = { id: platformNetworkId, code: 'platform', tag: '' };
  const people: [string, string | undefined][] = [
    ['visitor', undefined],
    ['operator', await signIn(await newPerson(operators, 'platform_admin'))],
    ["parent's coordinator", await signIn(await newPerson(parent, 'coordinator'))],
    ['its mentee', await signIn(world.leader)],
    ['its mentor', await signIn(world.mentor)],
    ['its coordinator', await signIn(world.coordinator)],
    ['another mentor', await signIn(await newPerson(network, 'mentor'))],
    ['another viewer', await signIn(await newPerson(network, 'viewer'))],
  ];
  const random = someIds();
  const address = (pattern: string) =>
    `/${pattern.replace(/:(\w+)/g, (_, name: string) => {
      if (name === 'network') return network.code;
      return ids[`${name}Id`] ?? ids[name] ?? random[`${name}Id`] ?? random.eventId ?? '';
    })}`.replace('*', 'nowhere');
  const [all, own, read] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let told = 0;

  async function see(who: string, cookie: string | undefined, path: string) {
    const answer = await ask({ path, cookie });
    // A search shows the word that was looked for; what was said goes on after it.
    const page = await textOf(answer);
    if (page.includes(world.canary)) read.add(who);
    const said = [...page.matchAll(new RegExp(`${whisper}(?:OWN)? [a-z]`, 'g'))].map(([text]) => text);
    if (answer.status === 200) told += 1;
    if (said.length > 0) all.add(who);
    if (said.some((text) => text.startsWith(ownWhisper))) own.add(who);
  }
  for (const { pattern } of pages) {
    for (const [who, cookie] of people) await see(who, cookie, address(pattern));
    // Whoever has lists may look for the word.
    await see('its coordinator', await signIn(world.coordinator), `${address(pattern)}?q=${whisper}`);
  }

  expect(told).toBeGreaterThan(500);
  expect([...all].filter((who) => !['its mentee', 'its mentor'].includes(who))).toEqual([]);
  expect([...own].filter((who) => who !== 'its mentor')).toEqual([]);
  // The walk would see it: what the coordinator may read it does find.
  expect([read.has('its coordinator'), read.has('another viewer')]).toEqual([true, true]);
});
