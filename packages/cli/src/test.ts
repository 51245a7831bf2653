import { openTestServer } from '@tessera/db/testing.server.ts';
import { buildPages, generateClient } from './build.ts';
import { runChecks } from './checks.ts';
import { hasJourneys, runJourneys } from './journeys.ts';
import { CommandError } from './run.ts';
import { report, step } from './step.ts';
import { beforeExit, exit, stopOnSignals } from './stopping.ts';
import { countOne, lastLines, sum, type Tally } from './tally.ts';
import { runUnitTests } from './unit.ts';

const PARTS = ['check', 'unit', 'e2e'] as const;
type Part = (typeof PARTS)[number];

/**
 * Runs checks, unit tests and journeys; the last line sums them up and the exit code is 1 when anything failed.
 * `--only check|unit|e2e` runs one part; what follows is handed to vitest or Playwright.
 */
export async function test(args: string[]): Promise<void> {
  // Web and worker of the journeys finish what they are doing, then the database ends.
  stopOnSignals(130, 30_000);
  const { parts, rest } = readArguments(args);
  const opening = openTestServer(report);
  // Registered before it is there: a stop in the middle of the start waits for the server and ends it.
  beforeExit(() =>
    opening.then(
      (server) => server.close(),
      () => {},
    ),
  );
  const server = await step('Database', () => opening);
  await step('Database client', generateClient);
  const tallies: Tally[] = [];
  if (parts.includes('check'))
    tallies.push(await section('Checks', () => runChecks(server.server.adminUrl())));
  if (parts.includes('unit')) tallies.push(await section('Unit tests', () => runUnitTests(rest)));
  if (parts.includes('e2e')) tallies.push(await section('Journeys', () => journeys(server, rest)));
  const total = sum(tallies);
  await exit(total.failed > 0 ? 1 : 0, `\n${lastLines(total)}`);
}

async function journeys(server: Awaited<ReturnType<typeof openTestServer>>, args: string[]): Promise<Tally> {
  const built = await countOne('pages build', buildPages);
  if (!hasJourneys() || built.failed > 0) return built;
  const prepared = await countOne('demo networks for the journeys', server.prepare);
  if (prepared.failed > 0) return sum([built, prepared]);
  return sum([built, prepared, await runJourneys(server.access, server.run, args)]);
}

function readArguments(args: string[]): { parts: readonly Part[]; rest: string[] } {
  const at = args.indexOf('--only');
  if (at < 0) return { parts: PARTS, rest: args };
  const part = PARTS.find((name) => name === args[at + 1]);
  if (!part) throw new CommandError(`--only takes one of: ${PARTS.join(', ')}`);
  return { parts: [part], rest: args.filter((_, index) => index !== at && index !== at + 1) };
}

async function section<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  console.log(`\n${name}`);
  return work();
}
