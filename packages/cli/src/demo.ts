import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedServer, openEmbedded, wipeEmbedded } from '@tessera/db/embedded.server.ts';
import { migrate } from '@tessera/db/migrate.server.ts';
import { claim, livingClaim } from '@tessera/db/processes.server.ts';
import { provision, withClient } from '@tessera/db/provision.server.ts';
import { type DatabaseUrls, urlsOf } from '@tessera/db/template.server.ts';
import { buildPages, generateClient } from './build.ts';
import { endLeftover } from './children.ts';
import { webPort } from './ports.ts';
import { dataFolder, inProject } from './project.ts';
import { CommandError, nodeArgs, runOrFail } from './run.ts';
import { startServices, untilOneEnds } from './serve.ts';
import { embeddedSettings } from './settings.ts';
import { report, seconds, step } from './step.ts';
import { beforeExit, stopOnSignals } from './stopping.ts';

/**
 * Sets everything up, starts web and worker with the demo networks, and runs until it is stopped.
 * @param isDevelopment pages follow their sources instead of being built
 */
export async function demo(args: string[], isDevelopment = false): Promise<void> {
  const began = performance.now();
  // Web and worker finish what they are doing, then the database ends.
  stopOnSignals(0, 30_000);
  const home = dataFolder();
  await takeOver(home);
  const port = await webPort(isDevelopment ? 'dev' : 'demo');
  if (args.includes('--fresh')) await step('Old demo data deleted', () => wipe(home));
  const server = await step('Database', () => openDatabase(home));
  const urls = urlsOf(
    { ...server, adminUrl: server.adminUrl(), passwords: server.credentials.passwords, data: home },
    'tessera',
  );
  const env = embeddedSettings(urls, { data: home, port, secret: server.credentials.appSecret });
  await step('Roles and migrations', () => prepareDatabase(server, urls));
  await step('Database client', generateClient);
  await step('Demo networks', () => seedOnce(urls, env));
  if (isDevelopment) env.NODE_ENV = 'development';
  else await step('Pages', buildPages);
  const url = `http://localhost:${port}`;
  const services = await step('Web and worker', () =>
    startServices({ home, env, url: `http://127.0.0.1:${port}` }),
  );
  await greet(url, seconds(began));
  await untilOneEnds(services, server.isRunning);
}

/** Only one demo at a time; whatever a killed one left behind is ended. */
async function takeOver(home: string): Promise<void> {
  const mine = join(home, 'run', 'demo.json');
  const other = livingClaim(mine);
  if (other !== undefined)
    throw new CommandError(`The demo already runs (process ${other}). Stop that one first.`);
  claim(mine);
  beforeExit(() => rmSync(mine, { force: true }));
  for (const name of ['web', 'worker']) await endLeftover(home, name);
}

async function wipe(home: string): Promise<void> {
  await wipeEmbedded(home);
  for (const name of readdirSync(home)) {
    if (name !== 'test' && name !== 'run') rmSync(join(home, name), { recursive: true, force: true });
  }
}

/** Registered before it begins: a stop in the middle of the start waits for the server and ends it. */
function openDatabase(home: string): Promise<EmbeddedServer> {
  const opening = openEmbedded({ home, report });
  beforeExit(() =>
    opening.then(
      (server) => server.close(),
      () => {},
    ),
  );
  return opening;
}

async function prepareDatabase(server: EmbeddedServer, urls: DatabaseUrls): Promise<string> {
  await provision(server.adminUrl(), { database: 'tessera', passwords: server.credentials.passwords });
  const applied = await migrate(urls.ownerUrl, inProject('prisma/migrations'));
  return applied.length > 0 ? `${applied.length} applied` : 'up to date';
}

/** The comment of the database tells which version of the seed it holds. */
async function seedOnce({ ownerUrl }: DatabaseUrls, env: NodeJS.ProcessEnv): Promise<string> {
  const { seedVersion } = await import('@tessera/prisma/seed/version.ts');
  const version = `seed ${seedVersion}`;
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = current_database()`,
    );
    if (rows[0]?.comment === version) return 'kept';
    const onOutput = (text: string) => text.split('\n').filter(Boolean).forEach(report);
    await runOrFail(process.execPath, nodeArgs(inProject('packages/cli/src/main.ts'), 'seed', 'live'), {
      env,
      onOutput,
    });
    await client.query(`comment on database tessera is ${client.escapeLiteral(version)}`);
    return '';
  });
}

async function greet(url: string, duration: string): Promise<void> {
  const { demoLogins, demoPassword } = await import('@tessera/prisma/seed/logins.ts');
  const width = (column: 'email' | 'role') =>
    Math.max(...demoLogins.map((login) => login[column].length)) + 2;
  const line = (login: (typeof demoLogins)[number]) =>
    `  ${login.email.padEnd(width('email'))}${login.role.padEnd(width('role'))}${login.network}`;
  console.log(`
Tessera runs at ${url} (ready after ${duration})

Sign in as one of these. The password of all is: ${demoPassword}

${demoLogins.map(line).join('\n')}

Every mail is shown at ${url}/dev/mail. Stop with Ctrl-C; the data stay. Start anew with: npm run demo -- --fresh
`);
}
