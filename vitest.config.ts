import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  // JSX as the product compiles it.
  esbuild: { jsx: 'automatic' },
  test: {
    environment: 'node',
    include: ['{packages,emails,prisma,app}/**/*.test.{ts,tsx}'],
    globalSetup: 'packages/db/src/testing.server.ts',
    setupFiles: 'packages/cli/src/fail-on-console-error.ts',
    pool: 'forks',
    maxWorkers: 2,
    retry: 0,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    passWithNoTests: true,
  },
});
