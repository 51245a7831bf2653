import type { Page } from '@playwright/test';
import {
  expect,
  fillHalfDay,
  message,
  networkDay,
  nextStep,
  openMail,
  publishTraining,
  test,
  unique,
} from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('from the list of the day to the certificate', async ({ page, as, request }) => {
      const title = unique('Two half-days');
      const email = `${unique('ana')}@journey.example`;
      const coordinator = await as('coord.un');
      const yesterday = await networkDay(request, -1);
      const training = await publishTraining(coordinator, {
        code: unique('J'),
        title,
        trainer: 'Horea Vlașin',
        threshold: 50,
        halfDays: [
          { day: yesterday, halfDay: 'Morning', from: '09:00', to: '13:00' },
          { day: await networkDay(request, 1), halfDay: 'Afternoon', from: '14:00', to: '17:00' },
        ],
      });
      await registerTwo(coordinator, training, email);

      const trainer = await as('trainer.un');
      await trainer.goto(training);
      await trainer.getByRole('link', { name: 'Attendance' }).click();
      await trainer.getByRole('navigation', { name: 'Half-days' }).getByRole('link').last().click();
      await expect(trainer.getByText('This half-day cannot be marked yet')).toBeVisible();
      await trainer.getByRole('navigation', { name: 'Half-days' }).getByRole('link').first().click();
      await mark(trainer, 'Ana Moldovan', 'Present');
      await mark(trainer, 'Ion Crișan', 'Absent');
      await trainer.reload();
      await expect(trainer.getByRole('status', { name: 'Marks of this half-day' })).toHaveText(
        '1 present · 0 in part · 1 absent · 0 excused · 0 not marked',
      );
      const list = await trainer.getByRole('link', { name: 'List to print and sign' }).getAttribute('href');
      await expectPdf(trainer, list);

      // The second half-day took place yesterday as well.
      await coordinator.goto(`${training}/edit`);
      await fillHalfDay(coordinator, 1, { day: yesterday, halfDay: 'Afternoon', from: '14:00', to: '17:00' });
      await coordinator.getByRole('button', { name: 'Save the changes' }).click();
      await expect(message(coordinator)).toContainText('The changes are saved.');
      await coordinator.goto(`${training}/attendance`);
      await coordinator.getByRole('button', { name: 'Everyone else is present' }).click();
      await expect(message(coordinator)).toContainText('The marks are saved. Changed: 2');

      await coordinator.goto(`${training}/certificates`);
      await expect(
        coordinator.getByText('2 people have earned a certificate and have none yet'),
      ).toBeVisible();
      await coordinator.getByRole('button', { name: 'Issue now' }).dblclick();
      await expect(coordinator.getByText('Everyone who earned a certificate has one')).toBeVisible();
      await expect(coordinator.getByText(/Issued on/)).toHaveCount(2);
      const pdf = coordinator.getByRole('link', { name: 'Certificate as PDF: Ana Moldovan' });
      await expect(pdf).toHaveCount(1);
      await expectPdf(coordinator, await pdf.getAttribute('href'));
      await coordinator.goto(`${training}/manage`);
      await expect(nextStep(coordinator)).not.toContainText('earned a certificate');

      // Whoever has the paper checks it; the name of the learner is not shown to everyone.
      const mail = await openMail(page, email, 'Certificatul dumneavoastră');
      const check = mail.getByRole('link', { name: /\/certificates\/[A-Z0-9]{16}$/ });
      await page.goto((await check.getAttribute('href')) ?? '');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This certificate is valid');
      await expect(page.getByRole('main')).toContainText(title);
      await expect(page.getByRole('main')).toContainText('A. M.');
      await expect(page.getByRole('main')).not.toContainText('Moldovan');
      const code = page.url().split('/').at(-1) ?? '';
      await page.goto('/certificates');
      await page.getByLabel('Code').fill(code.toLowerCase().replace(/.{4}(?=.)/g, '$& '));
      await page.getByRole('button', { name: 'Check' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This certificate is valid');

      await coordinator.goto(`${training}/certificates`);
      await coordinator
        .getByRole('row', { name: /Ana Moldovan/ })
        .getByRole('link', { name: /Revoke/ })
        .click();
      await coordinator.getByLabel('Reason').fill('Issued by mistake');
      await coordinator.getByRole('button', { name: 'Revoke the certificate' }).click();
      await expect(message(coordinator)).toContainText('The certificate is revoked.');
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This certificate was revoked');
      await expect(page.getByRole('main')).not.toContainText('Issued by mistake');
    });

    async function mark(page: Page, name: string, state: 'Present' | 'Absent'): Promise<void> {
      const row = page.getByRole('group', { name: `Attendance: ${name}` });
      await row.getByRole('radio', { name: state }).check();
      if (javaScriptEnabled) {
        await expect(row.getByRole('status')).toHaveText('Saved');
        return;
      }
      await page.getByRole('button', { name: 'Save the marks' }).click();
      await expect(message(page)).toContainText('The marks are saved. Changed: 1');
    }
  });
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

async function expectPdf(page: Page, address: string | null): Promise<void> {
  const answer = await page.request.get(address ?? '');
  const body = await answer.body();

  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect(body.subarray(0, 5).toString()).toBe('%PDF-');
  expect(body.length).toBeGreaterThan(5_000);
}
