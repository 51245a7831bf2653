import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TOTP } from 'otpauth';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { buildContext, createCaller } from '../api.server.ts';
import type { RequestContext } from '../context.server.ts';
import { hashPassword } from '../identity/passwords.server.ts';
import { oneTimeCode } from '../identity/secrets.server.ts';
import {
  as,
  join,
  newNetwork,
  newPerson,
  refusal,
  requestOf,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';
import { callbackAddress } from './provider.server.ts';
import { type Account, startProvider } from './provider.testing.server.ts';

// A real provider answers here, over real sockets.

process.env.OWN_ACCOUNTS_LOOPBACK = '1';
const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
const oidc = await startProvider(callbackAddress('').replace(/\/$/, ''));
afterAll(async () => {
  await oidc.close();
  await admin.end();
});

const password = 'correct horse battery';
const passwordHash = await hashPassword(password);
const minutes = (count: number) => count * 60_000;

type World = { network: TestNetwork; coordinator: TestPerson; person: TestPerson; providerId: string };

async function connected(changes: Partial<{ issuer: string; domains: string }> = {}): Promise<World> {
  const network = await newNetwork();
  await admin.query(`update network set state = 'active' where id = $1`, [network.id]);
  const coordinator = await newPerson(network, 'coordinator');
  const person = await newPerson(network, 'mentor', null, { passwordHash });
  const { providerId } = await as(coordinator).ownAccounts.connect({
    network: network.code,
    name: 'Town of Bandholm',
    issuer: oidc.issuer,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    domains: 'demo.example',
    ...changes,
  });
  return { network, coordinator, person, providerId };
}

let count = 0;
/** An account at the provider. */
function account(values: Account): string {
  count += 1;
  const subject = `subject-${process.pid}-${count}`;
  oidc.accounts.set(subject, values);
  return subject;
}
const accountOf = ({ email }: TestPerson) => account({ email, email_verified: true });

const begun = ({ network, providerId }: World, next = '/home') =>
  as(null).ownAccounts.begin({ network: network.code, providerId, next });

async function arrive(world: World, subject: string, ctx: RequestContext = requestOf(null)) {
  const { to, carried } = await begun(world);
  const query = await oidc.answerAs(subject, to);
  const arrival = await createCaller(ctx).ownAccounts.finish({ network: world.network.code, carried, query });
  return { arrival, ctx, carried, query };
}

/** Who is signed in by what an answer set. */
async function whoIs(ctx: RequestContext): Promise<string | null> {
  const cookie = ctx.setCookies.map((header) => header.split(';')[0]).join('; ');
  const next = await buildContext({ headers: new Headers({ cookie }), ip: ctx.ip, requestId: 'next' });
  return next.actor?.personId ?? null;
}

/** What somebody has to agree to, whose account was proven for the first time. */
async function asked(world: World, subject: string): Promise<{ carried: string }> {
  const { arrival, ctx } = await arrive(world, subject);
  if (arrival.kind !== 'agree') throw new Error('nothing was asked');
  expect(ctx.setCookies).toEqual([]);
  return { carried: arrival.carried };
}

/** Signs in for the first time, agreeing with the password. */
async function linked(world: World, subject: string): Promise<RequestContext> {
  const { carried } = await asked(world, subject);
  const ctx = requestOf(null);
  await createCaller(ctx).ownAccounts.agreeWithPassword({ carried, password });
  return ctx;
}

/** Who is linked to an account in a network. */
async function links(network: TestNetwork): Promise<string[]> {
  const { rows } = await admin.query<{ personId: string }>(
    `select person_id as "personId" from account_link where network_id = $1`,
    [network.id],
  );
  return rows.map(({ personId }) => personId);
}

async function events(network: TestNetwork): Promise<string[]> {
  const { rows } = await admin.query<{ kind: string }>(
    `select kind from domain_event where network_id = $1 and kind like 'own_account.%' order by id`,
    [network.id],
  );
  return rows.map(({ kind }) => kind);
}

test('who was invited agrees once, and signs in with the account of their institution from then on', async () => {
  const world = await connected();
  const { network, person } = world;
  const subject = accountOf(person);

  const { carried } = await asked(world, subject);
  const before = [await links(network), await events(network)];
  const shown = await as(null).ownAccounts.agreement({ carried });
  const wrong = await refusal(as(null).ownAccounts.agreeWithPassword({ carried, password: 'wrong' }));
  const unlinked = await links(network);
  const ctx = requestOf(null);
  const agreed = await createCaller(ctx).ownAccounts.agreeWithPassword({ carried, password });
  const next = await arrive(world, subject);

  expect(before).toEqual([[], ['own_account.connected']]);
  expect(shown).toEqual({
    name: 'Town of Bandholm',
    network: expect.stringContaining(network.tag),
    email: person.email,
  });
  expect([wrong, unlinked]).toEqual(['wrong_password', []]);
  expect(agreed).toMatchObject({ next: '/home' });
  expect(next.arrival).toMatchObject({ kind: 'signed_in', next: '/home' });
  expect([await whoIs(ctx), await whoIs(next.ctx)]).toEqual([person.personId, person.personId]);
  expect(await links(network)).toEqual([person.personId]);
  expect(await events(network)).toEqual(['own_account.connected', 'own_account.linked']);
  expect(await refusal(as(null).ownAccounts.agreeWithPassword({ carried, password }))).toBe(
    'own_account_expired',
  );
});

test('whoever has no place there is refused alike, whether the address has a login or not, and nothing is written', async () => {
  const world = await connected();
  const elsewhere = await newPerson(await newNetwork(), 'mentor');
  const outside = await newPerson(world.network, 'mentor');
  await admin.query(`update person set email = $2 where id = $1`, [
    outside.personId,
    `${outside.personId}@other.example`,
  ]);
  const locked = await newPerson(world.network, 'mentor');
  await admin.query(`update person set state = 'locked' where id = $1`, [locked.personId]);
  const left = await newPerson(world.network, 'mentor');
  await admin.query(`update role_assignment set valid_until = now() where person_id = $1`, [left.personId]);
  const refused: [string, Account][] = [
    ['nobody has this address', { email: 'nobody-has-it@demo.example', email_verified: true }],
    ['the address is not verified', { email: world.person.email, email_verified: false }],
    ['nothing is said of it being verified', { email: world.person.email }],
    ['no address', {}],
    ['another network', { email: elsewhere.email, email_verified: true }],
    ['another domain', { email: `${outside.personId}@other.example`, email_verified: true }],
    ['a domain below', { email: 'x@below.demo.example', email_verified: true }],
    ['a locked login', { email: locked.email, email_verified: true }],
    ['a role that is over', { email: left.email, email_verified: true }],
  ];

  for (const [why, values] of refused) {
    const ctx = requestOf(null);
    const code = await refusal(arrive(world, account(values), ctx));
    expect([why, code, ctx.setCookies]).toEqual([why, 'own_account_unknown', []]);
  }
  expect(await links(world.network)).toEqual([]);
});

test('the subject decides afterwards: a changed address changes nothing, and an address that was given on opens nothing', async () => {
  const world = await connected();
  const subject = accountOf(world.person);
  await linked(world, subject);
  const other = await newPerson(world.network, 'mentor');

  oidc.accounts.set(subject, { email: other.email, email_verified: true });
  const moved = await arrive(world, subject);
  const successor = await refusal(arrive(world, accountOf(world.person)));

  expect(await whoIs(moved.ctx)).toBe(world.person.personId);
  expect(successor).toBe('own_account_unknown');
  expect(await links(world.network)).toEqual([world.person.personId]);
});

test('a code by mail agrees as well, and the code of somebody else does not', async () => {
  const world = await connected();
  const { carried } = await asked(world, accountOf(world.person));
  const stranger = await newPerson(world.network, 'mentor');
  const strange = await as(null).identity.requestCode({ email: stranger.email });
  const own = await as(null).ownAccounts.sendAgreementCode({ carried });
  const agree = (ctx: RequestContext, { tokenId }: { tokenId: string }) =>
    createCaller(ctx).ownAccounts.agreeWithCode({ carried, tokenId, code: oneTimeCode(tokenId) });

  const wrong = await refusal(agree(requestOf(null), strange));
  const ctx = requestOf(null);
  await agree(ctx, own);

  expect(wrong).toBe('wrong_code');
  expect(await whoIs(ctx)).toBe(world.person.personId);
});

test('who agreed is asked no more, also when another network gives them a role', async () => {
  const world = await connected();
  const subject = accountOf(world.person);
  await linked(world, subject);
  await join(await newNetwork(), world.person);

  expect((await arrive(world, subject)).arrival.kind).toBe('signed_in');
});

test('who lost their place between the answer and the agreement is not linked', async () => {
  const world = await connected();
  const { carried } = await asked(world, accountOf(world.person));
  await admin.query(`update role_assignment set valid_until = now() where person_id = $1`, [
    world.person.personId,
  ]);
  const ctx = requestOf(null);

  const end = await refusal(createCaller(ctx).ownAccounts.agreeWithPassword({ carried, password }));

  expect([end, ctx.setCookies, await links(world.network)]).toEqual(['own_account_unknown', [], []]);
});

test('a second step of the person is asked whatever the provider did: at the first sign-in and at every later one', async () => {
  const world = await connected();
  const { person } = world;
  const now = new Date();
  // Windows of 30 seconds: the code of each is used once.
  const at = (windows: number) => new Date(now.getTime() + windows * 30_000);
  const owner = as(person, now);
  await owner.secondStep.begin();
  const { key } = await owner.secondStep.key();
  const app = (windows: number) => new TOTP({ secret: key }).generate({ timestamp: at(windows).getTime() });
  await owner.secondStep.confirm({ code: app(0) });
  const subject = accountOf(person);

  for (const [index, kind] of ['agree', 'signed_in'].entries()) {
    const when = at(index + 1);
    const ctx = requestOf(null, when);
    const { arrival } = await arrive(world, subject, ctx);
    const { secondStepId } =
      arrival.kind === 'agree'
        ? await createCaller(ctx).ownAccounts.agreeWithPassword({ carried: arrival.carried, password })
        : arrival;
    expect([arrival.kind, ctx.setCookies]).toEqual([kind, []]);

    const second = requestOf(null, when);
    await createCaller(second).secondStep.signIn({ tokenId: secondStepId ?? '', code: app(index + 1) });
    expect(await whoIs(second)).toBe(person.personId);
  }
});

test('guessing the password ends the asking after five tries', async () => {
  const world = await connected();
  const { carried } = await asked(world, accountOf(world.person));
  const tries: string[] = [];
  for (let index = 0; index < 6; index += 1)
    tries.push((await refusal(as(null).ownAccounts.agreeWithPassword({ carried, password: 'wrong' }))) ?? '');

  expect(tries).toEqual([...Array(5).fill('wrong_password'), 'own_account_expired']);
});

test('two first sign-ins at once make one link', async () => {
  const world = await connected();
  const subject = accountOf(world.person);
  const both = [await asked(world, subject), await asked(world, subject)];
  const ctxs = both.map(() => requestOf(null));

  await Promise.all(
    ctxs.map((ctx, index) =>
      createCaller(ctx).ownAccounts.agreeWithPassword({ carried: both[index]?.carried ?? '', password }),
    ),
  );

  expect(await Promise.all(ctxs.map(whoIs))).toEqual([world.person.personId, world.person.personId]);
  expect(await links(world.network)).toHaveLength(1);
  expect(await events(world.network)).toEqual(['own_account.connected', 'own_account.linked']);
});

test('two accounts with one address at once: one of them is linked', async () => {
  const world = await connected();
  const both = await Promise.all(
    [accountOf(world.person), accountOf(world.person)].map((subject) => asked(world, subject)),
  );

  const ends = await Promise.allSettled(
    both.map(({ carried }) => as(null).ownAccounts.agreeWithPassword({ carried, password })),
  );

  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await links(world.network)).toHaveLength(1);
});

test('an answer that does not fit what was asked signs nobody in', async () => {
  const world = await connected();
  const subject = accountOf(world.person);
  const finish = (carried: string, query: string, now = new Date()) =>
    refusal(as(null, now).ownAccounts.finish({ network: world.network.code, carried, query }));

  const { to, carried } = await begun(world);
  const query = await oidc.answerAs(subject, to);
  const changed = (name: string, value: string) => {
    const params = new URLSearchParams(query);
    params.set(name, value);
    return params.toString();
  };
  expect(await finish(carried, changed('iss', 'https://elsewhere.example'))).toBe('own_account_refused');
  expect(await finish(carried, changed('state', 'another'))).toBe('own_account_refused');
  expect(await finish(carried, changed('code', 'another'))).toBe('own_account_refused');
  expect(await finish(carried, '')).toBe('own_account_refused');
  expect(await finish(`${carried}x`, query)).toBe('own_account_expired');
  expect(await finish('', query)).toBe('own_account_expired');
  expect(await finish((await begun(world)).carried, query)).toBe('own_account_refused');
  expect(await finish(carried, query, new Date(Date.now() + minutes(11)))).toBe('own_account_expired');

  const wrong = await begun(world);
  const url = new URL(wrong.to);
  url.searchParams.set('nonce', 'another');
  expect(await finish(wrong.carried, await oidc.answerAs(subject, url.href))).toBe('own_account_refused');

  const cancelled = await begun(world);
  const state = new URL(cancelled.to).searchParams.get('state');
  const no = new URLSearchParams({ error: 'access_denied', state: state ?? '', iss: oidc.issuer });
  expect(await finish(cancelled.carried, no.toString())).toBe('own_account_cancelled');
  expect(await links(world.network)).toEqual([]);
});

test('an answer that comes to the address of another network is not taken to a provider', async () => {
  const [asked, hostile] = [await connected(), await connected()];
  const { to, carried } = await begun(hostile);
  const stolen = new URL(to);
  stolen.searchParams.set('redirect_uri', callbackAddress(asked.network.code));
  const query = await oidc.answerAs(accountOf(asked.person), stolen.href);

  const ctx = requestOf(null);
  const finished = createCaller(ctx).ownAccounts.finish({ network: asked.network.code, carried, query });
  expect(await refusal(finished)).toBe('own_account_refused');
  expect(ctx.setCookies).toEqual([]);
});

test('an answer works once', async () => {
  const world = await connected();
  const { carried, query } = await arrive(world, accountOf(world.person));

  expect(await refusal(as(null).ownAccounts.finish({ network: world.network.code, carried, query }))).toBe(
    'own_account_refused',
  );
});

test('a provider that is switched off, removed, or of a network that is not open is not offered and lets nobody in', async () => {
  const world = await connected();
  const { network, coordinator, providerId } = world;
  const where = { network: network.code, providerId };
  const offered = () => as(null).ownAccounts.offered({ network: network.code });
  const { to, carried } = await begun(world);
  const query = await oidc.answerAs(accountOf(world.person), to);
  const tries = async () => [
    await offered(),
    await refusal(begun(world)),
    await refusal(as(null).ownAccounts.finish({ network: world.network.code, carried, query })),
  ];
  const none = [[], 'own_account_off', 'own_account_off'];

  expect(await offered()).toEqual([{ id: providerId, name: 'Town of Bandholm' }]);
  await as(coordinator).ownAccounts.switch({ ...where, isOn: false });
  expect(await tries()).toEqual(none);
  await as(coordinator).ownAccounts.switch({ ...where, isOn: true });
  await admin.query(`update network set state = 'draft' where id = $1`, [network.id]);
  expect(await tries()).toEqual(none);
  await admin.query(`update network set state = 'active' where id = $1`, [network.id]);
  await as(coordinator).ownAccounts.remove(where);
  expect(await tries()).toEqual(none);
  expect(await events(network)).toEqual([
    'own_account.connected',
    'own_account.switched_off',
    'own_account.switched_on',
    'own_account.removed',
  ]);
});

test('a provider of one network is none of another one', async () => {
  const world = await connected();
  const other = await connected();

  expect(
    await refusal(
      as(null).ownAccounts.begin({ network: other.network.code, providerId: world.providerId, next: '' }),
    ),
  ).toBe('own_account_off');
});

test('what is wrong with a provider is said in words', async () => {
  const silent = createServer(() => {});
  const other = createServer((request, response) => {
    const says = request.url?.includes('page')
      ? ['text/html', '<p>A page</p>']
      : ['application/json', JSON.stringify({ issuer: 'https://elsewhere.example' })];
    response.writeHead(request.url?.includes('none') ? 404 : 200, { 'content-type': says[0] });
    response.end(says[1]);
  });
  const listening = [silent, other].map(
    (server) =>
      new Promise<string>((done) =>
        server.listen(0, '127.0.0.1', () =>
          done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
        ),
      ),
  );
  const [slow = '', wrong = ''] = await Promise.all(listening);
  const troubleOf = async (issuer: string) => {
    const { network, coordinator, providerId } = await connected({ issuer });
    return (await as(coordinator).ownAccounts.test({ network: network.code, providerId })).trouble;
  };

  const found = await Promise.all(
    [
      oidc.issuer,
      `${oidc.issuer}/.well-known/openid-configuration`,
      slow,
      `${wrong}/page`,
      wrong,
      `${wrong}/none`,
      'http://10.0.0.1',
      'https://10.0.0.1',
      'https://nobody.invalid',
    ].map(troubleOf),
  );
  for (const server of [silent, other]) {
    server.closeAllConnections();
    server.close();
  }

  expect(found).toEqual([
    null,
    null,
    'no_answer',
    'not_a_provider',
    'other_issuer',
    'not_found',
    'not_https',
    'not_public',
    'no_host',
  ]);
});

test('a provider that is down is said to be, and signs nobody in', async () => {
  const dying = await startProvider(callbackAddress('').replace(/\/$/, ''));
  const world = await connected({ issuer: dying.issuer });
  const { to, carried } = await begun(world);
  const query = await dying.answerAs('anybody', to);
  await dying.close();

  expect(await refusal(begun(world))).toBe('own_account_silent');
  expect(await refusal(as(null).ownAccounts.finish({ network: world.network.code, carried, query }))).toBe(
    'own_account_silent',
  );
});

test('the secret is sealed, never shown, and in no event', async () => {
  const { network, coordinator, providerId } = await connected();
  const where = { network: network.code, providerId };
  const { name, clientId } = await as(coordinator).ownAccounts.provider(where);
  await as(coordinator).ownAccounts.change({
    ...where,
    name,
    clientId,
    domains: 'demo.example, @Other.example',
  });

  const shown = JSON.stringify([
    await as(coordinator).ownAccounts.providers({ network: network.code }),
    await as(coordinator).ownAccounts.provider(where),
  ]);
  const { rows } = await admin.query(
    `select (select jsonb_agg(e) from domain_event e where e.network_id = $1)::text as events,
       (select encode(client_secret, 'escape') from account_provider where network_id = $1) as sealed`,
    [network.id],
  );

  expect(shown).toContain('other.example');
  for (const text of [shown, rows[0].events, rows[0].sealed]) expect(text).not.toContain(oidc.clientSecret);
  expect((await as(coordinator).ownAccounts.test(where)).trouble).toBeNull();
});

test('only who changes settings connects an institution', async () => {
  const { network, person, providerId } = await connected();
  const where = { network: network.code, providerId };

  expect([
    await refusal(as(person).ownAccounts.providers({ network: network.code })),
    await refusal(as(person).ownAccounts.switch({ ...where, isOn: false })),
    await refusal(as(person).ownAccounts.remove(where)),
  ]).toEqual(['not_allowed', 'not_allowed', 'not_allowed']);
});

test('a person sees their linked accounts, unlinks their own only, and is linked anew by signing in', async () => {
  const world = await connected();
  const { person, coordinator, network } = world;
  const subject = accountOf(person);
  await linked(world, subject);
  const [own] = await as(person).ownAccounts.mine();
  const linkId = own?.id ?? '';

  expect(own).toMatchObject({ name: 'Town of Bandholm', network: expect.stringContaining(network.tag) });
  expect(await as(coordinator).ownAccounts.mine()).toEqual([]);
  expect(await refusal(as(coordinator).ownAccounts.unlink({ linkId }))).toBe('not_found');
  await as(person).ownAccounts.unlink({ linkId });
  expect(await links(network)).toEqual([]);
  await linked(world, subject);
  expect(await links(network)).toHaveLength(1);
  expect(await events(network)).toEqual([
    'own_account.connected',
    'own_account.linked',
    'own_account.unlinked',
    'own_account.linked',
  ]);
});
