import { beforeAll, expect, test } from 'vitest';
import { createCaller } from '../api.server.ts';
import { type Acting, networkContext } from '../context.server.ts';
import { newResource } from '../library/library.testing.server.ts';
import { newProgramme } from '../mentoring/mentoring.testing.server.ts';
import { resolveNetwork } from '../networks/resolve.server.ts';
import {
  as,
  countStatements,
  days,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  requestOf,
  type TestNetwork,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';
import { readTexts, writeText } from './text.server.ts';

await useTestDatabase();

let network: TestNetwork;
let coordinator: TestPerson;

beforeAll(async () => {
  network = await newNetwork();
  coordinator = await newPerson(network, 'coordinator');
});

async function newText() {
  return newTraining(network, coordinator, {
    texts: [{ language: 'ro', title: 'Curs', summary: 'Un curs.', outcomes: ['Unu', 'Doi'] }],
  });
}

const one = (objectId: string, language: 'hu' | 'en' | 'ro' = 'hu', person = coordinator) =>
  as(person).translations.one({ network: network.code, kind: 'training', objectId, language });

async function write(objectId: string, changes: object = {}, person = coordinator) {
  return as(person).translations.write({
    network: network.code,
    kind: 'training',
    objectId,
    language: 'hu',
    fields: { title: 'Képzés', summary: 'Egy képzés.', outcomes: 'Egy\nKettő' },
    seenSourceVersion: 1,
    ...changes,
  });
}

test('a translation is written from the source as it stands, and a change of the source leaves it behind', async () => {
  const trainingId = await newText();
  expect(await one(trainingId)).toMatchObject({ from: 'ro', state: 'missing', mayWrite: true });
  await write(trainingId);
  expect(await one(trainingId)).toMatchObject({
    state: 'current',
    text: { version: 1, sourceLanguage: 'ro', fields: { outcomes: 'Egy\nKettő' } },
    source: { version: 1, fields: { outcomes: 'Unu\nDoi' } },
  });

  const page = await as(coordinator).trainings.page({ network: network.code, trainingId });
  expect(page.texts.find(({ language }) => language === 'hu')?.outcomes).toEqual(['Egy', 'Kettő']);

  await write(trainingId, { language: 'en', fields: { title: 'Course' } });
  await edit(trainingId, [
    { language: 'ro', title: 'Curs nou', summary: 'Un curs.', outcomes: ['Unu', 'Doi'] },
    { language: 'hu', title: 'Képzés', summary: 'Egy képzés.', outcomes: ['Egy', 'Kettő'] },
    { language: 'en', title: 'A new course' },
  ]);
  expect(await one(trainingId)).toMatchObject({
    state: 'outdated',
    source: { version: 2 },
    earlier: { title: 'Curs' },
    others: [
      { language: 'ro', state: 'current' },
      { language: 'hu', state: 'outdated' },
      { language: 'en', state: 'current' },
    ],
  });
});

async function edit(
  trainingId: string,
  texts: { language: string; title: string; summary?: string; outcomes?: string[] }[],
) {
  const { network: code, ...details } = trainingDetails(network, { texts });
  await as(coordinator).trainings.edit({ ...details, network: code, trainingId });
}

test('a draft is read by nobody, and who writes at the same time is told', async () => {
  const trainingId = await newText();
  const { seenChange } = await one(trainingId);
  const outcomes = await Promise.allSettled(
    ['Egyik', 'Másik', 'Harmadik'].map((title) =>
      write(trainingId, { isDraft: true, seenChange, fields: { title } }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await one(trainingId)).toMatchObject({ state: 'draft', text: null });
  const page = await as(null).trainings.page({ network: network.code, trainingId });
  expect(page.texts.map(({ language }) => language)).toEqual(['ro']);

  expect(await refusal(write(trainingId, { seenChange }))).toBe('translation_changed');
  await as(coordinator).translations.discard({
    network: network.code,
    kind: 'training',
    objectId: trainingId,
    language: 'hu',
  });
  expect(await one(trainingId)).toMatchObject({ state: 'missing', draft: null });
});

test('beside a draft it is known what the finished text was made from, and when the draft is thrown away as well', async () => {
  const trainingId = await newText();
  await write(trainingId);
  await edit(trainingId, [
    { language: 'ro', title: 'Curs nou', summary: 'Un curs.', outcomes: ['Unu', 'Doi'] },
    { language: 'hu', title: 'Képzés', summary: 'Egy képzés.', outcomes: ['Egy', 'Kettő'] },
  ]);
  await write(trainingId, { isDraft: true, seenSourceVersion: 2, fields: { title: 'Új' } });
  const { seenChange, ...found } = await one(trainingId);
  expect(found).toMatchObject({ earlier: { title: 'Curs' }, draft: { title: 'Új' } });
  const discard = (seen: string) =>
    as(coordinator).translations.discard({
      network: network.code,
      kind: 'training',
      objectId: trainingId,
      language: 'hu',
      seenChange: seen,
    });

  expect(await refusal(discard('-'))).toBe('translation_changed');
  await discard(seenChange);

  expect(await one(trainingId)).toMatchObject({
    state: 'outdated',
    earlier: { title: 'Curs' },
    draft: null,
    text: { fields: { title: 'Képzés' } },
  });
});

test('who translates into one language reads no draft of another', async () => {
  const translator = await newPerson(network, 'volunteer', null, {
    capabilities: ['translation_verifier:hu'],
  });
  const trainingId = await newText();
  await write(trainingId, { language: 'en', isDraft: true, fields: { title: 'Unfinished' } });

  expect(await one(trainingId, 'en')).toMatchObject({ draft: { title: 'Unfinished' } });
  expect(await one(trainingId, 'en', translator)).toMatchObject({ mayWrite: false, draft: null });
});

test('a source that changed meanwhile, no title and too many words are refused', async () => {
  const trainingId = await newText();
  expect(await refusal(write(trainingId, { seenSourceVersion: 2 }))).toBe('translation_source_changed');
  expect(await refusal(write(trainingId, { fields: { title: '' } }))).toBe('title_needed');
  expect(await refusal(write(trainingId, { fields: { title: 'x'.repeat(201) } }))).toBe('translation_long');
  expect(await refusal(write(trainingId, { fields: { title: 'x', outcomes: 'a\n'.repeat(21) } }))).toBe(
    'translation_long',
  );
  expect(await refusal(write(trainingId, { language: 'ro' }))).toBe('not_found');
});

test('a translator writes in the own languages what members read, and nothing else', async () => {
  const translator = await newPerson(network, 'volunteer', null, {
    capabilities: ['translation_verifier:hu'],
  });
  const trainingId = await newText();
  await write(trainingId, {}, translator);
  expect((await one(trainingId, 'hu', translator)).state).toBe('current');
  expect(await refusal(write(trainingId, { language: 'en' }, translator))).toBe('translation_not_yours');

  const { trainingId: hidden } = await as(coordinator).trainings.create(trainingDetails(network));
  expect(await refusal(one(hidden, 'hu', translator))).toBe('not_found');
  expect(await refusal(write(hidden, {}, translator))).toBe('not_found');
  const volunteer = await newPerson(network, 'volunteer');
  expect(await refusal(write(trainingId, {}, volunteer))).toBe('not_allowed');
});

test('to translate opens nothing that the own role does not read', async () => {
  const here = await newNetwork();
  const lead = await newPerson(here, 'coordinator');
  const internal = await newTraining(here, lead, { visibility: 'network' });
  const open = await newTraining(here, lead);
  const resourceId = await newResource(here, lead, { visibility: 'network' });
  const programmeId = await newProgramme(here, lead);
  const seenBy = async (role: 'volunteer' | 'mentor' | 'trainer') => {
    const held = { capabilities: ['translation_verifier:hu'] };
    const person = await newPerson(here, role, null, held);
    const { lines } = await as(person).translations.list({ network: here.code, language: 'hu', state: '' });
    const one = (kind: 'training' | 'programme', objectId: string) =>
      as(person).translations.one({ network: here.code, kind, objectId, language: 'hu' });
    return { ids: lines.map(({ id }) => id).sort(), lines, person, one };
  };

  const volunteer = await seenBy('volunteer');
  expect(volunteer.ids).toEqual([here.id, open].sort());
  expect(await refusal(volunteer.one('programme', programmeId))).toBe('not_found');
  expect(await refusal(volunteer.one('training', internal))).toBe('not_found');
  const writing = as(volunteer.person).translations.write({
    network: here.code,
    kind: 'programme',
    objectId: programmeId,
    language: 'hu',
    fields: { title: 'Program' },
    seenSourceVersion: 1,
  });
  expect(await refusal(writing)).toBe('not_found');
  // A mentor reads the programmes that they belong to, and nobody is asked here which ones those are.
  expect((await seenBy('mentor')).ids).toEqual([here.id, open, internal, resourceId].sort());
  const trainer = await seenBy('trainer');
  expect(trainer.ids).toEqual([here.id, open, internal, resourceId, programmeId].sort());
  expect(trainer.lines.every(({ mayWrite }) => mayWrite)).toBe(true);
});

test('UNW-13: figures count what everybody reads, the list what is open, and the next text is the most urgent one', async () => {
  const here = await newNetwork();
  const lead = await newPerson(here, 'coordinator');
  const { code } = here;
  const search = (wish: object = {}) => as(lead).translations.list({ network: code, ...wish });
  const first = await newTraining(here, lead);
  await newTraining(here, lead, { visibility: 'network' });
  await newResource(here, lead, {
    visibility: 'public',
    texts: [
      { language: 'ro', title: 'Ghid' },
      { language: 'hu', title: 'Útmutató' },
    ],
  });

  const { languages, lines, total } = await search({ isPublic: true });
  expect(languages).toMatchObject([
    { language: 'ro', required: 3, current: 3, percent: 100 },
    { language: 'hu', required: 3, current: 1, percent: 33, counts: { missing: 3, current: 1 } },
  ]);
  expect(total).toBe(2);
  expect(lines.map(({ kind }) => kind).sort()).toEqual(['network', 'training']);
  expect((await search()).total).toBe(3);
  expect((await search({ language: 'ro' })).total).toBe(0);
  expect((await search({ q: 'utmutató', state: '' })).lines).toMatchObject([
    { language: 'ro', from: null, mayWrite: false },
    { language: 'hu', state: 'current' },
  ]);

  const next = await as(lead).translations.next({ network: code, language: 'hu' });
  expect(['network', 'training']).toContain(next?.kind);
  await as(lead).translations.write({
    network: code,
    kind: 'training',
    objectId: first,
    language: 'hu',
    fields: { title: 'Képzés' },
    seenSourceVersion: 1,
  });
  expect((await search({ isPublic: true })).lines.map(({ kind }) => kind)).toEqual(['network']);
});

test('every kind is written through the one function, and its forms keep the versions', async () => {
  const here = await newNetwork();
  const lead = await newPerson(here, 'coordinator');
  const { code } = here;
  const resourceId = await newResource(here, lead);
  const programmeId = await newProgramme(here, lead);
  const owners = [
    { kind: 'network', objectId: here.id, fields: { name: 'Hálózat' } },
    { kind: 'resource', objectId: resourceId, fields: { title: 'Útmutató', description: 'Szöveg' } },
    { kind: 'programme', objectId: programmeId, fields: { title: 'Program' } },
  ] as const;
  for (const { fields, ...owner } of owners) {
    const place = { network: code, ...owner, language: 'en' as const };
    await as(lead).translations.write({ ...place, fields, seenSourceVersion: 1 });
    const { text, state, source } = await as(lead).translations.one(place);
    expect([owner.kind, state, text?.fields]).toMatchObject([owner.kind, 'current', fields]);
    expect(source?.version).toBe(1);
  }
  const found = await as(lead).library.list({ network: code, q: 'útmutató' });
  expect(found.resources.map(({ id }) => id)).toEqual([resourceId]);
});

test('a small correction of a training leaves its translations current', async () => {
  const trainingId = await newText();
  await write(trainingId);
  const texts = [
    { language: 'ro', title: 'Cursul', summary: 'Un curs.', outcomes: ['Unu', 'Doi'] },
    { language: 'hu', title: 'Képzés', summary: 'Egy képzés.', outcomes: ['Egy', 'Kettő'] },
  ];
  const details = trainingDetails(network, { texts });
  await as(coordinator).trainings.edit({ ...details, trainingId, isMinor: true });
  expect(await one(trainingId)).toMatchObject({
    state: 'current',
    source: { version: 1, fields: { title: 'Cursul' } },
  });
});

test('machine text says so until a person saves it', async () => {
  const trainingId = await newText();
  const lead = requestOf(coordinator);
  const { network: card, grants } = await resolveNetwork(lead, network.code);
  const ctx = {
    ...networkContext({ network: card, actor: lead.actor, grants, realNow: lead.now, language: 'en' }),
  };
  const given = { language: 'hu', fields: { title: 'Gép' }, seenSourceVersion: 1 } as const;
  await writeText(ctx as Acting, { kind: 'training', id: trainingId, ...given, origin: 'machine' });
  expect(await one(trainingId)).toMatchObject({ state: 'machine', text: { origin: 'machine' } });
  const { texts } = await readTexts(ctx, { kind: 'training', id: trainingId });
  expect(texts.map(({ language, freshness }) => [language, freshness])).toEqual([
    ['hu', 'machine'],
    ['ro', 'source'],
  ]);
  const inHungarian = { ...requestOf(null), language: 'hu' as const };
  const page = () => createCaller(inHungarian).trainings.publicPage({ network: network.code, trainingId });
  expect(await page()).toMatchObject({ title: 'Gép', textLanguage: 'hu', textOrigin: 'machine' });
  const { trainingIds } = await as(coordinator).trainings.copy({
    network: network.code,
    trainingId,
    code: `K-${trainingId.slice(-6)}`,
    startsAt: new Date(Date.now() + days(90)),
  });
  expect((await one(trainingIds[0] ?? '')).state).toBe('machine');

  await write(trainingId, { fields: { title: 'Gép' } });
  expect((await page()).textOrigin).toBe('human');
  expect(await one(trainingId)).toMatchObject({ state: 'current', text: { version: 1, origin: 'human' } });
});

test('the tree of languages refuses a circle and decides what a text is made from', async () => {
  const here = await newNetwork();
  const lead = await newPerson(here, 'coordinator');
  const { code } = here;
  const save = (...branches: { language: 'ro' | 'hu'; source: 'ro' | 'hu' | '' }[]) =>
    as(lead).translations.saveTree({ network: code, branches });
  expect(await refusal(save({ language: 'ro', source: 'hu' }, { language: 'hu', source: 'ro' }))).toBe(
    'language_circle',
  );
  await save({ language: 'ro', source: 'hu' }, { language: 'hu', source: '' });
  expect((await as(lead).translations.tree({ network: code })).branches).toEqual([
    { language: 'ro', source: 'hu' },
    { language: 'hu', source: '' },
  ]);
});

test('the list asks once, however much there is', async () => {
  const ask = () => as(coordinator).translations.list({ network: network.code });
  expect(await countStatements(ask)).toBeLessThan(4);
});
