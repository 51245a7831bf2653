import { type Language, pickLanguage } from './languages.ts';

type Area = Record<string, object>;

/** The words that the page's modules brought along, in the language of the document. */
export const loaded: Area = {};
const pending = new Set<Promise<void>>();

/**
 * Fetches the words of one area; called by each module that names it.
 * @public by `words-plugin.ts`
 */
export function load(area: string, files: Record<Language, () => Promise<Area>>): Promise<void> {
  const language = pickLanguage([document.documentElement.lang]);
  const coming = files[language]().then((file) => {
    loaded[area] = file[area] ?? {};
    pending.delete(coming);
  });
  pending.add(coming);
  return coming;
}

/** Resolves when all words are here that were asked for. */
export function wordsToCome(): Promise<unknown> {
  return Promise.all(pending);
}
