import { expect, message, signIn, test } from './support.ts';

test('one answers what a network asks, takes it back, and downloads a copy', async ({ as }) => {
  const page = await as('im.band');
  await page.goto('/account');
  await page.getByRole('link', { name: 'My data and consents' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My data' })).toBeVisible();
  const network = page.getByRole('region', { name: 'United Networks' });
  const question = network.getByRole('listitem').filter({ hasText: 'My name on public pages of trainings' });

  const agree = question.getByRole('button', { name: 'I agree' });
  if (!(await agree.isVisible())) {
    await question.getByRole('button', { name: 'Take back' }).click();
    await expect(message(page)).toContainText('is taken back');
  }
  await agree.click();
  await expect(message(page)).toContainText('Your answer is saved.');
  await question.getByRole('button', { name: 'Take back' }).click();
  await expect(message(page)).toContainText('It no longer has any effect.');
  await expect(question).toContainText('You took this back on');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my data' }).click();
  expect((await download).suggestedFilename()).toMatch(/^tessera-\d{4}-\d\d-\d\d\.zip$/);
});

test('a consent is written down, sealed, and opened by who wrote it', async ({ as }) => {
  const page = await as('volunteer1.panet');
  await page.goto('/n/un/consents/new');
  await page.getByRole('button', { name: 'Write it down' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByRole('radio', { name: 'My name on public pages of trainings' }).check();
  await page.getByLabel('Name of the person').fill('Mircea Sigilat');
  await page.getByRole('radio', { name: 'Said before a witness' }).check();
  await page.getByRole('radio', { name: 'Agrees', exact: true }).check();
  await page.getByRole('button', { name: 'Write it down' }).click();

  await expect(message(page)).toContainText('The names are sealed.');
  await expect(page.getByText('Mircea Sigilat')).toHaveCount(0);
  await page.getByRole('button', { name: 'Open the names' }).click();
  await expect(page.getByText('Mircea Sigilat')).toBeVisible();

  const coordinator = await as('coord.un');
  await coordinator.goto(new URL(page.url()).pathname);
  await coordinator.getByRole('link', { name: 'Ask for access' }).click();
  await coordinator.getByLabel('Reason').fill('short');
  await coordinator.getByRole('button', { name: 'Ask for access' }).click();
  await expect(coordinator.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
  await coordinator.getByLabel('Reason').fill('The child protection office asks by letter.');
  await coordinator.getByRole('button', { name: 'Ask for access' }).click();
  await expect(message(coordinator)).toContainText('A second person must approve it.');
  await expect(coordinator.getByText('Someone else must decide').first()).toBeVisible();
});

test('the board shows what is kept, and a period changes', async ({ as }) => {
  const page = await as('coord.un');
  await page.goto('/n/un/settings/privacy');
  await page.getByRole('button', { name: 'Try what a night would end' }).click();
  await expect(message(page)).toContainText('Nothing was changed.');
  await page.getByRole('link', { name: 'Change: Notes with registrations' }).click();
  await page.getByLabel('Months').fill('0');
  await page.getByRole('button', { name: 'Save the period' }).click();
  await expect(page.getByLabel('Months')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Months').fill('14');
  await page.getByRole('button', { name: 'Save the period' }).click();
  await expect(message(page)).toContainText('The period is saved.');
  await expect(page.getByRole('row').filter({ hasText: 'Notes with registrations' })).toContainText(
    '14 months',
  );
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('one asks to be forgotten and takes it back; the coordinator sees it', { tag: '@once' }, async ({
    page,
    as,
  }) => {
    await signIn(page, 'bga.viewer@demo.example');
    await page.goto('/account/privacy');
    await page.getByRole('link', { name: 'Ask to be forgotten' }).click();
    await page.getByRole('button', { name: 'Yes, forget me' }).click();
    await expect(page.getByText('The answer is due by')).toBeVisible();

    const coordinator = await as('coord.un');
    await coordinator.goto('/n/un/settings/privacy/erasures');
    await coordinator
      .getByRole('link', { name: /Decide about/ })
      .first()
      .click();
    await coordinator.getByRole('link', { name: 'Keep the data' }).click();
    await coordinator.getByLabel('Reason').fill('An audit of the fund until June.');
    await coordinator.getByRole('button', { name: 'Keep the data' }).click();
    await expect(coordinator.getByText('An audit of the fund until June.')).toBeVisible();

    await page.goto('/account/privacy');
    await expect(page.getByText('The reason: An audit of the fund until June.')).toBeVisible();
    await coordinator.getByRole('button', { name: 'The reason has ended' }).click();
    await expect(message(coordinator)).toContainText('need not be kept any more');
    await page.getByRole('button', { name: 'Take the request back' }).click();
    await expect(page.getByText('Your request is taken back.')).toBeVisible();
  });
});
