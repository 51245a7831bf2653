import { bin } from './project.ts';
import { runOrFail } from './run.ts';
import { countOne, sum, type Tally } from './tally.ts';

/** Everything that is checked without running the product; each check counts as one test. */
export async function runChecks(adminUrl: string): Promise<Tally> {
  const rest = [...checks(adminUrl)];
  const tallies: Tally[] = [];
  const takeNext = async (): Promise<void> => {
    for (let check = rest.shift(); check; check = rest.shift()) {
      const [name, program, args, env] = check;
      const run = () => runOrFail(bin(program), args, { env: { ...process.env, ...env } });
      tallies.push(await countOne(name, () => againAfterCrash(run)));
    }
  };
  await Promise.all([takeNext(), takeNext()]);
  return sum(tallies);
}

type Check = [name: string, program: string, args: string[], env?: Record<string, string>];

function checks(adminUrl: string): Check[] {
  const folders = ['app', 'emails', 'packages', 'prisma', 'e2e'];
  // The superuser may make the throw-away database that the migrations are replayed in.
  const database = { OWNER_DATABASE_URL: adminUrl };
  const drift = [
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    'prisma/schema',
    '--exit-code',
  ];
  return [
    ['types', 'tsc', ['--noEmit', '-p', '.']],
    ['format and lint', 'biome', ['ci', '--colors=off', '--max-diagnostics=50', '.']],
    ['import boundaries', 'depcruise', ['--config', '.dependency-cruiser.cjs', ...folders]],
    ['unused code', 'knip', ['--no-progress', '--no-config-hints']],
    ['schema', 'prisma', ['validate'], database],
    ['schema drift', 'prisma', drift, database],
  ];
}

const tries = 3;

/**
 * A tool that crashed has said nothing about the project. Prisma's engine, compiled to WebAssembly, panics once in some
 * runs while it reads the catalogue; the same command then passes.
 */
async function againAfterCrash(run: () => Promise<unknown>): Promise<unknown> {
  for (let left = tries - 1; ; left--) {
    try {
      return await run();
    } catch (error) {
      if (left === 0 || !String(error).includes('panicked at')) throw error;
    }
  }
}
