/** What a text says of itself: which change of the words it is, and which one of which language it was made from. */
export type TextMark = {
  language: string;
  version: number;
  /** None for the source text itself */
  sourceLanguage: string | null;
  sourceVersion: number;
  origin: string;
};

/** A language of a network is shown to everybody, or in preparation: written, and read by those alone who prepare it. */
export const languageLevels = ['shown', 'prepared'] as const;

/** From which language each one is translated; a language that is not named is translated from the source text. */
export type LanguageTree = Readonly<Record<string, string>>;

export const translationStates = ['missing', 'draft', 'machine', 'outdated', 'current'] as const;
export type TranslationState = (typeof translationStates)[number];

/** What a coordinator has to have done, the most urgent first. */
export const openStates = ['missing', 'outdated', 'machine', 'draft'] as const satisfies TranslationState[];

/** The source text: of several that say so, the one in the network's own language, else the first. */
export function sourceOf<Text extends TextMark>(texts: readonly Text[], own: string): Text | undefined {
  const sources = texts.filter(({ sourceLanguage }) => sourceLanguage === null);
  return sources.find(({ language }) => language === own) ?? byLanguage(sources)[0];
}

function byLanguage<Each extends { language: string }>(texts: readonly Each[]): Each[] {
  return [...texts].sort((a, b) => (a.language < b.language ? -1 : 1));
}

/**
 * The language that a text is translated from: the nearest one up the tree in which there is a text, else the source. The
 * source text ends every way, so a text is never translated from itself.
 */
export function translatedFrom(
  language: string,
  { tree, source, has }: { tree: LanguageTree; source: string; has: (language: string) => boolean },
): string | null {
  if (language === source) return null;
  const seen = new Set([language]);
  for (let next = tree[language]; next !== undefined && !seen.has(next); next = tree[next]) {
    if (next === source || has(next)) return next;
    seen.add(next);
  }
  return source;
}

/** The languages of a circle in a tree, in their order; empty when every way ends. */
export function circleIn(tree: LanguageTree): string[] {
  for (const start of Object.keys(tree)) {
    const way: string[] = [];
    for (let next: string | undefined = start; next !== undefined; next = tree[next]) {
      if (way.includes(next)) return way.slice(way.indexOf(next));
      way.push(next);
    }
  }
  return [];
}

/**
 * Whether a text says what it was made from says now. What was made from a text that is gone, or that is itself behind, is
 * behind.
 */
export function isBehind(texts: readonly TextMark[], language: string): boolean {
  const seen = new Set<string>();
  for (let next: string | null = language; next !== null; ) {
    const text = texts.find((each) => each.language === next);
    if (!text || seen.has(next)) return true;
    seen.add(next);
    const from = texts.find((each) => each.language === text.sourceLanguage);
    if (text.sourceLanguage !== null && (!from || text.sourceVersion < from.version)) return true;
    next = text.sourceLanguage;
  }
  return false;
}

export type Freshness = 'source' | 'outdated' | 'machine' | 'current';

/** How far a text says what it was made from says. It follows from the versions and is stored nowhere. */
export function freshnessOf(texts: readonly TextMark[], text: TextMark): Freshness {
  if (text.sourceLanguage === null) return 'source';
  if (isBehind(texts, text.language)) return 'outdated';
  return text.origin === 'machine' ? 'machine' : 'current';
}

/** How far the translation into a language is, whether there is a text or not. */
export function stateOf(
  texts: readonly TextMark[],
  language: string,
  drafts: readonly string[] = [],
): TranslationState {
  const text = texts.find((each) => each.language === language);
  const freshness = text && freshnessOf(texts, text);
  if (freshness === 'source') return 'current';
  if (drafts.includes(language)) return 'draft';
  return freshness ?? 'missing';
}

/** What somebody typed for a language, and whether it is as before. */
export type Written = {
  language: string;
  isChanged: boolean;
  /** Who says that it says what its source says now */
  confirmedBy?: 'human' | 'machine' | undefined;
};

/**
 * What each text says of itself after all of them were written at once, as in a form with all languages. A text that was changed
 * says what its source says now, unless the change was a minor one; so does one that somebody confirmed.
 */
export function marksAfter(
  before: readonly TextMark[],
  written: readonly Written[],
  {
    tree,
    own,
    source,
    isMinor = false,
    seenVersions = {},
  }: {
    tree: LanguageTree;
    own: string;
    source?: string | undefined;
    isMinor?: boolean;
    /** Of texts that changed while the words were typed, what was seen of them: a translation was made from that. */
    seenVersions?: Readonly<Record<string, number>> | undefined;
  },
): TextMark[] {
  const old = (language: string) => before.find((each) => each.language === language);
  const has = (language: string) => written.some((each) => each.language === language);
  const named = source ?? sourceOf(before, own)?.language ?? own;
  const root = has(named) ? named : has(own) ? own : (written[0]?.language ?? own);
  // One that comes back counts on from what others say of it.
  const known = (language: string) =>
    Math.max(
      0,
      ...before.filter((each) => each.sourceLanguage === language).map((each) => each.sourceVersion),
    );
  const versions = new Map(
    written.map(({ language, isChanged }) => {
      const mark = old(language);
      if (!mark) return [language, known(language) + 1];
      return [language, isChanged && !isMinor ? mark.version + 1 : mark.version];
    }),
  );
  return written.map(({ language, isChanged, confirmedBy }) => {
    const version = versions.get(language) ?? 1;
    const mark = old(language);
    const from = translatedFrom(language, { tree, source: root, has });
    if (from === null)
      return { language, version, sourceLanguage: null, sourceVersion: version, origin: 'human' };
    const origin = confirmedBy ?? (isChanged ? 'human' : (mark?.origin ?? 'human'));
    if (mark?.sourceLanguage && !confirmedBy && (!isChanged || isMinor)) return { ...mark, version, origin };
    const sourceVersion = seenVersions[from] || (versions.get(from) ?? 1);
    return { language, version, sourceLanguage: from, sourceVersion, origin };
  });
}

/** How complete a language is: of what has to be there, how much is current. */
export type Completeness = { language: string; required: number; current: number };

/** Whole percent, rounded down, so that a hundred means everything. */
export function percentOf({ required, current }: Completeness): number | null {
  return required === 0 ? null : Math.floor((current * 100) / required);
}
