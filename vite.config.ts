import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { words } from './packages/i18n/src/words-plugin.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

// What every page needs comes in two files: libraries, and what pages are made of. Left alone, each button would be a file of
// its own, fifty for a page. The words of an area stay a file of their own, because they wait for those of the reader's language.
const libraries = [
  'react',
  'react-dom',
  'scheduler',
  'react-router',
  'react-router-dom',
  '@remix-run',
  'turbo-stream',
  'i18next',
];
const base = new RegExp(`/node_modules/(${libraries.join('|')})/|/packages/(i18n|paths)/src/(?!locales/)`);
const parts = /\/app\/(ui|components\/shell)\/|\/app\/components\/use-formats/;

function fileOf(id: string): string | undefined {
  const area = /^\0virtual:words\/(.+)$/.exec(id)?.[1];
  if (area) return `words-${area}`;
  if (base.test(id)) return 'base';
  return parts.test(id) ? 'parts' : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    words(),
    remix({
      appDirectory: 'app',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
        unstable_optimizeDeps: true,
      },
    }),
  ],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  // A font that travels inside the style sheet would be sent to readers who do not need its letters.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    ...(isSsrBuild ? {} : { rollupOptions: { output: { manualChunks: fileOf } } }),
  },
  optimizeDeps: {
    exclude: ['@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler'],
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      '@remix-run/react',
    ],
  },
}));
