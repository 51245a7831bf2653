import { expect, message, networkDay, signIn, test, unique } from './support.ts';

const network = 'bg-model';
const pages = `/n/${network}/mentoring/supervision`;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('supervision is written down without names; its mentor reads the themes and sees the next day', async ({
      page,
      as,
      request,
    }) => {
      const today = await networkDay(request, 0, network);
      // Before the one that the demo plans, and another one with scripts than without.
      const next = await networkDay(request, javaScriptEnabled ? 5 : 6, network);
      const nextDay = new Date(next).toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
      });
      await signIn(page, 'coord.bg@demo.example');
      await page.goto(`/n/${network}/mentoring/care`);
      await page.getByRole('link', { name: 'Supervision' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Supervision');
      await expect(page.getByText('Mentors with supervision in the last 90 days')).toBeVisible();
      await page.getByRole('link', { name: 'New meeting' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('New meeting');

      const words = unique('How to say no');
      const themes = page.getByLabel('Themes');
      const save = page.getByRole('button', { name: 'Save the meeting' });
      await expect(async () => {
        await page.getByLabel('Day', { exact: true }).fill(today);
        await page.getByLabel('Камелия Шопова').check();
        await themes.fill(`${words}, after the talk with L03`);
        await page.getByLabel('Next meeting').fill(next);
        await save.click();
        await expect(page.getByRole('alert')).toContainText('L03', { timeout: 5000 });
      }).toPass();
      await expect(page.getByLabel('This names nobody, or may stand as it is')).toBeVisible();
      await expect(page.getByLabel('Камелия Шопова')).toBeChecked();
      await themes.fill(words);
      await save.click();
      await expect(message(page)).toContainText('The meeting is saved.');
      await expect(page.getByRole('main')).toContainText(words);
      const meeting = new URL(page.url()).pathname;

      const mentor = await as('mentor.k');
      await mentor.goto(`/n/${network}/mentoring/mine`);
      await mentor.getByRole('link', { name: 'Next supervision' }).click();
      await expect(mentor.getByRole('main')).toContainText('Planned');
      await mentor.goto(meeting);
      await expect(mentor.getByRole('main')).toContainText(words);
      const stranger = await as('mentor.un');
      expect((await stranger.goto(meeting))?.status()).toBe(404);

      await page.goto(pages);
      const planned = page
        .getByRole('row')
        .filter({ hasText: `, ${nextDay}` })
        .filter({ hasText: 'Planned' })
        .first();
      await planned.getByRole('link').click();
      await page.getByRole('link', { name: 'Cancel the meeting' }).click();
      await page.getByRole('button', { name: 'Cancel the meeting' }).click();
      await expect(message(page)).toContainText('The meeting is cancelled.');
    });
  });
}
