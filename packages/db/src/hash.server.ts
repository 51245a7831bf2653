import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One short hash over the contents of files and folders under `root`. Tests and generated code in them do not count. */
export function hashFiles(root: string, paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(root, path))
      hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(root: string, path: string): string[] {
  const place = join(root, path);
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  const names = readdirSync(place).filter((name) => name !== 'generated' && name !== 'node_modules');
  return names.sort().flatMap((name) => filesUnder(root, `${path}/${name}`));
}
