import AxeBuilder from '@axe-core/playwright';
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

    test('a coordinator connects an institution, and its people sign in with their account there', {
      tag: '@once',
    }, async ({ as, page, browser, baseURL, watch }) => {
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
      expect((await new AxeBuilder({ page: coordinator }).analyze()).violations).toEqual([]);

      // Nobody knows this account here.
      await page.goto(`/sign-in?next=/n/${network}/members`);
      await page.getByRole('link', { name: `Continue with ${name}` }).click();
      await page.locator('input[name=login]').fill(unique('stranger'));
      await page.locator('input[name=password]').fill('any');
      await page.getByRole('button', { name: /sign-in/i }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Signing in did not work' })).toBeVisible();
      await expect(page.getByText(/This account has no place in/)).toBeVisible();

      // A person with one network signs in at once.
      const email = 'coord.soms@demo.example';
      const subject = unique('subject');
      provider.accounts.set(subject, { email, email_verified: true });
      const context = await browser.newContext({ baseURL, javaScriptEnabled, locale: 'en-GB' });
      watch(context);
      const own = await context.newPage();
      await own.goto(`/sign-in?next=/n/${network}/members`);
      expect((await new AxeBuilder({ page: own }).analyze()).violations).toEqual([]);
      await own.getByRole('link', { name: `Continue with ${name}` }).click();
      await own.locator('input[name=login]').fill(subject);
      await own.locator('input[name=password]').fill('any');
      await own.getByRole('button', { name: /sign-in/i }).click();
      await expect(own).toHaveURL(new RegExp(`/n/${network}/members$|/sign-in/agreement$`));
      if (own.url().endsWith('/sign-in/agreement')) {
        await own.getByLabel('Password').fill('seven-small-tiles');
        await own.getByRole('button', { name: 'Confirm and sign in' }).click();
        await expect(own).toHaveURL(new RegExp(`/n/${network}/members$`));
      }

      await own.goto('/account');
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
