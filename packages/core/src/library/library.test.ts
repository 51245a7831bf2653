import { readFileSync } from 'node:fs';
import { newId } from '@tessera/db/id.server.ts';
import { mostFound } from '@tessera/db/library.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { docxOf, emptyPdf } from '@tessera/files/document.testing.ts';
import { expect, test } from 'vitest';
import { purgeFiles } from '../files/purge.server.ts';
import { fileStore } from '../files/store.server.ts';
import {
  as,
  days,
  newInstitution,
  newNetwork,
  newPerson,
  refusal,
  type TestNetwork,
  useTestDatabase,
} from '../testing.server.ts';
import { newDraft, newFile, newResource } from './library.testing.server.ts';
import { answerLibraryEvent } from './read-words.server.ts';
import { sweepLibrary } from './sweep.server.ts';

await useTestDatabase();

async function open() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const where = { network: network.code };
  return { network, coordinator, where };
}

test('a draft is seen by those who write it, a published resource by the members, a public one by everybody', async () => {
  const { network, coordinator, where } = await open();
  const trainer = await newPerson(network, 'trainer');
  const [mentor, volunteer] = [await newPerson(network, 'mentor'), await newPerson(network, 'volunteer')];
  const draft = await newDraft(network, trainer);
  const inside = await newResource(network, coordinator);
  const everybody = await newResource(network, coordinator, { visibility: 'public' });
  const seenBy = async (person: typeof mentor | null, q = '') =>
    (await as(person).library.list({ ...where, q })).resources.map(({ id }) => id).sort();

  expect(await seenBy(trainer)).toEqual([draft, inside, everybody].sort());
  expect(await seenBy(coordinator)).toEqual([draft, inside, everybody].sort());
  expect(await seenBy(mentor)).toEqual([inside, everybody].sort());
  expect(await seenBy(mentor, 'ghid')).toEqual([inside, everybody].sort());
  for (const person of [volunteer, null, await newPerson(null, null)]) {
    expect(await seenBy(person)).toEqual([everybody]);
    expect(await seenBy(person, 'ghid')).toEqual([everybody]);
    expect(await refusal(as(person).library.one({ ...where, resourceId: inside }))).toBe('not_found');
  }
  const page = await as(null).library.one({ ...where, resourceId: everybody });
  const [item] = page.items;
  const file = await as(null).library.file({ ...where, resourceId: everybody, itemId: item?.id ?? '' });
  expect(await bytesOf(fileStore().get(file.storageKey))).toEqual(emptyPdf);
  expect(page.checkedOn).toMatch(/^\d{4}-/);
});

test('a manager writes for the own institution alone, and decides nothing', async () => {
  const { network, coordinator, where } = await open();
  const [own, other] = [await newInstitution(network), await newInstitution(network)];
  const manager = await newPerson(network, 'institution_manager', own);
  const fields = {
    ...where,
    kind: 'form' as const,
    sourceLanguage: 'ro' as const,
    licence: 'cc-by-4.0' as const,
    texts: [{ language: 'ro' as const, title: 'Formular' }],
  };
  expect(await refusal(as(manager).library.create(fields))).toBe('not_allowed');
  expect(await refusal(as(manager).library.create({ ...fields, institutionId: other }))).toBe('not_allowed');
  const resourceId = await newDraft(network, manager, { institutionId: own });
  await as(manager).library.move({ ...where, resourceId, move: 'submit' });
  expect(await refusal(as(manager).library.move({ ...where, resourceId, move: 'review' }))).toBe(
    'not_allowed',
  );
  await as(coordinator).library.move({ ...where, resourceId, move: 'review' });
  await as(coordinator).library.move({ ...where, resourceId, move: 'publish' });
  await as(manager).library.move({ ...where, resourceId, move: 'check' });
  const elsewhere = await newPerson(network, 'institution_manager', other);
  expect(await refusal(as(elsewhere).library.edit({ ...fields, resourceId }))).toBe('not_allowed');
});

test('what is not whole is not handed in', async () => {
  const { coordinator, where } = await open();
  const { resourceId } = await as(coordinator).library.create({
    ...where,
    kind: 'study',
    sourceLanguage: 'ro',
    licence: 'own',
    texts: [{ language: 'ro', title: 'Studiu' }],
  });
  expect((await as(coordinator).library.one({ ...where, resourceId })).lacking).toEqual(['items', 'licence']);
  expect(await refusal(as(coordinator).library.move({ ...where, resourceId, move: 'submit' }))).toBe(
    'resource_incomplete',
  );
  expect(await refusal(as(coordinator).library.move({ ...where, resourceId, move: 'publish' }))).toBe(
    'transition_not_possible',
  );
});

test('a new version leaves the old one readable, and says which files it left behind', async () => {
  const { network, coordinator, where } = await open();
  const resourceId = await newResource(network, coordinator);
  const { library } = as(coordinator);
  const page = () => library.one({ ...where, resourceId });
  const link = { url: 'https://example.org/x', label: 'Листовка', language: 'bg' as const };
  await library.revise({ ...where, resourceId, note: 'Mit Link', links: [link] });
  const [first] = (await page()).items;
  const fileId = await newFile(network, coordinator, resourceId, { name: 'Ghid_2.pdf' });
  const change = {
    ...where,
    resourceId,
    items: [{ itemId: first?.id ?? '', label: '', language: 'ro' as const, isLeftOut: true }],
    files: [{ fileId }],
    filesLanguage: 'ro' as const,
  };
  expect(await refusal(library.revise(change))).toBe('note_needed');
  await library.revise({ ...change, note: 'Lege nouă' });

  const now = await page();
  expect(now.version).toBe(3);
  expect(now.languages).toEqual(['bg', 'ro']);
  expect(now.items.map(({ label, isBehind }) => [label, isBehind])).toEqual([
    ['Листовка', true],
    ['Ghid 2', false],
  ]);
  expect(now.versions.map(({ number, note }) => [number, note])).toEqual([
    [3, 'Lege nouă'],
    [2, 'Mit Link'],
    [1, ''],
  ]);
  const before = await library.one({ ...where, resourceId, version: 2 });
  expect(before.items.map(({ label }) => label)).toEqual(['Ghid', 'Листовка']);
  expect((await library.file({ ...where, resourceId, itemId: first?.id ?? '' })).name).toBe('Ghid.pdf');
});

test('translations are behind after a change of the source, and not after a small one', async () => {
  const { network, coordinator, where } = await open();
  const texts = (ro: string, isCurrent = false) => [
    { language: 'ro' as const, title: ro },
    { language: 'hu' as const, title: 'Útmutató', isCurrent },
  ];
  const resourceId = await newDraft(network, coordinator, { texts: texts('Ghid') });
  const fields = {
    ...where,
    resourceId,
    kind: 'leaflet',
    sourceLanguage: 'ro',
    licence: 'cc-by-4.0',
  } as const;
  const { library } = as(coordinator);
  const fresh = async () => {
    const { texts: all } = await library.one({ ...where, resourceId });
    return all.find(({ language }) => language === 'hu')?.freshness;
  };
  await library.edit({ ...fields, texts: texts('Ghidul'), isMinor: true });
  expect(await fresh()).toBe('current');
  await library.edit({ ...fields, texts: texts('Ghidul nou') });
  expect(await fresh()).toBe('outdated');
  await library.edit({ ...fields, texts: texts('Ghidul nou', true) });
  expect(await fresh()).toBe('current');
});

test('a file that may not be kept leaves nothing behind, and one that nobody takes goes the next day', async () => {
  const { network, coordinator, where } = await open();
  const resourceId = await newDraft(network, coordinator);
  const keep = (name: string, content: string | Buffer) =>
    newFile(network, coordinator, resourceId, { name, content });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  expect(await refusal(keep('a.svg', svg))).toBe('file_svg');
  expect(await refusal(keep('a.pdf', docxOf('x')))).toBe('file_type_differs');
  expect(await refusal(keep('a.pdf', '%PDF-1.7 cut'))).toBe('file_broken');
  expect(await refusal(keep('a.txt', ''))).toBe('file_empty');
  expect(await refusal(keep('a.txt', Buffer.alloc(20_000_001, 65)))).toBe('file_over_limit');

  const fileId = await keep('../../a.txt', 'text');
  const key = `${network.id}/${fileId}`;
  expect(await fileStore().exists(key)).toBe(true);
  await purgeFiles(new Date(Date.now() + days(2)));
  expect(await fileStore().exists(key)).toBe(false);
  const late = as(coordinator).library.revise({ ...where, resourceId, files: [{ fileId }] });
  expect(await refusal(late)).toBe('not_found');
});

test('an upload that breaks off, and one that never ends, leave nothing, and are not read on', async () => {
  const { network, coordinator, where } = await open();
  const resourceId = await newDraft(network, coordinator);
  const rows = () =>
    inNetwork(network.id, ({ prisma }) => prisma.storedFile.count({ where: { networkId: network.id } }));
  const before = await rows();
  let sent = 0;
  async function* upload(breaksAt: number) {
    for (sent = 0; sent < 2_000_000_000; sent += 1_000_000) {
      if (sent === breaksAt) throw new Error('the line broke');
      yield Buffer.alloc(1_000_000, 65);
    }
  }
  const keep = (content: AsyncIterable<Uint8Array>) =>
    as(coordinator).library.keepFile({ ...where, resourceId, name: 'a.txt', content });
  await expect(keep(upload(10_000_000))).rejects.toThrow('the line broke');
  expect(await refusal(keep(upload(-1)))).toBe('file_over_limit');
  expect(sent).toBeLessThan(25_000_000);
  expect(await rows()).toBe(before);
});

test('what is past its day is marked once, still readable, and holds again after a check', async () => {
  const { network, coordinator, where } = await open();
  const resourceId = await newResource(network, coordinator);
  const late = new Date(Date.now() + days(400));
  const state = async () => (await as(coordinator).library.one({ ...where, resourceId })).state;

  await Promise.all([sweepLibrary(late), sweepLibrary(late)]);
  expect(await state()).toBe('review_due');
  const { events } = await as(coordinator).events.history({ network: network.code });
  expect(events.filter(({ kind }) => kind === 'resource.review_due')).toHaveLength(1);
  const past = { ...where, resourceId, move: 'check' as const, reviewBy: '2020-01-01' };
  expect(await refusal(as(coordinator).library.move(past))).toBe('date_past');
  await as(coordinator).library.move({ ...where, resourceId, move: 'check' });
  expect(await state()).toBe('published');
});

test('pages of a library go on where the one before ended', async () => {
  const { network, coordinator, where } = await open();
  const made: string[] = [];
  for (let index = 0; index < 27; index++)
    made.push(
      await newDraft(network, coordinator, { texts: [{ language: 'ro', title: `Ghid ${100 + index}` }] }),
    );
  const wish = { ...where, sort: 'title' as const };
  const first = await as(coordinator).library.list(wish);
  const second = await as(coordinator).library.list({ ...wish, after: first.next ?? '' });
  expect([...first.resources, ...second.resources].map(({ id }) => id)).toEqual(made);
  expect([first.total, second.total, second.next]).toEqual([27, 27, null]);
});

test('words are found without their marks, and when a letter is wrong', async () => {
  const { network, coordinator, where } = await open();
  const id = await newResource(network, coordinator, {
    texts: [
      { language: 'ro', title: 'Pierderea locuinței: primii pași', description: 'Județul Harghita' },
      { language: 'bg', title: 'Загуба на жилище' },
    ],
  });
  await newResource(network, coordinator, { texts: [{ language: 'ro', title: 'Netichetă' }] });
  const found = async (q: string) =>
    (await as(coordinator).library.list({ ...where, q })).resources.map((row) => row.id);
  for (const q of ['locuintei', 'primii pasi', 'Hagita', 'жилище', 'ЗАГУБА'])
    expect([q, await found(q)]).toEqual([q, [id]]);
  expect(await found('nimic altceva')).toEqual([]);
});

test('UNW-13: a place is found by each of its names, with and without their marks', async () => {
  const { network, coordinator, where } = await open();
  const id = await newResource(network, coordinator, {
    texts: [{ language: 'ro', title: 'Locuințe în Mureș' }],
  });
  const found = async (q: string) =>
    (await as(coordinator).library.list({ ...where, q })).resources.map((row) => row.id);
  for (const q of ['Mureș', 'Mureş', 'mures', 'Maros', 'locuinte Maros'])
    expect([q, await found(q)]).toEqual([q, [id]]);
});

/** What the worker does with the last change of a resource. */
async function readWords(network: TestNetwork, resourceId: string) {
  const event = await inNetwork(network.id, ({ prisma }) =>
    prisma.domainEvent.findFirst({
      where: { networkId: network.id, objectId: resourceId, kind: 'resource.revised' },
      orderBy: { id: 'desc' },
    }),
  );
  return answerLibraryEvent({ networkId: network.id, eventId: event?.id ?? '' });
}

test('the words inside a file are found, by their stem too, while the version with it holds', async () => {
  const { network, coordinator, where } = await open();
  const resourceId = await newResource(network, coordinator);
  const { library } = as(coordinator);
  const content = docxOf('Hier helfen die Beratungsstellen kostenlos', 'Țară și oraș');
  const fileId = await newFile(network, coordinator, resourceId, { name: 'Wege.docx', content });
  const add = { ...where, resourceId, note: 'Wege', files: [{ fileId }], filesLanguage: 'de' as const };
  await library.revise(add);
  const found = async (q: string) =>
    (await library.list({ ...where, q })).resources.map(({ id, found: part }) => [id, part?.label ?? null]);

  expect(await found('Beratungsstelle')).toEqual([]);
  expect([await readWords(network, resourceId), await readWords(network, resourceId)]).toEqual([
    { files: 2 },
    { files: 0 },
  ]);
  expect(await found('Beratungsstelle')).toEqual([[resourceId, 'Wege']]);
  expect(await found('kostenloses')).toEqual([[resourceId, null]]);
  expect(await found('tara oras')).toEqual([[resourceId, 'Wege']]);
  expect(await found('Ghid kostenlos')).toHaveLength(1);
  const { items } = await library.one({ ...where, resourceId });
  expect(items.map(({ label, isUnreadable }) => [label, isUnreadable])).toEqual([
    ['Ghid', true],
    ['Wege', false],
  ]);

  const [, ways] = items;
  const left = { itemId: ways?.id ?? '', label: 'Wege', language: 'de' as const, isLeftOut: true };
  await library.revise({ ...where, resourceId, note: 'Ohne', items: [left] });
  expect(await found('Beratungsstelle')).toEqual([]);
});

test('what a word processor wrote is found by the words of its header, its table and its footnote', async () => {
  const { network, coordinator, where } = await open();
  const { library } = as(coordinator);
  const asked = {
    bg: ['наръчник', 'здравоосигуряване', 'гишето', 'обжалването'],
    hu: ['onkormanyzati', 'társadalombiztosítás', 'ügyfélfogadás', 'fellebbezésről'],
    ro: ['indrumar', 'asigurare', 'ghișeul', 'contestatia'],
    ar: ['البلدية', 'التأمين', 'الشباك', 'الاعتراض'],
  };
  for (const [language, queries] of Object.entries(asked)) {
    const ids: string[] = [];
    for (const ending of ['odt', 'docx', 'pdf']) {
      const name = `${language}.${ending}`;
      const content = readFileSync(new URL(`../../../files/src/words.testing/${name}`, import.meta.url));
      const resourceId = await newResource(network, coordinator);
      const fileId = await newFile(network, coordinator, resourceId, { name, content });
      await library.revise({
        ...where,
        resourceId,
        note: name,
        files: [{ fileId }],
        filesLanguage: language as 'bg',
      });
      await readWords(network, resourceId);
      ids.push(resourceId);
    }

    for (const q of queries) {
      const { resources } = await library.list({ ...where, q });
      expect([
        q,
        resources
          .slice(0, 3)
          .map(({ id }) => id)
          .toSorted(),
      ]).toEqual([q, ids.toSorted()]);
    }
  }
});

test('of very many that are found the closest are listed, and it is said', async () => {
  const { network, coordinator, where } = await open();
  const { library } = as(coordinator);
  const first = await newResource(network, coordinator);
  const ids = Array.from({ length: mostFound }, () => newId());
  await inNetwork(network.id, async ({ prisma }) => {
    const text = await prisma.resourceText.findFirstOrThrow({
      where: { networkId: network.id, resourceId: first },
      select: { networkId: true, language: true, sourceVersion: true },
    });
    const row = await prisma.resource.findFirstOrThrow({ where: { networkId: network.id, id: first } });
    await prisma.resource.createMany({
      data: ids.map((id, index) => ({ ...row, id, kind: index === 0 ? 'video' : row.kind })),
    });
    await prisma.resourceText.createMany({
      data: ids.map((resourceId) => ({
        ...text,
        resourceId,
        title: 'Îndrumar comun',
        description: 'Zimbru',
      })),
    });
  });
  const found = async (q: string) => {
    const { total, isCut, resources } = await library.list({ ...where, q });
    return { total, isCut, first: resources[0]?.id };
  };

  expect(await found('zimbru')).toMatchObject({ total: mostFound, isCut: false });
  await library.edit({
    ...where,
    resourceId: first,
    kind: 'leaflet',
    sourceLanguage: 'ro',
    licence: 'cc-by-4.0',
    texts: [{ language: 'ro', title: 'Zimbru', description: '' }],
  });
  expect(await found('zimbru')).toEqual({ total: mostFound, isCut: true, first });
  // The one that is cut off is found all the same by whoever asks for its kind.
  const videos = await library.list({ ...where, q: 'zimbru', kind: 'video' });
  expect(videos).toMatchObject({ total: 1, isCut: false, resources: [{ id: ids[0] }] });
});

test('a word that stands nowhere any more is forgotten', async () => {
  const { network, coordinator, where } = await open();
  const resourceId = await newResource(network, coordinator, {
    texts: [{ language: 'ro', title: 'Busola veche' }],
  });
  const words = async () =>
    (
      await inNetwork(network.id, ({ prisma }) =>
        prisma.libraryWord.findMany({ where: { networkId: network.id }, orderBy: { word: 'asc' } }),
      )
    ).map(({ word }) => word);
  expect(await words()).toEqual(['busola', 'veche']);

  const texts = [{ language: 'ro' as const, title: 'Busola' }];
  await as(coordinator).library.edit({
    ...where,
    resourceId,
    kind: 'leaflet',
    sourceLanguage: 'ro',
    licence: 'cc-by-4.0',
    texts,
  });
  await sweepLibrary(new Date());
  expect(await words()).toEqual(['busola']);
});
