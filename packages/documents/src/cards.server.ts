import { formats } from '@tessera/i18n/format.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { directionOf, ownName } from '@tessera/i18n/spoken.ts';
import { bySituation, foldPages, type PaperFormat } from './cards.ts';
import { boardTemplate, foldTemplate, sheetsTemplate } from './cards-template.ts';
import { clockSvg } from './clock.ts';
import { breakLongWords } from './printed-text.ts';
import { qrSvg } from './qr.server.ts';
import { renderPdf } from './typst.server.ts';

export type CardPaper = {
  /** Of the words around the cards */
  language: Language;
  networkName: string;
  /** The languages of the cards, as BCP 47 tags */
  host: string;
  other: string;
  version: string;
  printedOn: Date;
  timeZone: string;
  /** Where the current version stands */
  url: string;
  numbers: { number: string; label: string }[];
  /** What the paper is limited to, in words; empty for all */
  about: string;
  cards: {
    /** Its name */
    situation: string;
    answer: 'yes_no' | 'point_body' | 'point_list' | 'number' | 'time' | 'language' | 'none';
    priority: number;
    pictogram: string;
    host: string;
    text: string;
    transliteration: string | null;
    /** For whoever shows the card; stands on its back alone */
    instruction: string | null;
    /** Words to point at; a folded sheet has no room for them */
    choices: { pictogram: string; host: string; text: string }[];
  }[];
  pictograms: Record<string, { svg: string; alt: string }>;
  answers: { kind: 'yes' | 'no' | 'dontKnow'; host: string; text: string }[];
  /** The picture of a body to point at, as SVG */
  body: string;
};

const templates: Record<PaperFormat, string> = {
  board: boardTemplate,
  cards: sheetsTemplate,
  fold: foldTemplate,
};

/** Communication cards in two languages as a PDF to print: a board, single cards or a folded sheet. */
export function cardsPdf(paper: CardPaper, as: PaperFormat): Uint8Array {
  const t = translator(paper.language, 'spot');
  const format = formats(paper.language);
  const title = t('paper.title', {
    host: format.language(paper.host),
    other: format.language(paper.other),
  });
  return renderPdf({
    template: templates[as],
    language: paper.language,
    title: `${title} · ${paper.networkName}`,
    data: {
      networkName: breakLongWords(paper.networkName),
      host: voice(paper.host),
      other: voice(paper.other),
      numbers: paper.numbers,
      about: paper.about,
      answers: paper.answers,
      body: paper.body,
      clock: clockSvg,
      qr: qrSvg(paper.url),
      pictograms: paper.pictograms,
      ...contentOf(paper, as),
      words: {
        title,
        cover: t('paper.cover'),
        boardHint: t('paper.boardHint'),
        instruction: t('paper.instruction'),
        foldHint: t('paper.foldHint'),
        qrAlt: t('paper.qrAlt'),
        qrHint: t('paper.qrHint'),
        clock: t('paper.clock'),
        body: t('paper.body'),
        edition: t('paper.edition', {
          version: paper.version,
          date: format.date(paper.printedOn, paper.timeZone),
          network: paper.networkName,
        }),
      },
    },
  });
}

function voice(language: string) {
  return { language, isRtl: directionOf(language) === 'rtl', name: ownName(language) };
}

function contentOf(paper: CardPaper, format: PaperFormat): object {
  const cards = paper.cards.map((card) => ({
    ...card,
    transliteration: card.transliteration ?? '',
    instruction: card.instruction ?? '',
  }));
  switch (format) {
    case 'board':
      return { groups: bySituation(cards) };
    case 'cards':
      return { cards };
    case 'fold':
      return foldPages(cards);
    default:
      return format satisfies never;
  }
}
