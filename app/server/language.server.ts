import type { Language } from '@tessera/i18n/languages.ts';
import { reading } from '@tessera/i18n/react.tsx';
import { serverI18n } from '@tessera/i18n/server.server.ts';

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
