import { DomainError } from '@tessera/core/errors.ts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { keepFiles } from './library-files.server.ts';
import { submit } from './submit.server.ts';

const Schema = z.object({
  email: z.email(),
  password: z.string().min(10),
  note: z.string().optional(),
  people: z.array(z.object({ name: z.string() })).optional(),
});

function formArgs(fields: Record<string, string>, language = 'en') {
  const request = new Request('http://tessera.test/', { method: 'POST', body: new URLSearchParams(fields) });
  return { request, context: { language } } as Parameters<typeof submit>[0];
}

const good = { email: 'ana@demo.example', password: 'long enough 1' };

test('a good form reaches its verb as typed', async () => {
  const answer = await submit(formArgs({ ...good, note: 'hello' }), Schema, async (input) => input);

  expect(answer).toEqual({ ...good, note: 'hello' });
});

test('a wrong field comes back with its problem and with what was typed, never with a password', async () => {
  const answer = await submit(formArgs({ email: 'ana', password: 'short' }), Schema, async () => 'done');

  expect(answer).toMatchObject({
    init: { status: 422 },
    data: {
      initialValue: { email: 'ana' },
      error: {
        email: ['Write an e-mail address, for example name@example.org.'],
        password: ['Use at least 10 characters.'],
      },
    },
  });
  expect(JSON.stringify(answer)).not.toContain('short');
});

test('a refusal that several fields meet stands beside each of them', async () => {
  const answer = await submit(formArgs(good), Schema, async () => {
    throw new DomainError('translation_changed', {}, ['people[0].name', 'people[2].name']);
  });

  const said = [expect.stringMatching(/^Somebody else has changed this text meanwhile/)];
  expect(answer).toMatchObject({
    init: { status: 409 },
    data: { error: { 'people[0].name': said, 'people[2].name': said } },
  });
});

test('only what is secret is not shown again: an address with a code in its name is, a one-time code is not', async () => {
  const Secrets = z.object({ code: z.string(), postcode: z.string(), tokenId: z.string() }).partial();
  const typed = {
    code: 'T7',
    postcode: '540026',
    tokenId: 'id-1',
    currentPassword: 'pw-1',
    passphrase: 'pw-2',
    token: 'pw-3',
    clientSecret: 'pw-4',
  };
  const send = (secrets: string[]) =>
    submit(
      formArgs(typed),
      Secrets,
      async () => {
        throw new DomainError('wrong_code', {}, 'code');
      },
      { secrets },
    );

  const { code, postcode, tokenId } = typed;
  expect(await send([])).toMatchObject({ data: { initialValue: { code, postcode, tokenId } } });
  expect(await send(['code'])).toMatchObject({ data: { initialValue: { postcode, tokenId } } });
  expect(JSON.stringify(await send(['code']))).not.toMatch(/T7|pw-/);
});

test('what the core refuses about a field stands beside the field', async () => {
  const answer = await submit(formArgs(good), Schema, async () => {
    throw new DomainError('code_taken', {}, 'email');
  });

  expect(answer).toMatchObject({ init: { status: 422 }, data: { error: { email: [expect.any(String)] } } });
});

test('what the core refuses as a whole stands above the form, with its status', async () => {
  const answer = await submit(formArgs(good), Schema, async () => {
    throw new DomainError('too_many_attempts');
  });

  expect(answer).toMatchObject({ init: { status: 429 }, data: { error: { '': [expect.any(String)] } } });
});

test('what is prepared stays in a form that comes back, whatever is wrong', async () => {
  const send = (email: string, refusal?: DomainError) =>
    submit(formArgs({ ...good, email }), Schema, async () => 'done', {
      prepare: async (form) => {
        form.set('note', 'prepared');
        if (refusal) throw refusal;
      },
    });

  expect(await send(good.email)).toBe('done');
  expect(await send('ana')).toMatchObject({
    init: { status: 422 },
    data: { initialValue: { note: 'prepared' } },
  });
  expect(await send('ana', new DomainError('picture_svg', {}, 'note'))).toMatchObject({
    init: { status: 422 },
    data: { initialValue: { note: 'prepared' }, error: { note: [expect.stringMatching(/SVG/)] } },
  });
});

test('of several files that cannot be kept each is named, and those that can stay in the form', async () => {
  const body = new FormData();
  for (const name of ['a.exe', 'b.pdf', 'c.svg']) body.append('files', new File(['x'], name));
  const request = new Request('http://tessera.test/', { method: 'POST', body });
  const args = { request, context: { language: 'en' } } as Parameters<typeof submit>[0];
  const keep = async ({ name }: { name: string }) => {
    if (name === 'b.pdf') return 'kept-1';
    throw new DomainError(name === 'a.exe' ? 'file_type' : 'file_svg', { name }, 'files');
  };

  const answer = await submit(args, z.object({}), async () => 'done', {
    prepare: (form) => keepFiles(form, keep),
  });

  expect(answer).toMatchObject({
    data: {
      error: {
        files: [
          expect.stringMatching(/^“a\.exe” is not a kind/),
          expect.stringMatching(/^“c\.svg” is an SVG/),
        ],
      },
      initialValue: { files: [{ fileId: 'kept-1' }] },
    },
  });
});

test('a body that is no form is an answer 400', async () => {
  const args = formArgs(good);
  const request = new Request('http://tessera.test/', {
    method: 'POST',
    body: '{',
    headers: { 'Content-Type': 'application/json' },
  });

  await expect(submit({ ...args, request }, Schema, async () => 'done')).rejects.toMatchObject({
    init: { status: 400 },
  });
});

test('a bug is not dressed up as a mistake of the person', async () => {
  const bug = new Error('bug');

  await expect(
    submit(formArgs(good), Schema, async () => {
      throw bug;
    }),
  ).rejects.toBe(bug);
});

test('names and buttons that no page has are an answer 400', async () => {
  const nonsense: Record<string, string>[] = [
    { 'password[0][a]': 'x' },
    { 'email[99999999]': 'x' },
    { 'code.__proto__': 'x' },
    { __intent__: '{"type":"insert' },
    { __intent__: '{"type":"insert","payload":{"name":"email"}}' },
    { __state__: '{' },
    { people: 'x' },
    { 'people[0]': 'x' },
    { 'people.name': 'x' },
    { people: 'x', __intent__: '{"type":"validate","payload":{}}' },
  ];

  for (const fields of nonsense) {
    const answer = submit(formArgs({ ...good, ...fields }), Schema, async () => 'done');
    await expect(answer, JSON.stringify(fields)).rejects.toMatchObject({ init: { status: 400 } });
  }
});
