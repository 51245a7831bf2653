import {
  lockCard,
  type StoredText,
  settleDecks,
  situationsNaming,
  textsOfCard,
} from '@tessera/db/cards.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { shareLevels } from '@tessera/db/translations.server.ts';
import { type Acting, allows, type NetworkContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { type NewEvent, recordEvent } from '../events/record.server.ts';
import { languagesOf } from '../permissions.ts';
import { heldLevels } from '../translations/hold-levels.server.ts';
import type { CardEventKind } from './events.ts';
import { type AnswerKind, type CardState, isShown, type Situation, type TextState } from './rules.ts';

export type LockedText = Omit<StoredText, 'state'> & { state: TextState };
export type Locked = {
  id: string;
  situation: Situation;
  conceptKey: string;
  answer: AnswerKind;
  /** The situations of the cards beneath which it stands as a word to point at */
  namedIn: Situation[];
  state: CardState;
  pictogram: string | null;
  texts: LockedText[];
};

/**
 * Locks a card and reads its texts. Which languages are in preparation stays as it is until the end of the transaction.
 * @throws DomainError not_found
 */
export async function lock(tx: Transaction, ctx: Acting, cardId: string): Promise<Locked> {
  await tx.run(shareLevels(ctx.network.id));
  const [card] = await tx.run(lockCard(ctx.network.id, cardId));
  if (!card) throw new DomainError('not_found');
  const texts = await tx.run(textsOfCard(ctx.network.id, cardId, ctx.actor.personId));
  const isAnswer = card.situation === 'answers';
  const naming = isAnswer ? await tx.run(situationsNaming(ctx.network.id, cardId)) : [];
  return {
    ...card,
    situation: card.situation as Situation,
    answer: card.answer as AnswerKind,
    namedIn: naming.map(({ situation }) => situation as Situation),
    state: card.state as CardState,
    texts: texts.map((text) => ({ ...text, state: text.state as TextState })),
  };
}

/**
 * The same, of a card that is still worked on.
 * @throws DomainError not_found, card_retired
 */
export async function lockLiving(tx: Transaction, ctx: Acting, cardId: string): Promise<Locked> {
  const card = await lock(tx, ctx, cardId);
  if (card.state === 'retired') throw new DomainError('card_retired');
  return card;
}

export const textOf = (card: Locked, language: string): LockedText | null =>
  card.texts.find((text) => text.language === language) ?? null;

/**
 * The text as somebody saw it.
 * @throws DomainError not_found, text_changed
 */
export function textAsSeen(
  card: Locked,
  { language, version }: { language: string; version: number },
): LockedText {
  const text = textOf(card, language);
  if (!text) throw new DomainError('not_found');
  if (text.version !== version) throw new DomainError('text_changed');
  return text;
}

/** Brings the decks in line with what a card and its texts are now; with the same commit. */
export async function settle(tx: Transaction, ctx: Acting, cardId: string): Promise<void> {
  const card = await lock(tx, ctx, cardId);
  const host = textOf(card, ctx.network.defaultLanguage)?.state ?? null;
  const prepared = await heldLevels(tx, ctx.network);
  const shown = card.texts.filter(
    (text) => isShown(card.state, host, text.state) && !prepared.includes(text.language),
  );
  await tx.run(
    settleDecks(
      ctx.network.id,
      cardId,
      shown.map(({ language }) => language),
      ctx.now,
    ),
  );
}

/** The languages that somebody judges: those of their capability, and for the coordinator the network's own as well. */
export function verifiedBy(ctx: Acting): string[] {
  const isCoordinator = ctx.grants.some(({ role, object }) => role === 'coordinator' && !object);
  const own = isCoordinator ? [ctx.network.defaultLanguage] : [];
  return [...new Set([...own, ...languagesOf(ctx.grants, 'translation_verifier')])];
}

/** What the card says is part of the card; what it says in other languages is the work of those who translate. */
export function mayWrite(ctx: Acting, language: string): boolean {
  return allows(ctx, language === ctx.network.defaultLanguage ? 'card.edit' : 'card_text.write', {});
}

/** Whoever works on cards reads all texts; everybody else what stands in a deck. */
export function worksOnCards(ctx: NetworkContext): boolean {
  return allows(ctx, 'card_text.read', {});
}

/** Writes what somebody did with a card. */
export function note(
  tx: Transaction,
  ctx: Acting,
  kind: CardEventKind,
  cardId: string,
  payload: NewEvent['payload'] = {},
): Promise<void> {
  return recordEvent(tx, {
    networkId: ctx.network.id,
    kind,
    object: ['card', cardId],
    actorId: ctx.actor.personId,
    at: ctx.now,
    payload,
  });
}
