import { join } from 'node:path';
import { inProject } from '@tessera/cli/project.ts';
import { type EmbeddedServer, openEmbedded } from '@tessera/db/embedded.server.ts';
import { hashFiles } from '@tessera/db/hash.server.ts';
import { migrate } from '@tessera/db/migrate.server.ts';
import { provision, withClient } from '@tessera/db/provision.server.ts';
import { type DatabaseUrls, dropDatabase, type ServerAccess, urlsOf } from '@tessera/db/template.server.ts';
import { makeData, NOW, type Size } from './data.ts';

/** Everything that the benchmark writes lies here. */
export const HOME = inProject('.tessera/bench');

export type Place = {
  size: Size;
  urls: DatabaseUrls;
  appSecret: string;
  version: string;
  /** Another amount of data on the same server; it closes with this place. */
  beside: (size: Size) => Promise<Place>;
  close: () => Promise<void>;
};

// Commit times prove the order of the line; the statistics count statements, and only when a count asks for them.
const SETTINGS = {
  track_commit_timestamp: 'on',
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'none',
};

/**
 * Starts the benchmark's own PostgreSQL, durable as in production, and makes its data unless they are there and fit the
 * sources.
 */
export async function openPlace(size: Size, report: (line: string) => void): Promise<Place> {
  const server = await openConfigured(report);
  const access: ServerAccess = {
    adminUrl: server.adminUrl(),
    passwords: server.credentials.passwords,
    data: HOME,
  };
  const open = async (wanted: Size): Promise<Place> => ({
    size: wanted,
    ...(await openData(access, wanted, report)),
    appSecret: server.credentials.appSecret,
    beside: open,
    close: server.close,
  });
  return open(size);
}

async function openData(
  access: ServerAccess,
  size: Size,
  report: (line: string) => void,
): Promise<{ urls: DatabaseUrls; version: string }> {
  const name = `bench_${size.name}`;
  const urls = urlsOf(access, name);
  await ensureData(access, name, size, report);
  await withClient(urls.adminUrl, async (client) => {
    await client.query(
      `update network set clock_offset = extract(epoch from '${NOW}'::timestamptz - now())::int`,
    );
    // Earlier runs leave dead rows; every run begins alike.
    await client.query('vacuum network, training, registration, seat, domain_event, session');
    await client.query('checkpoint');
  });
  const version = await withClient(
    urls.adminUrl,
    async (client) =>
      (await client.query<{ v: string }>('select current_setting($1) as v', ['server_version'])).rows[0]?.v,
  );
  return { urls, version: version ?? '' };
}

async function openConfigured(report: (line: string) => void): Promise<EmbeddedServer> {
  const server = await openEmbedded({ home: HOME, report });
  const isConfigured = await withClient(server.adminUrl(), async (client) => {
    const { rows } = await client.query<{ ok: boolean }>(
      `select current_setting('shared_preload_libraries') = $1 and current_setting('track_commit_timestamp') = 'on' as ok`,
      [SETTINGS.shared_preload_libraries],
    );
    if (rows[0]?.ok) return true;
    for (const [setting, value] of Object.entries(SETTINGS)) {
      await client.query(`alter system set ${setting} = ${client.escapeLiteral(value)}`);
    }
    return false;
  });
  if (isConfigured) return server;
  await server.close();
  return openEmbedded({ home: HOME, report });
}

async function ensureData(
  access: ServerAccess,
  name: string,
  size: Size,
  report: (line: string) => void,
): Promise<void> {
  const sources = [
    'prisma/migrations',
    'packages/db/src/provision.server.ts',
    'packages/bench/src/data.ts',
    'packages/bench/src/library-data.ts',
  ];
  const version = hashFiles(inProject(), sources);
  const found = await withClient(access.adminUrl, async (client) => {
    const sql = `select shobj_description(oid, 'pg_database') as version from pg_database where datname = $1`;
    return (await client.query<{ version: string | null }>(sql, [name])).rows[0]?.version;
  });
  if (found === version) return;
  report(`Making the data "${size.name}" (once for each state of the sources) ...`);
  await dropDatabase(access, name);
  await provision(access.adminUrl, { database: name, passwords: access.passwords });
  const urls = urlsOf(access, name);
  await migrate(urls.ownerUrl, join(inProject(), 'prisma/migrations'));
  await withClient(urls.adminUrl, async (client) => {
    await client.query('create extension if not exists pg_stat_statements');
    await makeData(client, size, report);
    // Last, so that a half-made one does not count.
    await client.query(`comment on database ${name} is ${client.escapeLiteral(version)}`);
  });
}
