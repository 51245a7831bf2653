import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** What a test file came to; `failures` say the name of the test and why. */
export type FileReport = { file: string; passed: number; skipped: number; failures: string[] };

/**
 * Writes what each test file came to into the file that `UNIT_REPORT` names: also errors outside every test.
 * @public vitest loads it by the name of its file
 */
export default class UnitReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const files = modules.map(fileReport);
    for (const error of unhandled) {
      const path = error.VITEST_TEST_PATH;
      const file = typeof path === 'string' ? relative('.', path) : '';
      const failure = `an error outside its tests\n${worded(error)}`;
      const known = files.find((report) => report.file === file);
      if (known) known.failures.push(failure);
      else files.push({ file, passed: 0, skipped: 0, failures: [failure] });
    }
    writeFileSync(process.env.UNIT_REPORT ?? 'unit-report.json', JSON.stringify(files));
  }
}

function fileReport(module: TestModule): FileReport {
  const report: FileReport = { file: module.relativeModuleId, passed: 0, skipped: 0, failures: [] };
  report.failures.push(...module.errors().map(worded));
  for (const test of module.children.allTests()) {
    const { state, errors } = test.result();
    if (state === 'passed') report.passed++;
    else if (state === 'failed') report.failures.push([test.fullName, ...errors.map(worded)].join('\n'));
    else report.skipped++;
  }
  for (const suite of module.children.allSuites()) report.failures.push(...suite.errors().map(worded));
  return report;
}

function worded({ message, stack }: SerializedError): string {
  return stack?.includes(message) ? stack : `${message}\n${stack ?? ''}`;
}
