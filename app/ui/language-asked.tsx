import { useSearchParams } from '@remix-run/react';
import { isLanguage } from '@tessera/i18n/languages.ts';

/** Keeps the language that the address asks for when a form makes a new address. */
export function LanguageAsked() {
  const asked = useSearchParams()[0].get('lang') ?? undefined;
  return isLanguage(asked) && <input type="hidden" name="lang" value={asked} />;
}
