import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoPassword } from '@tessera/core/identity/demo-logins.ts';
import { startProvider, type TestProvider } from '@tessera/core/own-accounts/provider.testing.server.ts';
import { expect, test, unique } from './support.ts';

// A real provider of accounts runs beside the product; its own pages ask who somebody is.

let provider: TestProvider;
test.beforeAll(async ({ baseURL }) => {
  provider = await startProvider(`${baseURL}/sign-in/callback`);
});
test.afterAll(() => provider.close());

const network = 'soms';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });
    // What looks at a page for this is a script itself.
    const check = async (page: Page) => {
      if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    };

    test('a coordinator connects an institution, and its people sign in with their account there', async ({
      as,
      page,
      browser,
      baseURL,
      watch,
    }) => {
      const name = unique('Town');
      const coordinator = await as('coord.soms');
      await coordinator.goto(`/n/${network}/settings/accounts/new`);
      await coordinator.getByLabel('Name on the button').fill(name);
      await coordinator.getByLabel('Issuer').fill(provider.issuer);
      await coordinator.getByLabel('Client ID').fill(provider.clientId);
      await coordinator.getByLabel('Client secret').fill('wrong at first');
      await coordinator.getByLabel('E-mail domains').fill('demo.example');
      await coordinator.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(coordinator.getByRole('heading', { level: 1, name })).toBeVisible();
      await coordinator.getByRole('button', { name: 'Test the connection' }).click();
      await expect(coordinator.getByText('The provider answers as it should.')).toBeVisible();
      expect(await coordinator.content()).not.toContain('wrong at first');
      await coordinator.getByLabel('Client secret').fill(provider.clientSecret);
      await coordinator.getByRole('button', { name: 'Save' }).click();
      await expect(coordinator.getByText('The changes are saved.')).toBeVisible();
      await check(coordinator);

      // Nobody knows this account here.
      await page.goto(`/sign-in?next=/n/${network}/members`);
      await page.getByRole('link', { name: `Continue with ${name}` }).click();
      await page.locator('input[name=login]').fill(unique('stranger'));
      await page.locator('input[name=password]').fill('any');
      await page.getByRole('button', { name: /sign-in/i }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Signing in did not work' })).toBeVisible();
      await expect(page.getByText(/This account has no place in/)).toBeVisible();

      // Who has a login there confirms once that the account opens it.
      const email = 'coord.soms@demo.example';
      const subject = unique('subject');
      provider.accounts.set(subject, { email, email_verified: true });
      const context = await browser.newContext({ baseURL, javaScriptEnabled, locale: 'en-GB' });
      await context.addCookies([{ name: 'tessera_language', value: 'en', url: baseURL ?? '' }]);
      watch(context);
      const own = await context.newPage();
      await own.goto(`/sign-in?next=/n/${network}/members`);
      await check(own);
      await own.getByRole('link', { name: `Continue with ${name}` }).click();
      await own.locator('input[name=login]').fill(subject);
      await own.locator('input[name=password]').fill('any');
      await own.getByRole('button', { name: /sign-in/i }).click();
      await expect(
        own.getByRole('heading', { level: 1, name: 'Please confirm once that it is you' }),
      ).toBeVisible();
      await check(own);
      await own.getByLabel('Password').fill(demoPassword);
      await own.getByRole('button', { name: 'Confirm and sign in' }).click();
      await expect(own).toHaveURL(new RegExp(`/n/${network}/members$`));

      // From then on the account is enough: the provider still knows who is there.
      await context.clearCookies({ name: 'tessera_session' });
      await own.goto(`/sign-in?next=/n/${network}/members`);
      await own.getByRole('link', { name: `Continue with ${name}` }).click();
      await expect(own).toHaveURL(new RegExp(`/n/${network}/members$`));

      await own.goto('/account');
      await check(own);
      await own.getByRole('button', { name: `Unlink: ${name}` }).click();
      await expect(own.getByText('The account is unlinked.')).toBeVisible();
      await context.close();

      await coordinator.goto(`/n/${network}/settings/accounts`);
      await coordinator.getByRole('link', { name }).click();
      await coordinator.getByRole('link', { name: 'Remove' }).click();
      await coordinator.getByRole('button', { name: 'Remove' }).click();
      await expect(coordinator.getByText('It is removed.')).toBeVisible();
      await page.goto(`/sign-in?next=/n/${network}/members`);
      await expect(page.getByRole('link', { name: `Continue with ${name}` })).toHaveCount(0);
    });
  });
}
