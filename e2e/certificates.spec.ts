import type { Locator, Page } from '@playwright/test';
import {
  expect,
  fillHalfDay,
  message,
  networkDay,
  openMail,
  publishTraining,
  test,
  unique,
} from './support.ts';

test('why there is no certificate, then one, its renewal, and the hours that it brings', async ({
  page,
  as,
  request,
}) => {
  const title = unique('Certified');
  const email = `${unique('ana')}@journey.example`;
  const coordinator = await as('coord.un');
  const yesterday = await networkDay(request, -1);
  const tomorrow = await networkDay(request, 1);
  const training = await publishTraining(coordinator, {
    code: unique('C'),
    title,
    threshold: 50,
    halfDays: [
      { day: yesterday, halfDay: 'Morning', from: '09:00', to: '13:00' },
      { day: tomorrow, halfDay: 'Afternoon', from: '14:00', to: '15:00' },
    ],
  });
  await registerTwo(coordinator, training, email);
  await coordinator.goto(`${training}/edit`);
  await fillHalfDay(coordinator, 1, { day: yesterday, halfDay: 'Afternoon', from: '14:00', to: '15:00' });
  await coordinator.getByLabel('A certificate asks for presence in this half-day').nth(1).check();
  await coordinator.getByLabel('Valid for how many months').fill('12');
  await coordinator.getByLabel('Assessment', { exact: true }).selectOption('Test');
  await coordinator.getByRole('button', { name: 'Save the changes' }).click();
  await expect(message(coordinator)).toContainText('The changes are saved.');
  await page.goto(training);
  await expect(page.getByRole('row', { name: /Afternoon/ })).toContainText('Needed for the certificate');

  // Ana was there both times, Ion in the morning only.
  await coordinator.goto(`${training}/attendance`);
  const halfDays = coordinator.getByRole('navigation', { name: 'Half-days' }).getByRole('link');
  const open = async (halfDay: Locator) => {
    await halfDay.click();
    // The rows of the half-day before stay until those of this one have come.
    await expect(halfDay).toHaveAttribute('aria-current', 'page');
  };
  await open(halfDays.first());
  await mark(coordinator, 'Ana Moldovan', 'Present');
  await mark(coordinator, 'Ion Crișan', 'Present');
  await open(halfDays.last());
  await mark(coordinator, 'Ana Moldovan', 'Present');
  await mark(coordinator, 'Ion Crișan', 'Absent');
  await coordinator.goto(`${training}/certificates`);
  const row = (name: string) => coordinator.getByRole('row', { name: new RegExp(name) });
  await expect(row('Ion Crișan')).toContainText('Not there all the time, but needed');
  await coordinator.getByRole('button', { name: 'Issue now' }).click();
  await expect(message(coordinator)).toContainText('Issued: 1.');
  await expect(row('Ana Moldovan')).toContainText('Valid until');
  const outcome = coordinator.getByRole('region', { name: 'Result of issuing' });
  await expect(outcome).toContainText('Not there all the time, but needed');
  await expect(outcome).toContainText('1 of 1 mails sent');
  const zip = coordinator.getByRole('link', { name: 'All as PDF (ZIP)' });
  const file = await coordinator.request.get((await zip.getAttribute('href')) ?? '');
  expect(file.headers()['content-type']).toBe('application/zip');
  expect((await file.body()).subarray(0, 2).toString()).toBe('PK');

  const mail = await openMail(page, email, title);
  const check = await mail.getByRole('link', { name: /\/certificates\/[A-Z0-9]{16}$/ }).getAttribute('href');
  await row('Ana Moldovan')
    .getByRole('link', { name: /Issue anew/ })
    .click();
  await coordinator.getByRole('radio', { name: 'Renewal' }).check();
  await coordinator.getByRole('button', { name: 'Issue anew' }).click();
  await expect(message(coordinator)).toContainText('The certificate is renewed.');
  await page.goto(check ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This certificate was replaced');
  await expect(page.getByRole('main')).toContainText('Test');

  await coordinator.goto('/n/un/learning');
  await coordinator.getByRole('link', { name: 'Learning hours of everyone' }).click();
  await coordinator.getByLabel('Year').selectOption(yesterday.slice(0, 4));
  await coordinator.getByRole('button', { name: 'Show' }).click();
  await expect(coordinator.getByRole('table', { name: 'By institution' })).toContainText(
    'Municipality of Band',
  );
});

test('the words on certificates are seen while they are typed, and kept as a version', {
  tag: '@once',
}, async ({ as }) => {
  const coordinator = await as('coord.un');
  await coordinator.goto('/n/un/settings/certificates');
  await coordinator.getByRole('link', { name: /Edit.*Romanian/ }).click();
  const picture = coordinator.getByRole('img', { name: /certificate of an invented person/ });
  const signatory = unique('Ana');
  await expect(async () => {
    await coordinator.getByLabel('Signed by').fill(signatory);
    await expect(picture).toHaveAttribute('src', new RegExp(signatory), { timeout: 1000 });
  }).toPass();
  await expect(picture).toHaveJSProperty('complete', true);
  await coordinator.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(message(coordinator)).toContainText('The words are saved: version');
  await expect(coordinator.getByRole('row', { name: /Romanian/ })).toContainText(signatory);
});

async function mark(page: Page, name: string, state: 'Present' | 'Absent'): Promise<void> {
  const row = page.getByRole('group', { name: `Attendance: ${name}` });
  await row.getByRole('radio', { name: state }).check();
  await expect(row.getByRole('status')).toHaveText('Saved');
}

async function registerTwo(page: Page, training: string, email: string): Promise<void> {
  await page.goto(`${training}/registration`);
  await page.getByLabel('Institution', { exact: true }).selectOption('Municipality of Band');
  await page.getByLabel('Given name').first().fill('Ana');
  await page.getByLabel('Family name').first().fill('Moldovan');
  await page.getByLabel('E-mail address').first().fill(email);
  await page.getByRole('button', { name: 'Add a seat' }).click();
  await page.getByLabel('Given name').nth(1).fill('Ion');
  await page.getByLabel('Family name').nth(1).fill('Crișan');
  await page.getByRole('button', { name: 'Register now' }).click();
  await expect(message(page)).toContainText('Registered. Confirmed: 2');
}
