import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Prisma's native engine comes from a download. The WebAssembly build of the same engine needs none.
if (process.env.PRISMA_NATIVE_ENGINE !== '1') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
    new URL('./packages/cli/src/schema-engine.mjs', import.meta.url),
  );
}

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.OWNER_DATABASE_URL ?? 'postgresql://localhost:5432/none' },
});
