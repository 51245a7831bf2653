import { hashPassword } from '@tessera/core/identity/passwords.server.ts';
import { as, newNetwork, newPerson, useTestDatabase } from '@tessera/core/testing.server.ts';
import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import * as entry from './entry.server.tsx';
import { handleApi } from './server/handle-api.server.ts';
import { openPages, signIn } from './server/testing.server.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();
const { ask } = await openPages();
const password = 'correct horse battery';

/** A coordinator whose network asks a second step of whoever opens cases. */
async function askedCoordinator() {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator', null, {
    passwordHash: await hashPassword(password),
  });
  await as(coordinator).settings.saveRules({
    network: network.code,
    promotion: 'automatic',
    offerHours: 48,
    cancelDeadlineHours: 48,
    attendanceThreshold: 100,
    weekStart: 'monday',
    secondStep: 'case_roles',
  });
  return { network, coordinator };
}

async function setUp(person: Parameters<typeof as>[0]) {
  const { secondStep } = as(person);
  await secondStep.begin();
  const { key } = await secondStep.key();
  await secondStep.confirm({ code: new TOTP({ secret: key }).generate() });
  return key;
}

test('every page of a network that asks for it leads to the second step, and back once it is set up', async () => {
  const { network, coordinator } = await askedCoordinator();
  const cookie = await signIn(coordinator);

  for (const path of ['', '/members', '/settings/rules', '/trainings', '/mentoring/care']) {
    const wanted = `/n/${network.code}${path}`;
    const answer = await ask({ path: wanted, cookie });
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      302,
      `/account/second-step?network=${network.code}&next=${encodeURIComponent(wanted)}`,
    ]);
  }
  const page = await ask({ path: `/account/second-step?network=${network.code}`, cookie });
  expect(await page.text()).toContain(`This network asks for a second step: Rețeaua ${network.tag}`);
  const home = await ask({ path: '/home', cookie });
  expect(await home.text()).toContain('This network asks for a second step at sign-in in your role.');
  expect((await ask({ path: '/account', cookie })).status).toBe(200);

  await setUp(coordinator);
  expect((await ask({ path: `/n/${network.code}/members`, cookie: await signIn(coordinator) })).status).toBe(
    200,
  );
});

test('procedures say 403 with the reason; the public interface answers what it answers everybody', async () => {
  const { network, coordinator } = await askedCoordinator();
  const headers = new Headers({ Cookie: (await signIn(coordinator)) ?? '' });
  const answerTo = async (path: string) => {
    const call = { method: 'GET', headers, path, ip: '', requestId: 'api', nonce: '' };
    const context = await entry.buildLoadContext(call);
    return handleApi(new Request(`http://tessera.test${path}`, { headers }), context);
  };
  const input = encodeURIComponent(JSON.stringify({ network: network.code }));

  const own = await answerTo(`/api/trpc/settings.page?input=${input}`);
  const everybodys = await answerTo(`/api/networks/${network.code}/trainings`);

  expect([own.status, JSON.stringify(await own.json())]).toEqual([
    403,
    expect.stringContaining('second_step_needed'),
  ]);
  expect(everybodys.status).toBe(200);
});

test('the form of the password leads to the second step without a session, and that opens it', async () => {
  const { network, coordinator } = await askedCoordinator();
  const key = await setUp(coordinator);
  const sessionOf = (answer: Response) =>
    /tessera_session=[^;]+/.exec(answer.headers.get('Set-Cookie') ?? '')?.[0];
  const next = `/n/${network.code}/members`;

  const first = await ask({ path: '/sign-in', form: { email: coordinator.email, password, next } });
  const step = first.headers.get('Location') ?? '';
  const tokenId = new URL(step, 'http://tessera.test').searchParams.get('id') ?? '';
  const wrong = await ask({ path: step, form: { tokenId, next, code: '12' } });
  const code = new TOTP({ secret: key }).generate({ timestamp: Date.now() + 30_000 });
  const right = await ask({ path: step, form: { tokenId, next, code } });

  expect([sessionOf(first), step.startsWith('/sign-in/second-step?id=')]).toEqual([undefined, true]);
  expect([wrong.status, sessionOf(wrong)]).toEqual([422, undefined]);
  expect(right.headers.get('Location')).toBe(next);
  expect((await ask({ path: next, cookie: sessionOf(right) })).status).toBe(200);
});
