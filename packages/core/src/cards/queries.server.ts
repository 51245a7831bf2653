import {
  type CardFigure,
  type CardLine,
  type CardRow,
  cardFigures,
  cardLanguages,
  cardLines,
  cardRow,
  type LanguageProgress,
} from '@tessera/db/cards.server.ts';
import type { z } from 'zod';
import { type Acting, allows, reach } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { todayOf } from '../mentoring/note.server.ts';
import { mayWrite, verifiedBy, worksOnCards } from './access.server.ts';
import { pictogramSvg } from './pictogram-files.server.ts';
import { type PictogramName, pictogramOf } from './pictograms.ts';
import {
  type AnswerKind,
  approvalRefused,
  type CardState,
  cardMovesFrom,
  confirmationRefused,
  deckSituations,
  isDeckVerified,
  lackingForPublication,
  mayReject,
  mayReview,
  type Side,
  type Situation,
  situations,
  type TextState,
  verifiersNeeded,
  verifiersNeededFor,
} from './rules.ts';
import type { CardFilter } from './schema.ts';

/** The cards with their texts in one language, retired ones only where they are asked for, and how far each language is. Who works on none sees what everybody sees. */
export async function cards(ctx: Acting, filter: z.output<typeof CardFilter>) {
  const { id, defaultLanguage: host } = ctx.network;
  const language = filter.language ?? host;
  const isInside = worksOnCards(ctx);
  const [lines, progress, figures] = await ctx.ask<[CardLine, LanguageProgress, CardFigure]>([
    cardLines(
      id,
      host,
      language,
      situations,
      filter.situation,
      filter.state,
      filter.textState,
      isInside,
      filter.q,
    ),
    cardLanguages(id, deckSituations),
    cardFigures(id, deckSituations),
  ]);
  const today = todayOf(ctx);
  const published = figures.reduce((sum, each) => sum + each.published, 0);
  return {
    host,
    language,
    isInside,
    mayCreate: allows(ctx, 'card.create', {}) || reach(ctx, 'card.create').kind !== 'none',
    published,
    languages: progress.map((each) => ({ ...each, isVerified: isDeckVerified(each.shown, published) })),
    cards: lines.map((line) => ({
      ...line,
      situation: line.situation as Situation,
      state: line.state as CardState,
      hostState: line.hostState as TextState,
      textState: line.textState as TextState | null,
      isReviewDue: line.state === 'published' && line.reviewBy !== null && line.reviewBy <= today,
    })),
  };
}

/**
 * One card with all its texts, and what its reader may do with each.
 * @throws DomainError not_found
 */
export async function card(ctx: Acting, cardId: string) {
  const host = ctx.network.defaultLanguage;
  const isInside = worksOnCards(ctx);
  const [[row]] = await ctx.ask<[CardRow]>([
    cardRow(ctx.network.id, cardId, ctx.actor.personId, isInside, host),
  ]);
  if (!row) throw new DomainError('not_found');
  const state = row.state as CardState;
  const situation = row.situation as Situation;
  const isLiving = state !== 'retired';
  const mayMove = allows(ctx, 'card.move', {});
  const mayEdit = isLiving && allows(ctx, 'card.edit', {});
  const mayTranslate = isLiving && allows(ctx, 'card_text.write', {});
  const texts = row.texts.map((text) => ({ ...text, state: text.state as TextState }));
  const namedIn = row.namedBy.map((each) => each.situation as Situation);
  const needed = verifiersNeededFor({ situation, conceptKey: row.conceptKey, namedIn });
  const picture = pictogramOf(row.pictogram);
  return {
    ...row,
    host,
    state,
    situation,
    side: row.side as Side,
    answer: row.answer as AnswerKind,
    picture,
    needed,
    choices: row.choices.map((choice) => choiceOf(choice, situation, host)),
    namedBy: row.namedBy.map((each) => ({ ...each, situation: each.situation as Situation })),
    lacking: lackingForPublication({ hasPictogram: picture !== null, texts }, host),
    isReviewDue: state === 'published' && row.reviewBy !== null && row.reviewBy <= todayOf(ctx),
    isInside,
    mayEdit,
    mayTranslate,
    moves: mayMove ? cardMovesFrom(state) : [],
    noteLanguages: noteLanguagesOf(ctx, texts),
    texts: texts.map(({ writtenById, hasSpoken, ...text }) => ({
      ...text,
      isOwn: writtenById === ctx.actor.personId,
      mayWrite: text.language === host ? mayEdit : mayTranslate,
      mayReview: mayTranslate && mayReview(text.state),
      recording: heardBy(ctx, text, isLiving),
      ...judging(ctx, { ...text, writtenById, hasSpoken, needed }, isLiving, mayMove),
    })),
  };
}

/** A motif, for a page that shows it. */
export function pictogram(name: PictogramName): { svg: string } {
  return { svg: pictogramSvg(name) };
}

// A note is for whoever shows the card, and they read the languages of the network, in preparation or not. One that stands in
// another language is still to be changed or taken away.
function noteLanguagesOf(ctx: Acting, texts: Pick<CardRow['texts'][number], 'language' | 'instruction'>[]) {
  const { defaultLanguage, interfaceLanguages } = ctx.network;
  const noted = texts.filter(({ instruction }) => instruction).map(({ language }) => language);
  return [...new Set([defaultLanguage, ...interfaceLanguages, ...noted])];
}

// Beneath a card about medicine or violence only what two people verified, in both languages.
function choiceOf({ shown, ...choice }: CardRow['choices'][number], situation: Situation, host: string) {
  const sure = shown.filter(({ isTwice }) => isTwice || verifiersNeeded(situation) === 1);
  const languages = sure.map(({ language }) => language);
  return {
    ...choice,
    state: choice.state as CardState,
    shownIn: languages.includes(host) ? languages : [],
  };
}

type Judged = {
  state: TextState;
  language: string;
  writtenById: string | null;
  hasSpoken: boolean;
  approvals: number;
  needed: number;
};

function heardBy(
  ctx: Acting,
  { recording, language }: Pick<CardRow['texts'][number], 'recording' | 'language'>,
  isLiving: boolean,
) {
  if (!recording) return null;
  const { recordedById, ...heard } = recording;
  const languages = verifiedBy(ctx);
  const refused = confirmationRefused(
    { ...recording, language },
    { personId: ctx.actor.personId, languages },
  );
  const mayRemove = mayWrite(ctx, language) || languages.includes(language);
  return { ...heard, mayConfirm: isLiving && refused === null, mayRemove };
}

function judging(ctx: Acting, text: Judged, isLiving: boolean, mayMove: boolean) {
  const languages = verifiedBy(ctx);
  const { personId } = ctx.actor;
  const refused = approvalRefused(text, { personId, languages, hasSpoken: text.hasSpoken }, text.needed);
  return {
    mayApprove: isLiving && refused === null,
    refused: isLiving && languages.includes(text.language) ? refused : null,
    mayReject: isLiving && mayReject(text.state) && (mayMove || languages.includes(text.language)),
  };
}
