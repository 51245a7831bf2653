import type { i18n, TFunction } from 'i18next';
import { createI18n } from './instance.ts';
import type { Language } from './languages.ts';
import { bg } from './locales/bg/server.ts';
import { de } from './locales/de/server.ts';
import { en } from './locales/en/server.ts';
import { fi } from './locales/fi/server.ts';
import { hr } from './locales/hr/server.ts';
import { hu } from './locales/hu/server.ts';
import { it } from './locales/it/server.ts';
import { pl } from './locales/pl/server.ts';
import { pt } from './locales/pt/server.ts';
import { ro } from './locales/ro/server.ts';
import { sl } from './locales/sl/server.ts';
import type { Area } from './messages.ts';

/** Every word of every language, by area. */
export const messages: Record<Language, Record<string, object>> = {
  en,
  de,
  ro,
  sl,
  bg,
  hu,
  fi,
  pt,
  pl,
  it,
  hr,
};
const instances = new Map<Language, i18n>();

/** The cached instance of a language, with every area (pages, mails, documents). */
export function serverI18n(language: Language): i18n {
  let instance = instances.get(language);
  if (!instance) {
    instance = createI18n(language, messages[language]);
    instances.set(language, instance);
  }
  return instance;
}

/** `translator('de', 'mails')` gives the typed `t` of one area, for mails and documents. */
export function translator<A extends Area>(language: Language, area: A): TFunction<A> {
  return serverI18n(language).getFixedT(language, area) as unknown as TFunction<A>;
}
