import type { APIResponse } from '@playwright/test';
import { dataOnly, withAction } from './pages.ts';
import { expect, test } from './support.ts';

const nobody = '01900000-0000-7000-8000-000000000000';
/** What a form sends when someone plays with it. */
const forms: Record<string, Record<string, string>> = {
  empty: {},
  huge: fill('x'.repeat(40_000)),
  'wrong types': fill('[object Object]', '[0][a]'),
  'unknown names': { '__proto__[polluted]': 'yes', 'constructor[prototype]': 'yes', intent: '{"type":"x"' },
  'a broken button': { __intent__: '{"type":"insert","payload":{"name":"__proto__","defaultValue":' },
  'a null character': fill('a\0b'),
};

test('every form refuses nonsense with a page', { tag: '@once' }, async ({ as, request }) => {
  const coordinator = (await as('coord.un')).request;
  const { trainings } = await (await request.get('/api/networks/un/trainings')).json();
  const real = trainings.find(({ code }: { code: string }) => code === 'UN-T8').id;
  const wrong: string[] = [];

  for (const page of withAction) {
    for (const [kind, form] of Object.entries(forms)) {
      for (const [who, caller, ids] of [
        ['visitor', request, nobody],
        ['coordinator', coordinator, nobody],
        ...(isHarmless(page) ? [['coordinator', coordinator, real] as const] : []),
      ] as const) {
        if (who === 'coordinator' && /^sign-out|^account\//.test(page)) continue;
        const address = addressOf(page, ids);
        const answer = await caller.post(address, { form, maxRedirects: 0 });
        const problem = await problemOf(answer, dataOnly.includes(page));
        if (problem) wrong.push(`${who} ${address} ${kind}: ${problem}`);
      }
    }
  }

  expect(wrong).toEqual([]);
});

test('a refusal that repeats a word without end stays within a phone', { tag: '@once' }, async ({ as }) => {
  const coordinator = await as('coord.un');
  await coordinator.setViewportSize({ width: 320, height: 800 });
  await coordinator.goto('/n/un/invitations/new');

  await coordinator.getByLabel('E-mail addresses').fill('x'.repeat(300));
  await coordinator.getByRole('radio', { name: 'Viewer' }).check();
  await coordinator.getByRole('button', { name: 'Send', exact: true }).click();

  await expect(coordinator.getByRole('alert')).toContainText('x'.repeat(300));
  expect(await coordinator.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('what is no form is refused before anything reads it', { tag: '@once' }, async ({ request }) => {
  const json = { 'Content-Type': 'application/json' };
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const boundless = { 'Content-Type': 'multipart/form-data; boundary=x' };
  const cases: [string, number, Promise<APIResponse>][] = [
    ['malformed JSON', 415, request.post('/sign-in', { headers: json, data: Buffer.from('{"email":') })],
    ['XML', 415, request.post('/sign-in', { headers: { 'Content-Type': 'text/xml' }, data: '<a/>' })],
    [
      'a cut upload',
      400,
      request.post('/sign-in', { headers: boundless, data: Buffer.from('--x\r\nbroken') }),
    ],
    [
      'two megabytes',
      413,
      request.post('/sign-in', { headers: form, data: `email=${'a'.repeat(2_000_000)}` }),
    ],
    [
      'another site',
      403,
      request.post('/sign-in', {
        headers: { 'Sec-Fetch-Site': 'cross-site' },
        form: { email: 'a@b.example' },
      }),
    ],
    [
      'another origin',
      403,
      request.post('/sign-in', { headers: { Origin: 'https://elsewhere.example' }, form: {} }),
    ],
    ['a page without a form', 405, request.post('/networks', { form: {} })],
    ['a null in the address', 400, request.get('/n/un%00')],
    ['half a character in the address', 400, request.get('/n/%E0%A4%A')],
    [
      'malformed JSON to the API',
      404,
      request.post('/api/networks', { headers: json, data: Buffer.from('{') }),
    ],
  ];

  for (const [name, status, asking] of cases) {
    const answer = await asking;
    expect([name, answer.status()]).toEqual([name, status]);
    expect(await answer.text()).not.toMatch(/\n\s+at |node_modules|prisma/i);
  }
});

test('the description of the API is whole, and each of its addresses works', { tag: '@once' }, async ({
  request,
}) => {
  const description = await (await request.get('/api/openapi.json')).json();
  const { trainings } = await (await request.get('/api/networks/un/trainings')).json();
  const { institutions } = await (await request.get('/api/networks/un/institutions')).json();
  // What the network may have none of is asked for in vain.
  const values: Record<string, string> = {
    network: 'un',
    trainingId: trainings[0].id,
    institutionId: institutions[0].id,
    initiativeId: nobody,
    resourceId: nobody,
    code: '0000000000000000',
  };
  const entries = Object.entries<Record<string, Operation>>(description.paths);

  expect(description.openapi).toMatch(/^3\.[01]\.\d$/);
  expect(description.info).toMatchObject({ title: 'Tessera' });
  expect(entries.length).toBeGreaterThan(4);
  for (const [path, operations] of entries) {
    expect(Object.keys(operations)).toEqual(['get']);
    const { get } = operations;
    expect(get?.operationId).toBeTruthy();
    expect(get?.responses['200']?.content?.['application/json']?.schema).toBeTruthy();
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = (get?.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(declared.map(({ name }) => name)).toEqual(names);

    const address = path.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
    const answer = await request.get(`/api${address}`);
    const isInVain = /\{(code|initiativeId|resourceId)\}/.test(path);
    expect([address, answer.status()]).toEqual([address, isInVain ? 404 : 200]);
    expect(answer.headers()['content-type']).toContain('application/json');
  }
});

test('the API answers what it does not know in its own format', { tag: '@once' }, async ({ request }) => {
  for (const address of [
    '/api/nothing',
    '/api/networks/nowhere',
    '/api/networks/nowhere/trainings',
    `/api/networks/un/trainings/${nobody}`,
    '/api/networks/un/trainings/what-is-this',
    '/api/certificates/unknown',
  ]) {
    const answer = await request.get(address);
    expect([address, answer.status()]).toEqual([address, address.endsWith('this') ? 400 : 404]);
    expect(answer.headers()['content-type']).toContain('application/json');
    expect(await answer.text()).not.toMatch(/\n\s+at |node_modules|prisma/i);
  }
  const wrong = await request.get('/api/networks/un/trainings?page=abc&sort=sideways');
  expect(wrong.status()).toBe(400);
});

type Operation = {
  operationId?: string;
  parameters?: { name: string; in: string }[];
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
};

async function problemOf(answer: APIResponse, isData: boolean): Promise<string | null> {
  const status = answer.status();
  if (status === 302) return null;
  if (status < 400 && status !== 200) return `status ${status}`;
  if (status >= 500) return `status ${status}`;
  const text = await answer.text();
  if (/\n\s+at |node_modules|prisma/i.test(text)) return 'tells how it is built';
  return isData || /<h1[\s>]/.test(text) ? null : 'no page';
}

/** Pages where even an accepted form changes nothing that another journey needs. */
function isHarmless(page: string): boolean {
  return /^n\/:network\/trainings\/:training\/(edit|capacity|registration|attendance|publication|sharing)$/.test(
    page,
  );
}

function addressOf(page: string, id: string): string {
  return `/${page}`.replace(':network', 'un').replace(/:\w+/g, id);
}

function fill(value: string, suffix = ''): Record<string, string> {
  const names = ['email', 'password', 'code', 'capacity', 'sessions', 'texts', 'places', 'more'];
  const more = ['requestKey', 'institutionId', 'marks', 'sessionId', 'givenName', 'language', 'move', 'role'];
  return Object.fromEntries([...names, ...more].map((name) => [name + suffix, value]));
}
