import { expect, message, test } from './support.ts';

const pages = [
  '/',
  '/networks',
  '/certificates',
  '/n/un',
  '/n/un/institutions',
  '/n/un/trainings',
  '/n/un/calendar',
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a visitor reads what a network is, who is in it and who pays, and finds the lead', async ({
      page,
    }) => {
      await page.goto('/n/un');

      await expect(page.getByText('21 months').first()).toBeVisible();
      await expect(page.getByRole('img', { name: 'One tile for each institution' })).toBeVisible();
      await expect(page.getByRole('region', { name: 'Funders' }).getByRole('listitem')).toHaveCount(1);
      await expect(page.getByText('RON 1,756,996.00').first()).toBeVisible();
      await page
        .getByRole('region', { name: 'Taking part' })
        .getByRole('link', { name: /^Contact:/ })
        .click();
      await expect(page).toHaveURL(/\/n\/un\/institutions\/[0-9a-f-]{36}$/);
    });

    test('visits leave no cookie and ask nobody else', async ({ browser, baseURL }) => {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      const elsewhere: string[] = [];
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^http/.test(protocol) && origin !== new URL(baseURL ?? '').origin) elsewhere.push(request.url());
      });

      for (const path of pages) await page.goto(path);

      expect(await context.cookies()).toEqual([]);
      expect(elsewhere).toEqual([]);
      await context.close();
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('an address in Hungarian is read in Hungarian, also where its links and forms lead', async ({
      page,
      context,
    }) => {
      await context.clearCookies();
      await page.goto('/n/un?lang=hu');
      await expect(page.locator('html')).toHaveAttribute('lang', 'hu');
      await expect(page.getByText('21 hónap').first()).toBeVisible();

      await page.waitForLoadState('networkidle');
      await page.getByRole('link', { name: 'Minden képzés' }).first().click();

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Képzések');
      await expect(page.locator('html')).toHaveAttribute('lang', 'hu');
      await expect(page.getByRole('main')).toContainText('Az ötlettől a pályázatig');
      await page.goto('/n/un/institutions?lang=hu');
      await page.getByRole('searchbox').fill('Brașov');
      await page.getByRole('button', { name: 'Szűrés' }).click();
      await expect(page).toHaveURL(/q=Bra.*lang=hu|lang=hu.*q=Bra/);
      await expect(page.locator('html')).toHaveAttribute('lang', 'hu');
      expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
    });
  });
}

test('a coordinator adds a phase whose parts do not make its total, is told, and removes it', async ({
  as,
}) => {
  const page = await as('coord.mures');
  await page.goto('/n/un-ms-2/settings/phases');
  await page.getByRole('link', { name: 'Add a phase' }).click();
  await page.getByLabel('Title', { exact: true }).fill('Second edition');
  await page.getByLabel('First day').fill('2019-05-01');
  await page.getByLabel('Last day').fill('2018-05-01');
  await page.getByText('Funder 1', { exact: true }).click();
  await page.getByLabel(/^Name/).first().fill('European Union');
  await page.getByLabel(/^Total/).fill('1.000,00');
  await page.getByLabel(/^Grant/).fill('900');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The last day must not lie before the first.').first()).toBeVisible();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Second edition');

  await page.getByLabel('Last day').fill('2020-04-30');
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(message(page)).toContainText('The phase is added.');
  await expect(page.getByText('differs from the sum of its parts by EUR 100.00')).toBeVisible();
  await page.getByRole('link', { name: 'Edit: Second edition' }).click();
  await page.getByRole('link', { name: 'Remove the phase' }).click();
  await expect(page.getByText('European Union')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the phase' }).click();
  await expect(message(page)).toContainText('The phase is removed.');
});
