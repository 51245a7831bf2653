import { createHash } from 'node:crypto';
import {
  type CardFigure,
  cardDecks,
  cardFigures,
  cardPack,
  type DeckRow,
  type PackRow,
} from '@tessera/db/cards.server.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { commonEmergencyNumber } from '../care/concern-rules.ts';
import type { NetworkContext } from '../context.server.ts';
import { settingOf } from '../settings/registry.ts';
import { preparedIn } from '../translations/levels.ts';
import { worksOnCards } from './access.server.ts';
import type { CardLanguages, CardPack, PackCard } from './pack.ts';
import { picturesFor } from './pictogram-files.server.ts';
import {
  type AnswerKey,
  answerKeys,
  deckSituations,
  elseKey,
  isDeckVerified,
  needTwo,
  type Situation,
  situationsCovered,
} from './rules.ts';

/**
 * The deck of one language, to be shown, printed or carried away. A text that is not verified has no place in it. The deck of a
 * language that is in preparation is there for those who work on cards, to be tried.
 */
export async function pack(ctx: NetworkContext, language: string): Promise<CardPack> {
  const host = ctx.network.defaultLanguage;
  const [[row]] = await ctx.ask<[PackRow]>([
    cardPack(ctx.network.id, host, language, deckSituations, trialsOf(ctx), needTwo, elseKey),
  ]);
  const { cards = [], choices = {}, answers = [], withdrawn = [] } = row ?? {};
  const content = {
    network: { code: ctx.network.code, name: ctx.network.name },
    host,
    language,
    numbers: numbersOf(ctx),
    cards: cards as PackCard[],
    pictograms: picturesFor([...cards, ...Object.values(choices)].map(({ pictogram }) => pictogram)),
    choices,
    answers: answersOf(answers),
    withdrawn: withdrawn.map(({ id, at }) => ({ id, at: new Date(at).toISOString() })),
  };
  return { version: hashOf(content), ...content };
}

/** The decks that there are besides the host's own. */
export async function languages(ctx: NetworkContext): Promise<CardLanguages> {
  const host = ctx.network.defaultLanguage;
  const [rows] = await ctx.ask<[DeckRow]>([
    cardDecks(ctx.network.id, host, deckSituations, [], needTwo, elseKey),
  ]);
  const decks = rows.filter(({ language }) => language !== host);
  return { host, languages: decks.map(({ language, cards }) => ({ language, cards })) };
}

/** What everybody sees of the cards: the decks, the numbers to call, the situations that there are cards for, and the figures. */
export async function overview(ctx: NetworkContext) {
  const { id, defaultLanguage: host } = ctx.network;
  const prepared = trialsOf(ctx);
  const [all, situations] = await ctx.ask<[DeckRow, CardFigure]>([
    cardDecks(id, host, deckSituations, prepared, needTwo, elseKey),
    cardFigures(id, deckSituations),
  ]);
  const decks = all.filter(({ language }) => !prepared.includes(language));
  const published = situations.reduce((sum, each) => sum + each.published, 0);
  return {
    host,
    figures: {
      published,
      situations: situationsCovered(
        situations.map((row) => ({ situation: row.situation as Situation, languages: row.languages })),
      ),
      languages: decks.filter(({ cards }) => isDeckVerified(cards, published)).length,
    },
    languages: decks
      .filter(({ language }) => language !== host)
      .map((deck) => ({ language: deck.language, cards: deck.cards, bytes: weightOf(ctx, deck) })),
    /** Languages whose decks nobody else sees yet */
    trials: all.map(({ language }) => language).filter((each) => prepared.includes(each)),
    numbers: numbersOf(ctx),
    situations: deckSituations.flatMap((situation) => {
      const row = situations.find((each) => each.situation === situation);
      return row ? [{ situation, published: row.published }] : [];
    }),
  };
}

// What a device keeps of a language: what is around its cards, its pictures, the cards, their recordings.
function weightOf(ctx: NetworkContext, deck: DeckRow): number {
  const frame: CardPack = {
    version: '0'.repeat(versionLength),
    network: { code: ctx.network.code, name: ctx.network.name },
    host: ctx.network.defaultLanguage,
    language: deck.language,
    numbers: numbersOf(ctx),
    cards: [],
    pictograms: picturesFor(deck.pictograms),
    choices: {},
    answers: { yes: null, no: null, dont_know: null },
    withdrawn: [],
  };
  return Buffer.byteLength(JSON.stringify(frame)) + deck.bytes + deck.sound;
}

const trialsOf = (ctx: NetworkContext) => (worksOnCards(ctx) ? preparedIn(ctx.network) : []);

const versionLength = 16;

function numbersOf(ctx: NetworkContext) {
  const label = translator(pickLanguage([ctx.network.defaultLanguage]), 'cards')('emergency');
  const local = settingOf(ctx.network, 'care.emergency_numbers');
  return [{ number: commonEmergencyNumber, label }, ...local.map(({ number, label }) => ({ number, label }))];
}

function answersOf(rows: PackRow['answers']): CardPack['answers'] {
  const word = (key: AnswerKey) => {
    const row = rows.find((each) => each.key === key);
    return row ? { host: row.host, text: row.text } : null;
  };
  return Object.fromEntries(answerKeys.map((key) => [key, word(key)])) as CardPack['answers'];
}

// The name of a network is in the reader's language; the deck is the same for all of them.
function hashOf({ network, ...content }: Omit<CardPack, 'version'>): string {
  const told = JSON.stringify({ ...content, code: network.code });
  return createHash('sha256').update(told).digest('hex').slice(0, versionLength);
}
