import AxeBuilder from '@axe-core/playwright';
import type { Page, Route } from '@playwright/test';
import { expect, fillTraining, message, networkDay, openMail, test, unique } from './support.ts';

// Each test looks at many pages, in light and dark and at 320 pixels.
test.describe.configure({ timeout: 400_000 });

const nobody = '01900000-0000-7000-8000-000000000000';
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const visitorPages = [
  '/',
  '/networks',
  '/language',
  '/certificates',
  '/certificates/0000000000000000',
  '/certificates?code=short',
  '/sign-in',
  '/sign-in/code/new',
  `/sign-in/code?id=${nobody}`,
  '/password-reset',
  `/password-reset/${nobody}/unknown`,
  '/n/un',
  '/n/bg-model',
  '/n/bg-model/cards',
  '/n/un/institutions',
  '/n/un/institutions?q=Hagita',
  '/n/un/institutions?q=nothing-at-all',
  '/n/un-ms-1/institutions',
  '/n/un/calendar',
  '/n/un/calendar?month=1999-01',
  '/n/un/trainings?when=all',
  '/n/un/trainings?q=nothing-at-all',
  `/n/un/invitations/${nobody}/unknown`,
  '/no/such/page',
  '/dev/ui',
  '/dev/mail',
];

test('COM-11: pages for visitors', { tag: '@once' }, async ({ page, request }) => {
  await look(page, [
    ...visitorPages,
    await trainingPath(request, 'UN-T5'),
    await institutionPath(request, 'Comuna Band'),
  ]);
});

test('pages of all events, of calendars and of the frame for other sites', { tag: '@once' }, async ({
  page,
  as,
}) => {
  await look(page, [
    '/trainings',
    '/trainings?q=nothing-at-all',
    '/trainings?when=past&place=nowhere',
    '/n/un/calendar?view=week&day=2026-05-04',
    '/n/un/calendar?view=list&month=2026-05',
    '/n/un/widget/trainings',
  ]);
  await look(await as('coord.un'), ['/trainings', '/account/calendar', '/n/un/settings/widget']);
});

test('pages about phases, funders and budget', { tag: '@once' }, async ({ as }) => {
  const page = await as('coord.un');
  await page.goto('/n/un/settings/phases');
  const address = await page
    .getByRole('link', { name: /^Edit:/ })
    .first()
    .getAttribute('href');
  await look(page, [
    '/n/un/settings/phases',
    '/n/un/settings/phases/new',
    address ?? '',
    `${address}/removal`,
    '/n/soms',
  ]);
});

test('pages of translations', { tag: '@once' }, async ({ as }) => {
  const page = await as('coord.un');
  await page.goto('/n/un/translations?language=hu&kind=resource&state=');
  const address = await page.locator('a[href*="/translations/resource/"]').first().getAttribute('href');
  await look(page, [
    '/n/un/translations',
    '/n/un/translations/languages',
    '/n/un/translations/levels',
    address ?? '',
  ]);
});

for (const language of ['bg', 'hu']) {
  test(`main pages in another language: ${language}`, { tag: '@once' }, async ({
    page,
    as,
    request,
    baseURL,
  }) => {
    const cookie = { name: 'tessera_language', value: language, url: baseURL ?? '' };
    await page.context().addCookies([cookie]);
    const training = await trainingPath(request, 'UN-T5');
    await look(page, ['/', '/n/un', '/n/un/trainings?when=all', '/n/un/calendar', training, '/sign-in']);
    await look(page, ['/n/un/institutions', await institutionPath(request, 'Comuna Band')]);

    const coordinator = await as('coord.un');
    await coordinator.context().addCookies([cookie]);
    await look(coordinator, ['/home', `${training}/manage`, `${training}/registration`, '/n/un/members']);
  });
}

test('COM-11: pages for coordinators', { tag: '@once' }, async ({ as, request }) => {
  const coordinator = await as('coord.un');
  const over = await trainingPath(request, 'UN-T1', 'past');
  const training = await trainingPath(request, 'UN-T5');
  await coordinator.goto(`${over}/certificates`);
  const revoke = await coordinator
    .getByRole('link', { name: /Revoke/ })
    .first()
    .getAttribute('href');
  await coordinator.goto(`${training}/manage`);
  const cancel = await coordinator
    .getByRole('link', { name: /Cancel the seat/ })
    .first()
    .getAttribute('href');

  await look(coordinator, [
    '/home',
    '/account',
    '/account/password',
    '/n/un',
    '/n/un/imports',
    '/n/un/trainings/new',
    `${training}/manage`,
    `${training}/edit`,
    `${training}/registration`,
    `${training}/capacity`,
    `${training}/cancellation`,
    `${training}/sharing`,
    `${training}/attendance`,
    `${over}/manage`,
    `${over}/attendance`,
    `${over}/attendance?q=nobody-at-all`,
    `${over}/certificates`,
    `${over}/cancellation`,
    revoke ?? '',
    cancel ?? '',
    '/n/un/members',
    '/n/un/invitations',
    '/n/un/history',
    '/n/un/certificates',
    '/n/un/registrations',
  ]);
});

test('pages about the data of people', { tag: '@once' }, async ({ as }) => {
  await look(await as('coord.un'), [
    '/account/privacy',
    '/account/privacy/erasure',
    '/n/un/consents',
    '/n/un/settings/privacy',
    '/n/un/settings/privacy/periods/notes',
    '/n/un/settings/privacy/accesses',
    '/n/un/settings/privacy/erasures',
    '/n/un/settings/privacy/wordings',
    '/n/un/settings/privacy/wordings/new',
    '/n/un/settings/privacy/wordings/public_listing',
  ]);
  await look(await as('volunteer1.panet'), ['/n/un/consents/new']);
  await look(await as('admin'), ['/operator/privacy', '/operator/privacy/access']);
});

test('pages about messages', { tag: '@once' }, async ({ page, as }) => {
  const coordinator = await as('coord.un');
  await look(coordinator, [
    '/n/un/settings/messages',
    '/n/un/settings/messages?q=nothing-at-all',
    '/notices',
    '/account/notices',
  ]);
  const address = `${unique('log')}@demo.example`;
  await coordinator.goto('/n/un/invitations/new');
  await coordinator.getByLabel('E-mail addresses').fill(address);
  await coordinator.getByRole('radio', { name: 'Viewer' }).check();
  await coordinator.getByRole('button', { name: 'Send', exact: true }).click();
  await openMail(page, address, /./);
  await coordinator.goto(`/n/un/settings/messages?q=${address}`);
  const link = coordinator.getByRole('table').getByRole('link', { name: 'Invitation' });
  const path = (await link.getAttribute('href')) ?? '';
  await look(coordinator, [`/n/un/settings/messages?q=${address}`, path, `${path}/resend`]);
});

test('pages about institutions', { tag: '@once' }, async ({ as, request }) => {
  const coordinator = await as('coord.un');
  const band = await institutionPath(request, 'Comuna Band');
  const other = (await institutionPath(request, 'Comuna Ernei')).split('/').at(-1);
  await look(coordinator, [
    '/n/un/institutions?state=left',
    '/n/un/institutions/new',
    '/n/un/institutions/new?q=Comuna Band',
    band,
    `${band}/edit`,
    `${band}/membership`,
    `${band}/moves/leave`,
    `${band}/moves/admit`,
    `${band}/merge`,
    `${band}/merge?with=${other}`,
  ]);
  await look(await as('im.band'), [band, `${band}/edit`]);
});

test('COM-11: pages for institutions, trainers and volunteers', { tag: '@once' }, async ({ as, request }) => {
  const manager = await as('im.band');
  await manager.goto('/n/un/registrations');
  const seat = await manager
    .getByRole('link', { name: /Replace|Name the person/ })
    .first()
    .getAttribute('href');
  await look(manager, [
    '/home',
    '/n/un/registrations',
    '/n/un/certificates',
    '/n/un/members',
    `${await trainingPath(request, 'UN-T8')}/registration`,
    `${await trainingPath(request, 'UN-T5')}`,
    '/n/un/trainings/new',
    seat ?? '',
    `${seat}/cancellation`,
    `${seat}/offer`,
  ]);
  await look(await as('trainer.un'), ['/home', `${await trainingPath(request, 'UN-T1', 'past')}/attendance`]);
  await look(await as('volunteer1.panet'), ['/home', '/n/un/registrations', '/n/un/certificates']);
});

test('pages of an exchange', { tag: '@once' }, async ({ as, request }) => {
  const visit = await trainingPath(request, 'IE-V1', 'upcoming', 'inv-ie');
  const over = await trainingPath(request, 'SI-V1', 'past', 'inv-si');
  const atGuest = visit.replace('/n/inv-ie/', '/n/inv-si/');
  await look(await as('coord.ie'), [
    `${visit}/exchange`,
    `${visit}/manage`,
    `${visit}/capacity`,
    `${visit}/sharing`,
  ]);
  await look(await as('coord.si'), [`${over}/exchange`]);
  const manager = await as('geoss');
  await manager.goto('/n/inv-si/away');
  const seat = await manager
    .getByRole('link', { name: /^Change/ })
    .first()
    .getAttribute('href');
  await look(manager, [
    '/n/inv-si/away',
    seat ?? '',
    `${seat}/cancellation`,
    `${seat}/offer`,
    atGuest,
    `${atGuest}/registration`,
    `${over}/takeaways`,
  ]);
});

test('pages of settings', { tag: '@once' }, async ({ as }) => {
  await look(await as('coord.un'), [
    '/n/un/settings',
    '/n/un/settings/rules',
    '/n/un/settings/modules',
    '/n/un/settings/start',
    '/n/un/settings/start/name',
    '/n/un/settings/start/territory',
    '/n/un/settings/start/languages',
    '/n/un/settings/start/accent',
    '/n/un/settings/partners',
    '/n/un/settings/partners/bg-model/revocation',
    '/n/un/settings/tree',
    '/n/un/settings/tree/un-ms-1',
    '/n/un/settings/closing',
  ]);
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'settings on a phone' : 'settings on a phone, without scripts', () => {
    test.use({ javaScriptEnabled });

    test('all pages of the settings are behind the name of the current one, by keyboard too', {
      tag: '@once',
    }, async ({ as }) => {
      const coordinator = await as('coord.un');
      await coordinator.setViewportSize({ width: 390, height: 844 });
      await coordinator.goto('/n/un/settings/phases');
      await coordinator.waitForLoadState('networkidle');
      const pages = coordinator.getByRole('navigation', { name: 'Pages of the settings' });
      const drawer = pages.locator('summary');
      await expect(drawer).toContainText('Phases');
      expect((await pages.boundingBox())?.height).toBeLessThan(80);
      await expect(pages.getByRole('link')).toHaveCount(0);

      await drawer.focus();
      await coordinator.keyboard.press('Enter');
      await expect(pages.getByRole('link', { name: 'Phases' })).toHaveAttribute('aria-current', 'page');
      if (javaScriptEnabled) await expect.soft(await violations(coordinator)).toEqual([]);
      await coordinator.keyboard.press('Tab');
      await expect(pages.getByRole('link').first()).toBeFocused();
      await coordinator.keyboard.press('Enter');
      await expect(coordinator).toHaveURL(/\/n\/un\/settings$/);
      await expect(pages.getByRole('link')).toHaveCount(0);

      await coordinator.setViewportSize({ width: 1440, height: 900 });
      await expect(drawer).toBeHidden();
      await expect(pages.getByRole('link', { name: 'Phases' })).toBeVisible();
    });
  });

test('pages of those who run mentoring', { tag: '@once' }, async ({ as }) => {
  const coordinator = await as('coord.bg');
  await coordinator.goto('/n/bg-model/mentoring/programmes');
  const link = coordinator.getByRole('main').getByRole('link', { name: 'Community leaders' }).first();
  const programme = await link.getAttribute('href');
  await look(coordinator, [
    '/n/bg-model/mentoring',
    '/n/bg-model/mentoring/programmes',
    '/n/bg-model/mentoring/programmes/new',
    '/n/bg-model/mentoring/people/mentors',
    '/n/bg-model/mentoring/people/mentors/new',
    '/n/bg-model/mentoring/people/mentees',
    '/n/bg-model/mentoring/people/mentees/new',
    '/n/bg-model/mentoring/matching',
    '/n/bg-model/mentoring/care',
    '/n/bg-model/mentoring/care/questions/new',
    '/n/bg-model/mentoring/supervision',
    '/n/bg-model/mentoring/supervision/new',
    '/n/bg-model/mentoring/concerns',
    '/n/bg-model/mentoring/concerns/new',
    '/n/bg-model/mentoring/initiatives',
    '/n/bg-model/mentoring/figures',
    ...['', '/plan', '/plan/edit', '/modules', '/agreements', '/agreements/edit'].map(
      (page) => `${programme}${page}`,
    ),
  ]);
  await look(await as('mentor.k'), ['/n/bg-model/mentoring/asks']);
});

test('COM-11: pages about certificates and learning hours', { tag: '@once' }, async ({ as, request }) => {
  const coordinator = await as('coord.un');
  const training = await trainingPath(request, 'UN-T1', 'past');
  await coordinator.goto(`${training}/certificates`);
  const again = coordinator.getByRole('link', { name: /^Issue anew/ }).first();
  await look(coordinator, [
    `${training}/certificates`,
    (await again.getAttribute('href')) ?? '',
    '/n/un/settings/certificates',
    '/n/un/settings/certificates/ro',
    '/n/un/learning',
    '/n/un/learning/people',
    '/n/un/register',
    '/n/un/learning/people?year=2001',
  ]);
});

test('pages for the operator', { tag: '@once' }, async ({ as }) => {
  await look(await as('admin'), [
    '/home',
    '/operator',
    '/operator/health',
    '/operator/networks/new?parent=un',
    '/operator/networks/un',
    '/operator/privacy',
    '/operator/privacy/access',
    `/operator/jobs/${nobody}`,
  ]);
});

test('pages about people and their roles', { tag: '@once' }, async ({ as }) => {
  const coordinator = await as('coord.bg');
  await coordinator.goto('/n/bg-model/members?q=mentor.d');
  const person = await coordinator.getByRole('rowheader').getByRole('link').getAttribute('href');
  await coordinator.goto(person ?? '');
  const role = await coordinator.getByRole('link', { name: /^Change the role/ }).getAttribute('href');
  const record = await coordinator
    .getByRole('link', { name: /^Record:/ })
    .first()
    .getAttribute('href');

  await look(coordinator, [
    '/home',
    '/account',
    '/n/bg-model/members',
    '/n/bg-model/members?q=nobody-at-all',
    '/n/bg-model/invitations',
    '/n/bg-model/invitations?state=all',
    '/n/bg-model/invitations/new',
    '/n/bg-model/settings/prerequisites',
    '/n/bg-model/leaving',
    person ?? '',
    `${person}/roles/new`,
    `${person}/deactivation`,
    role ?? '',
    `${role}/capabilities`,
    record ?? '',
  ]);
  await look(await as('admin'), ['/operator/accounts']);
});

test('forms that were refused, open menus', { tag: '@once' }, async ({ page, as, request }) => {
  await page.goto('/sign-in');
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await inspect(page, 'sign-in refused');
  // The same mistake once more is told once more.
  await page.getByRole('textbox').first().focus();
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeFocused();

  for (const menu of await page.getByRole('banner').locator('summary').all()) {
    if (!(await menu.isVisible())) continue;
    await menu.click();
    await inspect(page, 'menu open', false);
  }

  const coordinator = await as('coord.un');
  await coordinator.goto('/n/un/trainings/new');
  const day = await networkDay(request, 30);
  await fillTraining(coordinator, {
    code: '',
    title: '',
    halfDays: [{ day, halfDay: 'Morning', from: '12:00', to: '09:00' }],
  });
  await coordinator.getByRole('button', { name: 'Save as draft' }).click();
  await expect(coordinator.getByRole('alert')).toBeFocused();
  await inspect(coordinator, 'training refused');
  await coordinator.getByRole('alert').getByRole('link').first().click();
  await expect(coordinator.locator(':focus')).toHaveAttribute('aria-invalid', 'true');
  // It stays there: nothing that comes with the new address takes the focus back.
  await expect(coordinator).toHaveURL(/#/);
  await coordinator.keyboard.type('T');
  await expect(coordinator.locator(':focus')).toHaveAttribute('aria-invalid', 'true');
  await expect(coordinator.getByRole('alert')).not.toBeFocused();
});

test('COM-11: the keyboard reaches the content, and one sees where it is', { tag: '@once' }, async ({
  page,
}) => {
  await page.goto('/n/un/trainings');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      // The button for the calendar inside a field for a day is the browser's and has the browser's ring.
      if (element.matches('input[type=date]:not(:focus)')) return true;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    expect(outline).toBe(true);
  }
});

test('a menu closes with Escape and gives the focus back', { tag: '@once' }, async ({ page }) => {
  await page.goto('/n/un');
  const menu = page.getByRole('banner').locator('summary').filter({ hasText: 'Colours' });
  // Escape is heard once the scripts have come; until then the menu is one of the browser.
  await page.waitForLoadState('networkidle');
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Dark' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');

  await expect(page.getByRole('button', { name: 'Dark' })).toBeHidden();
  await expect(menu).toBeFocused();
});

test('clicks while the scripts come do a page no harm', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      document.querySelector('h1')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      if (performance.now() < 3000) port2.postMessage('again');
    };
    port2.postMessage('again');
  });
  await page.goto('/n/un');
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'All trainings' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Trainings' })).toBeFocused();
});

test('scripts that come late leave a page where its reader is', { tag: '@once' }, async ({ as }) => {
  const page = await as('coord.un');
  const late: Route[] = [];
  await page.route('**/assets/*.js', (route) => void late.push(route));
  await page.goto('/n/un/settings/privacy', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Try what a night would end' }).click();
  await expect(message(page)).toContainText('Nothing was changed.');
  await page.getByRole('link', { name: 'Change: Notes with registrations' }).scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(0);

  await page.unroute('**/assets/*.js');
  for (const route of late) await route.continue().catch(() => {});
  await page.waitForLoadState('networkidle');

  expect(await page.evaluate(() => scrollY)).toBe(place);
});

test('what is typed while a filter works stays', { tag: '@once' }, async ({ page }) => {
  await page.goto('/n/un/institutions');
  await page.waitForLoadState('networkidle');
  let go: () => void = () => {};
  const isTyped = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(/institutions\.data/, async (route) => {
    await isTyped;
    await route.continue();
  });
  const search = page.getByLabel('Name or place');
  await search.fill('Band');
  await page.getByRole('button', { name: 'Filter' }).click();
  await search.fill('Maros');
  go();
  await expect(page).toHaveURL(/q=Band/);
  await expect(page.getByText('Mezőbánd község')).toBeVisible();

  await expect(search).toHaveValue('Maros');
});

test('a menu that was opened before the scripts came stays open', { tag: '@once' }, async ({ page }) => {
  const late: Route[] = [];
  await page.route('**/assets/*.js', (route) => void late.push(route));
  await page.goto('/n/un', { waitUntil: 'commit' });
  await page.getByRole('banner').locator('summary').filter({ hasText: 'Colours' }).click();
  await page.unroute('**/assets/*.js');
  for (const route of late) await route.continue().catch(() => {});
  await page.waitForLoadState('networkidle');

  await expect(page.getByRole('button', { name: 'Dark' })).toBeVisible();
});

test('after a link the new heading has the focus', { tag: '@once' }, async ({ page }) => {
  await page.goto('/n/un');
  // Until the scripts have come a link brings a new document, whose focus is at its start.
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'All trainings' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Trainings' })).toBeFocused();
});

async function look(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await inspect(page, address);
  }
}

/** Light and dark, wide and narrow; nothing scrolls sideways at 320 px. */
async function inspect(page: Page, what: string, isWhole = true): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.soft(page.getByRole('main'), what).not.toContainText(/undefined|\bNaN\b|\[object /);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect.soft(await violations(page), `${what}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  if (isWhole) await page.setViewportSize({ width: 320, height: 800 });
  expect.soft(await violations(page), `${what}, dark${isWhole ? ', narrow' : ''}`).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (isWhole) expect.soft(width, `${what}: width`).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(standards)
    // Runs in the page itself; no page of ours holds frames of others.
    .setLegacyMode()
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function trainingPath(
  request: { get: (url: string) => Promise<{ json: () => Promise<unknown> }> },
  code: string,
  when = 'upcoming',
  network = 'un',
): Promise<string> {
  const answer = await request.get(`/api/networks/${network}/trainings?when=${when}&q=${code}`);
  const { trainings } = (await answer.json()) as { trainings: { id: string; code: string }[] };
  const found = trainings.find((training) => training.code === code);
  return `/n/${network}/trainings/${found?.id}`;
}

async function institutionPath(
  request: { get: (url: string) => Promise<{ json: () => Promise<unknown> }> },
  name: string,
): Promise<string> {
  const answer = await request.get(`/api/networks/un/institutions?q=${encodeURIComponent(name)}`);
  const { institutions } = (await answer.json()) as { institutions: { id: string }[] };
  return `/n/un/institutions/${institutions[0]?.id}`;
}
