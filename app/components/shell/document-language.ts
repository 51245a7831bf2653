import type { Language } from '@tessera/i18n/languages.ts';

/**
 * Lets what this document asks for know its language, so that words and data never come in two. Where the address chose
 * the language (`?lang=hu`) the data follow it. Else the next page may speak another one, as a network does for who comes
 * from the platform; it is then opened as a document of its own.
 */
export function tellLanguage(language: Language): void {
  const isChosen = new URLSearchParams(location.search).has('lang');
  const plainFetch = window.fetch;
  window.fetch = (input, init) => {
    const leads = leadsAway(input);
    if (!isChosen && !leads) return plainFetch(input, init);
    const headers = new Headers(init?.headers);
    if (isChosen) headers.set('X-Page-Language', language);
    if (leads) headers.set('X-Document-Language', language);
    return plainFetch(input, { ...init, headers });
  };
}

// Only the framework asks with an URL. What it reads anew for the page that is open must not close it: somebody may be
// typing there.
function leadsAway(input: unknown): boolean {
  if (!(input instanceof URL) || !input.pathname.endsWith('.data')) return false;
  const page = input.pathname.replace(/^\/_root\.data$/, '/').replace(/\.data$/, '');
  return page + input.search !== location.pathname + location.search;
}
