import { platformNetworkId } from '@tessera/db/platform.ts';
import { TOTP } from 'otpauth';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { buildContext, createCaller } from '../api.server.ts';
import type { RequestContext } from '../context.server.ts';
import { hashPassword } from '../identity/passwords.server.ts';
import { linkToken, oneTimeCode } from '../identity/secrets.server.ts';
import { openSession } from '../identity/sessions.server.ts';
import { newOperator } from '../networks/founding.testing.server.ts';
import {
  as,
  newNetwork,
  newPerson,
  refusal,
  requestOf,
  type TestPerson,
  useTestDatabase,
} from '../testing.server.ts';

const urls = await useTestDatabase();
const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 1 });
afterAll(() => admin.end());

const password = 'correct horse battery';
const passwordHash = await hashPassword(password);
const now = new Date();
/** An instant some windows of 30 seconds from now. */
const at = (windows: number) => new Date(now.getTime() + windows * 30_000);

const somebody = async () => newPerson(await newNetwork(), 'mentor', null, { passwordHash });

/** What the app on somebody's phone shows. */
const appOf = (key: string) => (windows: number) =>
  new TOTP({ secret: key }).generate({ timestamp: at(windows).getTime() });

/** Somebody who has a second step, with their app and their recovery codes. */
async function withSecondStep(person?: TestPerson) {
  const who = person ?? (await somebody());
  const caller = as(who, now);
  await caller.secondStep.begin();
  const { key, address } = await caller.secondStep.key();
  const app = appOf(key);
  const { codes } = await caller.secondStep.confirm({ code: app(0) });
  return { person: who, app, codes, key, address };
}

/** Whom the cookies of a request sign in, if anybody. */
async function signedInBy({ setCookies }: RequestContext) {
  const cookie = setCookies.map((header) => header.split(';')[0]).join('; ');
  const next = await buildContext({ headers: new Headers({ cookie }), ip: '', requestId: 'next' });
  return next.actor?.email ?? null;
}

/** The first step at an instant: the id that the page of the second step carries. */
async function firstStep({ email }: TestPerson, when = now): Promise<string> {
  const ctx = requestOf(null, when);
  const { secondStepId } = await createCaller(ctx).identity.signIn({ email, password });
  expect(ctx.setCookies).toEqual([]);
  return secondStepId ?? '';
}

const takenAt = (tokenId: string, code: string, when = now) =>
  refusal(as(null, when).secondStep.signIn({ tokenId, code })).catch(() => 'in');

test('the first right code switches it on, shows ten recovery codes, and ends all other sessions', async () => {
  const person = await somebody();
  const others = [
    await openSession(person.personId, 'a phone'),
    await openSession(person.personId, 'a desk'),
  ];
  const cookie = (await openSession(person.personId, 'here')).split(';')[0] ?? '';
  const here = await buildContext({ headers: new Headers({ cookie }), ip: '', requestId: 'here' });
  const caller = createCaller(here);
  expect(await caller.secondStep.own()).toEqual({ state: 'off', mayBegin: true });

  await caller.secondStep.begin();
  const { key, address } = await caller.secondStep.key();
  const wrong = await refusal(
    caller.secondStep.confirm({ code: new TOTP({ secret: key }).generate({ timestamp: 0 }) }),
  );
  const code = new TOTP({ secret: key }).generate({ timestamp: here.now.getTime() });
  const { codes } = await caller.secondStep.confirm({ code });

  expect([wrong, key.length]).toEqual(['wrong_app_code', 32]);
  expect(address).toContain(`secret=${key}`);
  expect(new Set(codes).size).toBe(10);
  expect(await caller.secondStep.own()).toMatchObject({ state: 'on', codesLeft: 10 });
  expect(await refusal(caller.secondStep.key())).toBe('not_found');
  const left = await Promise.all(
    [cookie, ...others].map((setCookie) => signedInBy({ ...here, setCookies: [setCookie] })),
  );
  expect(left).toEqual([person.email, null, null]);
});

test('no way of signing in opens a session before the second step is right', async () => {
  const { person, app } = await withSecondStep();
  const { email, personId } = person;
  const ways = {
    password: (ctx: RequestContext) => createCaller(ctx).identity.signIn({ email, password }),
    code: async (ctx: RequestContext) => {
      const { tokenId } = await as(null, now).identity.requestCode({ email });
      return createCaller(ctx).identity.signInWithCode({ tokenId, code: oneTimeCode(tokenId) });
    },
    reset: async (ctx: RequestContext) => {
      await as(null, now).identity.requestReset({ email });
      const { rows } = await admin.query(
        `select id from login_token where person_id = $1 and purpose = 'password_reset'`,
        [personId],
      );
      const tokenId = rows[0]?.id ?? '';
      const token = linkToken('password_reset', tokenId);
      return createCaller(ctx).identity.resetPassword({ tokenId, token, password });
    },
  };

  for (const [index, way] of Object.values(ways).entries()) {
    const when = at(index + 1);
    const ctx = requestOf(null, when);
    const { secondStepId } = await way(ctx);
    expect(ctx.setCookies).toEqual([]);

    const second = requestOf(null, when);
    await createCaller(second).secondStep.signIn({ tokenId: secondStepId ?? '', code: app(index + 1) });
    expect(await signedInBy(second)).toBe(email);
  }
});

test('who has no second step is signed in at once, and a wrong password tells nothing about it', async () => {
  const { person } = await withSecondStep();
  const without = await somebody();
  const ctx = requestOf(null);

  expect(await createCaller(ctx).identity.signIn({ email: without.email, password })).toEqual({
    secondStepId: null,
  });

  expect(await signedInBy(ctx)).toBe(without.email);
  const wrong = await Promise.all(
    [person.email, without.email, 'nobody@demo.example'].map((email) =>
      refusal(as(null).identity.signIn({ email, password: 'wrong' })),
    ),
  );
  expect(wrong).toEqual(['wrong_credentials', 'wrong_credentials', 'wrong_credentials']);
});

test('a code works once: not the one that switched it on, not again, not twice at once, no older one', async () => {
  const { person, app } = await withSecondStep();
  const when = at(1);
  const tokens = await Promise.all([1, 2, 3, 4].map(() => firstStep(person, when)));
  const [first = '', second = '', third = '', fourth = ''] = tokens;

  expect(await takenAt(first, app(0), when)).toBe('wrong_app_code');
  const together = await Promise.all([takenAt(first, app(1), when), takenAt(second, app(1), when)]);
  expect(together.toSorted()).toEqual(['in', 'wrong_app_code']);
  expect(await takenAt(third, app(1), when)).toBe('wrong_app_code');
  expect(await takenAt(third, app(2), when)).toBe('in');
  expect(await takenAt(fourth, app(1), when)).toBe('wrong_app_code');
});

test('clocks may differ by one window each way, and no more', async () => {
  const answers = [];
  for (const away of [-2, -1, 0, 1, 2]) {
    const { person, app } = await withSecondStep();
    const when = at(10);
    answers.push(await takenAt(await firstStep(person, when), app(10 + away), when));
  }

  expect(answers).toEqual(['wrong_app_code', 'in', 'in', 'in', 'wrong_app_code']);
});

test('the first step works once, for ten minutes and five attempts, and for its own person', async () => {
  const { person, app } = await withSecondStep();
  const stranger = await withSecondStep();
  const tokenId = await firstStep(person);
  const other = await firstStep(person);
  const wrong = app(9);

  for (let count = 1; count < 5; count++) expect(await takenAt(tokenId, wrong)).toBe('wrong_app_code');
  expect(await takenAt(tokenId, wrong)).toBe('second_step_over');
  expect(await takenAt(tokenId, app(1), at(1))).toBe('second_step_over');
  expect(await takenAt(other, app(21), at(21))).toBe('second_step_over');
  expect(await takenAt(await firstStep(stranger.person), app(1), at(1))).toBe('wrong_app_code');
  const { tokenId: mailToken } = await as(null).identity.requestCode({ email: person.email });
  expect(await takenAt(mailToken, app(1), at(1))).toBe('second_step_over');
  expect(await takenAt(other, app(1), at(1))).toBe('in');
  expect(await takenAt(other, app(2), at(1))).toBe('second_step_over');
});

test('guessing is slowed for the person, however often the first step is taken anew', async () => {
  const { person, app } = await withSecondStep();
  for (let count = 0; count < 8; count++)
    expect(await takenAt(await firstStep(person), app(9))).toBe('wrong_app_code');

  expect(await takenAt(await firstStep(person, at(1)), app(1), at(1))).toBe('too_many_attempts');
});

test('a recovery code stands in for the app once, however it is typed, and new ones end the old ones', async () => {
  const { person, app, codes } = await withSecondStep();
  const [one = '', two = '', three = '', four = ''] = codes;
  const typed = one.toLowerCase().replace(/.{4}/g, '$& ');
  const token = () => firstStep(person);

  expect(await takenAt(await token(), typed)).toBe('in');
  expect(await takenAt(await token(), one)).toBe('wrong_app_code');
  const [left, right] = [await token(), await token()];
  const together = await Promise.all([takenAt(left, two), takenAt(right, two)]);
  expect(together.toSorted()).toEqual(['in', 'wrong_app_code']);
  const own = as(person, at(1));
  expect(await own.secondStep.own()).toMatchObject({ codesLeft: 8 });

  expect(await refusal(own.secondStep.renewCodes({ code: app(0) }))).toBe('wrong_app_code');
  const renewed = await own.secondStep.renewCodes({ code: app(1) });
  expect(await takenAt(await token(), three)).toBe('wrong_app_code');
  expect(await takenAt(await token(), renewed.codes[0] ?? '')).toBe('in');
  expect(await refusal(own.secondStep.switchOff({ code: four }))).toBe('wrong_app_code');
  await own.secondStep.switchOff({ code: renewed.codes[1] ?? '' });
  expect(await own.secondStep.own()).toEqual({ state: 'off', mayBegin: true });
  const { rows } = await admin.query(
    `select kind, payload from domain_event where object_id = $1 and kind like 'second_step.%' order by id`,
    [person.personId],
  );
  expect(rows.map(({ kind, payload }) => [kind, payload?.left])).toEqual([
    ['second_step.switched_on', undefined],
    ['second_step.recovery_used', 9],
    ['second_step.recovery_used', 8],
    ['second_step.codes_renewed', undefined],
    ['second_step.recovery_used', 9],
    ['second_step.recovery_used', 8],
    ['second_step.switched_off', undefined],
  ]);
});

test('beginning anew makes another key, and nobody takes the one of a step that is on', async () => {
  const person = await somebody();
  const caller = as(person, now);
  await caller.secondStep.begin();
  const { key: old } = await caller.secondStep.key();
  await caller.secondStep.begin();
  const { key } = await caller.secondStep.key();

  expect(await refusal(caller.secondStep.confirm({ code: appOf(old)(0) }))).toBe('wrong_app_code');
  await caller.secondStep.confirm({ code: appOf(key)(0) });
  await caller.secondStep.begin();

  expect(await refusal(caller.secondStep.confirm({ code: appOf(key)(1) }))).toBe('wrong_app_code');
  expect(await takenAt(await firstStep(person, at(1)), appOf(key)(1), at(1))).toBe('in');
});

test('only an operator switches it off for somebody else, with a reason, and all their sessions end', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const { person } = await withSecondStep(await newPerson(network, 'mentor', null, { passwordHash }));
  const operator = await newOperator();
  const cookie = await openSession(person.personId, 'a phone');
  const removal = { email: person.email, reason: 'Phone lost, seen in person' };

  expect(await refusal(as(coordinator).operator.removeSecondStep(removal))).toBe('not_found');
  expect(await refusal(as(operator).operator.removeSecondStep({ ...removal, email: operator.email }))).toBe(
    'not_yourself',
  );
  const waiting = await firstStep(person);
  await as(operator).operator.removeSecondStep(removal);

  expect(await signedInBy({ ...requestOf(null), setCookies: [cookie] })).toBeNull();
  expect(await takenAt(waiting, '123456')).toBe('second_step_over');
  expect(await refusal(as(operator).operator.removeSecondStep(removal))).toBe('no_second_step');
  const { rows } = await admin.query(
    `select actor_id as actor, payload from domain_event where object_id = $1 and kind = 'second_step.removed'`,
    [person.personId],
  );
  expect(rows).toEqual([{ actor: operator.personId, payload: { reason: removal.reason } }]);
});

test('no key and no code stands anywhere in words, and a copy of one’s data tells that and since when', async () => {
  const { person, key, codes } = await withSecondStep();
  const { personId } = person;

  const copy = JSON.stringify(await as(person).privacy.everything());
  const { rows } = await admin.query<{ all: string }>(
    `select concat((select string_agg(e::text, '') from domain_event e where network_id = $2),
       (select s::text from second_step s where person_id = $1),
       (select string_agg(c::text, '') from recovery_code c where person_id = $1)) as all`,
    [personId, platformNetworkId],
  );

  for (const secret of [key, ...codes]) expect(copy + rows[0]?.all).not.toContain(secret);
  expect(copy).toContain('confirmed_at');
  expect(copy).not.toMatch(/code_hash|argon2/);
});

test('on a device that was left open nobody sets up a second step: signing in again is asked for', async () => {
  const person = await somebody();
  const [cookie = ''] = (await openSession(person.personId, 'left open')).split(';');
  const callerAt = async (minutes: number) => {
    const ctx = await buildContext({ headers: new Headers({ cookie }), ip: '', requestId: 'left-open' });
    return createCaller({ ...ctx, now: new Date(Date.now() + minutes * 60_000) }).secondStep;
  };

  const soon = await callerAt(14);
  expect(await soon.own()).toEqual({ state: 'off', mayBegin: true });
  await soon.begin();
  const late = await callerAt(16);
  expect(await late.own()).toEqual({ state: 'begun', mayBegin: false });
  for (const step of [() => late.begin(), () => late.key(), () => late.confirm({ code: '000000' })])
    expect(await refusal(step())).toBe('sign_in_again');
});

test('a session that is opened while the second step is switched on does not stay', async () => {
  for (let round = 0; round < 6; round++) {
    const person = await somebody();
    const caller = as(person, now);
    await caller.secondStep.begin();
    const { key } = await caller.secondStep.key();
    const ctx = requestOf(null, now);
    await Promise.all([
      caller.secondStep.confirm({ code: appOf(key)(0) }),
      createCaller(ctx).identity.signIn({ email: person.email, password }),
    ]);
    expect(await signedInBy(ctx)).toBeNull();
  }
});
