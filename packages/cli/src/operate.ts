import { rotateMasterKey } from '@tessera/core/privacy/seal.server.ts';
import { migrate } from '@tessera/db/migrate.server.ts';
import { provision } from '@tessera/db/provision.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { inProject } from './project.ts';
import { CommandError } from './run.ts';

/** Makes roles, database and schemas on a server; the passwords are those of the three addresses. */
export async function provisionServer(): Promise<void> {
  const admin = process.env.ADMIN_DATABASE_URL;
  const { DATABASE_URL, JOBS_DATABASE_URL } = env();
  if (!admin || !JOBS_DATABASE_URL) {
    throw new CommandError(
      'Set ADMIN_DATABASE_URL (a superuser), OWNER_DATABASE_URL, DATABASE_URL, JOBS_DATABASE_URL.',
    );
  }
  const passwordOf = (url: string) => decodeURIComponent(new URL(url).password);
  const passwords = {
    owner: passwordOf(ownerUrl()),
    app: passwordOf(DATABASE_URL),
    jobs: passwordOf(JOBS_DATABASE_URL),
  };
  const database = decodeURIComponent(new URL(DATABASE_URL).pathname.slice(1));
  await provision(admin, { database, passwords });
  console.log(`The database ${database} and its roles are ready.`);
}

/** Applies the migrations that the database does not have yet. */
export async function migrateDatabase(): Promise<void> {
  const applied = await migrate(ownerUrl(), inProject('prisma/migrations'));
  console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.');
}

/** Wraps the key of every network with SEAL_KEY; what SEAL_KEY_PREVIOUS wrapped is opened with that. */
export async function rotateKeys(): Promise<void> {
  const { rotated, kept } = await rotateMasterKey();
  console.log(`Wrapped anew: ${rotated}. Already wrapped with this key: ${kept}.`);
}

function ownerUrl(): string {
  const url = env().OWNER_DATABASE_URL;
  if (!url) throw new CommandError('Set OWNER_DATABASE_URL, the login of the role that owns the database.');
  return url;
}
