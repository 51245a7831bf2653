import { createInstance, type i18n, type Resource } from 'i18next';
import { type Language, pluralTag } from './languages.ts';

/**
 * One i18next instance for one language. English is not bundled as a fallback: a missing key is a failed check, not
 * a sentence in the wrong language.
 */
export function createI18n(language: Language, messages: Record<string, object>): i18n {
  const instance = createInstance();
  const resources = { [language]: messages } as unknown as Resource;
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources,
    ns: Object.keys(messages),
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  const plurals = new Intl.PluralRules(pluralTag(language));
  instance.services.pluralResolver.getRule = () => plurals;
  memoise(instance);
  return instance;
}

// Most words on a page have no parameter or only a count; keeping their result takes i18next out of the hot path.
function memoise(instance: i18n): void {
  const original = instance.getFixedT.bind(instance);
  const words = new Map<string, string>();
  instance.getFixedT = ((...args: Parameters<i18n['getFixedT']>) => {
    const fixed = original(...args) as unknown as (key: string, options?: Record<string, unknown>) => string;
    const prefix = `${args[0]}|${args[1]}|${args[2] ?? ''}|`;
    const remembered = (key: string, options?: Record<string, unknown>): string => {
      const names = options === undefined ? [] : Object.keys(options);
      if (typeof key !== 'string' || names.length > 1 || (names.length === 1 && names[0] !== 'count')) {
        return fixed(key, options);
      }
      const id = `${prefix}${key}#${options?.count ?? ''}`;
      let word = words.get(id);
      if (word === undefined) {
        word = fixed(key, options);
        if (words.size > 20_000) words.clear();
        words.set(id, word);
      }
      return word;
    };
    return Object.assign(remembered, fixed);
  }) as unknown as i18n['getFixedT'];
}
