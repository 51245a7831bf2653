import { randomUUID } from 'node:crypto';
import { canaryWorld, type Ids, someIds } from '@tessera/core/canary.testing.server.ts';
import { linkToken } from '@tessera/core/identity/secrets.server.ts';
import { roles } from '@tessera/core/permissions.ts';
import { as, newInstitution, newNetwork, newPerson, useTestDatabase } from '@tessera/core/testing.server.ts';
import { newId } from '@tessera/db/id.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { inScope } from '@tessera/db/scope.server.ts';
import { fingerprintOf } from '@tessera/db/testing.server.ts';
import { expect, test } from 'vitest';
import { openPages, type Page, signIn } from './server/testing.server.ts';

// Addresses that belong to no network, asked and posted to by everybody with what belongs to somebody else: it opens
// nothing, changes nothing, and reads like what does not exist. `isolation.test.ts` walks the addresses of networks.

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
const urls = await useTestDatabase();
const { pages, ask } = await openPages();
const lobby = pages.filter(({ pattern }) => !pattern.includes(':network'));

const madeUp = () => randomUUID();
const wrongToken = 'a-token-that-opens-nothing-at-all';

/** For each parameter of a lobby address the ways to fill it; the first is what never existed. */
function waysOf(pattern: string, victim: Ids): Record<string, string>[] {
  switch (pattern) {
    case 'certificates/:code':
    case 'certificates/:code/badge.json':
      return ['AAAA-AAAA-AAAA', 'x', '%25', victim.certificateId ?? ''].map((code) => ({ code }));
    case 'password-reset/:id/:token':
      return [
        { id: madeUp(), token: wrongToken },
        { id: victim.resetId ?? '', token: wrongToken },
        { id: victim.expiredResetId ?? '', token: linkToken('password_reset', victim.expiredResetId ?? '') },
        { id: victim.usedResetId ?? '', token: linkToken('password_reset', victim.usedResetId ?? '') },
        // The key of something else that the same person was given.
        { id: victim.calendarId ?? '', token: linkToken('calendar', victim.calendarId ?? '') },
        { id: victim.calendarId ?? '', token: linkToken('password_reset', victim.calendarId ?? '') },
      ];
    case 'feeds/:id/:token.ics':
      return [
        { id: madeUp(), token: wrongToken },
        { id: victim.calendarId ?? '', token: wrongToken },
        { id: victim.endedCalendarId ?? '', token: linkToken('calendar', victim.endedCalendarId ?? '') },
        { id: victim.resetId ?? '', token: linkToken('calendar', victim.resetId ?? '') },
        { id: 'x', token: 'x' },
      ];
    case 'notices/:notice':
      return [madeUp(), victim.noticeId ?? '', 'x'].map((notice) => ({ notice }));
    case 'operator/jobs/:event':
      return [madeUp(), victim.eventId ?? '', 'x'].map((event) => ({ event }));
    case 'operator/privacy/erasures/:request':
      return [madeUp(), victim.requestId ?? '', 'x'].map((request) => ({ request }));
    case 'dev/mail/:id':
      return [madeUp(), 'x', '..', '%2e%2e%2fsecrets'].map((id) => ({ id }));
    default:
      if (pattern.includes(':')) throw new Error(`no way to fill ${pattern}: add one here`);
      return [{}];
  }
}

/** What a stranger is told at an address with a parameter, for each method; whoever holds the right is left out. */
const answers: Record<string, { GET: string; POST?: string }> = {
  'certificates/:code': { GET: '404 ' },
  'certificates/:code/badge.json': { GET: '404 ' },
  'password-reset/:id/:token': { GET: '410 ', POST: '410 ' },
  'feeds/:id/:token.ics': { GET: '404 ' },
  'notices/:notice': { GET: '302 /notices', POST: '404 ' },
  'operator/jobs/:event': { GET: '302 /operator', POST: '404 ' },
  'operator/privacy/erasures/:request': { GET: '404 ', POST: '404 ' },
  'dev/mail/:id': { GET: '404 ' },
};

/** What single forms ask for beside what all of them get. */
const formsOf: Record<string, Record<string, string>> = {
  language: { language: 'ro', to: '/', from: '/' },
  theme: { theme: 'dark', to: '/' },
  'account/calendar': { change: 'renew' },
};

const isOperatorsOwn = (who: string, { pattern }: Page) =>
  who === 'operator' && pattern.startsWith('operator/');

const addressOf = (pattern: string, way: Record<string, string>) =>
  `/${pattern.replace(/:(\w+)/g, (_, name: string) => way[name] ?? '').replace('*', 'nowhere')}`;

/** A person with one of everything that an address of the lobby could name, spent keys among them. */
async function victimOf(other: Awaited<ReturnType<typeof canaryWorld>>): Promise<Ids> {
  const { personId } = other.coordinator;
  await as(other.coordinator).calendars.renewKey();
  const ended = await as(other.coordinator).calendars.key();
  await as(other.coordinator).calendars.renewKey();
  const calendar = await as(other.coordinator).calendars.key();
  const [resetId, expiredResetId, usedResetId] = [newId(), newId(), newId()];
  const hour = 3_600_000;
  const token = { personId, purpose: 'password_reset', createdAt: new Date(Date.now() - 2 * hour) };
  const [past, future] = [new Date(Date.now() - hour), new Date(Date.now() + hour)];
  await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.loginToken.createMany({
      data: [
        { ...token, id: resetId, expiresAt: future },
        { ...token, id: expiredResetId, expiresAt: past },
        { ...token, id: usedResetId, expiresAt: future, usedAt: past },
      ],
    }),
  );
  return {
    ...other.ids,
    resetId,
    expiredResetId,
    usedResetId,
    calendarId: calendar?.id ?? '',
    endedCalendarId: ended?.id ?? '',
  };
}

test('no address outside of the networks gives or changes anything of another person, whoever asks', {
  timeout: 600_000,
}, async () => {
  const other = await canaryWorld('LOBBY');
  const victim = await victimOf(other);
  const { personId } = other.coordinator;
  await signIn(other.coordinator);
  const own = await newNetwork();
  const institutionId = await newInstitution(own);
  const operators = { id: platformNetworkId, code: 'platform', tag: '' };
  const operator = await newPerson(operators, 'platform_admin');
  const kinds: [string, () => Promise<string | undefined>][] = [
    ['visitor', async () => undefined],
    ['nobody', async () => signIn(await newPerson(null, null))],
    ['operator', () => signIn(operator)],
  ];
  for (const role of roles) {
    const institution = role === 'institution_manager' ? institutionId : null;
    kinds.push([role, async () => signIn(await newPerson(own, role, institution))]);
  }
  // What an operator does to a network is theirs to do, so here they do it to their own.
  const form = (pattern: string, isOperators: boolean) => ({
    ...(isOperators ? someIds() : victim),
    id: isOperators ? madeUp() : (victim.resetId ?? ''),
    tokenId: madeUp(),
    stepId: madeUp(),
    email: `${randomUUID()}@demo.example`,
    password: 'long enough 123',
    currentPassword: 'long enough 123',
    code: '123456',
    session: '0123456789abcdef',
    network: isOperators ? own.code : other.network.code,
    reason: 'There was a complaint',
    step: 'lock',
    version: '1',
    answer: 'give',
    purpose: 'photos',
    next: 'https://elsewhere.example/',
    to: '//elsewhere.example',
    ...formsOf[pattern],
  });
  const all = async () => [
    await fingerprintOf(urls.adminUrl, other.network.id),
    await fingerprintOf(urls.adminUrl, personId, 'person_id'),
  ];
  const before = await all();
  const [wrong, leaks]: [string[], string[]] = [[], []];
  let probes = 0;

  async function see(who: string, page: Page, way: Record<string, string>, method: string) {
    // Each gets a session and a person of its own: some of these forms end the session, or the person.
    const cookie = await kinds.find(([name]) => name === who)?.[1]();
    const path = addressOf(page.pattern, way);
    const sent = method === 'POST' && { form: form(page.pattern, isOperatorsOwn(who, page)) };
    const answer = await ask({ path, cookie, ...sent });
    const text = await answer.text();
    const to = answer.headers.get('Location') ?? '';
    const what = `${who} ${method} ${path}: ${answer.status} ${to}`;
    probes += 1;
    if (answer.status >= 500) wrong.push(what);
    if (to.includes('elsewhere.example')) wrong.push(`leads elsewhere: ${what}`);
    if (text.replaceAll(`Rețeaua ${other.canary}`, '').includes(other.canary)) leaks.push(what);
    return { what, said: `${answer.status} ${to}` };
  }

  for (const page of lobby) {
    const expected = answers[page.pattern];
    for (const [who] of kinds) {
      const isOperators = isOperatorsOwn(who, page);
      for (const method of page.hasAction ? (['GET', 'POST'] as const) : (['GET'] as const)) {
        for (const way of waysOf(page.pattern, victim)) {
          // An operator may do it; that they may is for other tests.
          if (isOperators && method === 'POST' && Object.values(way).includes(victim.requestId ?? '-'))
            continue;
          const { what, said } = await see(who, page, way, method);
          if (!expected || isOperators) continue;
          const isAskedToSignIn = who === 'visitor' && said.startsWith('302 /sign-in?');
          // What is sent to an address that no link has is told so, before anyone looks whose it is.
          const isNoId = method === 'POST' && Object.values(way).includes('x') && said === '422 ';
          if (said !== expected[method] && !isAskedToSignIn && !isNoId) wrong.push(what);
        }
      }
    }
  }

  expect({ wrong, leaks }).toEqual({ wrong: [], leaks: [] });
  expect(await all()).toEqual(before);
  console.info(
    `isolation of the lobby: ${probes} probes over ${lobby.length} addresses and ${kinds.length} kinds of people`,
  );
});
