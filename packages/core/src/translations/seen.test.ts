import { beforeAll, describe, expect, test } from 'vitest';
import type { DomainError } from '../errors.ts';
import { newResource } from '../library/library.testing.server.ts';
import { newProgramme } from '../mentoring/mentoring.testing.server.ts';
import {
  as,
  newNetwork,
  newPerson,
  newTraining,
  type TestNetwork,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';
import type { TextKind } from './kinds.ts';
import { seenTexts } from './seen.server.ts';
import { unseen } from './seen.ts';

await useTestDatabase();

let network: TestNetwork;
let coordinator: TestPerson;

beforeAll(async () => {
  network = await newNetwork();
  coordinator = await newPerson(network, 'coordinator');
});

type Words = Partial<Record<'ro' | 'hu' | 'en' | 'de', string>>;
type Noun = {
  kind: TextKind;
  field: 'title' | 'name';
  begin: () => Promise<string>;
  /** Sends the form of the noun */
  save: (id: string, titles: Words, seen?: string[]) => Promise<unknown>;
  rows: (id: string) => Promise<{ language: string; version: number }[]>;
};
const titled = (titles: Words) =>
  Object.entries(titles).map(([language, title]) => ({ language: language as 'ro', title }));
const here = () => ({ network: network.code });

const nouns: Noun[] = [
  {
    kind: 'training',
    field: 'title',
    begin: () => newTraining(network, coordinator, { texts: titled({ ro: 'Unu' }) }),
    save: (trainingId, titles, seen) =>
      as(coordinator).trainings.edit({
        ...trainingDetails(network, { texts: titled(titles) }),
        trainingId,
        seen,
      }),
    rows: async (trainingId) => (await as(coordinator).trainings.page({ ...here(), trainingId })).texts,
  },
  {
    kind: 'resource',
    field: 'title',
    begin: () => newResource(network, coordinator, { texts: titled({ ro: 'Unu' }) }),
    save: (resourceId, titles, seen) =>
      as(coordinator).library.edit({
        ...here(),
        resourceId,
        kind: 'leaflet',
        sourceLanguage: 'ro',
        licence: 'cc-by-4.0',
        texts: titled(titles),
        seen,
      }),
    rows: async (resourceId) => (await as(coordinator).library.one({ ...here(), resourceId })).texts,
  },
  {
    kind: 'programme',
    field: 'title',
    begin: () => newProgramme(network, coordinator, { title: 'Unu' }),
    save: (programmeId, titles, seen) =>
      as(coordinator).mentoring.editProgramme({
        ...here(),
        programmeId,
        code: `M-${programmeId.slice(-8)}`,
        texts: titled(titles),
        seen,
      }),
    rows: async (programmeId) =>
      (await as(coordinator).mentoring.programme({ ...here(), programmeId })).texts,
  },
  {
    kind: 'network',
    field: 'name',
    begin: async () => {
      network = await newNetwork();
      coordinator = await newPerson(network, 'coordinator');
      await as(coordinator).networks.saveTexts({ ...here(), texts: [{ language: 'ro', name: 'Unu' }] });
      return network.id;
    },
    save: (_, titles, seen) => {
      const texts = titled(titles).map(({ language, title }) => ({ language, name: title }));
      return as(coordinator).networks.saveTexts({ ...here(), texts, seen });
    },
    rows: async () => (await as(coordinator).networks.card(here())).seen.map(rowOf),
  },
];
// The card gives what was seen of each text, and its version stands in that.
const rowOf = ({ language, seen, fields }: { language: string; seen: string; fields: object }) => ({
  language,
  version: Number(seen.split('.')[1]),
  ...fields,
});

describe.each(nouns)('the form of a $kind', ({ kind, field, begin, save, rows }) => {
  const titles = async (id: string) =>
    Object.fromEntries(
      (await rows(id)).map((row) => [row.language, (row as unknown as Record<string, string>)[field]]),
    );
  /** What a form with fields for these languages says that it saw */
  const opened = async (id: string, ...languages: string[]) => {
    const shown = seenTexts(kind, await rows(id));
    return languages.map(
      (language) => shown.find((text) => text.language === language)?.seen ?? unseen(language),
    );
  };
  const translate = async (id: string, language: 'hu' | 'en', title: string) => {
    const place = { ...here(), kind, objectId: id, language };
    const { source } = await as(coordinator).translations.one(place);
    const seenSourceVersion = source?.version ?? 1;
    await as(coordinator).translations.write({ ...place, fields: { [field]: title }, seenSourceVersion });
  };

  test('leaves what somebody translated while it was open, shown in it or not', async () => {
    const id = await begin();
    const seen = await opened(id, 'ro', 'hu');
    await translate(id, 'hu', 'Egy');
    await translate(id, 'en', 'One');

    await save(id, { ro: 'Unu nou' }, seen);

    expect(await titles(id)).toEqual({ ro: 'Unu nou', hu: 'Egy', en: 'One' });
    const { state } = await as(coordinator).translations.one({
      ...here(),
      kind,
      objectId: id,
      language: 'hu',
    });
    expect(state).toBe('outdated');
  });

  test('is refused beside the text that somebody else changed as well, and keeps the one that stands', async () => {
    const id = await begin();
    await save(id, { ro: 'Unu', hu: 'Egy' });
    const seen = await opened(id, 'ro', 'hu');
    await translate(id, 'hu', 'Egyetlen');

    expect(await conflictOf(save(id, { ro: 'Unu nou', hu: 'Egyik' }, seen))).toEqual({
      code: 'translation_changed',
      field: `texts[1].${field}`,
      fields: [`texts[1].${field}`],
    });
    expect(await conflictOf(save(id, { ro: 'Unu nou' }, seen))).toMatchObject({ field: `texts[1].${field}` });
    expect(await titles(id)).toEqual({ ro: 'Unu', hu: 'Egyetlen' });

    await save(id, { ro: 'Unu nou', hu: 'Egyik' }, await opened(id, 'ro', 'hu'));
    expect(await titles(id)).toEqual({ ro: 'Unu nou', hu: 'Egyik' });
  });

  test('is refused beside each of the texts that somebody else changed as well, all at once', async () => {
    const id = await begin();
    await save(id, { ro: 'Unu', hu: 'Egy', en: 'One' });
    const seen = await opened(id, 'ro', 'hu', 'en');
    await translate(id, 'hu', 'Egyetlen');
    await translate(id, 'en', 'Only one');

    expect(await conflictOf(save(id, { ro: 'Unu nou', hu: 'Egyik', en: 'The one' }, seen))).toEqual({
      code: 'translation_changed',
      field: `texts[1].${field}`,
      fields: [`texts[1].${field}`, `texts[2].${field}`],
    });
  });

  test('takes away what its reader emptied, and brings back nothing that somebody else took away', async () => {
    const id = await begin();
    await save(id, { ro: 'Unu', hu: 'Egy', en: 'One' });
    const seen = await opened(id, 'ro', 'hu', 'en');
    await save(id, { ro: 'Unu', en: 'One' }, seen);
    expect(await titles(id)).toEqual({ ro: 'Unu', en: 'One' });

    await save(id, { ro: 'Doi', hu: 'Egy', en: 'One' }, seen);
    expect(await titles(id)).toEqual({ ro: 'Doi', en: 'One' });
    expect(await conflictOf(save(id, { ro: 'Doi', hu: 'Kettő', en: 'One' }, seen))).toMatchObject({
      field: `texts[1].${field}`,
    });
  });

  test('that is sent twice at once is written once, and the other one is told', async () => {
    const id = await begin();
    const seen = await opened(id, 'ro', 'hu');
    const outcomes = await Promise.allSettled([
      save(id, { ro: 'Unu', hu: 'Egyik' }, seen),
      save(id, { ro: 'Unu', hu: 'Másik' }, seen),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);

    const all = await opened(id, 'ro', 'hu', 'en');
    await Promise.all([
      save(id, { ro: 'Doi', hu: (await titles(id)).hu }, all),
      save(id, { ro: 'Unu', hu: (await titles(id)).hu, en: 'One' }, all),
    ]);
    expect(await titles(id)).toMatchObject({ ro: 'Doi', en: 'One' });
  });

  test('without what it saw writes all languages anew', async () => {
    const id = await begin();
    await translate(id, 'hu', 'Egy');
    await save(id, { ro: 'Unu' });
    expect(await titles(id)).toEqual({ ro: 'Unu' });
  });
});

test('a translation that was typed beside an old source is behind the new one', async () => {
  const [training] = nouns;
  const id = (await training?.begin()) ?? '';
  const rows = async () => (await training?.rows(id)) ?? [];
  const seen = [...seenTexts('training', await rows()).map((text) => text.seen), unseen('hu')];
  await training?.save(id, { ro: 'Altul' });

  await training?.save(id, { ro: 'Unu', hu: 'Egy' }, seen);

  const place = { ...here(), kind: 'training', objectId: id, language: 'hu' } as const;
  expect(await as(coordinator).translations.one(place)).toMatchObject({
    state: 'outdated',
    source: { fields: { title: 'Altul' } },
    text: { fields: { title: 'Egy' }, sourceVersion: 1 },
  });
});

test('a correction that moves no version is seen, and how lines end is not', async () => {
  const trainingId = await newTraining(network, coordinator, {
    texts: [{ language: 'ro', title: 'Curs', summary: 'Unu.\r\nDoi.', outcomes: ['A', 'B'] }],
  });
  const { texts } = await as(coordinator).trainings.page({ ...here(), trainingId });
  const seen = seenTexts('training', texts).map((text) => text.seen);
  const edit = (text: { title: string; summary: string; outcomes: string[] }, isMinor = false) =>
    as(coordinator).trainings.edit({
      ...trainingDetails(network, { texts: [{ language: 'ro', ...text }] }),
      trainingId,
      isMinor,
      seen,
    });
  await edit({ title: 'Cursul', summary: 'Unu.\r\nDoi.', outcomes: ['A', 'B'] }, true);

  expect(
    await conflictOf(edit({ title: 'Un curs', summary: 'Unu.\nDoi.', outcomes: ['A', 'B'] })),
  ).toMatchObject({ code: 'translation_changed' });
  await edit({ title: 'Curs', summary: 'Unu.\nDoi.', outcomes: ['A', 'B'] });
  const after = await as(coordinator).trainings.page({ ...here(), trainingId });
  expect(after.texts.map(({ title }) => title)).toEqual(['Cursul']);
});

async function conflictOf(
  call: Promise<unknown>,
): Promise<{ code?: string; field?: string; fields?: string[] }> {
  try {
    await call;
  } catch (error) {
    const { code, field, fields } = (error as Error).cause as DomainError;
    return { code, ...(field && { field, fields: [...fields] }) };
  }
  throw new Error('the call was not refused');
}
