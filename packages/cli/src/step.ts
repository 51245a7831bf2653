import { isStopping } from './stopping.ts';

let isLineOpen = false;

/** Shows one line for a step of set-up: its name at once, its duration when done, a returned text in between. */
export async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  process.stdout.write(`${name} ... `);
  isLineOpen = true;
  try {
    const result = await work();
    close(name, `${typeof result === 'string' && result ? `${result}, ` : ''}${seconds(began)}`);
    return result;
  } catch (error) {
    close(name, isStopping() ? 'stopped' : 'failed');
    throw error;
  }
}

/** Shows a line that belongs to the step under way. */
export function report(line: string): void {
  writeLine(`  ${line}`);
}

/** Shows a whole line, also while a step waits in the middle of one. */
export function writeLine(line: string): void {
  process.stdout.write(isLineOpen ? `\n${line}\n` : `${line}\n`);
  isLineOpen = false;
}

/** "1.2 s" since a moment of `performance.now()`. */
export function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

function close(name: string, words: string): void {
  process.stdout.write(isLineOpen ? `${words}\n` : `${name}: ${words}\n`);
  isLineOpen = false;
}
