import { type Browser, expect as expectPlain, type Page } from '@playwright/test';
import { expect, test, unique } from './support.ts';

test('a visitor finds an institution by any name of its place, on the map and in the list', {
  tag: '@once',
}, async ({ page }) => {
  await page.goto('/n/un/institutions');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Institutions');
  const map = page.getByRole('group', { name: 'Map of the institutions' });
  await expect(map.getByRole('link').first()).toBeVisible();
  await page.getByText('The map as a table').click();
  const numbers = await page
    .getByRole('table', { name: 'Places and the number of institutions there' })
    .getByRole('row')
    .locator('td:last-child')
    .allInnerTexts();
  const tiles = await map.getByRole('link').locator('text:not([aria-hidden])').allTextContents();
  expect(sum(numbers)).toBe(48);
  // Oslo lies beyond the edge.
  expect(sum(tiles)).toBe(47);
  await expect(page.getByText('Beyond the edge of the map: Oslo (1)')).toBeVisible();

  for (const spelling of ['Mureş', 'mures', 'Maros', 'Hagita']) {
    await page.getByLabel('Name or place').fill(spelling);
    await page.getByRole('button', { name: 'Filter' }).click();
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(spelling)}&`));
    await expect(page.getByRole('rowheader', { name: /Comuna|Municipality of/ }).first()).toBeVisible();
  }
  await expect(page.getByText('Nothing is spelled “Hagita”')).toBeVisible();
});

test('without scripts the directory, the map and a card work all the same', { tag: '@once' }, async ({
  browser,
  baseURL,
}) => {
  const page = await withoutScripts(browser, baseURL);
  await page.goto('/n/un/institutions?q=Band');
  await page.getByRole('rowheader').getByRole('link', { name: 'Municipality of Band' }).click();

  await expectPlain(page.getByRole('heading', { level: 1 })).toHaveText('Municipality of Band');
  await expectPlain(page.getByText('Mezőbánd község')).toBeVisible();
  expectPlain(await page.context().cookies()).toHaveLength(1);
  await expectPlain(page.getByText('People with a role')).toHaveCount(0);
  await page.context().close();
});

test('a coordinator adds, verifies, merges; the old address leads to the card that stays', {
  tag: '@once',
}, async ({ as }) => {
  const page = await as('coord.un');
  const name = unique('School');
  const first = await addInstitution(page, name, 'Band');
  await page.getByRole('link', { name: 'Verify the card' }).click();
  await page.getByRole('button', { name: 'Verify the card' }).click();
  await expect(page.getByText('The card is verified.')).toBeVisible();

  await page.goto(`/n/un/institutions/new?q=${name}`);
  await expect(page.getByRole('table', { name: 'Already in the register' })).toContainText(name);
  await fillCard(page, name, 'Mezőbánd / Band');
  await expect(page.getByRole('alert')).toContainText('already in the register');
  const second = await addInstitution(page, `${name} copy`, 'Deda');

  await page.goto(first);
  await page.getByRole('link', { name: 'Merge with another card' }).click();
  await page.getByLabel('Institution', { exact: true }).selectOption(`${name} copy`);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText('What moves')).toBeVisible();
  await page.getByRole('radio', { name: /Deda/ }).check();
  await page.getByRole('button', { name: 'Merge the cards' }).click();
  await expect(page.getByText('The two cards are one now.')).toBeVisible();

  const answer = await page.request.get(second, { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([301, new URL(page.url()).pathname]);
  await expect(page.getByText('Deda', { exact: false }).first()).toBeVisible();
  await page.getByRole('link', { name: 'End the membership', exact: true }).click();
  await page.getByRole('button', { name: 'End the membership', exact: true }).click();
  await expect(page.getByText('The membership has ended.')).toBeVisible();
});

test('without scripts a card is edited, and what was wrong stands beside its field', {
  tag: '@once',
}, async ({ as, browser, baseURL }) => {
  const signedIn = await as('im.band');
  const page = await withoutScripts(browser, baseURL, await signedIn.context().storageState());
  await page.goto('/n/un/institutions?q=Band');
  await page.getByRole('rowheader').getByRole('link', { name: 'Municipality of Band' }).click();
  await page.getByRole('link', { name: 'Edit the card' }).click();
  await page.getByLabel('Website').fill('no address');
  await page.getByLabel('Short name').fill('Band TH');
  await page.getByRole('button', { name: 'Save the card' }).click();

  await expectPlain(page.getByRole('alert')).toContainText('https://');
  await expectPlain(page.getByLabel('Short name')).toHaveValue('Band TH');
  await page.getByLabel('Website').fill('https://band.example/');
  await page.getByRole('button', { name: 'Save the card' }).click();
  await expectPlain(page.getByText('The card is saved.')).toBeVisible();
  await expectPlain(page.getByRole('link', { name: 'band.example' })).toBeVisible();
  await page.context().close();
});

async function addInstitution(page: Page, name: string, locality: string): Promise<string> {
  await page.goto('/n/un/institutions/new');
  await page.getByRole('searchbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Search' }).click();
  await fillCard(page, name, locality);
  await expect(page.getByText('The institution is added.')).toBeVisible();
  return new URL(page.url()).pathname;
}

async function fillCard(page: Page, name: string, locality: string): Promise<void> {
  await page.getByLabel('Name in English').fill(name);
  await page.getByLabel('Name in Romanian').fill(name);
  await page.getByLabel('Kind', { exact: true }).selectOption('School or education');
  await page.getByLabel('Country').selectOption('Romania');
  await page.getByLabel('County').fill('Mureş');
  await page.getByLabel('Town or village').fill(locality);
  await page.getByRole('button', { name: 'Add the institution' }).click();
}

async function withoutScripts(
  browser: Browser,
  baseURL: string | undefined,
  storageState?: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>,
): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, storageState });
  await context.addCookies([{ name: 'tessera_language', value: 'en', url: baseURL ?? '' }]);
  return context.newPage();
}

function sum(numbers: readonly string[]): number {
  return numbers.reduce((total, number) => total + Number(number), 0);
}
