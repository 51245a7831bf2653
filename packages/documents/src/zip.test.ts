import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { zipFile } from './zip.server.ts';

const reader = `import sys, zipfile, json
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(json.dumps({i.filename: [z.read(i).decode(), list(i.date_time)] for i in z.infolist()}))`;

test('another program reads every file under its name, whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-zip-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'a.zip');
  const long = 'ș'.repeat(100_000);
  const bytes = (text: string) => Buffer.from(text);

  writeFileSync(
    file,
    zipFile(
      [
        { name: 'дата.json', bytes: bytes('{"ț":1}') },
        { name: 'data/long.txt', bytes: bytes(long) },
        { name: 'empty', bytes: bytes('') },
      ],
      new Date('2026-11-22T09:30:10Z'),
    ),
  );

  expect(JSON.parse(execFileSync('python3', ['-c', reader, file], { encoding: 'utf8' }))).toEqual({
    'дата.json': ['{"ț":1}', [2026, 11, 22, 9, 30, 10]],
    'data/long.txt': [long, [2026, 11, 22, 9, 30, 10]],
    empty: ['', [2026, 11, 22, 9, 30, 10]],
  });
});
