import type { Locator, Page } from '@playwright/test';
import { expect, message, networkDay, publishTraining, registrationsOf, test, unique } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a manager finds on the first page which place needs a name, and where to name it', async ({
      as,
      request,
    }) => {
      const title = unique('Empty chair');
      const coordinator = await as('coord.un');
      const training = await publishTraining(coordinator, {
        code: unique('J'),
        title,
        seats: 4,
        halfDays: [{ day: await networkDay(request, 40), halfDay: 'Morning', from: '09:00', to: '13:00' }],
      });
      const manager = await as('im.band');
      await manager.goto(`${training}/registration`);
      await register(manager, 1);

      await manager.goto('/home');
      await expect(task(manager, title)).toContainText('1 place has no name yet. Name it by');
      await task(manager, title).click();

      await expect(registrationsOf(manager, title)).toBeVisible();
    });

    test('a trainer finds on the first page whose attendance is not marked, and then no more', async ({
      as,
      request,
    }) => {
      const title = unique('Yesterday');
      const coordinator = await as('coord.un');
      const training = await publishTraining(coordinator, {
        code: unique('J'),
        title,
        trainer: 'Horea Vlașin',
        halfDays: [
          { day: await networkDay(request, -1), halfDay: 'Morning', from: '09:00', to: '13:00' },
          { day: await networkDay(request, 2), halfDay: 'Morning', from: '09:00', to: '13:00' },
        ],
      });
      await coordinator.goto(`${training}/registration`);
      await coordinator.getByLabel('Institution', { exact: true }).selectOption('Municipality of Band');
      await register(coordinator, 0);
      const trainer = await as('trainer.un');

      await trainer.goto('/home');
      await expect(task(trainer, title)).toContainText('Mark who attended');
      await task(trainer, title).click();
      await trainer.getByRole('navigation', { name: 'Half-days' }).getByRole('link').first().click();
      await trainer.getByRole('button', { name: 'Everyone else is present' }).click();
      await expect(message(trainer)).toContainText('The marks are saved.');
      await trainer.goto('/home');

      await expect(trainer.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(task(trainer, title)).toHaveCount(0);
    });
  });
}

/** The line on the first page that is about a training. */
function task(page: Page, title: string): Locator {
  return page.getByRole('listitem').getByRole('link').filter({ hasText: title });
}

async function register(page: Page, unnamed: number): Promise<void> {
  await page.getByLabel('Given name').first().fill('Ana');
  await page.getByLabel('Family name').first().fill('Moldovan');
  if (unnamed > 0) await page.getByLabel('More seats to be named later').fill(String(unnamed));
  await page.getByRole('button', { name: 'Register now' }).click();
  await expect(message(page)).toContainText('Registered.');
}
