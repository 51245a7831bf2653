import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashFiles } from '@tessera/db/hash.server.ts';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/** A path inside the project. */
export function inProject(...parts: string[]): string {
  return join(ROOT, ...parts);
}

/** The folder for everything that the demo writes. */
export function dataFolder(): string {
  return resolve(ROOT, process.env.TESSERA_DATA || '.tessera');
}

/** One hash over the contents of files and folders of the project; tests in them do not count. */
export function hashOf(paths: string[]): string {
  return hashFiles(ROOT, paths);
}

/** The program of a package, such as `biome`. */
export function bin(name: string): string {
  return inProject('node_modules', '.bin', name);
}
