/** What may happen with a field. `pub`, `int`, `per`, `conf`, `spec` as data protection has them; `secret` opens a door. */
export const dataClasses = ['pub', 'int', 'per', 'conf', 'spec', 'secret'] as const;
export type DataClass = (typeof dataClasses)[number];

/**
 * Reads the classes that stand beside the fields of a Prisma schema: `/// @class conf`.
 * @returns class by table and column, as the database names them
 * @throws when a class is unknown
 */
export function parseClasses(schema: string): Record<string, Record<string, DataClass>> {
  const tables: Record<string, Record<string, DataClass>> = {};
  for (const [, body = ''] of schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)) {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1];
    if (!table) continue;
    const columns = Object.fromEntries(classedFields(body));
    if (Object.keys(columns).length > 0) tables[table] = columns;
  }
  return tables;
}

function classedFields(body: string): [column: string, dataClass: DataClass][] {
  const found: [string, DataClass][] = [];
  let pending: DataClass | null = null;
  for (const line of body.split('\n')) {
    const named = /^\s+\/\/\/ @class (\w+)/.exec(line)?.[1];
    if (named) pending = known(named);
    const field = /^ {2}(\w+)\s+\w/.exec(line)?.[1];
    if (!field) continue;
    if (pending) found.push([/@map\("(\w+)"\)/.exec(line)?.[1] ?? field, pending]);
    pending = null;
  }
  return found;
}

function known(name: string): DataClass {
  const found = dataClasses.find((each) => each === name);
  if (!found) throw new Error(`unknown class of data: ${name}`);
  return found;
}

/** The module that carries the classes to the code, as text. */
export function classesModule(tables: Record<string, Record<string, DataClass>>): string {
  const lines = Object.entries(tables)
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([table, columns]) => [
      `  ${table}: {`,
      ...Object.entries(columns).map(([column, dataClass]) => `    ${column}: '${dataClass}',`),
      '  },',
    ]);
  return [
    '/** The class of each field, by table and column. Made from the schema: `vitest run packages/db/src/classes.test.ts -u`. */',
    'export const fieldClasses = {',
    ...lines,
    '} as const;',
    '',
  ].join('\n');
}
