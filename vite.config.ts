import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { words } from './packages/i18n/src/words-plugin.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    words(),
    remix({
      appDirectory: 'app',
      future: {
        v3_fetcherPersist: true,
        // Costs several passes over all routes for each page; the whole list of routes is two kilobytes.
        v3_lazyRouteDiscovery: false,
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
  build: { target: 'es2022', assetsInlineLimit: 0 },
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
});
