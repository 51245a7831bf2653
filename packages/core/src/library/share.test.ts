import { unlistEnded } from '@tessera/db/library.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { expect, test } from 'vitest';
import { acceptLink } from '../networks/links.server.ts';
import { as, newNetwork, newPerson, refusal, useTestDatabase } from '../testing.server.ts';
import { newResource } from './library.testing.server.ts';

await useTestDatabase();

async function partners() {
  const [one, other] = [await newNetwork(), await newNetwork()];
  const now = new Date();
  await acceptLink(null, { networkId: one.id, now }, { networkId: other.id, now }, [
    'trainings',
    'resources',
  ]);
  const owner = await newPerson(one, 'coordinator');
  const partner = await newPerson(other, 'coordinator');
  const resourceId = await newResource(one, owner);
  const own = { network: one.code, resourceId };
  const there = { network: other.code, resourceId, owner: one.code };
  return { one, other, owner, partner, resourceId, own, there };
}

test('a shared resource is in the library of the partner, credited to its owner, and gone with the revocation', async () => {
  const { one, other, owner, partner, resourceId, own, there } = await partners();
  const seen = async () =>
    (await as(partner).library.list({ network: other.code })).resources.map((row) => [
      row.id,
      row.isOwn,
      row.ownerName,
      row.creditedAs,
    ]);
  expect(await seen()).toEqual([]);
  expect(await refusal(as(partner).library.one(there))).toBe('not_found');

  await as(owner).library.share({ ...own, recipient: other.code, creditedAs: 'Social Media Streetwork' });
  expect(await seen()).toEqual([[resourceId, false, `Rețeaua ${one.tag}`, 'Social Media Streetwork']]);
  const { items, makings, mayEdit } = await as(partner).library.one(there);
  expect([makings, mayEdit]).toEqual([[], false]);
  const file = { ...there, itemId: items[0]?.id ?? '' };
  expect((await as(partner).library.file(file)).name).toBe('Ghid.pdf');
  // Who reads only what is for everybody, and who is elsewhere, do not see it.
  expect(await refusal(as(await newPerson(other, 'volunteer')).library.one(there))).toBe('not_found');
  expect(await refusal(as(null).library.file(file))).toBe('not_found');

  await as(owner).library.unshare({ ...own, recipient: other.code });
  expect(await seen()).toEqual([]);
  expect(await refusal(as(partner).library.one(there))).toBe('not_found');
  expect(await refusal(as(partner).library.file(file))).toBe('not_found');
});

test('with the partnership, or its module, every share ends', async () => {
  const { one, other, owner, partner, own, there } = await partners();
  const share = () => as(owner).library.share({ ...own, recipient: other.code });
  await share();
  await as(owner).partners.change({ network: one.code, partner: other.code, modules: ['trainings'] });
  expect(await refusal(as(partner).library.one(there))).toBe('not_found');
  expect(await refusal(share())).toBe('link_not_accepted');
  await as(owner).partners.change({ network: one.code, partner: other.code, modules: ['resources'] });
  expect(await refusal(as(partner).library.one(there))).toBe('not_found');
  await share();
  await as(partner).partners.revoke({ network: other.code, partner: one.code });
  expect(await refusal(as(partner).library.one(there))).toBe('not_found');
});

test('what partners have is not archived; with the last share it can be', async () => {
  const { other, owner, own } = await partners();
  await as(owner).library.share({ ...own, recipient: other.code });
  const archive = () => as(owner).library.move({ ...own, move: 'archive' });
  expect(await refusal(archive())).toBe('resource_in_use');
  await as(owner).library.unshare({ ...own, recipient: other.code });
  await archive();
  expect(await refusal(as(owner).library.share({ ...own, recipient: other.code }))).toBe(
    'resource_not_published',
  );
});

test('a share and the archive at once: one of them is refused', async () => {
  for (let round = 0; round < 4; round++) {
    const { other, owner, own } = await partners();
    const [shared, archived] = await Promise.allSettled([
      as(owner).library.share({ ...own, recipient: other.code }),
      as(owner).library.move({ ...own, move: 'archive' }),
    ]);
    expect([shared.status, archived.status].sort()).toEqual(['fulfilled', 'rejected']);
  }
});

test('a partner reports back, makes an own one that names its origin, and the owner counts both', async () => {
  const { one, other, owner, partner, own, there } = await partners();
  await as(owner).library.share({ ...own, recipient: other.code, rights: 'translate' });
  await as(partner).library.report({ ...there, outcome: 'used', word: 'La consiliere' });
  const uses = async () =>
    (await as(owner).library.one(own)).uses.map(({ code, isShared, outcome, word }) => [
      code,
      isShared,
      outcome,
      word,
    ]);
  expect(await uses()).toEqual([[other.code, true, 'used', 'La consiliere']]);

  expect(await refusal(as(partner).library.make({ ...there, as: 'adaptation' }))).toBe('not_allowed');
  const made = await as(partner).library.make({ ...there, as: 'translation' });
  const page = await as(partner).library.one({ network: other.code, ...made });
  expect(page).toMatchObject({
    state: 'draft',
    originKind: 'translation',
    originCode: one.code,
    originTitle: 'Ghid',
    originCredit: `Rețeaua ${one.tag}`,
  });
  expect(await uses()).toEqual([[other.code, true, 'adapted', '']]);
  expect((await as(owner).library.list({ network: one.code })).figures).toEqual({
    shared: 1,
    adopted: 1,
    brokenLinks: 0,
  });

  // The own one stays, its file as well.
  await as(owner).library.unshare({ ...own, recipient: other.code });
  const kept = { network: other.code, ...made, itemId: page.items[0]?.id ?? '' };
  expect((await as(partner).library.file(kept)).name).toBe('Ghid.pdf');
  expect(await uses()).toEqual([[other.code, false, 'adapted', '']]);
});

test('SOMS-A08: a method in its second version is shared, and its owner reads whether it was used, adapted or not', async () => {
  const { one, other, owner, partner } = await partners();
  const resourceId = await newResource(one, owner, {
    kind: 'guideline',
    texts: [{ language: 'ro', title: 'Metodă de lucru' }],
  });
  const own = { network: one.code, resourceId };
  const links = [{ url: 'https://example.org/method', label: 'Annex' }];
  await as(owner).library.revise({ ...own, note: 'Annex', links });
  await as(owner).library.share({ ...own, recipient: other.code, rights: 'adapt' });

  const there = { network: other.code, resourceId, owner: one.code };
  const { version, items } = await as(partner).library.one(there);
  expect([version, items.some(({ url }) => url === links[0]?.url)]).toEqual([2, true]);
  const read = async () =>
    (await as(owner).library.one(own)).uses.map(({ outcome, word }) => [outcome, word]);
  await as(partner).library.report({ ...there, outcome: 'not_used', word: 'Not for our law' });
  expect(await read()).toEqual([['not_used', 'Not for our law']]);
  await as(partner).library.report({ ...there, outcome: 'used', word: '' });
  expect(await read()).toEqual([['used', '']]);
  await as(partner).library.make({ ...there, as: 'adaptation' });
  expect(await read()).toEqual([['adapted', '']]);
});

test('a network beneath reads what is for the tree, a partner and a neighbour do not', async () => {
  const above = await newNetwork();
  const [child, stranger] = [
    await newNetwork({ parentCode: above.code, kind: 'county' }),
    await newNetwork(),
  ];
  const coordinator = await newPerson(above, 'coordinator');
  const resourceId = await newResource(above, coordinator, { visibility: 'tree' });
  const ids = async (network: typeof child) =>
    Promise.all(
      ['', 'ghid', 'ghidd'].map(async (q) => {
        const { library } = as(await newPerson(network, 'mentor'));
        return (await library.list({ network: network.code, q })).resources.map(({ id }) => id);
      }),
    );
  expect(await ids(child)).toEqual([[resourceId], [resourceId], [resourceId]]);
  expect(await ids(stranger)).toEqual([[], [], []]);
});

test('what is shared is found by the partner as long as it is, by a word that is alike as well, and by nobody else', async () => {
  const { one, other, owner, partner, resourceId, own } = await partners();
  await newResource(one, owner, { texts: [{ language: 'ro', title: 'Ghid intern' }] });
  const third = await newNetwork();
  const neighbour = await newPerson(third, 'coordinator');
  const found = async (person: typeof partner, network: string, q: string) =>
    (await as(person).library.list({ network, q })).resources.map(({ id }) => id);
  expect(await found(partner, other.code, 'ghid')).toEqual([]);

  await as(owner).library.share({ ...own, recipient: other.code });
  expect(await found(partner, other.code, 'ghid')).toEqual([resourceId]);
  expect(await found(partner, other.code, 'ghidd')).toEqual([resourceId]);
  expect(await found(partner, other.code, 'intern')).toEqual([]);
  expect(await found(neighbour, third.code, 'ghid')).toEqual([]);
  expect(await found(owner, one.code, 'ghid')).toHaveLength(2);

  await as(owner).library.edit({
    ...own,
    kind: 'leaflet',
    sourceLanguage: 'ro',
    licence: 'cc-by-4.0',
    texts: [{ language: 'ro', title: 'Compas' }],
  });
  expect(await found(partner, other.code, 'compas')).toEqual([resourceId]);
  expect(await found(partner, other.code, 'ghid')).toEqual([]);

  await as(owner).library.unshare({ ...own, recipient: other.code });
  expect(await found(partner, other.code, 'compas')).toEqual([]);
  // Later it is not looked for any more either, until it is shared again.
  const unlist = () => inNetwork(one.id, (tx) => tx.run(unlistEnded(one.id, 20)));
  expect(await unlist()).toMatchObject([{ id: resourceId }]);
  expect(await unlist()).toEqual([]);
  await as(owner).library.share({ ...own, recipient: other.code });
  expect(await found(partner, other.code, 'compas')).toEqual([resourceId]);
});
