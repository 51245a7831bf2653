import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { expect, fillSignIn, message, openMail, test, unique } from './support.ts';

const password = 'green lamps over water';

/** What the app shows now, or some windows of 30 seconds later: the one after this one counts as well. */
const appCode = (key: string, later = 0) =>
  new TOTP({ secret: key }).generate({ timestamp: Date.now() + later * 30_000 });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a second step is set up, asked for at every sign-in, replaced by a recovery code, and switched off', async ({
      page,
      as,
    }) => {
      const email = `${unique('second')}@journey.example`;
      await newLogin(await as('coord.un'), page, email);

      await page.goto('/account');
      await page.getByRole('link', { name: 'See the second step' }).click();
      await expect(page.getByRole('main')).toContainText('It is not set up.');
      await clean(page);
      await page.getByRole('button', { name: 'Set up the second step' }).click();
      await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
      await clean(page);
      const shown = await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent();
      const key = (shown ?? '').replaceAll(' ', '');
      await page.getByLabel('Code from the app').fill('12');
      await page.getByRole('button', { name: 'Switch on' }).click();
      await expect(page.getByRole('alert')).toContainText('This code is not right');
      await page.getByLabel('Code from the app').fill(appCode(key));
      await page.getByRole('button', { name: 'Switch on' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your recovery codes');
      await clean(page);
      const codes = await page.getByRole('main').getByRole('listitem').allTextContents();
      expect(codes.length).toBe(10);
      await expect(page.getByRole('button', { name: 'Print' })).toHaveCount(javaScriptEnabled ? 1 : 0);
      await page.getByRole('link', { name: 'I have kept the codes, continue' }).click();
      await expect(page.getByRole('main')).toContainText('Recovery codes left: 10');
      await openMail(page, email, 'The second step at sign-in is on');

      await signOut(page);
      await page.goto('/account');
      await fillSignIn(page, email, password);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second step');
      await clean(page);
      const stepPage = page.url();
      await page.goto('/account');
      await expect(page).toHaveURL(/\/sign-in\?next/);
      await page.goto(stepPage);
      await page.getByLabel('Code from the app').fill(appCode(key, 1));
      await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page).toHaveURL(/\/account$/);

      await signOut(page);
      await page.goto('/account');
      await fillSignIn(page, email, password);
      await page.getByRole('link', { name: 'Use a recovery code instead' }).click();
      await expect(page.getByLabel('Recovery code')).toBeVisible();
      await clean(page);
      await page.getByLabel('Recovery code').fill(codes[0] ?? '');
      await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page).toHaveURL(/\/account$/);
      await openMail(page, email, 'A recovery code was used');

      await page.goto('/account/second-step');
      await expect(page.getByRole('main')).toContainText('Recovery codes left: 9');
      await page.getByRole('link', { name: 'Switch off the second step' }).click();
      await page.getByLabel('Code from the app').fill(codes[0] ?? '');
      await page.getByRole('button', { name: 'Switch off', exact: true }).click();
      await expect(page.getByRole('alert')).toContainText('This code is not right');
      await page.getByLabel('Code from the app').fill(codes[1] ?? '');
      await page.getByRole('button', { name: 'Switch off', exact: true }).click();
      await expect(message(page)).toContainText('The second step is switched off.');
    });
  });
}

async function newLogin(coordinator: Page, page: Page, email: string): Promise<void> {
  await coordinator.goto('/n/un/members');
  await coordinator.getByRole('link', { name: 'Invite someone' }).click();
  await coordinator.getByLabel('E-mail addresses').fill(email);
  await coordinator.getByRole('radio', { name: 'Volunteer' }).check();
  await coordinator.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(message(coordinator)).toContainText('1 invitation is on its way.');
  const mail = await openMail(page, email, /./);
  const link = await mail.getByRole('link', { name: /\/invitations\// }).getAttribute('href');
  await page.goto(link ?? '');
  await page.getByLabel('Given name', { exact: true }).fill('Rozália');
  await page.getByLabel('Family name', { exact: true }).fill('Vendég');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Make the login and accept' }).click();
  await expect(message(page)).toContainText('Welcome!');
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').locator('summary').filter({ hasText: 'Your menu' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(message(page)).toContainText('You are signed out.');
}

/** What a checker of access finds on this page: nothing. It is a script itself. */
async function clean(page: Page): Promise<void> {
  if (test.info().titlePath.some((title) => title.startsWith('without'))) return;
  // The line above a page that is still coming is on no page.
  await expect(page.locator('.pending-line')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}
