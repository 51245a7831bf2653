import { randomUUID } from 'node:crypto';
import { canaryWorld, type Ids, someIds } from '@tessera/core/canary.testing.server.ts';
import { roles } from '@tessera/core/permissions.ts';
import { newInstitution, newPerson, useTestDatabase } from '@tessera/core/testing.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { fingerprintOf } from '@tessera/db/testing.server.ts';
import { expect, test } from 'vitest';
import { openPages, type Page, signIn } from './server/testing.server.ts';

// Every address of a network, asked by every kind of person of one network with the ids of another: nothing comes back, nothing
// changes. Addresses are read from the table of routes; a parameter that nobody here knows makes the walk fail.

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
const urls = await useTestDatabase();
const { pages, ask } = await openPages();

/** These open a door by themselves; here they must not be the right ones. */
const keys: Ids = {
  code: 'AAAA-AAAA-AAAA',
  token: 'a-token-that-opens-nothing',
  id: someIds().eventId ?? '',
};
/** What these name in an address is known by another name, or is no object and the same in every network. */
const objects: Record<string, string> = {
  role: 'assignmentId',
  about: 'relationId',
  object: 'trainingId',
  copy: 'runId',
};
const words: Record<string, string> = {
  area: 'seats',
  move: 'suspend',
  step: 'name',
  purpose: 'public_listing',
  language: 'ro',
  stage: 'reaction',
  level: 'reaction',
  ladder: 'gap',
  list: '0',
  what: 'plan',
  pictogram: 'clock',
  size: 'small',
  textKind: 'training',
};
const periods = 'n/:network/settings/privacy/periods/:kind';
/** What belongs to no network is walked in `isolation-lobby.test.ts`. */
const inNetwork = pages.filter(({ pattern }) => pattern.includes(':network'));
/** What single forms ask for beside the fields that all of them get. */
const formsOf: Record<string, Record<string, string>> = {
  'n/:network/institutions/:institution/edit': { kind: 'municipality', 'texts[0].name': 'x' },
  'n/:network/institutions/:institution/membership': { role: 'member' },
  'n/:network/institutions/:institution/merge': { otherInstitutionId: someIds().institutionId ?? '' },
  'n/:network/members/:person/roles/:role/capabilities': { capability: 'interpreter', inLanguage: 'ar' },
  'n/:network/mentoring/initiatives/:initiative/publication': { to: 'public' },
  'n/:network/mentoring/initiatives/:initiative/decision': { decision: 'approve', comment: 'x' },
  'n/:network/mentoring/initiatives/:initiative/tasks': { isDone: 'yes' },
  'n/:network/mentoring/initiatives/:initiative/consents': { answer: 'give', version: '1' },
  'n/:network/cards/library/:card/choices': { answerIds: someIds().answerId ?? '' },
  'n/:network/cards/library/:card/texts/:language': { step: 'approve', version: '1' },
  'n/:network/cards/library/:card/texts/:language/edit': { text: 'x' },
  'n/:network/library/links/replace': {
    oldUrl: 'https://example.org/links/old',
    newUrl: 'https://example.org/links/new',
    step: 'replace',
  },
  'n/:network/mentoring/relations/:relation/risk': { level: 'high', seen: '0', nonce: randomUUID() },
  'n/:network/mentoring/relations/:relation/approvals/:what': { nonce: randomUUID() },
  'n/:network/mentoring/relations/:relation/agreement/:mentee': {
    manner: 'paper',
    day: '2026-01-05',
    version: '1',
  },
  'n/:network/mentoring/approvals/:approval': { decision: 'approved' },
  'n/:network/mentoring/relations/:relation/tasks': { mark: 'done' },
  'n/:network/mentoring/surveys/:survey/:token': { answer: 'meeting' },
  'n/:network/mentoring/programmes/:programme/agreements/edit': {
    confidentiality: 'x',
    places: 'x',
    hours: 'x',
    gifts: 'x',
    ending: 'x',
  },
  'n/:network/members/:person/deactivation': { step: 'deactivate' },
};
const hasObject = ({ pattern }: Page) =>
  pattern !== periods &&
  [...pattern.matchAll(/:(\w+)/g)].some(([, name = '']) => name !== 'network' && !words[name]);

function addressOf({ pattern }: Page, network: string, ids: Ids): string {
  const address = pattern.replace(/:(\w+)/g, (_, name: string) => {
    if (name === 'network') return network;
    const word = pattern === periods ? 'participants' : words[name];
    const value = word ?? ids[objects[name] ?? `${name}Id`] ?? keys[name];
    if (value === undefined)
      throw new Error(`no id for ":${name}" of ${pattern}: add one to the canary world`);
    return value;
  });
  return `/${address.replace('*', 'nowhere')}`;
}

test('no address gives or changes anything of another network, whoever asks', {
  timeout: 1_200_000,
}, async () => {
  const own = await canaryWorld('OWN');
  const other = await canaryWorld('OTHER');
  const [here, there] = [own.network.code, other.network.code];
  const institutionId = await newInstitution(own.network);
  const operators = { id: platformNetworkId, code: 'platform', tag: '' };
  const people: [string, string | undefined][] = [
    ['visitor', undefined],
    ['nobody', await signIn(await newPerson(null, null))],
    ['operator', await signIn(await newPerson(operators, 'platform_admin'))],
  ];
  for (const role of roles) {
    const institution = role === 'institution_manager' ? institutionId : null;
    people.push([role, await signIn(await newPerson(own.network, role, institution))]);
  }
  const random = someIds();
  const form = ({ pattern }: Page, ids: Ids) => ({
    ...ids,
    institutionId,
    recipient: here,
    requestKey: randomUUID(),
    reason: 'There was a complaint',
    decision: 'approve',
    issuedOn: '2020-01-01',
    months: '12',
    answer: 'accept',
    givenName: 'Ana',
    familyName: 'Moldovan',
    more: '1',
    move: 'close_registration',
    capacity: '500',
    name: 'shown',
    change: 'share',
    state: 'present',
    'marks[0].seatId': ids.seatId ?? '',
    'marks[0].was': 'unmarked',
    'marks[0].state': 'present',
    email: `${randomUUID()}@demo.example`,
    role: 'viewer',
    language: 'en',
    code: randomUUID().slice(0, 8),
    theme: 'participatory_planning',
    mode: 'onsite',
    languages: 'ro',
    hours: '10',
    visibility: 'network',
    'texts[0].language': 'ro',
    'texts[0].title': 'x',
    'sessions[0].day': '2030-05-01',
    'sessions[0].halfDay': 'am',
    'sessions[0].from': '09:00',
    'sessions[0].to': '12:00',
    ...formsOf[pattern],
  });
  const before = await fingerprintOf(urls.adminUrl, other.network.id);
  const wrong: string[] = [];
  const leaks: string[] = [];
  let probes = 0;

  async function see(who: string, cookie: string | undefined, path: string, sent?: Record<string, string>) {
    const answer = await ask({ path, cookie, ...(sent && { form: sent }) });
    const text = await answer.text();
    const what = `${who} ${sent ? 'POST' : 'GET'} ${path}: ${answer.status}`;
    probes += 1;
    if (answer.status >= 500) wrong.push(what);
    // The name of an active network is public; everything else that carries the word is not.
    if (text.replaceAll(`Rețeaua ${other.canary}`, '').includes(other.canary)) leaks.push(what);
    return { what, status: answer.status, to: answer.headers.get('Location') ?? '' };
  }
  type Seen = Awaited<ReturnType<typeof see>>;
  const plain = ({ status, to }: Seen) =>
    `${status} ${to}`
      .replace(other.ids.childId ?? '', random.childId ?? '')
      .replace(other.ids.partnerId ?? '', random.partnerId ?? '')
      .replace(there, 'no-such-network')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{id}');

  for (const page of inNetwork) {
    const open = await see('visitor', undefined, addressOf(page, there, other.ids));
    await Promise.all(
      people.map(async ([who, cookie]) => {
        for (const method of page.hasAction ? ['GET', 'POST'] : ['GET']) {
          const askWith = (network: string, ids: Ids) =>
            see(who, cookie, addressOf(page, network, ids), method === 'POST' ? form(page, ids) : undefined);
          const abroad = await askWith(there, other.ids);
          const isPublic = method === 'GET' && open.status === 200 && abroad.status === 200;
          const isAskedToSignIn = who === 'visitor' && abroad.to.startsWith('/sign-in?');
          // The operator's pages tell of every network, in figures.
          const isOperators = who === 'operator' && page.pattern.startsWith('operator/');
          // The form itself was refused, before anyone looked for what it is about.
          const isFormRefused = method === 'POST' && abroad.status === 422;
          const isFine = isPublic || isAskedToSignIn || isOperators || isFormRefused;
          if (abroad.status !== 404 && !isFine) {
            const nowhere = await askWith('no-such-network', random);
            if (plain(abroad) !== plain(nowhere)) wrong.push(`${abroad.what}, ${nowhere.what}`);
          }
          if (!hasObject(page)) continue;
          const missingThere = await askWith(there, random);
          if (plain(abroad) !== plain(missingThere)) wrong.push(`${abroad.what}, ${missingThere.what}`);
          const foreign = await askWith(here, other.ids);
          const missing = await askWith(here, random);
          if (plain(foreign) !== plain(missing)) wrong.push(`${foreign.what}, ${missing.what}`);
        }
      }),
    );
  }

  expect(await fingerprintOf(urls.adminUrl, other.network.id)).toBe(before);
  expect({ wrong, leaks }).toEqual({ wrong: [], leaks: [] });
  console.info(
    `isolation of addresses: ${probes} probes over ${inNetwork.length} addresses and ${people.length} kinds of people, ${leaks.length} leaks`,
  );
});

test('the walk would see a leak: the coordinator of the network does see the word', async () => {
  const { canary, coordinator, network, ids } = await canaryWorld('SEEN');
  const cookie = await signIn(coordinator);
  const seen: string[] = [];

  for (const page of inNetwork.filter(hasObject)) {
    const answer = await ask({ path: addressOf(page, network.code, ids), cookie });
    if (answer.status === 200 && (await answer.text()).includes(canary)) seen.push(page.id);
  }

  expect(seen).toContain('routes/trainings/manage');
  expect(seen).toContain('routes/seats/seat');
  expect(seen).toContain('routes/certificates/revocation');
});
