import { RemixBrowser } from '@remix-run/react';
import { browserWords } from '@tessera/i18n/browser.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import { loaded, wordsToCome } from '@tessera/i18n/loaded.ts';
import { ReadingProvider, reading } from '@tessera/i18n/react.tsx';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { tellLanguage } from './components/shell/document-language.ts';
import { ReaderContext, type Theme } from './components/shell/reader.tsx';

const { lang, dataset } = document.documentElement;
const language = pickLanguage([lang]);
const words = reading(language, browserWords(language, loaded));
const reader = { theme: (dataset.theme ?? 'auto') as Theme, nonce: undefined };

tellLanguage(language);

// A navigation that another one replaces leaves a rejected promise behind in Remix. Nothing has failed.
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault();
});

await Promise.all([wordsToCome(), dataToCome()]);
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <ReaderContext.Provider value={reader}>
        <ReadingProvider value={words}>
          <RemixBrowser />
        </ReadingProvider>
      </ReaderContext.Provider>
    </StrictMode>,
  );
});

/**
 * Remix decodes the page's data when it first renders, and has React wait by throwing a promise. Above a whole document
 * nothing can catch it: one click in that moment, and React gives up the page (error 345). So it decodes before.
 */
async function dataToCome(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (coming) {
    await coming;
  }
}
