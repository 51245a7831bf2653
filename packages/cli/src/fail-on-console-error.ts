import { format } from 'node:util';
import { afterEach } from 'vitest';

// Loaded before every test file: whatever is said on console.error is a fault of the test or of the code.
const said: string[] = [];

console.error = (...words: unknown[]) => {
  said.push(format(...words));
};

afterEach(() => {
  const lines = said.splice(0);
  if (lines.length > 0) throw new Error(`console.error was called:\n${lines.join('\n')}`);
});
