import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import { words } from '../../i18n/src/words-plugin.ts';

const app = new URL('../../../app/', import.meta.url).pathname;

// M: the same React tree as the product, served by bare Remix from static data. What the pages' own loaders call is cut
// off, so that neither the core nor the database is in the bundle.
export default defineConfig({
  plugins: [
    withoutServer(),
    tailwindcss(),
    words(),
    remix({
      appDirectory: 'packages/bench/m',
      buildDirectory: '.tessera/bench/m',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  resolve: { alias: { '~': app.replace(/\/$/, '') } },
  build: { target: 'es2022', assetsInlineLimit: 0 },
});

function withoutServer(): Plugin {
  const nothing = '\0nothing';
  return {
    name: 'without-server',
    enforce: 'pre',
    resolveId(source, importer) {
      const isPage = importer?.startsWith(app) && !importer.startsWith(`${app}server/`);
      return isPage && /\.server(\.ts)?$/.test(source) ? nothing : null;
    },
    load(id) {
      if (id !== nothing) return null;
      return {
        code: 'const nothing = new Proxy(function () {}, { get: () => nothing, apply: () => nothing }); export default nothing;',
        syntheticNamedExports: true,
      };
    },
  };
}
