import { type ContentRow, contentOf } from '@tessera/db/translations.server.ts';
import type { z } from 'zod';
import type { NetworkContext } from '../context.server.ts';
import { kindsIn, maySee, mayWrite, ownLanguages, writesAll } from './access.server.ts';
import { treeOf } from './keep.server.ts';
import { type TextKind, textKinds } from './kinds.ts';
import {
  type Completeness,
  openStates,
  percentOf,
  sourceOf,
  stateOf,
  type TranslationState,
  translatedFrom,
  translationStates,
} from './rules.ts';
import type { TranslationSearch } from './schema.ts';

type Content = ContentRow & { kind: TextKind };
type Search = z.output<typeof TranslationSearch>;

/** One translation that is there or not, of one thing into one language. */
export type TranslationLine = {
  kind: TextKind;
  id: string;
  title: string;
  titleLanguage: string;
  isPublic: boolean;
  language: string;
  from: string | null;
  state: TranslationState;
  mayWrite: boolean;
};

const pageSize = 50;

/** How far the translations of a network are: figures by language and kind, and one page of what was asked for. */
export async function translations(ctx: NetworkContext, search: Search) {
  const contents = await contentsOf(ctx);
  const languages = ctx.network.contentLanguages;
  const all = linesOf(ctx, contents, languages);
  const found = narrowed(all, contents, search);
  const lines = found.slice((search.page - 1) * pageSize, search.page * pageSize);
  return {
    languages: languages.map((language) => figureOf(language, all)),
    kinds: kindsIn(ctx),
    byKind: countedByKind(all, languages),
    tree: treeOf(ctx.network),
    ownLanguages: ownLanguages(ctx),
    leftOver: leftOver(contents, languages),
    maySetTree: writesAll(ctx, 'network'),
    total: found.length,
    pages: Math.max(1, Math.ceil(found.length / pageSize)),
    lines,
  };
}

/** As `translations`, all of what was asked for. */
export async function translationTable(ctx: NetworkContext, search: Search): Promise<TranslationLine[]> {
  const contents = await contentsOf(ctx);
  return narrowed(linesOf(ctx, contents, ctx.network.contentLanguages), contents, search);
}

/** What a translator writes next: first what is missing, then what is behind; what everybody reads before the rest. */
export async function nextText(
  ctx: NetworkContext,
  { language }: { language: string },
): Promise<{ kind: TextKind; objectId: string; language: string } | null> {
  const languages = ownLanguages(ctx).filter((each) => language === '' || each === language);
  const lines = linesOf(ctx, await contentsOf(ctx), languages).filter((line) => line.mayWrite);
  for (const isPublic of [true, false])
    for (const state of openStates) {
      const line = lines.find((each) => each.state === state && each.isPublic === isPublic);
      if (line) return { kind: line.kind, objectId: line.id, language: line.language };
    }
  return null;
}

async function contentsOf(ctx: NetworkContext): Promise<Content[]> {
  const wish = {
    language: ctx.language,
    own: ctx.network.defaultLanguage,
    now: ctx.now,
    kinds: kindsIn(ctx),
  };
  const [rows] = await ctx.ask([contentOf(ctx.network.id, wish)]);
  return rows.map((row) => ({ ...row, kind: row.kind as TextKind })).filter((row) => maySee(ctx, row));
}

function linesOf(
  ctx: NetworkContext,
  contents: readonly Content[],
  languages: readonly string[],
): TranslationLine[] {
  const tree = treeOf(ctx.network);
  const own = ctx.network.defaultLanguage;
  return contents.flatMap((content) => {
    const { kind, id, title, titleLanguage, isPublic, texts, drafts } = content;
    const source = sourceOf(texts, own)?.language ?? own;
    const has = (language: string) => texts.some((text) => text.language === language);
    return languages.map((language) => {
      const from = translatedFrom(language, { tree, source, has });
      return {
        kind,
        id,
        title,
        titleLanguage,
        isPublic,
        language,
        from,
        state: stateOf(texts, language, drafts),
        mayWrite: from !== null && mayWrite(ctx, content, language),
      };
    });
  });
}

function narrowed(
  lines: readonly TranslationLine[],
  contents: readonly Content[],
  { language, kind, state, isPublic, q }: Search,
): TranslationLine[] {
  const words = folded(q);
  const named = new Set(contents.filter(({ titles }) => folded(titles).includes(words)).map(({ id }) => id));
  return lines.filter(
    (line) =>
      (language === '' || line.language === language) &&
      (kind === '' || line.kind === kind) &&
      (state === '' || (state === 'open' ? line.state !== 'current' : line.state === state)) &&
      (!isPublic || line.isPublic) &&
      named.has(line.id),
  );
}

/** Without marks and capitals, so that a title is found as one types it. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

type Counted = Record<TranslationState, number>;

function count(lines: readonly TranslationLine[]): Counted {
  const counted = Object.fromEntries(translationStates.map((state) => [state, 0])) as Counted;
  for (const { state } of lines) counted[state] += 1;
  return counted;
}

// The figure is about what everybody reads: what stands in drafts or for members only is work, and no promise.
function figureOf(language: string, all: readonly TranslationLine[]) {
  const lines = all.filter((line) => line.language === language);
  const open = lines.filter(({ isPublic }) => isPublic);
  const complete: Completeness = {
    language,
    required: open.length,
    current: open.filter(({ state }) => state === 'current').length,
  };
  return { ...complete, percent: percentOf(complete), counts: count(lines) };
}

function countedByKind(all: readonly TranslationLine[], languages: readonly string[]) {
  return textKinds.flatMap((kind) =>
    languages.flatMap((language) => {
      const lines = all.filter((line) => line.kind === kind && line.language === language);
      return lines.length === 0 ? [] : [{ kind, language, total: lines.length, counts: count(lines) }];
    }),
  );
}

/** Languages that the network does not write in any more, and how many texts there are in each. */
function leftOver(contents: readonly Content[], languages: readonly string[]) {
  const counts = new Map<string, number>();
  for (const { texts } of contents)
    for (const { language } of texts)
      if (!languages.includes(language)) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].map(([language, texts]) => ({ language, texts }));
}
