import { acceptedLanguages, isLanguage, type Language, pickLanguage } from '@tessera/i18n/languages.ts';

/** The language chosen in this browser, from its cookies. */
export function readLanguage(cookies: string | null): Language | null {
  const value = /(?:^|;\s*)tessera_language=([a-z-]+)/.exec(cookies ?? '')?.[1];
  return isLanguage(value) ? value : null;
}

/** The language that an address asks for: `/n/un?lang=hu`, so that each language of a page has an address of its own. */
export function languageAsked(address: string): Language | null {
  const value = new URLSearchParams(address.split('?')[1]).get('lang');
  return isLanguage(value) ? value : null;
}

/** The language of the page that asks for its data, when the address of that page chose it. */
export function languageOfPage(headers: Headers): Language | null {
  const value = headers.get('X-Page-Language');
  return isLanguage(value) ? value : null;
}

/**
 * The address of a page that has to be opened as a document of its own, because the document that asks for its data speaks
 * another language; null where its data will do.
 */
export function ownDocument(request: Request, language: Language): string | null {
  const asking = request.headers.get('X-Document-Language');
  if (!isLanguage(asking) || asking === language) return null;
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

/** The language for someone of whom nothing is known but the headers of one request. */
export function guessLanguage(cookies: string | null, accepted: string | null): Language {
  return pickLanguage([readLanguage(cookies), ...acceptedLanguages(accepted)]);
}
