import { as, refusal, useTestDatabase } from '@tessera/core/testing.server.ts';
import { markAllDelivered } from '@tessera/db/delivered.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { expect, test } from 'vitest';
import { openPages } from '~/server/testing.server.ts';
import { persona } from './acceptance.testing.server.ts';

await useTestDatabase();
const visitor = as(null);
const { ask } = await openPages();

const tidy = (text: string) => text.replaceAll(/[\u00a0\u202f\s]+/g, ' ');
const words = (html: string) => tidy(html.replaceAll('<!-- -->', '').replaceAll(/<[^>]+>/g, ' '));

/** What a visitor reads on a network's public page. */
async function pageOf(network: string, language: Language) {
  const answer = await ask({ path: `/n/${network}`, cookie: `tessera_language=${language}` });
  const html = (await answer.text()).replaceAll(/<script.*?<\/script>/gs, '');
  const figures = new Map(
    [...html.matchAll(/<dt[^>]*>(.*?)<\/dt><dd[^>]*>(.*?)<\/dd>/g)].map(([, label = '', value = '']) => [
      words(label),
      words(value),
    ]),
  );
  return {
    text: words(html),
    figure: (name: 'partners' | 'regions' | 'networks' | 'counties') =>
      figures.get(translator(language, 'networks')(`overview.figures.${name}`)),
    section: (id: string) => {
      const part = html.split(`<section id="${id}"`)[1]?.split('</section>')[0] ?? '';
      return [...part.matchAll(/<li/g)];
    },
  };
}

async function phaseOf(network: string) {
  const { phases } = await visitor.networks.page({ network });
  expect(phases).toHaveLength(1);
  const [phase] = phases;
  if (!phase) throw new Error('no phase');
  return { ...phase, startsOn: day(phase.startsOn), endsOn: day(phase.endsOn) };
}

const day = (date: Date) => date.toISOString().slice(0, 10);

/** Whole months from the first to the last day, both counted. */
function months(startsOn: string, endsOn: string): number {
  const [start, end] = [new Date(startsOn), new Date(Date.parse(endsOn) + 86_400_000)];
  return (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
}

test('COM-02: the tree has fifteen networks with their parents', async () => {
  const { networks } = await visitor.networks.publicTree();

  // Other tests found networks of their own.
  const demo = networks.filter(({ code }) => !/^[tf]-/.test(code));
  expect(Object.fromEntries(demo.map(({ code, parentCode }) => [code, parentCode]))).toEqual({
    soms: null,
    involvim: null,
    'inv-fi': 'involvim',
    'inv-pt': 'involvim',
    'inv-pl': 'involvim',
    'inv-si': 'involvim',
    'inv-ie': 'involvim',
    'bg-model': null,
    un: null,
    'un-ms-1': 'un',
    'un-ms-2': 'un',
    'un-hr-1': 'un',
    'un-hr-2': 'un',
    'un-cv-1': 'un',
    'un-cv-2': 'un',
  });
});

test('UNW-01, A23, A24: one regional network and two in each of three counties', async () => {
  const coordinator = await persona('coord.un');

  const { children } = await coordinator.networks.page({ network: 'un' });

  expect(children.map(({ code }) => code)).toEqual([
    'un-cv-1',
    'un-cv-2',
    'un-hr-1',
    'un-hr-2',
    'un-ms-1',
    'un-ms-2',
  ]);
});

test('COM-03: the people of the networks hold the roles and capabilities that their work asks for', async () => {
  const [bg, soms] = [await persona('coord.bg'), await persona('coord.soms')];
  const count = async (caller: typeof bg, network: string, filter: object) =>
    (await caller.members.list({ network, ...filter })).total;

  expect([
    await count(bg, 'bg-model', { role: 'mentor' }),
    await count(bg, 'bg-model', { role: 'community_leader' }),
    await count(bg, 'bg-model', { capability: 'translation_verifier' }),
    await count(bg, 'bg-model', { capability: 'case_worker' }),
    await count(bg, 'bg-model', { state: 'lapsed' }),
    (await bg.prerequisites.lapsing({ network: 'bg-model' })).length,
    await count(soms, 'soms', { role: 'outreach_adviser' }),
    await count(soms, 'soms', { capability: 'legal_reviewer' }),
  ]).toEqual([8, 12, 8, 4, 1, 2, 15, 1]);
});

test('UNW-01: a county coordinator runs two networks and sees the public card of the others only', async () => {
  const coordinator = await persona('coord.mures');

  const me = await coordinator.identity.me();
  const card = await coordinator.networks.page({ network: 'un-hr-1' });

  expect(me?.networks.map(({ code }) => code).sort()).toEqual(['un-ms-1', 'un-ms-2']);
  expect(card.code).toBe('un-hr-1');
  expect(await refusal(coordinator.members.list({ network: 'un-hr-1' }))).toBe('not_found');
});

test('UNW-01, COM-02: the regional coordinator sees seven networks, with counts and no people', async () => {
  const coordinator = await persona('coord.un');

  const { children } = await coordinator.networks.children({ network: 'un' });
  const one = await coordinator.networks.child({ network: 'un', child: 'un-ms-1' });

  expect(['un', ...children.map(({ code }) => code)]).toHaveLength(7);
  expect(children.every(({ parentCode }) => parentCode === 'un')).toBe(true);
  for (const figure of [one.confirmed, one.attended, one.certificates]) {
    expect(figure === null || figure === 0 || figure >= 5).toBe(true);
  }
  expect(await refusal(coordinator.members.list({ network: 'un-ms-1' }))).toBe('not_found');
  expect(await refusal(coordinator.events.history({ network: 'un-ms-1' }))).toBe('not_found');
  expect(await refusal(coordinator.networks.child({ network: 'un', child: 'inv-fi' }))).toBe('not_found');
});

test('INV-01: the partnership shows five regions and seven named organisations with their roles', async () => {
  const { children, partners } = await visitor.networks.page({ network: 'involvim' });

  expect(children.map(({ code }) => code)).toEqual(['inv-fi', 'inv-ie', 'inv-pl', 'inv-pt', 'inv-si']);
  const count = (wanted: string) => partners.filter(({ role }) => role === wanted).length;
  expect([count('lead'), count('partner'), count('associated_policy_authority')]).toEqual([1, 5, 1]);
});

test.each([
  ['coord.fi', 'inv-fi', ['fi', 'en']],
  ['coord.pt', 'inv-pt', ['pt', 'en']],
  ['coord.pl', 'inv-pl', ['pl', 'en']],
  ['coord.si', 'inv-si', ['sl', 'en']],
  ['coord.ie', 'inv-ie', ['en']],
])(
  'INV-02: %s sees the members of its own region only, in its languages',
  async (mailbox, own, languages) => {
    const coordinator = await persona(mailbox);
    const regions = ['inv-fi', 'inv-pt', 'inv-pl', 'inv-si', 'inv-ie'];

    const seen = await Promise.all(
      regions.map((network) =>
        coordinator.members.list({ network }).then(
          ({ people }) => people.length > 0,
          () => false,
        ),
      ),
    );
    const shell = await coordinator.networks.shell({ network: own });

    expect(seen).toEqual(regions.map((network) => network === own));
    expect(shell.languages).toEqual(languages);
    expect(shell.viewer?.can).toContain('network.edit');
  },
);

test('COM-01: the partner links are those of the story, and nothing else is linked', async () => {
  const linked = async (mailbox: string, network: string) =>
    (await (await persona(mailbox)).partners.list({ network })).partners
      .filter(({ stage }) => stage === 'accepted')
      .map(({ code }) => code)
      .sort();

  expect(await linked('coord.un', 'un')).toEqual(['bg-model']);
  expect(await linked('coord.bg', 'bg-model')).toEqual(['soms', 'un']);
  expect(await linked('coord.soms', 'soms')).toEqual(['bg-model', 'involvim']);
  expect(await linked('coord.si', 'inv-si')).toEqual(['inv-fi', 'inv-ie', 'inv-pl', 'inv-pt']);
  expect(await linked('coord.mures', 'un-ms-1')).toEqual([]);
});

test('COM-07: what soms shares with bg-model is read there and is gone with the revocation', async () => {
  const owner = await persona('coord.soms');
  const reader = await persona('coord.bg');
  const { trainings } = await owner.trainings.catalogue({ network: 'soms', when: 'all' });
  const trainingId = trainings.find(({ isShared }) => !isShared)?.id ?? '';
  const where = { network: 'soms', trainingId, recipient: 'bg-model' };
  const isThere = async () =>
    (await reader.trainings.catalogue({ network: 'bg-model', when: 'all' })).trainings.some(
      ({ id, isShared }) => id === trainingId && isShared,
    );
  await owner.trainings.share(where);
  expect(await isThere()).toBe(true);

  await owner.trainings.revokeShare(where);

  expect(await isThere()).toBe(false);
  // Another test counts what is undelivered of the demo.
  await markAllDelivered();
});

test('a county follows the rules of its regional network, and can decide for itself', async () => {
  const offerHours = async (mailbox: string, network: string) => {
    const { rules } = await (await persona(mailbox)).settings.page({ network });
    const rule = rules.find(({ field }) => field === 'offerHours');
    return [rule?.value, rule?.origin.level];
  };

  expect(await offerHours('coord.un', 'un')).toEqual([72, 'own']);
  expect(await offerHours('coord.mures', 'un-ms-1')).toEqual([72, 'parent']);
  expect(await offerHours('coord.covasna', 'un-cv-2')).toEqual([24, 'own']);
  expect(await refusal(visitor.trainings.feed({ network: 'soms' }))).toBe('not_found');
});

test('A01, A02, A03, A04: Social Media Streetwork runs 48 months, with two partners and its funders', async () => {
  const phase = await phaseOf('soms');
  const { partners } = await visitor.networks.page({ network: 'soms' });

  expect([phase.startsOn, phase.endsOn, months(phase.startsOn, phase.endsOn)]).toEqual([
    '2022-10-01',
    '2026-09-30',
    48,
  ]);
  expect(partners).toHaveLength(2);
  expect(phase.funders).toHaveLength(4);
});

test('A10, A11, A12: INVOLVIM has five regions and seven named organisations, and the regions inherit its phase', async () => {
  const page = await visitor.networks.page({ network: 'involvim' });
  const regions = await Promise.all(page.children.map(({ code }) => phaseOf(code)));

  expect(page.children).toHaveLength(5);
  expect(page.partners).toHaveLength(7);
  expect(page.institutions).toBe(52);
  for (const phase of [await phaseOf('involvim'), ...regions]) {
    expect([phase.startsOn, phase.endsOn]).toEqual(['2024-04-01', '2028-06-20']);
  }
  expect(regions.map(({ isInherited }) => isInherited)).toEqual([true, true, true, true, true]);
});

test('A16: the Bulgarian network counts 32 institutions beside its lead; a guest is not listed', async () => {
  const { institutions } = await visitor.institutions.list({ network: 'bg-model' });
  const { institutions: count } = await visitor.networks.page({ network: 'bg-model' });

  expect(count).toBe(33);
  expect(institutions.filter(({ role }) => role !== 'lead')).toHaveLength(32);
  expect(institutions.filter(({ name }) => name.includes('Babeș'))).toEqual([]);
});

test('A25, A26, A31: fifteen municipalities learn, three plan, five partners', async () => {
  const { institutions } = await visitor.institutions.list({ network: 'un' });
  const { partners } = await visitor.networks.page({ network: 'un' });

  const inTrack = (track: string) => institutions.filter((institution) => institution.track === track);
  expect(institutions).toHaveLength(48);
  expect(inTrack('A')).toHaveLength(15);
  expect(
    inTrack('B')
      .map(({ locality }) => locality)
      .sort(),
  ).toEqual(['Ojdula / Ozsdola', 'Pănet / Mezőpanit', 'Șimonești / Siménfalva']);
  expect(partners.filter(({ role }) => role === 'partner')).toHaveLength(5);
});

test.each(['Mezőbánd', 'mezoband', 'Band'])('a municipality is found as %s', async (q) => {
  const { institutions } = await visitor.institutions.list({ network: 'un', q });

  expect(institutions.map(({ name, otherNames }) => [name, ...otherNames].join(' '))).toEqual(
    expect.arrayContaining([expect.stringContaining('Comuna Band')]),
  );
});

test('UNW-13: every public text of the regional network is there in Romanian and Hungarian, or listed as missing', async () => {
  const coordinator = await persona('coord.un');
  for (const language of ['ro', 'hu'] as const) {
    const { languages, lines, total } = await coordinator.translations.list({
      network: 'un',
      isPublic: true,
      language,
    });
    const { required = 0, current = 0 } = languages.find((each) => each.language === language) ?? {};
    expect(required).toBeGreaterThan(0);
    expect([language, total]).toEqual([language, required - current]);
    expect(lines.every((line) => line.language === language)).toBe(true);
  }
});

test.each(['Mureş', 'Mureș', 'Maros'])('UNW-13: the county is found as %s', async (q) => {
  const { institutions } = await visitor.institutions.list({ network: 'un', q });

  expect(institutions.filter(({ track }) => track !== '').map(({ county }) => county)).toEqual(
    Array(6).fill('Mureș / Maros'),
  );
});

test.each([
  ['ro', '1 octombrie 2022 – 30 septembrie 2026', '48 de luni'],
  ['de', '1. Oktober 2022 – 30. September 2026', '48 Monate'],
  ['hu', '2022. október 1. – 2026. szeptember 30.', '48 hónap'],
  ['en', '1 October 2022 – 30 September 2026', '48 months'],
] as const)('A01, A02, A03, A04, SOMS-A01: the page of soms in %s', async (language, dates, duration) => {
  const page = await pageOf('soms', language);

  expect(page.text).toContain(dates);
  expect(page.text).toContain(duration);
  expect(page.figure('partners')).toBe('2');
  expect(page.section('funders')).toHaveLength(4);
});

test.each([
  ['ro', '1 aprilie 2024 – 20 iunie 2028', '51 de luni'],
  ['de', '1. April 2024 – 20. Juni 2028', '51 Monate'],
  ['hu', '2024. április 1. – 2028. június 20.', '51 hónap'],
  ['en', '1 April 2024 – 20 June 2028', '51 months'],
] as const)('A10, A11, A12, INV-14: the page of involvim in %s', async (language, dates, duration) => {
  const page = await pageOf('involvim', language);
  const region = await pageOf('inv-si', language);

  for (const { text } of [page, region]) {
    expect(text).toContain(dates);
    expect(text).toContain(duration);
    expect(text).toContain('Another public page names 31 March 2028 as the end.');
  }
  expect(page.figure('regions')).toBe('5');
  expect(page.figure('partners')).toBe('7');
});

test.each([
  ['ro', '1 mai 2015 – 31 ianuarie 2017', '21 de luni', '1.756.996,00 lei', '175.699,60 lei', '10,00 %'],
  ['de', '1. Mai 2015 – 31. Januar 2017', '21 Monate', '1.756.996,00 RON', '175.699,60 RON', '10,00 %'],
  ['hu', '2015. május 1. – 2017. január 31.', '21 hónap', '1 756 996,00 RON', '175 699,60 RON', '10,00%'],
  ['bg', '1 май 2015 г. – 31 януари 2017 г.', '21 месеца', '1 756 996,00 RON', '175 699,60 RON', '10,00%'],
  ['en', '1 May 2015 – 31 January 2017', '21 months', 'RON 1,756,996.00', 'RON 175,699.60', '10.00%'],
] as const)(
  'A23, A24, A28, A29, A30, A31, UNW-11: the page of un in %s',
  async (language, dates, duration, total, own, share) => {
    const page = await pageOf('un', language);

    for (const words of [dates, duration, total, own, share]) expect(page.text).toContain(words);
    expect(page.figure('networks')).toBe('7');
    expect(page.figure('counties')).toBe('3');
    const t = translator(language, 'networks');
    expect(page.text).toContain(t('overview.group', { role: t('membershipRoles.partner'), number: 5 }));
    expect(page.text).toContain(t('overview.group', { role: t('overview.children'), number: 6 }));
  },
);

test('A24, A30: each county has two networks, and own contribution and grant make the total', async () => {
  const { children, phases } = await visitor.networks.page({ network: 'un' });
  const amount = (kind: string) => phases[0]?.budget.find((line) => line.kind === kind)?.amountMinor ?? 0;

  const counties = children.map(({ county }) => county);
  expect(new Set(counties).size).toBe(3);
  for (const county of counties) expect(counties.filter((each) => each === county)).toHaveLength(2);
  expect(counties).not.toContain(null);
  expect(amount('own_contribution') + amount('grant')).toBe(amount('total'));
  expect([amount('total'), amount('own_contribution')]).toEqual([175_699_600, 17_569_960]);
});
