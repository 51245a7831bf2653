import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_HOME } from '@tessera/db/testing.server.ts';
import { bin } from './project.ts';
import { run } from './run.ts';
import type { Tally } from './tally.ts';

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
};

/** Runs vitest and counts what it counted. */
export async function runUnitTests(args: string[]): Promise<Tally> {
  const file = join(TEST_HOME, 'vitest.json');
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run(bin('vitest'), ['run', ...reporters, ...args], {
    env: { ...process.env, NODE_ENV: 'test', ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    onOutput: (text) => process.stdout.write(text),
  });
  const tally = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : NOTHING;
  // A crash of vitest itself, or an error outside any test, is a failure too.
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

function count(report: VitestReport): Tally {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  // A test is skipped where its tool is missing; where all tools must be there, that is a failure.
  const isSkipAllowed = process.env.REQUIRE_ALL !== '1';
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length + (isSkipAllowed ? 0 : skipped),
    skipped: isSkipAllowed ? skipped : 0,
  };
}
