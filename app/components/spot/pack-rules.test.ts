import type { CardPack } from '@tessera/core/cards/pack.ts';
import { expect, test } from 'vitest';
import { afterSync, isWhole, type Kept, pictureUrl, piecesOf, situationsOf, voiceFor } from './pack-rules.ts';

const card = (id: string, situation: 'birth' | 'general' = 'general'): CardPack['cards'][number] => ({
  id,
  situation,
  side: 'both',
  answer: 'none',
  priority: 1,
  pictogram: 'yes',
  host: `host ${id}`,
  text: `text ${id}`,
  transliteration: null,
  notes: {},
  recording: null,
  choices: [],
});
const pack = (ids: string[], withdrawn: CardPack['withdrawn'] = []): CardPack => ({
  version: `v${ids.join()}`,
  network: { code: 'bg-model', name: 'Model' },
  host: 'bg',
  language: 'ps',
  numbers: [],
  cards: ids.map((id) => card(id)),
  choices: {},
  pictograms: { yes: { svg: '<svg/>', alt: {} } },
  answers: { yes: null, no: null, dont_know: null },
  withdrawn,
});
const kept = (ids: string[]): Kept => ({
  pack: pack(ids),
  recordings: {},
  bytes: 10,
  keptAt: 1,
  isGone: false,
  withdrawn: null,
});

const came = (next: CardPack, bytes = 1) => ({ pack: next, recordings: {}, bytes });

test('a new version takes the place of the old one, and says which of its cards were withdrawn', () => {
  const next = pack(
    ['a', 'c'],
    [
      { id: 'b', at: '2026-11-02T00:00:00.000Z' },
      { id: 'never here', at: '2026-11-09T00:00:00.000Z' },
    ],
  );

  expect(afterSync(kept(['a', 'b']), came(next, 20), 5)).toEqual({
    pack: next,
    recordings: {},
    bytes: 20,
    keptAt: 5,
    isGone: false,
    withdrawn: { count: 1, at: '2026-11-02T00:00:00.000Z' },
  });
});

test('a warning that nobody took note of counts on', () => {
  const first = afterSync(kept(['a', 'b', 'c']), came(pack(['a', 'b'], [{ id: 'c', at: '2026-11-02' }])), 2);
  const second = afterSync(
    first,
    came(
      pack(
        ['a'],
        [
          { id: 'b', at: '2026-11-01' },
          { id: 'c', at: '2026-11-02' },
        ],
      ),
    ),
    3,
  );

  expect(second.withdrawn).toEqual({ count: 2, at: '2026-11-02' });
});

test('a language that the network gave up stays on the device, marked, without what was withdrawn', () => {
  const after = afterSync(kept(['a', 'b']), came(pack([], [{ id: 'b', at: '2026-11-02' }])), 9);

  expect(after.isGone).toBe(true);
  expect(after.keptAt).toBe(1);
  expect(after.pack.cards.map(({ id }) => id)).toEqual(['a']);
  expect(after.withdrawn).toEqual({ count: 1, at: '2026-11-02' });
});

test('a pack of another language or without a picture is not whole', () => {
  expect(isWhole(pack(['a']), 'bg-model', 'ps')).toBe(true);
  expect(isWhole(pack([]), 'bg-model', 'ps')).toBe(true);
  expect(isWhole(pack(['a']), 'bg-model', 'ar')).toBe(false);
  expect(isWhole(pack(['a']), 'un', 'ps')).toBe(false);
  expect(isWhole({ ...pack(['a']), pictograms: {} }, 'bg-model', 'ps')).toBe(false);
  expect(isWhole({} as CardPack, 'bg-model', 'ps')).toBe(false);
});

test('cards of one situation stand together in the order of the pack', () => {
  const cards = [card('a', 'birth'), card('b'), card('c', 'birth')];

  expect(
    situationsOf({ ...pack([]), cards }).map(({ situation, cards: own }) => [
      situation,
      own.map(({ id }) => id),
    ]),
  ).toEqual([
    ['birth', ['a', 'c']],
    ['general', ['b']],
  ]);
});

test('telephone numbers are found, years of age and hours are not', () => {
  const numbers = (text: string) => piecesOf(text).flatMap((each) => (each.isNumber ? [each.text] : []));

  expect(numbers('په 112 زنګ ووهئ')).toEqual(['112']);
  expect(numbers('+359 2 980 3083 سره')).toEqual(['+359 2 980 3083']);
  expect(numbers('Имам 25 години, в 14:30')).toEqual([]);
  expect(numbers('0 е без болка, 10 е непоносима, 100 няма')).toEqual(['100']);
  expect(piecesOf('Call 112!').map(({ text }) => text)).toEqual(['Call ', '112', '!']);
});

test('only a voice of the device itself reads, and Dari is not read as Farsi', () => {
  const voices = [
    { lang: 'fa-IR', localService: true },
    { lang: 'ar_SA', localService: true },
    { lang: 'uk-UA', localService: false },
    { lang: 'psx-XX', localService: true },
  ];

  expect(voiceFor(voices, 'fa')?.lang).toBe('fa-IR');
  expect(voiceFor(voices, 'ar')?.lang).toBe('ar_SA');
  expect([voiceFor(voices, 'prs'), voiceFor(voices, 'uk'), voiceFor(voices, 'ps')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a picture is an image, so what is in it cannot run', () => {
  expect(pictureUrl('<svg>"#</svg>')).toBe('data:image/svg+xml,%3Csvg%3E%22%23%3C%2Fsvg%3E');
});
