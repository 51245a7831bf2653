import type { Browser, Page } from '@playwright/test';
import { Effort } from './effort.ts';
import { expect, message, openMail, test, unique } from './support.ts';

// What docs/guide/new-network.md describes, done by the interface alone; the guide quotes the figures that this prints.

const counties = ['Mureș', 'Harghita', 'Covasna', 'Bistrița-Năsăud', 'Sălaj', 'Brașov'];
const places = ['Târgu Mureș', 'Odorheiu Secuiesc', 'Sfântu Gheorghe', 'Bistrița', 'Zalău', 'Făgăraș'];
const bodies = [
  ['Primăria municipiului', 'Autoritate publică locală'],
  ['Direcția de Asistență Socială', 'Servicii sociale'],
  ['Școala Gimnazială „Ștefan cel Mare”', 'Școală sau educație'],
  ['Asociația Împreună', 'Organizație neguvernamentală'],
  ['Inspectoratul de Poliție', 'Poliție'],
] as const;
const families = [
  'Țăranu',
  'Șerban',
  'Szőke',
  'Kertész',
  'Vădineanu',
  'Bălașa',
  'Ördög',
  'Mîndruță',
  'Ghiță',
  'Nagy',
];
const given = ['Ștefan', 'Ilona', 'Ioana', 'Béla', 'Mădălina', 'Győző', 'Țucu', 'Ágnes', 'Anca', 'Raluca'];

/** Thirty institutions: five of a kind in each of six counties. */
function institutionsFile(mark: string): string {
  const rows = counties.flatMap((county, place) =>
    bodies.map(([name, kind], body) =>
      [
        `${name} ${places[place]} ${mark}`,
        kind,
        places[place],
        county,
        `${mark}-${place}-${body}`,
        'Membru',
      ].join(';'),
    ),
  );
  const head = 'Denumirea instituției;Tipul instituției;Localitate;Județ;Număr propriu;Rolul în rețea';
  return `\uFEFF${[head, ...rows].join('\r\n')}\r\n`;
}

/** Three hundred and fifty people: a manager of each institution, twenty trainers, and colleagues without a role. */
function peopleFile(mark: string): string {
  const rows = Array.from({ length: 350 }, (_, index) => {
    const place = index % 6;
    const body = Math.floor(index / 6) % 5;
    const role = index < 30 ? 'Responsabil al instituției' : index < 50 ? 'Formator' : '';
    return [
      families[index % 10],
      `${given[Math.floor(index / 10) % 10]}-${given[(index + 3) % 10]}`,
      `p${index}.${mark}@journey.example`,
      `${bodies[body]?.[0]} ${places[place]} ${mark}`,
      role,
    ].join(';');
  });
  const head = 'Nume de familie;Prenume;Adresă de e-mail;Instituție;Rol';
  return `\uFEFF${[head, ...rows].join('\r\n')}\r\n`;
}

async function accept(
  { browser, mailbox, effort }: { browser: Browser; mailbox: Page; effort: Effort },
  invited: { email: string; network: string; givenName: string; familyName: string },
): Promise<Page> {
  const mail = await openMail(mailbox, invited.email, invited.network);
  const link = await mail.getByRole('link', { name: /\/invitations\// }).getAttribute('href');
  const context = await browser.newContext();
  const url = test.info().project.use.baseURL ?? '';
  await context.addCookies([{ name: 'tessera_language', value: 'en', url }]);
  const page = await context.newPage();
  effort.watch(page);
  // The mail is read and its link is clicked.
  effort.pages += 1;
  effort.clicks += 1;
  await page.goto(link ?? '');
  await effort.type(page.getByLabel('Given name', { exact: true }), invited.givenName);
  await effort.type(page.getByLabel('Family name', { exact: true }), invited.familyName);
  await effort.type(page.getByLabel('Password'), 'green lamps over water');
  await effort.click(page.getByRole('button', { name: 'Make the login and accept' }));
  await expect(page).toHaveURL(/\/home$/);
  return page;
}

async function importFile(
  page: Page,
  effort: Effort,
  file: { name: string; content: string; rows: number },
): Promise<void> {
  await effort.upload(page.getByLabel('File', { exact: true }), file.name, file.content);
  await effort.click(page.getByRole('button', { name: 'Upload the file' }));
  await expect(page.getByRole('heading', { level: 1, name: file.name })).toBeVisible();
  await effort.click(page.getByRole('button', { name: 'Check the file' }));
  await expect(page.getByRole('heading', { name: 'What the import would do' })).toBeVisible({
    timeout: 60_000,
  });
  await effort.click(page.getByRole('button', { name: 'Import now' }));
  await expect(page.getByText(`New: ${file.rows}, changed: 0, unchanged: 0, wrong: 0`)).toBeVisible({
    timeout: 60_000,
  });
}

test('a regional network, six within it, 30 institutions and 350 people, by clicking and two files', {
  tag: '@once',
}, async ({ as, browser, page: mailbox }) => {
  const mark = unique('r').slice(0, 8);
  const name = `Valea Verde ${mark}`;
  const within = counties.map((county) => `Rețeaua ${county} ${mark}`);
  const mailOf = (index: number) => `c${index}.${mark}@journey.example`;
  const first = `first.${mark}@journey.example`;

  const operating = new Effort();
  const operator = await as('admin');
  await operator.goto('/operator');
  operating.watch(operator);
  await operating.click(operator.getByRole('link', { name: 'New network' }));
  await operating.choose(operator.getByLabel('Kind', { exact: true }), 'Regional network');
  await operating.type(operator.getByLabel('Address', { exact: true }), mark);
  await operating.type(operator.getByLabel('Name', { exact: true }), name);
  await operating.choose(operator.getByLabel('Main language'), 'Romanian');
  await operating.click(operator.getByRole('checkbox', { name: 'Hungarian' }));
  await operating.type(operator.getByLabel('Time zone'), 'Europe/Bucharest');
  await operating.type(operator.getByLabel('E-mail address of the first coordinator'), first);
  await operating.type(
    operator.getByLabel(/^Networks within/),
    within.map((each, index) => `${each}; ${mailOf(index)}`).join('\n'),
  );
  await operating.click(operator.getByRole('button', { name: 'Found and invite' }));
  await expect(message(operator)).toContainText('invitations are on their way: 7');

  const coordinating = new Effort();
  const who = { browser, mailbox, effort: coordinating };
  const coordinator = await accept(who, {
    email: first,
    network: name,
    givenName: 'Ilona',
    familyName: 'Kertész',
  });
  const others = new Effort();
  for (const [index, network] of within.entries()) {
    const words = {
      email: mailOf(index),
      network,
      givenName: given[index] ?? '',
      familyName: families[index] ?? '',
    };
    const other = await accept({ browser, mailbox, effort: others }, words);
    await expect(other.getByRole('main')).toContainText(network);
    await other.context().close();
  }

  await coordinating.click(coordinator.getByRole('link', { name }).first());
  await coordinating.click(coordinator.getByRole('link', { name: 'Institutions', exact: true }).first());
  await coordinating.click(coordinator.getByRole('link', { name: 'Import from a file' }));
  await importFile(coordinator, coordinating, {
    name: 'instituții.csv',
    content: institutionsFile(mark),
    rows: 30,
  });
  await coordinating.click(coordinator.getByRole('link', { name: 'See the result' }));
  await expect(coordinator.getByRole('status').filter({ hasText: '30 institutions' })).toBeVisible();
  await coordinating.click(coordinator.getByRole('link', { name: 'Members', exact: true }).first());
  await expect(coordinator).toHaveURL(/\/members$/);
  await coordinating.click(coordinator.getByRole('link', { name: 'Import from a file' }));
  await importFile(coordinator, coordinating, { name: 'persoane.csv', content: peopleFile(mark), rows: 350 });
  await coordinating.click(coordinator.getByRole('link', { name: 'Overview', exact: true }).first());
  await coordinating.click(coordinator.getByRole('button', { name: 'Open the network' }));
  await expect(message(coordinator)).toContainText('The network is open to everyone now.');

  // What everybody sees in the end, and what the operator counts.
  await coordinator.goto(`/n/${mark}/institutions?q=${encodeURIComponent('Făgăraș')}`);
  await expect(coordinator.getByText('5 institutions', { exact: true })).toBeVisible();
  await coordinator.goto(`/n/${mark}/settings/tree`);
  for (const network of within)
    await expect(coordinator.getByRole('row').filter({ hasText: network })).toBeVisible();
  await coordinator.goto(`/n/${mark}/invitations`);
  await expect(coordinator.getByText(`p0.${mark}@journey.example`)).toBeVisible();
  await operator.goto('/operator');
  await expect(operator.getByRole('row').filter({ hasText: `${name}Regional` })).toContainText('30');
  expect(
    await operator
      .getByRole('row')
      .filter({ hasText: `${mark}-reteaua` })
      .count(),
  ).toBe(6);
  await mailbox.goto(`/n/${mark}`);
  await expect(mailbox.getByRole('heading', { level: 1 })).toHaveText(name);

  for (const [what, effort] of [
    ['operator', operating],
    ['coordinator', coordinating],
    ['six other coordinators together', others],
  ] as const) {
    console.info(`set-up: ${what}: ${effort}`);
    test.info().annotations.push({ type: what, description: String(effort) });
  }
  await coordinator.context().close();
});
