import { useTestDatabase } from '@tessera/core/testing.server.ts';
import { expect, test } from 'vitest';
import * as entry from '../entry.server.tsx';

// Every address of the description is asked on the demo networks, and what comes back is what the description says.

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();

type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | object;
  items?: Schema;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
};
type Operation = {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
};

async function ask(path: string): Promise<{ status: number; body: unknown }> {
  const request = new Request(`http://tessera.test/api${path}`, { headers: { 'Accept-Language': 'en' } });
  const context = await entry.buildLoadContext({
    method: 'GET',
    headers: request.headers,
    path,
    ip: '127.0.0.1',
    requestId: 'test',
    nonce: 'nonce',
  });
  const answer = await entry.handleApi(request, context);
  return { status: answer.status, body: await answer.json() };
}

const description = (await ask('/openapi.json')).body as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};
const entries = Object.entries(description.paths).map(([path, { get }]) => ({ path, get: get as Operation }));

/** Where the answer is not what the schema says; a field that the schema does not name is told as well. */
function misfits(schema: Schema, value: unknown, at = 'answer'): string[] {
  if (schema.anyOf) {
    const each = schema.anyOf.map((choice) => misfits(choice, value, at));
    return each.some((found) => found.length === 0) ? [] : (each[0] ?? []);
  }
  if (schema.const !== undefined) return value === schema.const ? [] : [`${at} is no constant`];
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${at} is none of the values`];
  if (Array.isArray(value)) {
    if (schema.type !== 'array') return [`${at} is a list`];
    return value.flatMap((item, n) =>
      misfits(schema.prefixItems?.[n] ?? schema.items ?? {}, item, `${at}[${n}]`),
    );
  }
  if (value !== null && typeof value === 'object') {
    const { properties = {}, required = [], additionalProperties } = schema;
    if (schema.type !== 'object') return [`${at} is an object`];
    return [
      ...required.filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`),
      ...Object.entries(value).flatMap(([name, part]) => {
        const known = properties[name];
        if (known) return misfits(known, part, `${at}.${name}`);
        return typeof additionalProperties === 'object' ? [] : [`${at}.${name} is not named`];
      }),
    ];
  }
  const types = [schema.type ?? []].flat();
  const kind = value === null ? 'null' : typeof value;
  const isFine =
    types.length === 0 || types.includes(kind) || (kind === 'number' && types.includes('integer'));
  return isFine ? [] : [`${at} is ${kind}, not ${types}`];
}

test('the description is whole, and each address says what it takes', () => {
  expect(description.openapi).toMatch(/^3\.[01]\.\d$/);
  expect(entries.map(({ path }) => path).toSorted()).toEqual([
    '/certificates/{code}',
    '/networks',
    '/networks/{network}',
    '/networks/{network}/cards',
    '/networks/{network}/institutions',
    '/networks/{network}/institutions/{institutionId}',
    '/networks/{network}/library',
    '/networks/{network}/library/{resourceId}',
    '/networks/{network}/stories',
    '/networks/{network}/stories/{initiativeId}',
    '/networks/{network}/trainings',
    '/networks/{network}/trainings/{trainingId}',
    '/trainings',
  ]);
  for (const { path, get } of entries) {
    const declared = (get.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => name);
    expect([path, declared]).toEqual([path, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)]);
    expect(get.operationId).toBeTruthy();
    expect(get.responses['200']?.content?.['application/json']?.schema).toBeTruthy();
  }
});

test('each address answers on the demo networks as the description says', async () => {
  const { networks } = (await ask('/networks')).body as { networks: { code: string }[] };
  const firstOf = async (path: string, list: string | null) => {
    for (const { code } of networks) {
      const { status, body } = await ask(`/networks/${code}/${path}`);
      if (status !== 200) continue;
      const rows = (list ? (body as Record<string, unknown>)[list] : body) as { id: string }[];
      if (rows[0]) return { network: code, id: rows[0].id };
    }
    return undefined;
  };
  const found: Record<string, { network: string; id: string } | undefined> = {
    trainingId: await firstOf('trainings', 'trainings'),
    institutionId: await firstOf('institutions', 'institutions'),
    initiativeId: await firstOf('stories', null),
    resourceId: await firstOf('library', 'resources'),
  };

  expect(Object.entries(found).filter(([, each]) => !each)).toEqual([]);
  for (const { path, get } of entries) {
    const own = Object.entries(found).find(([name]) => path.includes(`{${name}}`));
    const address = path
      .replace('{network}', own?.[1]?.network ?? 'un')
      .replace(/\{(\w+)\}/g, (_, name: string) => found[name]?.id ?? '0000-0000-0000');
    const { status, body } = await ask(address);
    const isUnknownCode = path.startsWith('/certificates/');
    expect([address, status]).toEqual([address, isUnknownCode ? 404 : 200]);
    const schema = get.responses['200']?.content?.['application/json']?.schema ?? {};
    if (!isUnknownCode) expect([address, misfits(schema, body).slice(0, 5)]).toEqual([address, []]);
  }
});

test('what is not there is told in the same format, whatever the address', async () => {
  for (const { path } of entries.filter((each) => each.path.includes('{network}'))) {
    const address = path
      .replace('{network}', 'nowhere')
      .replace(/\{\w+\}/g, '01900000-0000-7000-8000-000000000000');
    const { status, body } = await ask(address);
    expect([address, status, Object.keys(body as object).toSorted()]).toEqual([
      address,
      404,
      ['code', 'data', 'message'],
    ]);
  }
});

test('people are in no answer but on a certificate', () => {
  const text = JSON.stringify(entries.filter(({ path }) => !path.startsWith('/certificates')));

  expect(text).not.toMatch(/"(email|phone|personId|givenName|familyName|staff|focalPoint|createdById)"/);
});
