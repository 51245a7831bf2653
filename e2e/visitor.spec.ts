import { readFileSync } from 'node:fs';
import { languageNames } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { expect, test } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a visitor finds a training and takes it home as a calendar file', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('main').getByRole('link', { name: 'United Networks', exact: true }).click();
      await expect(page).toHaveURL(/\/n\/un$/);
      await page.getByRole('link', { name: 'All trainings' }).click();
      await page.getByRole('link', { name: 'From idea to project proposal', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('From idea to project proposal');
      await expect(page.getByText('Registration is open', { exact: true })).toBeVisible();

      const downloading = page.waitForEvent('download');
      await page
        .getByRole('link', { name: 'Add to my calendar' })
        .evaluate((link) => link.setAttribute('download', ''));
      await page.getByRole('link', { name: 'Add to my calendar' }).click();
      const calendar = readFileSync(await (await downloading).path(), 'utf8');

      expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
      expect(calendar.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(4);
      expect(calendar).toContain('From idea to project proposal');
    });

    test('another language keeps the page', async ({ page }) => {
      await page.goto('/n/un/trainings?when=past&q=UN-T1');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');

      for (const language of ['hu', 'bg'] as const) {
        await page
          .locator('header summary')
          .filter({ has: page.locator('.lucide-languages') })
          .click();
        await page.getByRole('button', { name: languageNames[language] }).click();

        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page).toHaveURL(/\/n\/un\/trainings\?when=past&q=UN-T1$/);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(
          translator(language, 'trainings')('list.title'),
        );
      }
    });

    test('filters of the catalogue stand in the address', async ({ page }) => {
      await page.goto('/n/un/trainings');
      // On a phone they wait behind a tick.
      const all = page.getByRole('checkbox', { name: 'All filters' });
      if (await all.isVisible()) await all.check();
      await page.getByLabel('Period').selectOption('Past');
      await page.getByLabel('Title, place or code').fill('participatory planning');
      await page.getByRole('button', { name: /Filter/ }).click();

      await expect(
        page.getByRole('link', { name: 'Participatory planning and integrated development' }),
      ).toBeVisible();
      await expect(page.getByRole('link', { name: 'From idea to project proposal' })).toHaveCount(0);
      await expect(page).toHaveURL(/when=past/);
    });
  });
}

test('unknown and foreign things give one and the same answer', async ({ page, as }) => {
  const coordinator = await as('coord.un');
  await coordinator.goto('/n/un/trainings?q=Conflict');
  await coordinator.getByRole('link', { name: 'Conflict resolution in community work', exact: true }).click();
  await expect(coordinator.getByText('This event is a draft').first()).toBeVisible();
  const draft = new URL(coordinator.url()).pathname;
  const nobody = '01900000-0000-7000-8000-000000000000';
  const addresses = [
    draft,
    `${draft}/calendar.ics`,
    '/n/nowhere',
    `/n/nowhere/trainings/${nobody}`,
    `/n/un/trainings/${nobody}`,
    '/n/un/trainings/what-is-this',
    '/this/page/does/not/exist',
  ];

  for (const address of addresses) {
    const answer = await page.goto(address);

    expect([address, answer?.status()]).toEqual([address, 404]);
    expect(await answer?.text()).not.toContain('Conflict resolution');
    if (address.endsWith('.ics')) continue;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
  }
});

test('a code that no certificate has is answered with a form to try again', async ({ page }) => {
  const answer = await page.goto('/certificates/0000000000000000');

  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No certificate has this code');
  await page.getByLabel('Code').fill('too short');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('A code has 16 letters and digits.').first()).toBeVisible();
});
