import { type NewXliffUnit, readXliff, xliffText } from '@tessera/documents/xliff.ts';
import { beforeAll, expect, test } from 'vitest';
import {
  as,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  type TestNetwork,
  type TestPerson,
  trainingDetails,
  useTestDatabase,
} from '../testing.server.ts';

await useTestDatabase();

let network: TestNetwork;
let coordinator: TestPerson;

beforeAll(async () => {
  network = await newNetwork();
  coordinator = await newPerson(network, 'coordinator');
});

const newText = (title: string) =>
  newTraining(network, coordinator, {
    texts: [{ language: 'ro', title, summary: `Despre <${title}> & altele.`, outcomes: ['Unu', 'Doi'] }],
  });

type Unit = Omit<NewXliffUnit, 'notes'>;

/** The texts of some trainings as a file, with what a translator makes of each unit. */
async function fileOf(ids: string[], translate: (unit: Unit) => Partial<Unit>) {
  const { from, language, texts } = await as(coordinator).translators.file({
    network: network.code,
    sourceLanguage: 'ro',
    language: 'hu',
  });
  const files = texts
    .filter(({ id }) => ids.includes(id))
    .map(({ file, original, units }) => ({
      id: file,
      original,
      units: units.map(({ most: _most, shape: _shape, readability: _readability, ...unit }) => ({
        ...unit,
        ...translate(unit),
        notes: {},
      })),
    }));
  return xliffText({ from, to: language, files });
}

const inHungarian = ({ source }: Unit) => ({ target: `hu: ${source}`, state: 'translated' }) as const;

async function keep(xml: string, person = coordinator) {
  async function* pieces() {
    yield Buffer.from(xml);
  }
  const { fileId } = await as(person).translators.keepFile({
    network: network.code,
    name: 'back.xlf',
    content: pieces(),
  });
  return { network: network.code, fileId };
}

async function outcomesOf(where: { network: string; fileId: string }, person = coordinator) {
  const { lines } = await as(person).translators.checkFile(where);
  return lines.map(({ outcome }) => outcome);
}

const textIn = async (objectId: string, language: 'hu' | 'ro' = 'hu') => {
  const found = await as(coordinator).translations.one({
    network: network.code,
    kind: 'training',
    objectId,
    language,
  });
  return { state: found.state, fields: found.text?.fields ?? null, origin: found.text?.origin ?? null };
};

test('what is missing goes out, comes back translated, is shown first and then taken over', async () => {
  const ids = [await newText('Primul ajutor'), await newText('Cutremur')];
  const xml = await fileOf(ids, inHungarian);
  expect(readXliff(Buffer.from(xml)).files).toHaveLength(2);

  const where = await keep(xml);
  expect(await outcomesOf(where)).toEqual(['ready', 'ready']);
  expect((await textIn(ids[0] ?? '')).state).toBe('missing');

  expect(await as(coordinator).translators.takeFile(where)).toEqual({ texts: 2 });
  expect(await textIn(ids[0] ?? '')).toEqual({
    state: 'current',
    origin: 'human',
    fields: {
      title: 'hu: Primul ajutor',
      summary: 'hu: Despre <Primul ajutor> & altele.',
      outcomes: 'hu: Unu\nDoi',
    },
  });

  expect(await outcomesOf(where)).toEqual(['same', 'same']);
  expect(await refusal(as(coordinator).translators.takeFile(where))).toBe('translation_file_empty');
});

test('a file says for each text why it stays as it is', async () => {
  const [stale, changed, unfinished, long] = [
    await newText('A'),
    await newText('B'),
    await newText('C'),
    await newText('D'),
  ];
  const xml = await fileOf([stale, changed, unfinished, long], (unit) => {
    if (unit.id.includes(unfinished) && unit.name === 'summary') return {};
    if (unit.id.includes(long) && unit.name === 'title') return { target: 'x'.repeat(300), state: 'final' };
    return inHungarian(unit);
  });
  const other = xml.replaceAll(stale, '018f0000-0000-7000-8000-000000000000');
  const { network: code, ...details } = trainingDetails(network, {
    texts: [{ language: 'ro', title: 'A nou' }],
  });
  await as(coordinator).trainings.edit({ ...details, network: code, trainingId: stale });
  const mine = { network: code, kind: 'training', objectId: changed, language: 'hu' } as const;
  await as(coordinator).translations.write({ ...mine, fields: { title: 'Más' }, seenSourceVersion: 1 });

  const where = await keep(xml);
  const { lines } = await as(coordinator).translators.checkFile(where);
  const outcome = (id: string) => lines.find((line) => line.id === id);
  expect([stale, changed, unfinished, long].map((id) => outcome(id)?.outcome)).toEqual([
    'stale',
    'changed',
    'unfinished',
    'faulty',
  ]);
  expect(outcome(long)?.fault).toBe('title');
  expect(await outcomesOf(await keep(other))).toContain('unknown');
  expect((await textIn(changed)).fields?.title).toBe('Más');
});

test('machine text stays marked as long as the file says so, and a person who confirms it clears the mark', async () => {
  const id = await newText('Mașina');
  const machine = (unit: Unit) => ({ ...inHungarian(unit), subState: 'tessera:machine' });
  await as(coordinator).translators.takeFile(await keep(await fileOf([id], machine)));
  expect(await textIn(id)).toMatchObject({ state: 'machine', origin: 'machine' });

  expect(await outcomesOf(await keep(await fileOf([id], () => ({}))))).toEqual(['same']);
  const confirmed = await keep(await fileOf([id], () => ({ state: 'reviewed', subState: null })));
  await as(coordinator).translators.takeFile(confirmed);
  expect(await textIn(id)).toMatchObject({ state: 'current', origin: 'human' });
});

test('when somebody is faster, nothing of the file is taken over', async () => {
  const ids = [await newText('E'), await newText('F')];
  const where = await keep(await fileOf(ids, inHungarian));
  const take = () =>
    as(coordinator)
      .translators.takeFile(where)
      .catch((error) => error);
  const answers = await Promise.all([take(), take(), take()]);

  expect(answers.filter((answer) => answer.texts === 2)).toHaveLength(1);
  expect((await textIn(ids[1] ?? '')).state).toBe('current');
});

test('a file belongs to who brought it, and to nobody of another network', async () => {
  const id = await newText('G');
  const xml = await fileOf([id], inHungarian);
  const where = await keep(xml);
  const colleague = await newPerson(network, 'coordinator');
  const elsewhere = await newNetwork();
  const stranger = await newPerson(elsewhere, 'coordinator');

  expect(await refusal(as(colleague).translators.checkFile(where))).toBe('not_found');
  expect(await refusal(as(stranger).translators.checkFile({ ...where, network: elsewhere.code }))).toBe(
    'not_found',
  );
  async function* pieces() {
    yield Buffer.from(xml);
  }
  const theirs = { network: elsewhere.code };
  const kept = await as(stranger).translators.keepFile({ ...theirs, name: 'x.xlf', content: pieces() });
  expect(await outcomesOf({ ...theirs, ...kept }, stranger)).toEqual(['unknown']);
  expect(await refusal(as(stranger).translators.takeFile({ ...theirs, ...kept }))).toBe(
    'translation_file_empty',
  );
});

test('what is no XLIFF, or in a language that one does not write, is refused beside the file', async () => {
  expect(await refusal(keep('<html/>'))).toBe('xliff_foreign');
  expect(await refusal(keep('nothing'))).toBe('xliff_unreadable');
  expect(await refusal(keep(xliffText({ from: 'ro', to: 'ar', files: [] })))).toBe('xliff_language');
});
