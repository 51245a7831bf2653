import { delimiter } from 'node:path';
import { EmbeddedError } from '@tessera/db/embedded-programs.server.ts';
import { MigrationError } from '@tessera/db/migrate.server.ts';
import { EnvError } from '@tessera/env/env.server.ts';
import { inProject } from './project.ts';
import { CommandError } from './run.ts';
import { exit, isStopping } from './stopping.ts';

/** Each verb loads only what it needs: the worker never loads the test runner. */
const verbs: Record<string, { does: string; run: (args: string[]) => Promise<void> }> = {
  demo: {
    does: 'set up and run the demo networks',
    run: async (args) => (await import('./demo.ts')).demo(args),
  },
  dev: {
    does: 'like demo, with pages that follow the sources',
    run: async (args) => (await import('./demo.ts')).demo(args, true),
  },
  test: { does: 'run all tests', run: async (args) => (await import('./test.ts')).test(args) },
  start: { does: 'migrate, then run web and worker', run: async () => (await import('./start.ts')).start() },
  worker: { does: 'run a worker', run: async () => (await import('./worker.ts')).worker() },
  provision: {
    does: 'make roles and database, by ADMIN_DATABASE_URL',
    run: async () => (await import('./operate.ts')).provisionServer(),
  },
  migrate: {
    does: 'apply missing migrations',
    run: async () => (await import('./operate.ts')).migrateDatabase(),
  },
  'rotate-master-key': {
    does: 'wrap the keys of all networks with SEAL_KEY',
    run: async () => (await import('./operate.ts')).rotateKeys(),
  },
  seed: {
    does: 'add the demo networks: live or fixed',
    run: async (args) => (await import('./seed.ts')).seed(args),
  },
  doctor: {
    does: 'check settings, database and queue',
    run: async () => (await import('./doctor.ts')).doctor(),
  },
};

const [name = '', ...args] = process.argv.slice(2);
// Programs of packages start with "env node": that shall be the same Node as this one.
process.env.PATH = [inProject('node_modules/.bin'), process.env.PATH].join(delimiter);
process.env.CHECKPOINT_DISABLE = '1';

try {
  const verb = verbs[name];
  if (!verb) throw new CommandError(usage());
  await verb.run(args);
} catch (error) {
  // What fails because everything is being stopped is no news.
  if (!isStopping()) console.error(isForPeople(error) ? `\n${error.message}` : error);
  await exit(1);
}
await exit(Number(process.exitCode ?? 0));

function isForPeople(error: unknown): error is Error {
  return [CommandError, EmbeddedError, MigrationError, EnvError].some((kind) => error instanceof kind);
}

function usage(): string {
  const lines = Object.entries(verbs).map(([verb, { does }]) => `  ${verb.padEnd(18)} ${does}`);
  return `One of these words is needed:\n${lines.join('\n')}`;
}
