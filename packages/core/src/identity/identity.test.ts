import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { buildContext, createCaller } from '../api.server.ts';
import type { RequestContext } from '../context.server.ts';
import { as, newNetwork, newPerson, refusal, requestOf, useTestDatabase } from '../testing.server.ts';
import { hashPassword } from './passwords.server.ts';
import { linkToken, oneTimeCode } from './secrets.server.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

const password = 'correct horse battery';
const passwordHash = await hashPassword(password);

const somebody = async () => newPerson(await newNetwork(), 'mentor', null, { passwordHash });

/** The request that follows: with the cookies that the last one set. */
async function following(ctx: RequestContext): Promise<RequestContext> {
  const cookie = ctx.setCookies.map((header) => header.split(';')[0]).join('; ');
  return buildContext({ headers: new Headers({ cookie }), ip: ctx.ip, requestId: 'next' });
}

async function signedIn(email: string) {
  const ctx = requestOf(null);
  await createCaller(ctx).identity.signIn({ email, password });
  return following(ctx);
}

const lastToken = async (personId: string) =>
  (
    await admin.query<{ id: string }>(
      'select id from login_token where person_id = $1 order by created_at desc, id desc limit 1',
      [personId],
    )
  ).rows[0]?.id ?? '';

test('the right password signs in, with a cookie that scripts and other sites cannot use', async () => {
  const person = await somebody();
  const ctx = requestOf(null);

  await createCaller(ctx).identity.signIn({ email: person.email.toUpperCase(), password });

  expect(ctx.setCookies[0]).toMatch(/^tessera_session=[a-z0-9]{30,}; .*HttpOnly; .*SameSite=Lax/i);
  expect((await createCaller(await following(ctx)).identity.me())?.email).toBe(person.email);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const person = await somebody();

  const wrong = await refusal(as(null).identity.signIn({ email: person.email, password: 'wrong' }));
  const unknown = await refusal(as(null).identity.signIn({ email: 'nobody-here@demo.example', password }));

  expect([wrong, unknown]).toEqual(['wrong_credentials', 'wrong_credentials']);
});

test('guessing is slowed per account, and it says so', async () => {
  const person = await somebody();
  const guess = () => refusal(as(null).identity.signIn({ email: person.email, password: 'wrong' }));
  for (let count = 0; count < 8; count++) expect(await guess()).toBe('wrong_credentials');

  expect(await guess()).toBe('too_many_attempts');
  expect(await refusal(as(null).identity.signIn({ email: person.email, password }))).toBe(
    'too_many_attempts',
  );
});

test('guessing is slowed per address, whatever the account', async () => {
  const ctx = requestOf(null);
  const guess = (count: number) =>
    refusal(
      createCaller(ctx).identity.signIn({ email: `guess${count}-${ctx.ip}@demo.example`, password: 'wrong' }),
    );
  for (let count = 0; count < 60; count++) await guess(count);

  expect(await guess(61)).toBe('too_many_attempts');
});

test('a house whose people share one address signs in all day, and guessing from it is still slowed', async () => {
  const person = await somebody();
  const ctx = requestOf(null);
  const caller = createCaller(ctx);
  const guess = (count: number) =>
    refusal(caller.identity.signIn({ email: `guess${count}-${ctx.ip}@demo.example`, password: 'wrong' }));
  for (let count = 0; count < 59; count++) await guess(count);

  for (let count = 0; count < 3; count++) await caller.identity.signIn({ email: person.email, password });

  expect(await guess(60)).toBe('wrong_credentials');
  expect(await guess(61)).toBe('too_many_attempts');
});

test('a one-time code signs in once', async () => {
  const person = await somebody();
  const { tokenId } = await as(null).identity.requestCode({ email: person.email });
  const ctx = requestOf(null);

  await createCaller(ctx).identity.signInWithCode({ tokenId, code: oneTimeCode(tokenId) });

  expect((await createCaller(await following(ctx)).identity.me())?.email).toBe(person.email);
  expect(await refusal(as(null).identity.signInWithCode({ tokenId, code: oneTimeCode(tokenId) }))).toBe(
    'wrong_code',
  );
});

test('two presses at once with one code open one session', async () => {
  const person = await somebody();
  const { tokenId } = await as(null).identity.requestCode({ email: person.email });

  const outcomes = await Promise.allSettled(
    [1, 2, 3].map(() => as(null).identity.signInWithCode({ tokenId, code: oneTimeCode(tokenId) })),
  );

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('after five wrong tries the right code no longer works', async () => {
  const person = await somebody();
  const { tokenId } = await as(null).identity.requestCode({ email: person.email });
  const wrong = oneTimeCode(tokenId) === '000000' ? '000001' : '000000';
  for (let count = 0; count < 5; count++)
    await refusal(as(null).identity.signInWithCode({ tokenId, code: wrong }));

  expect(await refusal(as(null).identity.signInWithCode({ tokenId, code: oneTimeCode(tokenId) }))).toBe(
    'wrong_code',
  );
});

test('asking for a code looks the same for an unknown address, and no event is written', async () => {
  const count = async () =>
    (
      await admin.query('select count(*)::int as count from domain_event where network_id = $1', [
        platformNetworkId,
      ])
    ).rows[0].count;
  const before = await count();

  const answer = await as(null).identity.requestCode({ email: 'unknown-address@demo.example' });

  expect(answer.tokenId).toMatch(/^[0-9a-f-]{36}$/);
  expect(await count()).toBe(before);
});

test('no event and no table holds a code or a link', async () => {
  const person = await somebody();
  const { tokenId } = await as(null).identity.requestCode({ email: person.email });
  await as(null).identity.requestReset({ email: person.email });
  const resetId = await lastToken(person.personId);

  const { rows } = await admin.query<{ all: string }>(
    `select (select string_agg(e::text, '') from domain_event e where object_id = $1) || (select string_agg(t::text, '') from login_token t where person_id = $1) as all`,
    [person.personId],
  );

  expect(rows[0]?.all).toContain(tokenId);
  expect(rows[0]?.all).not.toContain(oneTimeCode(tokenId));
  expect(rows[0]?.all).not.toContain(linkToken('password_reset', resetId));
});

test('a new password by link works once and ends every other session', async () => {
  const person = await somebody();
  const old = await signedIn(person.email);
  await as(null).identity.requestReset({ email: person.email });
  const tokenId = await lastToken(person.personId);
  const link = { tokenId, token: linkToken('password_reset', tokenId) };
  await as(null).identity.checkReset(link);

  await as(null).identity.resetPassword({ ...link, password: 'another long one' });

  expect(await refusal(as(null).identity.resetPassword({ ...link, password: 'a third long one' }))).toBe(
    'link_expired',
  );
  expect(
    (
      await buildContext({
        headers: new Headers({ cookie: `tessera_session=${old.sessionId}` }),
        ip: '1',
        requestId: 'x',
      })
    ).actor,
  ).toBeNull();
  expect(await refusal(as(null).identity.signIn({ email: person.email, password }))).toBe(
    'wrong_credentials',
  );
});

test('a link with another token, or an old one, is refused', async () => {
  const person = await somebody();
  await as(null).identity.requestReset({ email: person.email });
  const tokenId = await lastToken(person.personId);
  const later = new Date(Date.now() + 61 * 60_000);

  expect(
    await refusal(as(null).identity.checkReset({ tokenId, token: linkToken('invitation', tokenId) })),
  ).toBe('link_expired');
  expect(
    await refusal(
      as(null, later).identity.checkReset({ tokenId, token: linkToken('password_reset', tokenId) }),
    ),
  ).toBe('link_expired');
});

test('sessions are listed, one can be ended, and all at once', async () => {
  const person = await somebody();
  const phone = await signedIn(person.email);
  const laptop = await signedIn(person.email);
  const list = await createCaller(laptop).identity.sessions();
  expect(list.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);

  await createCaller(laptop).identity.endSession({
    session: list.find(({ isCurrent }) => !isCurrent)?.id ?? '',
  });
  const cookie = (ctx: RequestContext) => new Headers({ cookie: `tessera_session=${ctx.sessionId}` });
  expect((await buildContext({ headers: cookie(phone), ip: '1', requestId: 'x' })).actor).toBeNull();

  await createCaller(laptop).identity.signOutEverywhere();
  expect((await buildContext({ headers: cookie(laptop), ip: '1', requestId: 'x' })).actor).toBeNull();
});

test('the database holds no session that could be used as it stands', async () => {
  const person = await somebody();
  const ctx = await signedIn(person.email);

  const { rows } = await admin.query<{ id: string }>('select id from session where person_id = $1', [
    person.personId,
  ]);

  expect(rows).toHaveLength(1);
  expect(rows[0]?.id).not.toBe(ctx.sessionId);
  expect(
    (
      await buildContext({
        headers: new Headers({ cookie: `tessera_session=${rows[0]?.id}` }),
        ip: '1',
        requestId: 'x',
      })
    ).actor,
  ).toBeNull();
});

test('a locked person has no session any more', async () => {
  const person = await somebody();
  const ctx = await signedIn(person.email);

  await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.person.update({ where: { id: person.personId }, data: { state: 'locked' } }),
  );

  expect(
    (
      await buildContext({
        headers: new Headers({ cookie: `tessera_session=${ctx.sessionId}` }),
        ip: '1',
        requestId: 'x',
      })
    ).actor,
  ).toBeNull();
  expect(await refusal(as(null).identity.signIn({ email: person.email, password }))).toBe(
    'wrong_credentials',
  );
});
