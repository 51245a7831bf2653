import { RemixBrowser } from '@remix-run/react';
import { browserWords } from '@tessera/i18n/browser.ts';
import { loadClientMessages } from '@tessera/i18n/client.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import { ReadingProvider, reading } from '@tessera/i18n/react.tsx';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { ReaderContext, type Theme } from './components/shell/reader.tsx';

const { lang, dataset } = document.documentElement;
const language = pickLanguage([lang]);
const words = reading(language, browserWords(language, await loadClientMessages(language)));
const reader = { theme: (dataset.theme ?? 'auto') as Theme, nonce: undefined };

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
