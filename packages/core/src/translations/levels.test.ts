import { inScope, type Transaction } from '@tessera/db/scope.server.ts';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { createCaller } from '../api.server.ts';
import { settle } from '../cards/access.server.ts';
import { newCardTeam, newPublishedCard } from '../cards/cards.testing.server.ts';
import { type Acting, networkContext } from '../context.server.ts';
import { resolveNetwork } from '../networks/resolve.server.ts';
import {
  as,
  newNetwork,
  newPerson,
  newTraining,
  requestOf,
  type TestNetwork,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';
import { saveLevels } from './levels.server.ts';
import { writeTextIn } from './text.server.ts';

const urls = await useTestDatabase();

let network: TestNetwork;
let coordinator: TestPerson;
let member: TestPerson;
let translator: TestPerson;

beforeAll(async () => {
  network = await newNetwork();
  coordinator = await newPerson(network, 'coordinator');
  member = await newPerson(network, 'volunteer');
  translator = await newPerson(network, 'volunteer', null, { capabilities: ['translation_verifier:hu'] });
});

const level = (language: 'hu' | 'ps' | 'ro', wanted: 'shown' | 'prepared') =>
  as(coordinator).translations.saveLevels({
    network: network.code,
    levels: [{ language, level: wanted }],
  });

/** Somebody whose pages are in Hungarian. */
const reading = (person: TestPerson | null) => createCaller({ ...requestOf(person), language: 'hu' });

async function titles(person: TestPerson | null, trainingId: string) {
  const caller = reading(person);
  const where = { network: network.code };
  const { title } = await caller.trainings.page({ ...where, trainingId });
  const { trainings } = await caller.trainings.catalogue(where);
  const { trainings: found } = await caller.trainings.catalogue({ ...where, q: 'Szövés' });
  const entries = await caller.trainings.feed(where);
  const here = <Row extends { id: string }>(rows: readonly Row[]) =>
    rows.filter(({ id }) => id === trainingId);
  return {
    page: title,
    list: here(trainings).map((row) => row.title),
    feed: here(entries).map((row) => row.title),
    isFound: here(found).length > 0,
  };
}

const inHungarian = { page: 'Szövés', list: ['Szövés'], feed: ['Szövés'], isFound: true };
const inRomanian = { page: 'Țesut', list: ['Țesut'], feed: ['Țesut'], isFound: false };
const texts = [
  { language: 'ro' as const, title: 'Țesut', summary: '', outcomes: [] },
  { language: 'hu' as const, title: 'Szövés', summary: '', outcomes: [] },
];

test('a translation in preparation is read by those who prepare it, and by nobody else, on any page', async () => {
  const trainingId = await newTraining(network, coordinator, { texts });
  const readers = { visitor: null, member, translator, coordinator };
  const all = async () => {
    const seen: Record<string, unknown> = {};
    for (const [name, person] of Object.entries(readers)) seen[name] = await titles(person, trainingId);
    return seen;
  };
  expect(await all()).toEqual({
    visitor: inHungarian,
    member: inHungarian,
    translator: inHungarian,
    coordinator: inHungarian,
  });

  await level('hu', 'prepared');
  expect(await all()).toEqual({
    visitor: inRomanian,
    member: inRomanian,
    translator: inHungarian,
    coordinator: inHungarian,
  });
  const face = await reading(null).networks.page({ network: network.code });
  const shell = await reading(member).networks.shell({ network: network.code });
  expect([face.contentLanguages, shell.contentLanguages, shell.languages.includes('hu')]).toEqual([
    ['ro'],
    ['ro'],
    false,
  ]);

  await level('hu', 'shown');
  expect((await all()).visitor).toEqual(inHungarian);
});

test('what is written meanwhile is hidden too, no form takes it away, and it is behind when its source changes', async () => {
  await level('hu', 'prepared');
  const trainingId = await newTraining(network, coordinator, { texts: texts.slice(0, 1) });
  const place = {
    network: network.code,
    kind: 'training' as const,
    objectId: trainingId,
    language: 'hu' as const,
  };
  const fields = { title: 'Szövés', summary: '', outcomes: '' };
  await as(translator).translations.write({ ...place, fields, seenSourceVersion: 1 });
  expect([await titles(null, trainingId), await titles(translator, trainingId)]).toEqual([
    inRomanian,
    inHungarian,
  ]);

  const { code, sessions, ...details } = trainingDetails(network);
  await as(coordinator).trainings.edit({
    ...details,
    code,
    sessions,
    trainingId,
    texts: [{ language: 'ro', title: 'Țesut', summary: 'Altfel.' }],
  });
  const after = await as(translator).translations.one(place);
  expect([after.state, after.text?.fields.title]).toEqual(['outdated', 'Szövés']);

  await level('hu', 'shown');
  expect((await titles(null, trainingId)).page).toBe('Szövés');
});

test('a training that is closed meanwhile is closed with its hidden texts, and no other network reads them', async () => {
  await level('hu', 'prepared');
  const trainingId = await newTraining(network, coordinator, { texts });
  const other = await newNetwork();
  const seenFrom = (networkId: string | null, isPreparing: boolean) =>
    inScope({ networkId, isPreparing }, ({ prisma }) => prisma.trainingText.count({ where: { trainingId } }));
  expect([
    await seenFrom(network.id, true),
    await seenFrom(network.id, false),
    await seenFrom(other.id, true),
    await seenFrom(null, true),
  ]).toEqual([2, 1, 1, 1]);

  await inScope({ networkId: network.id }, ({ prisma }) =>
    prisma.training.updateMany({ where: { id: trainingId }, data: { visibility: 'network' } }),
  );
  await level('hu', 'shown');
  expect(await seenFrom(null, false)).toBe(0);
});

test('what was written in a language first is shown in it, whatever becomes of the language', async () => {
  await level('hu', 'prepared');
  const trainingId = await newTraining(network, coordinator, { texts: texts.slice(1) });
  expect(await titles(null, trainingId)).toEqual(inHungarian);
  await level('hu', 'shown');
});

test('the language of the network itself is always shown', async () => {
  await level('ro', 'prepared');
  const { own, languages } = await as(coordinator).translations.levels({ network: network.code });
  expect([own, languages.map(({ language }) => language).includes('ro')]).toEqual(['ro', false]);
  const trainingId = await newTraining(network, coordinator, { texts });
  expect((await as(null).trainings.page({ network: network.code, trainingId })).title).toBe('Țesut');
});

test('a language in preparation that becomes the own one is shown', async () => {
  const here = await newNetwork();
  const team = await newCardTeam(here);
  const where = { network: here.code };
  const trainingId = await newTraining(here, team.coordinator, { texts });
  await as(team.coordinator).translations.saveLevels({
    ...where,
    levels: [{ language: 'hu', level: 'prepared' }],
  });
  expect((await reading(null).trainings.page({ ...where, trainingId })).title).toBe('Țesut');

  await as(team.coordinator).networks.saveLanguages({
    ...where,
    defaultLanguage: 'hu',
    interfaceLanguages: ['hu', 'ro'],
    contentLanguages: ['hu', 'ro'],
  });
  expect((await reading(null).trainings.page({ ...where, trainingId })).title).toBe('Szövés');
});

test('cards of a language in preparation are in no deck, are tried by their team, and a phone learns that they left', async () => {
  const here = await newNetwork();
  const team = await newCardTeam(here);
  const where = { network: here.code, language: 'ps' as const };
  const cardId = await newPublishedCard(here, team, { conceptKey: 'when_stolen' });
  const save = (wanted: 'shown' | 'prepared') =>
    as(team.coordinator).translations.saveLevels({
      network: here.code,
      levels: [{ language: 'ps', level: wanted }],
    });
  const deckOf = async (person: TestPerson | null) => {
    const { cards, withdrawn } = await as(person).cards.pack(where);
    const { languages, trials } = await as(person).cards.overview({ network: here.code });
    return { cards: cards.length, gone: withdrawn.map(({ id }) => id), decks: languages.length, trials };
  };
  const reader = await newPerson(here, 'trainer');
  const kept = await as(null).cards.pack(where);

  await save('prepared');
  const nothing = { cards: 0, gone: [cardId], decks: 0, trials: [] };
  expect([await deckOf(null), await deckOf(reader)]).toEqual([nothing, nothing]);
  expect(await deckOf(team.translator)).toEqual({ cards: 1, gone: [], decks: 0, trials: ['ps'] });
  // A deck without cards is no page to go to.
  await as(team.coordinator).translations.saveLevels({
    network: here.code,
    levels: [{ language: 'hu', level: 'prepared' }],
  });
  expect((await deckOf(team.translator)).trials).toEqual(['ps']);
  // Meanwhile the team goes on: another card, verified and published, is in no deck either.
  await newPublishedCard(here, team, { conceptKey: 'other', text: 'بله کله وشوه؟' });
  expect([(await deckOf(null)).cards, (await deckOf(team.verifiers[0])).cards]).toEqual([0, 2]);
  const { languages } = await as(team.coordinator).translations.levels({ network: here.code });
  expect(languages.find(({ language }) => language === 'ps')).toEqual({
    language: 'ps',
    level: 'prepared',
    texts: null,
    cards: { published: 2, verified: 2 },
  });

  await save('shown');
  expect(await deckOf(null)).toEqual({ cards: 2, gone: [], decks: 1, trials: [] });
  expect((await as(null).cards.pack(where)).cards.map(({ id }) => id)).toContain(kept.cards[0]?.id);
});

/** Somebody who works in a network, inside one transaction that can be held open. */
async function actingIn(person: TestPerson, { code }: TestNetwork): Promise<Acting> {
  const { actor, now: realNow, ...request } = requestOf(person);
  const { network: card, grants } = await resolveNetwork({ ...request, actor, now: realNow }, code);
  return networkContext({ network: card, actor, grants, realNow, language: 'en' }) as Acting;
}

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed };
}

/** Lets `change` run while a transaction that did `write` is still open, until it is over or waits for that one. */
async function whileOpen(
  ctx: Acting,
  write: (tx: Transaction) => Promise<unknown>,
  change: () => Promise<unknown>,
): Promise<void> {
  const watch = new pg.Client({ connectionString: urls.appUrl });
  await watch.connect();
  const [written, mayEnd] = [gate(), gate()];
  const writing = ctx.transaction(async (tx) => {
    await write(tx);
    written.open();
    await mayEnd.passed;
  });
  await Promise.race([written.passed, writing]);
  let isOver = false;
  const changing = change().finally(() => {
    isOver = true;
  });
  const waiting = `select count(*)::int as count from pg_locks l join pg_database d on d.oid = l.database
    where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`;
  while (!isOver && (await watch.query(waiting)).rows[0].count === 0);
  mayEnd.open();
  await Promise.all([writing, changing]);
  await watch.end();
}

test('a text that is being written while its language goes into preparation is hidden with it', async () => {
  const here = await newNetwork();
  const lead = await newPerson(here, 'coordinator');
  const trainingId = await newTraining(here, lead, { texts: texts.slice(0, 1) });
  const fields = { title: 'Szövés', summary: '', outcomes: '' };
  const ctx = await actingIn(lead, here);

  await whileOpen(
    ctx,
    (tx) =>
      writeTextIn(tx, ctx, {
        kind: 'training',
        id: trainingId,
        language: 'hu',
        fields,
        seenSourceVersion: 1,
        origin: 'human',
      }),
    () =>
      as(lead).translations.saveLevels({
        network: here.code,
        levels: [{ language: 'hu', level: 'prepared' }],
      }),
  );

  const where = { network: here.code, trainingId };
  expect((await reading(null).trainings.page(where)).title).toBe('Țesut');
  expect((await reading(lead).trainings.page(where)).title).toBe('Szövés');
});

test('a card that is verified by somebody whose page is from before is in no deck of a language in preparation', async () => {
  const here = await newNetwork();
  const team = await newCardTeam(here);
  const cardId = await newPublishedCard(here, team, { conceptKey: 'when_stolen' });
  const where = { network: here.code, language: 'ps' as const };
  const before = await actingIn(team.coordinator, here);
  await as(team.coordinator).translations.saveLevels({
    network: here.code,
    levels: [{ language: 'ps', level: 'prepared' }],
  });

  await before.transaction((tx) => settle(tx, before, cardId));

  expect((await as(null).cards.pack(where)).cards).toEqual([]);
});

test('two languages that go into preparation at once both do', async () => {
  const here = await newNetwork();
  const lead = await newPerson(here, 'coordinator');
  const contexts = [await actingIn(lead, here), await actingIn(lead, here)];

  await Promise.all(
    (['hu', 'en'] as const).map((language, index) =>
      saveLevels(contexts[index] as Acting, { levels: [{ language, level: 'prepared' }] }),
    ),
  );

  const { languages } = await as(lead).translations.levels({ network: here.code });
  const prepared = languages.filter(({ level: wanted }) => wanted === 'prepared');
  expect(prepared.map(({ language }) => language)).toEqual(['en', 'hu']);
});

test('before a language is shown it is told how much of it is missing', async () => {
  const here = await newNetwork();
  const lead = await newPerson(here, 'coordinator');
  await newTraining(here, lead, { texts });
  await newTraining(here, lead, { texts: texts.slice(0, 1) });
  const { languages } = await as(lead).translations.levels({ network: here.code });
  const figures = (await as(lead).translations.list({ network: here.code })).languages;
  const { required, current } = figures.find(({ language }) => language === 'hu') ?? {};
  expect(languages.find(({ language }) => language === 'hu')).toEqual({
    language: 'hu',
    level: 'shown',
    texts: { required, current },
    cards: { published: 0, verified: 0 },
  });
});
