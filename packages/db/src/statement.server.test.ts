import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('no two statements have one name: a connection that knows both refuses the second', () => {
  const packages = join(import.meta.dirname, '../..');
  const names = globSync('*/src/**/*.server.ts', { cwd: packages })
    .map((path) => readFileSync(join(packages, path), 'utf8'))
    .flatMap((source) => [...source.matchAll(/statement(?:<[^(]*>)?\(\s*'([a-z0-9_]+)'/g)])
    .map(([, name]) => name);

  expect(names.length).toBeGreaterThan(300);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
