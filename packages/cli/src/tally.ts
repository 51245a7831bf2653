import { seconds } from './step.ts';
import { exit, isStopping } from './stopping.ts';

/** What a test run adds up to. */
export type Tally = {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed and why, to be repeated at the end of a long output */
  failures: string[];
};

/** A run without any test yet. */
export function emptyTally(): Tally {
  return { passed: 0, failed: 0, skipped: 0, failures: [] };
}

/** The sum of several runs. */
export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
      failures: [...total.failures, ...one.failures],
    }),
    emptyTally(),
  );
}

/** The end of `npm test`: what failed, where an output that was cut still shows it, and the line that sums up. */
export function lastLines({ passed, failed, skipped, failures }: Tally): string {
  const repeated = failures.map((failure) => `FAILED   ${shortened(failure)}\n\n`).join('');
  return `${repeated}tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}

const mostLines = 25;

function shortened(text: string): string {
  return text.split('\n').slice(0, mostLines).join('\n');
}

/** Runs one named piece of work that counts as one test; a failure shows why and lets the others go on. */
export async function countOne(name: string, work: () => Promise<unknown>): Promise<Tally> {
  const began = performance.now();
  try {
    await work();
    console.log(`passed   ${name} (${seconds(began)})`);
    return { ...emptyTally(), passed: 1 };
  } catch (error) {
    if (isStopping()) return exit(1);
    const why = error instanceof Error ? error.message : String(error);
    console.log(`FAILED   ${name} (${seconds(began)})\n${why}\n`);
    return { ...emptyTally(), failed: 1, failures: [`${name}\n${why}`] };
  }
}

/** Work whose tool is missing on this machine: named, counted, and under REQUIRE_ALL a failure. */
export function countMissing(name: string, count: number, why: string): Tally {
  const isFailure = process.env.REQUIRE_ALL === '1';
  console.log(`${isFailure ? 'FAILED ' : 'skipped'}  ${name} (${count}): ${why}`);
  return isFailure
    ? { ...emptyTally(), failed: count, failures: [`${name} (${count}): ${why}`] }
    : { ...emptyTally(), skipped: count };
}
