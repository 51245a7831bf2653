import { type Language, pluralTag } from './languages.ts';

type Messages = { [key: string]: string | Messages };
type Params = Record<string, unknown> & { count?: number };

/**
 * The words of one language for the browser, in i18next's own format: areas, dotted keys, `{{param}}`, plural suffixes.
 * i18next itself would be a fifth of all script on a page and nothing else of it is used there; `browser.test.ts` keeps
 * both equal on every key.
 */
export function browserWords(language: Language, messages: Record<string, object>) {
  const plurals = new Intl.PluralRules(pluralTag(language));

  function find(path: string): string | undefined {
    let found: string | Messages | undefined = messages as Messages;
    for (const part of path.split('.')) found = typeof found === 'object' ? found[part] : undefined;
    return typeof found === 'string' ? found : undefined;
  }

  function word(area: string, key: string, { count }: Params): string | undefined {
    const base = `${area}.${key}`;
    if (typeof count !== 'number') return find(base);
    const forms = [...(count === 0 ? ['zero'] : []), plurals.select(count), 'other'];
    return forms.map((form) => find(`${base}_${form}`)).find((found) => found !== undefined) ?? find(base);
  }

  /** `t` of one or more areas; `other:key` names another area. */
  return (areas: readonly string[]) =>
    (whole: string, params: Params = {}): string => {
      const colon = whole.indexOf(':');
      const key = whole.slice(colon + 1);
      const places = colon > 0 ? [whole.slice(0, colon)] : areas;
      for (const area of places) {
        const found = word(area, key, params);
        if (found !== undefined)
          return found.replace(/\{\{(.+?)\}\}/g, (_, name) => String(params[name.trim()] ?? ''));
      }
      return key;
    };
}
