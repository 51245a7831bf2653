import { fieldClasses } from '@tessera/db/classes.ts';

/**
 * Names that a log never shows, wherever they stand in a line: every field that is confidential, opens a door or is
 * personal. A name that means something harmless elsewhere (`state`, `language`) is left out.
 */
export const redactedPaths: string[] = names().flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

function names(): string[] {
  const all = Object.values(fieldClasses).flatMap(
    (columns) => Object.entries(columns) as [column: string, dataClass: string][],
  );
  const harmless = new Set(all.filter(([, each]) => each === 'int' || each === 'pub').map(([name]) => name));
  const kept = all.map(([name]) => name).filter((name) => name !== 'id' && !harmless.has(name));
  return [...new Set(kept.flatMap((name) => [name, camel(name)]))];
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
