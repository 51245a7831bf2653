import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from './provision.server.ts';
import { closeDatabase, inScope } from './scope.server.ts';
import type { DatabaseUrls } from './template.server.ts';
import { workerDatabase } from './testing.server.ts';

let urls: DatabaseUrls;

beforeAll(async () => {
  urls = await workerDatabase({ empty: true });
  Object.assign(process.env, { NODE_ENV: 'test', DATABASE_URL: urls.appUrl });
});
afterAll(closeDatabase);

test('a database that restarts inside a transaction fails that transaction and nothing else', async () => {
  const interrupted = inScope({}, async ({ prisma }) => {
    await prisma.network.count();
    await withClient(urls.adminUrl, (client) =>
      client.query(
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where usename = 'tessera_app' and datname = current_database()`,
      ),
    );
    return prisma.network.count();
  });

  await expect(interrupted).rejects.toThrow();
  expect(await inScope({}, ({ prisma }) => prisma.network.count())).toBeGreaterThanOrEqual(0);
});
