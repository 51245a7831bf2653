import type { Browser, Page } from '@playwright/test';
import { expect, fillSignIn, message, openMail, signIn, test, unique } from './support.ts';

const password = 'green lamps over water';
const newPassword = 'quiet rivers and stones';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('an invitation becomes a login; a code, a new password and all sessions are its own', async ({
      page,
      as,
      browser,
    }) => {
      const email = `${unique('guest')}@journey.example`;
      await accept(page, await invite(await as('coord.un'), page, email), email);
      await expect(message(page)).toContainText('Welcome! The invitation is accepted.');

      await signOut(page);
      await expect(message(page)).toContainText('You are signed out.');
      await page.goto('/account');
      await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
      await page.getByLabel('E-mail address').fill(email);
      await page.getByRole('button', { name: 'Send me a code by e-mail' }).click();
      await expect(page.getByText(`The mail goes to: ${email}`)).toBeVisible();
      const codePage = page.url();
      const mail = await openMail(page, email, /\d{6}|code/i);
      const code = /\b\d{6}\b/.exec((await mail.textContent()) ?? '')?.[0] ?? '';
      await page.goto(codePage);
      await page.getByLabel('Code from the mail').fill(code === '000000' ? '000001' : '000000');
      await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByRole('alert')).toContainText('This code is not right or no longer valid.');
      await page.getByLabel('Code from the mail').fill(code);
      await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page).toHaveURL(/\/account$/);

      // A second device is seen and ended from the first.
      const second = await newDevice(browser);
      await signIn(second, email, password);
      await page.reload();
      const devices = page.getByRole('table', { name: /Where you are signed in/ });
      await expect(devices.getByRole('button', { name: /Sign out on/ })).toHaveCount(1);
      await devices.getByRole('button', { name: /Sign out on/ }).click();
      await expect(message(page)).toContainText('That device is signed out.');
      await second.goto('/account');
      await expect(second).toHaveURL(/\/sign-in/);

      // A new password by mail signs out all others.
      await second.goto('/password-reset');
      await second.getByLabel('E-mail address').fill(email);
      await second.getByRole('button', { name: 'Send the link' }).click();
      await expect(message(second)).toContainText(
        'If this address has a login, a mail with a link is on its way.',
      );
      const reset = await openMail(second, email, /password/i);
      const link = await reset.getByRole('link', { name: /password-reset/ }).getAttribute('href');
      await second.goto(link ?? '');
      await second.getByLabel('New password').fill('short');
      await second.getByRole('button', { name: 'Save the new password' }).click();
      await expect(second.getByRole('alert')).toContainText('Use at least 10 characters.');
      await second.getByLabel('New password').fill(newPassword);
      await second.getByRole('button', { name: 'Save the new password' }).click();
      await expect(message(second)).toContainText('The new password is saved. You are signed in.');
      await page.goto('/account');
      await expect(page).toHaveURL(/\/sign-in/);
      await second.goto(link ?? '');
      await expect(second.getByRole('heading', { level: 1 })).toHaveText('This link is no longer valid');

      await fillSignIn(page, email, newPassword);
      await expect(page).toHaveURL(/\/account$/);
      await page.getByRole('button', { name: 'Sign out on all devices' }).click();
      await expect(message(page)).toContainText('You are signed out on all devices.');
      await second.goto('/account');
      await expect(second).toHaveURL(/\/sign-in/);
      await second.context().close();
    });

    // Wrong passwords are counted per address: without scripts one screen tries them.
    test('a wrong password says nothing about the address', {
      tag: javaScriptEnabled ? [] : '@once',
    }, async ({ page }) => {
      const answers: (string | null)[] = [];
      for (const email of [`${unique('nobody')}@journey.example`, 'jurist@demo.example']) {
        await page.goto('/sign-in');
        await fillSignIn(page, email, 'not the password');
        const summary = page.getByRole('alert');
        await expect(summary).toBeVisible();
        await expect(page.getByLabel('E-mail address')).toHaveValue(email);
        await expect(page.getByLabel('Password')).toHaveValue('');
        answers.push(await summary.textContent());
      }

      expect(answers[0]).toContain('The e-mail address and the password do not fit together.');
      expect(answers[1]).toBe(answers[0]);
    });
  });
}

test('guessing is slowed, and says so', { tag: '@once' }, async ({ page, request }) => {
  const email = `${unique('guessed')}@journey.example`;
  const guess = (attempt: number) => ({ form: { email, password: `guess number ${attempt}` } });
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect((await request.post('/sign-in', guess(attempt))).status()).toBe(422);
  }

  await page.goto('/sign-in');
  await fillSignIn(page, email, 'the ninth guess');

  await expect(page.getByRole('alert')).toContainText('There were too many attempts.');
  await expect(page.getByRole('alert')).toContainText(/Minutes until the next attempt: \d+/);
});

async function invite(coordinator: Page, mailbox: Page, email: string): Promise<string> {
  await coordinator.goto('/n/un/members');
  await coordinator.getByRole('link', { name: 'Invite someone' }).click();
  await coordinator.getByLabel('E-mail addresses').fill(email);
  await coordinator.getByRole('radio', { name: 'Volunteer' }).check();
  await coordinator.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(message(coordinator)).toContainText('1 invitation is on its way.');
  const mail = await openMail(mailbox, email, /./);
  return (await mail.getByRole('link', { name: /\/invitations\// }).getAttribute('href')) ?? '';
}

async function accept(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('main')).toContainText(email);
  await page.getByLabel('Given name', { exact: true }).fill('Rozália');
  await page.getByLabel('Family name', { exact: true }).fill('Vendég');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Make the login and accept' }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').locator('summary').filter({ hasText: 'Your menu' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
}

async function newDevice(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const url = test.info().project.use.baseURL ?? '';
  await context.addCookies([{ name: 'tessera_language', value: 'en', url }]);
  return context.newPage();
}
