import { seconds } from './step.ts';
import { exit, isStopping } from './stopping.ts';

/** What a test run adds up to. */
export type Tally = { passed: number; failed: number; skipped: number };

/** A run without any test yet. */
export function emptyTally(): Tally {
  return { passed: 0, failed: 0, skipped: 0 };
}

/** The sum of several runs. */
export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    emptyTally(),
  );
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  return `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
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
    console.log(
      `FAILED   ${name} (${seconds(began)})\n${error instanceof Error ? error.message : String(error)}\n`,
    );
    return { ...emptyTally(), failed: 1 };
  }
}

/** Work whose tool is missing on this machine: named, counted, and under REQUIRE_ALL a failure. */
export function countMissing(name: string, count: number, why: string): Tally {
  const isFailure = process.env.REQUIRE_ALL === '1';
  console.log(`${isFailure ? 'FAILED ' : 'skipped'}  ${name} (${count}): ${why}`);
  return isFailure ? { ...emptyTally(), failed: count } : { ...emptyTally(), skipped: count };
}
