import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_HOME } from '@tessera/db/testing.server.ts';
import { bin } from './project.ts';
import { run } from './run.ts';
import { sum, type Tally } from './tally.ts';
import type { FileReport } from './unit-report.ts';

// Its own for each run: two side by side must not read each other's.
const REPORT = join(TEST_HOME, `unit-report-${process.pid}.json`);

/** So many files may fail for want of time; more have another reason. */
const mostTriedAgain = 6;

/**
 * Runs vitest and counts. By hand a test that fails once has failed. Where all tools must be there, on a busy machine of
 * a check, the files of a few failures get a second try, alone, and are named.
 */
export async function runUnitTests(args: string[]): Promise<Tally> {
  const first = await runVitest(args);
  const failed = first.filter(({ failures }) => failures.length > 0).map(({ file }) => file);
  const isTriedAgain = process.env.REQUIRE_ALL === '1' && failed.length <= mostTriedAgain;
  if (failed.length === 0 || failed.includes('') || !isTriedAgain) return sum(first.map(tallyOf));
  console.log(`\nSecond try of ${failed.join(', ')}`);
  const second = await runVitest([...failed, '--maxWorkers=1']);
  const faults = first.flatMap(({ file, failures }) => failures.map((failure) => `${file}: ${failure}`));
  const notes = faults.map((fault) => `at the first try only: ${fault}`);
  const rest = first.filter(({ file }) => !failed.includes(file));
  return sum([...[...rest, ...second].map(tallyOf), { passed: 0, failed: 0, skipped: 0, failures: notes }]);
}

async function runVitest(args: string[]): Promise<FileReport[]> {
  rmSync(REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=./packages/cli/src/unit-report.ts'];
  const { code, output } = await run(bin('vitest'), ['run', ...reporters, ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      UNIT_REPORT: REPORT,
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
    },
    onOutput: (text) => process.stdout.write(text),
  });
  const files = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, 'utf8')) as FileReport[]) : [];
  rmSync(REPORT, { force: true });
  if (code === 0 || files.some(({ failures }) => failures.length > 0)) return files;
  // Vitest itself has crashed, or could not end.
  const failure = `vitest ended with ${code}\n${output.trim().split('\n').slice(-20).join('\n')}`;
  return [...files, { file: '', passed: 0, skipped: 0, failures: [failure] }];
}

function tallyOf({ file, passed, skipped, failures }: FileReport): Tally {
  // A test is skipped where its tool is missing; where all tools must be there, that is a failure.
  const missing = process.env.REQUIRE_ALL === '1' && skipped > 0 ? [`${skipped} tests were skipped`] : [];
  const faults = [...failures, ...missing].map((failure) => `${file}: ${failure}`);
  return {
    passed,
    failed: failures.length + (missing.length > 0 ? skipped : 0),
    skipped: missing.length > 0 ? 0 : skipped,
    failures: faults,
  };
}
