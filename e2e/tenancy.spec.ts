import type { APIResponse, Page } from '@playwright/test';
import { inNetwork, withAction } from './pages.ts';
import { expect, test } from './support.ts';

/** What belongs to one network and to nobody else: ids for addresses, and words that must stay inside. */
type Foreign = { ids: Record<string, string>; words: string[] };

/** Pages of a network that everyone may read, also those who belong to another one. */
const openPages = [
  'n/:network',
  'n/:network/feed.xml',
  'n/:network/sitemap.xml',
  'n/:network/institutions',
  'n/:network/institutions/:institution',
  'n/:network/calendar',
  'n/:network/calendar.ics',
  'n/:network/trainings',
  'n/:network/trainings/:training',
  'n/:network/trainings/:training/calendar.ics',
  'n/:network/widget/trainings',
  'n/:network/join',
  'n/:network/join/sent',
  'n/:network/badges/did.json',
  'n/:network/stories',
  'n/:network/cards',
  'n/:network/cards/pictograms/:pictogram',
  'n/:network/cards/recordings/:recording',
  'n/:network/cards/spot',
  'n/:network/cards/spot/app.webmanifest',
  'n/:network/cards/spot/:language',
  'n/:network/cards/spot/:language/pack.json',
  'n/:network/cards/print',
  'n/:network/cards/print.pdf',
  'n/:network/library',
];

for (const { mailbox, own, foreign, owner } of [
  { mailbox: 'im.band', own: 'un-ms-1', foreign: 'bg-model', owner: 'coord.bg' },
  { mailbox: 'coord.mures', own: 'un-ms-2', foreign: 'un', owner: 'coord.un' },
]) {
  test(`${mailbox} finds nothing of ${foreign}, in no address and with no form`, { tag: '@once' }, async ({
    as,
  }) => {
    const secret = await collect(await as(owner), foreign);
    const { request } = await as(mailbox);
    const wrong: string[] = [];

    for (const pattern of inNetwork) {
      for (const network of [own, foreign]) {
        // The own network's pages without a foreign id are the reader's own.
        if (network === own && !/:(?!network)/.test(pattern)) continue;
        const address = fill(pattern, network, secret.ids);
        const seen = await request.get(address);
        const isOpen = network === foreign && openPages.includes(pattern);
        // Some addresses only lead on to a page of the reader's own network.
        const isOwnPage = [
          'members',
          'certificates',
          'invitations',
          'settings/prerequisites',
          'settings/phases',
          'settings/accounts',
          'mentoring/care',
          'mentoring/asks',
          'library',
          'library/links',
        ].some((page) => new URL(seen.url()).pathname === `/n/${own}/${page}`);
        if (seen.status() !== 404 && seen.status() !== 403 && !isOpen && !isOwnPage) {
          wrong.push(`GET ${address}: ${seen.status()} ${seen.url()}`);
        }
        if (!isOwnPage) await check(`GET ${address}`, seen);
        if (!withAction.includes(pattern)) continue;
        const sent = await request.post(address, { form: formFor(pattern), maxRedirects: 0 });
        // 422: the form itself was refused, before anyone looked for the object.
        if (![403, 404, 422].includes(sent.status()) && !isWayBack(sent)) {
          wrong.push(`POST ${address}: ${sent.status()} ${sent.headers().location ?? ''}`);
        }
        await check(`POST ${address}`, sent);
      }
    }

    async function check(what: string, answer: APIResponse): Promise<void> {
      const text = await answer.text();
      for (const word of secret.words) if (text.includes(word)) wrong.push(`${what}: shows ${word}`);
    }

    expect(secret.words.length).toBeGreaterThan(3);
    expect(Object.keys(secret.ids).sort()).toEqual([
      'certificate',
      'invitation',
      'seat',
      'token',
      'training',
    ]);
    expect(wrong).toEqual([]);
  });
}

test('a visitor is asked to sign in and comes back to the page', { tag: '@once' }, async ({ page }) => {
  for (const address of [
    '/home',
    '/account',
    '/n/un/registrations',
    '/n/un/members',
    '/n/un/trainings/new',
  ]) {
    await page.goto(address);

    const next = new URL(page.url()).searchParams.get('next');
    expect([address, next]).toEqual([address, address]);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  }
});

/** Ids and words of a network, as its coordinator sees them. */
async function collect(coordinator: Page, network: string): Promise<Foreign> {
  const ids: Record<string, string> = { token: 'a-token-that-opens-nothing' };
  const words = new Set<string>();
  const read = async (address: string) => (await coordinator.request.get(address)).text();
  const find = (html: string, kind: string) =>
    new RegExp(`/n/${network}/${kind}/([0-9a-f]{8}-[0-9a-f-]{27})`).exec(html)?.[1];

  // A draft is what nobody else may see; where there is none, a page for members stands for it.
  const catalogue = await read(`/n/${network}/trainings?when=all`);
  const trainings = [...catalogue.matchAll(new RegExp(`/n/${network}/trainings/([0-9a-f-]{36})`, 'g'))];
  for (const id of new Set(trainings.map(([, id = '']) => id))) {
    await coordinator.goto(`/n/${network}/trainings/${id}/manage`);
    const html = await coordinator.content();
    const seat = find(html, 'seats');
    if (seat && !ids.seat) Object.assign(ids, { seat, training: id });
    const people = coordinator.getByRole('table', { name: 'Confirmed' }).getByRole('rowheader');
    for (const name of (await people.allInnerTexts()).slice(0, 3)) {
      const [first = ''] = name.split('\n');
      if (first && first !== 'To be named') words.add(first);
    }
    const certificates = await read(`/n/${network}/trainings/${id}/certificates`);
    const certificate = find(certificates, 'certificates');
    if (certificate) ids.certificate ??= certificate;
    if (ids.certificate && ids.seat) break;
  }
  ids.invitation = '01900000-0000-7000-8000-000000000000';
  return { ids, words: [...words] };
}

/** What a phone at the door sends. */
const scans = {
  sessionId: '01900000-0000-7000-8000-000000000000',
  device: '01900000-0000-4000-8000-000000000001',
  scans: [
    {
      nonce: '01900000-0000-4000-8000-000000000002',
      happenedAt: '2026-05-01T09:00:00Z',
      text: 'AAAABBBBCCCC',
    },
  ],
};

/** What a member of the network would send, as far as it can be known. */
function formFor(pattern: string): Record<string, string> {
  if (pattern.endsWith('/publication')) return { move: 'close_registration' };
  if (pattern.endsWith('/capacity')) return { capacity: '500' };
  if (pattern.endsWith('/visibility')) return { name: 'shown' };
  if (pattern.endsWith('/scans')) return { batch: JSON.stringify(scans) };
  return { reason: 'x', answer: 'accept', givenName: 'Ana', familyName: 'Moldovan' };
}

/** An invitation that cannot be accepted leads back to its own page, which says why. */
function isWayBack(answer: APIResponse): boolean {
  return answer.url().endsWith(`${answer.headers().location}/acceptance`);
}

function fill(pattern: string, network: string, ids: Record<string, string>): string {
  return `/${pattern}`
    .replace(':network', network)
    .replace(/:(\w+)/g, (_, name: string) => ids[name] ?? `no-${name}`);
}
