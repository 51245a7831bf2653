import { expect, test } from 'vitest';
import { type CardPaper, cardsPdf } from './cards.server.ts';
import { bySituation, foldPages, mostInFold, paperFormats } from './cards.ts';
import { hasTool, pdfWords, readPdf, scannedQr } from './pdf-tools.ts';

const url = 'https://tessera.example.org/n/bg-model/cards/spot/ps?paper=4f21ab90';
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="20" fill="none" stroke="#000" stroke-width="3"/></svg>';

function card(number: number): CardPaper['cards'][number] {
  return {
    situation: `Ситуация ${Math.ceil(number / 6)}`,
    answer: (['yes_no', 'number', 'time', 'point_body', 'point_list', 'none'] as const)[number % 6] ?? 'none',
    priority: number,
    pictogram: 'circle',
    host: `Имате ли нужда от лекар номер ${number}?`,
    text: `آیا تاسو ډاکټر ته اړتیا لرئ؟ ${number}`,
    transliteration: null,
    instruction: number === 1 ? 'Изчакайте отговора.' : null,
    choices: [],
  };
}

const paper: CardPaper = {
  language: 'bg',
  networkName: 'Регионален модел',
  host: 'bg',
  other: 'ps',
  version: '4f21ab90',
  printedOn: new Date('2026-11-23T08:00:00Z'),
  timeZone: 'Europe/Sofia',
  url,
  numbers: [
    { number: '112', label: '' },
    { number: '+359 2 980 3083', label: 'Денонощно' },
  ],
  about: '',
  cards: Array.from({ length: 54 }, (_, index) => card(index + 1)),
  pictograms: { circle: { svg: picture, alt: 'Кръг' } },
  answers: [
    { kind: 'yes', host: 'Да', text: 'هو' },
    { kind: 'no', host: 'Не', text: 'نه' },
    { kind: 'dontKnow', host: 'Не знам', text: 'نه پوهېږم' },
  ],
  body: picture,
};

/** In the order of the pages' content, without the marks of direction. */
function textOf(pdf: Uint8Array): string {
  return readPdf(pdf, 'pdftotext', ['-raw', '{}', '-'])
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
}

test('a folded sheet holds the most important cards, in their order and as few to a page as can be', () => {
  const cards = Array.from({ length: 30 }, (_, index) => ({ id: index, priority: 30 - index }));

  const { perPage, pages } = foldPages(cards);

  expect(perPage).toBe(4);
  expect(pages.flat().map(({ id }) => id)).toEqual(Array.from({ length: mostInFold }, (_, at) => at + 6));
  expect(foldPages(cards.slice(0, 7)).pages.map((page) => page.length)).toEqual([2, 2, 2, 1, 0, 0]);
  expect(foldPages([])).toEqual({ perPage: 1, pages: [[], [], [], [], [], []] });
});

test('cards of one situation stand together', () => {
  const cards = ['police', 'birth', 'police'].map((situation, id) => ({ situation, id }));

  expect(bySituation(cards).map(({ title, cards: own }) => [title, own.map(({ id }) => id)])).toEqual([
    ['police', [0, 2]],
    ['birth', [1]],
  ]);
});

test.skipIf(!hasTool('pdftotext', 'pdffonts', 'pdfinfo', 'qpdf', 'pdftoppm', 'zbarimg'))(
  'BGM-04: every paper holds every card, its version and a way to the current one',
  () => {
    for (const format of paperFormats) {
      const pdf = cardsPdf(paper, format);
      const text = textOf(pdf);
      const shown = format === 'fold' ? mostInFold : 54;

      expect(new Set([...text.matchAll(/номер\s+(\d+)\?/g)].map(([, number]) => Number(number)))).toEqual(
        new Set(Array.from({ length: shown }, (_, at) => at + 1)),
      );
      expect(text).toContain('4f21ab90');
      expect(text).toContain('23 ноември 2026');
      expect(text).toContain('Регионален модел');
      expect(text).toContain('+359 2 980 3083');
      expect(readPdf(pdf, 'pdfinfo', ['{}'])).toMatch(/Tagged:\s+yes[\s\S]*Page size:\s+(595|841|842)/);
      expect(readPdf(pdf, 'qpdf', ['--check', '{}'])).toContain('No syntax or stream encoding errors found');
      // The claim is made only when every sign has a letter form and every picture its words.
      const source = readPdf(pdf, 'qpdf', ['--qdf', '--object-streams=disable', '{}', '-']);
      expect(source).toContain('pdfuaid:part');
      expect(source).toMatch(/\/Lang \(ps\)/);
      const fonts = readPdf(pdf, 'pdffonts', ['{}']).split('\n').slice(2).filter(Boolean);
      expect(fonts.every((line) => / yes yes yes /.test(line))).toBe(true);
      expect(fonts.some((line) => line.includes('NotoSansArabic'))).toBe(true);
      expect(new Set(scannedQr(pdf, format === 'cards' ? 2 : 1).split('\n'))).toEqual(new Set([url]));
    }
  },
);

test.skipIf(!hasTool('pdftotext', 'pdfinfo'))(
  'what one can point at stands on the board and on the card in both languages, and not on the folded sheet',
  () => {
    const choices = Array.from({ length: 13 }, (_, at) => ({
      pictogram: 'circle',
      host: `Нещо${at + 1}`,
      text: 'تیلفون',
    }));
    const pointing = { ...paper, cards: [{ ...card(4), choices }, ...paper.cards.slice(0, 5)] };
    const shown = (format: (typeof paperFormats)[number]) =>
      new Set(textOf(cardsPdf(pointing, format)).match(/Нещо\d+/g) ?? []).size;

    expect([shown('board'), shown('cards'), shown('fold')]).toEqual([13, 13, 0]);
    // Each of them stays on its own card: the sheet does not grow.
    expect(readPdf(cardsPdf(pointing, 'cards'), 'pdfinfo', ['{}'])).toMatch(/Pages:\s+4/);
  },
);

test.skipIf(!hasTool('pdftotext'))(
  'BGM-04: Pashto is read from the right on the board and on the cards',
  () => {
    for (const format of ['board', 'cards'] as const) {
      const words = pdfWords(cardsPdf({ ...paper, cards: [card(1)] }, format));
      // The first two words of the text, each by a letter that no other word has; the tool does not always join letters.
      const [first, second] = ['آ', 'س'].map((letter) => words.find(({ text }) => text.includes(letter)));

      expect(first?.top).toBeLessThan(second?.bottom ?? Number.NaN);
      expect(second?.top).toBeLessThan(first?.bottom ?? Number.NaN);
      expect(first?.left).toBeGreaterThan(second?.right ?? Number.NaN);
    }
  },
);

test.skipIf(!hasTool('pdfinfo'))(
  '54 cards are fourteen sheets of four with their backs, and one folded sheet',
  () => {
    const pages = (format: (typeof paperFormats)[number]) =>
      Number(/Pages:\s+(\d+)/.exec(readPdf(cardsPdf(paper, format), 'pdfinfo', ['{}']))?.[1]);

    expect(pages('cards')).toBe(28);
    expect(pages('fold')).toBe(1);
    expect(pages('board')).toBeLessThanOrEqual(5);
  },
);

test.skipIf(!hasTool('pdftotext'))('the back of a card lies behind its front', () => {
  const words = pdfWords(
    cardsPdf(
      { ...paper, cards: [1, 2, 3].map((number) => ({ ...card(number), text: `Karte${number}` })) },
      'cards',
    ),
  );
  const middles = (page: number) =>
    [1, 2, 3].map((number) => {
      const word = words.find((each) => each.page === page && each.text === `Karte${number}`);
      return word && [(word.left + word.right) / 2 < 297.6, word.top < 421];
    });

  expect(middles(1)).toEqual([
    [true, true],
    [false, true],
    [true, false],
  ]);
  expect(middles(2)).toEqual([
    [false, true],
    [true, true],
    [false, false],
  ]);
});

test.skipIf(!hasTool('pdftotext'))('a sheet folds so that its pages follow each other', () => {
  const cards = Array.from({ length: 6 }, (_, index) => ({ ...card(index + 1), text: `Seite${index + 2}` }));
  const words = pdfWords(cardsPdf({ ...paper, cards }, 'fold'));
  const place = (page: number) => {
    const word = words.find(({ text }) => text === `Seite${page}`);
    return word && [Math.floor((word.left + word.right) / 2 / 210.5), word.top < 297.6 ? 'above' : 'below'];
  };

  expect([2, 3, 4, 5, 6, 7].map(place)).toEqual([
    [2, 'below'],
    [3, 'below'],
    [3, 'above'],
    [2, 'above'],
    [1, 'above'],
    [0, 'above'],
  ]);
});

test.skipIf(!hasTool('pdftotext'))(
  'a telephone number stays whole between letters that run from right to left',
  () => {
    for (const other of ['ar', 'fa', 'prs', 'ps', 'ckb', 'ur']) {
      const said = 'له +359 2 980 3083 سره اړیکه ونیسئ';
      const pdf = cardsPdf({ ...paper, other, numbers: [], cards: [{ ...card(1), text: said }] }, 'board');
      const digits = pdfWords(pdf)
        .filter(({ text }) => ['+359', '2', '980', '3083'].includes(text))
        .sort((one, next) => one.left - next.left);

      expect(digits.map(({ text }) => text)).toEqual(['+359', '2', '980', '3083']);
      expect(new Set(digits.map(({ bottom }) => Math.round(bottom))).size).toBe(1);
    }
  },
);

test.skipIf(!hasTool('qpdf'))('every letter of every language of the cards is in the embedded fonts', () => {
  const letters = {
    ps: 'پښتو ځ څ ډ ړ ږ ښ ګ ڼ ۍ ې ئ ټ ۀ',
    prs: 'دری پ چ ژ گ ک ی ء آ ئ ؤ',
    fa: 'فارسی پ چ ژ گ ک ی هٔ ‌می‌خواهم ۱۲۳',
    ar: 'العربية أ إ آ ة ى ؤ ئ ء ً ٌ ٍ َ ُ ِ ّ ْ ؟ ، ؛',
    ckb: 'کوردی ڕ ڵ ۆ ێ ە ڤ چ ژ پ گ',
    ur: 'اردو ٹ ڈ ڑ ں ے ھ ۓ',
    kmr: 'Kurmancî ç ê î ş û Ç Ê Î Ş Û',
    uk: 'Українська ґ є і ї ʼ Ґ Є І Ї',
    tr: 'Türkçe ğ ı İ ş ö ü',
    rom: 'Romani č š ž ćh ś ź',
  };
  for (const [other, text] of Object.entries(letters)) {
    const pdf = cardsPdf({ ...paper, other, cards: [{ ...card(1), text }] }, 'board');

    expect(readPdf(pdf, 'qpdf', ['--qdf', '--object-streams=disable', '{}', '-'])).toContain('pdfuaid:part');
  }
});
