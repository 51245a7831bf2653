import {
  type CardFigure,
  cardDecks,
  cardFigures,
  type DeckRow,
  settlePreparedDecks,
} from '@tessera/db/cards.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { type ContentRow, contentOf, settlePreparedTexts } from '@tessera/db/translations.server.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import type { z } from 'zod';
import { deckSituations, elseKey, needTwo } from '../cards/rules.ts';
import type { Acting, NetworkContext } from '../context.server.ts';
import { writeSettings } from '../settings/change.server.ts';
import { isModuleOn } from '../settings/modules.ts';
import { settingOf } from '../settings/registry.ts';
import { kindsIn } from './access.server.ts';
import { takeLevels } from './hold-levels.server.ts';
import { preparedIn } from './levels.ts';
import { stateOf } from './rules.ts';
import type { LevelChoice } from './schema.ts';

/**
 * Every language of a network besides its own: whether it is shown, and what is missing so that it can be. What has to be there is
 * what everybody reads, as in the figures of the translations, and the published cards.
 */
export async function languageLevelsOf(ctx: NetworkContext) {
  const { id, defaultLanguage: own, contentLanguages, interfaceLanguages } = ctx.network;
  const wish = { language: ctx.language, own, now: ctx.now, kinds: kindsIn(ctx) };
  const known = [...new Set([...contentLanguages, ...interfaceLanguages])].filter((each) => each !== own);
  const prepared = preparedIn(ctx.network);
  const [contents, decks, figures] = await ctx.ask<[ContentRow, DeckRow, CardFigure]>([
    contentOf(id, wish),
    cardDecks(id, own, deckSituations, [...new Set([...known, ...prepared])], needTwo, elseKey),
    cardFigures(id, deckSituations),
  ]);
  const published = isModuleOn(ctx.network, 'cards')
    ? figures.reduce((sum, each) => sum + each.published, 0)
    : 0;
  const all = new Set<string>([...known, ...prepared, ...decks.map(({ language }) => language)]);
  const open = contents.filter(({ isPublic }) => isPublic);
  return {
    own,
    languages: spokenLanguages
      .filter((language) => language !== own && all.has(language))
      .map((language) => ({
        language,
        level: prepared.includes(language) ? ('prepared' as const) : ('shown' as const),
        texts: contentLanguages.includes(language)
          ? {
              required: open.length,
              current: open.filter(({ texts, drafts }) => stateOf(texts, language, drafts) === 'current')
                .length,
            }
          : null,
        cards: { published, verified: decks.find((deck) => deck.language === language)?.cards ?? 0 },
      })),
  };
}

/**
 * Says which languages are shown and which are in preparation. With the same commit the texts and decks of a language are there
 * for everybody, or for those alone who prepare it.
 */
export async function saveLevels(ctx: Acting, { levels }: z.output<typeof LevelChoice>): Promise<void> {
  const { defaultLanguage: own } = ctx.network;
  const said = new Map(levels.map(({ language, level }) => [language as string, level]));
  await ctx.transaction((tx) =>
    settlePrepared(tx, ctx, own, (before) => [
      ...before.filter((language) => language !== own && said.get(language) !== 'shown'),
      ...[...said].flatMap(([language, level]) =>
        level === 'prepared' && language !== own && !before.includes(language) ? [language] : [],
      ),
    ]),
  );
}

/**
 * Writes which languages are in preparation, and marks the texts and decks of the network by it. Nobody writes one meanwhile.
 * @param choose says which they are from now on, of those that are until now
 */
export async function settlePrepared(
  tx: Transaction,
  ctx: Acting,
  own: string,
  choose: (before: readonly string[]) => readonly string[],
): Promise<void> {
  const network = await takeLevels(tx, ctx.network);
  const before = settingOf(network, 'languages.prepared');
  const prepared = choose(before);
  if (prepared.join() === before.join()) return;
  await writeSettings(tx, { ...ctx, network }, [['languages.prepared', [...prepared]]]);
  await tx.run(settlePreparedTexts(network.id, prepared));
  await tx.run(settlePreparedDecks(network.id, own, prepared, ctx.now));
}
