import { acceptedLanguages, isLanguage, type Language, pickLanguage } from '@tessera/i18n/languages.ts';
import { reading } from '@tessera/i18n/react.tsx';
import { serverI18n } from '@tessera/i18n/server.server.ts';

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

/** The language for someone of whom nothing is known but the headers of one request. */
export function guessLanguage(cookies: string | null, accepted: string | null): Language {
  return pickLanguage([readLanguage(cookies), ...acceptedLanguages(accepted)]);
}

const inAddress = /(<(?:a|form)\b[^>]*?\s(?:href|action)=")(\/(?!\/)[^"#]*)/g;

/**
 * A page whose links and forms ask for its language again, so that a reader without scripts, of whom nothing is stored,
 * stays in it.
 */
export function withLanguage(html: string, language: Language): string {
  return html.replace(inAddress, (whole, before: string, address: string) =>
    /[?;]lang=/.test(address)
      ? whole
      : `${before}${address}${address.includes('?') ? '&amp;' : '?'}lang=${language}`,
  );
}

const readings = new Map<Language, ReturnType<typeof reading>>();

/** The words of a language as pages use them while they are rendered. */
export function readingOf(language: Language) {
  let found = readings.get(language);
  if (!found) {
    const i18n = serverI18n(language);
    found = reading(language, (areas) => i18n.getFixedT(language, areas));
    readings.set(language, found);
  }
  return found;
}
