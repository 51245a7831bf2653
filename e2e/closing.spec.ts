import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, message, openMail, test, unique } from './support.ts';

/** A network of this journey alone, and its coordinator. */
async function foundNetwork(operator: Page, reader: Page, browser: Browser, javaScriptEnabled: boolean) {
  const name = unique('Valea Adâncă');
  const address = unique('adanca');
  const email = `${unique('coordinator')}@journey.example`;
  await operator.goto('/operator/networks/new');
  await operator.getByLabel('Kind', { exact: true }).selectOption('Municipal network');
  await operator.getByLabel('Address', { exact: true }).fill(address);
  await operator.getByLabel('Name', { exact: true }).fill(name);
  await operator.getByLabel('Main language').selectOption('English');
  await operator.getByLabel('Time zone').fill('Europe/Bucharest');
  await operator.getByLabel('E-mail address of the first coordinator').fill(email);
  await operator.getByRole('button', { name: 'Found and invite' }).click();
  await expect(message(operator)).toContainText(email);

  const mail = await openMail(reader, email, name);
  const link = await mail.getByRole('link', { name: /\/invitations\// }).getAttribute('href');
  const context = await browser.newContext({ javaScriptEnabled, acceptDownloads: true });
  const url = test.info().project.use.baseURL ?? '';
  await context.addCookies([{ name: 'tessera_language', value: 'en', url }]);
  const coordinator = await context.newPage();
  await coordinator.goto(link ?? '');
  await coordinator.getByLabel('Given name', { exact: true }).fill('Ilona');
  await coordinator.getByLabel('Family name', { exact: true }).fill('Kertész');
  await coordinator.getByLabel('Password').fill('green lamps over water');
  await coordinator.getByRole('button', { name: 'Make the login and accept' }).click();
  await expect(message(coordinator)).toContainText('Welcome! The invitation is accepted.');
  await coordinator.goto(`/n/${address}`);
  await coordinator.getByRole('button', { name: 'Open the network' }).click();
  await expect(message(coordinator)).toContainText('The network is open to everyone now.');
  return { address, coordinator, close: () => context.close() };
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a network is closed by two people, its package is fetched, and the closing is taken back', async ({
      page,
      as,
      browser,
    }) => {
      const operator = await as('admin');
      const { address, coordinator, close } = await foundNetwork(operator, page, browser, javaScriptEnabled);

      await coordinator.goto(`/n/${address}/settings`);
      const pages = coordinator.getByRole('navigation', { name: 'Pages of the settings' });
      // On a phone they stand behind the name of the current one.
      if (await pages.locator('summary').isVisible()) await pages.locator('summary').click();
      await pages.getByRole('link', { name: 'Closing', exact: true }).click();
      await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Close the network');
      await expect(coordinator.getByRole('row').filter({ hasText: 'History' })).toBeVisible();
      await expect(coordinator.getByText('Nothing stands against closing the network.')).toBeVisible();
      const code = coordinator.getByLabel('Address of the network');
      const reason = coordinator.getByLabel('Reason');
      await code.fill('another');
      await reason.fill('The project ends this year.');
      await coordinator.getByRole('button', { name: 'Ask for the closing' }).click();
      await expect(coordinator.getByRole('alert')).toContainText('This is not the address of this network.');
      await expect(reason).toHaveValue('The project ends this year.');
      await code.fill(address);
      await coordinator.getByRole('button', { name: 'Ask for the closing' }).click();
      await expect(message(coordinator)).toContainText('A second person has to confirm it.');
      await expect(coordinator.getByText('somebody else has to confirm')).toBeVisible();

      await coordinator.getByRole('link', { name: 'See my half of the passphrase' }).click();
      if (javaScriptEnabled) await isAccessible(coordinator);
      await coordinator.getByRole('button', { name: 'Show my half' }).click();
      await expect(coordinator.getByTestId('half')).toHaveText(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
      if (javaScriptEnabled) await isAccessible(coordinator);
      await coordinator.getByRole('link', { name: 'Back to the closing' }).click();
      await expect(coordinator.getByText('You have seen your half')).toBeVisible();

      await operator.goto(`/operator/networks/${address}`);
      await operator.getByRole('link', { name: 'See the closing' }).click();
      await expect(operator.getByText('The project ends this year.')).toBeVisible();
      if (javaScriptEnabled) await isAccessible(operator);
      await operator.getByRole('button', { name: 'Confirm the closing' }).click();
      await expect(message(operator)).toContainText('The network is closing.');
      await operator.getByRole('link', { name: 'See my half of the passphrase' }).click();
      await operator.getByRole('button', { name: 'Show my half' }).click();
      await expect(operator.getByTestId('half')).toHaveText(/-/);
      expect((await page.goto(`/n/${address}`))?.status()).toBe(404);

      await coordinator.goto(`/n/${address}/settings/closing`);
      const download = coordinator.getByRole('button', { name: 'Download the package' });
      await expect(download).toBeVisible({ timeout: 30_000 });
      if (javaScriptEnabled) await isAccessible(coordinator);
      const downloading = coordinator.waitForEvent('download');
      await download.click();
      const file = await downloading;
      expect(file.suggestedFilename()).toMatch(new RegExp(`^${address}-.*\\.zip\\.age$`));
      expect(readFileSync(await file.path(), 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);

      await coordinator.goto(`/n/${address}/settings/closing`);
      const standing = coordinator.getByRole('region', { name: 'Where it stands' });
      await expect(standing).toContainText('Downloads of the package1');

      await coordinator.goto(`/n/${address}/settings/rules`);
      await coordinator.getByRole('button', { name: 'Save rules' }).click();
      await expect(coordinator.getByRole('alert')).toContainText('This network is closing.');

      await coordinator.goto(`/n/${address}/settings/closing`);
      await coordinator.getByRole('link', { name: 'Take the closing back' }).click();
      await coordinator.getByRole('button', { name: 'Take the closing back' }).click();
      await expect(message(coordinator)).toContainText('The closing is taken back.');
      expect((await page.goto(`/n/${address}`))?.status()).toBe(200);
      await close();
    });
  });
}
