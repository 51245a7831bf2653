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
        await themes.fill(`${words}, after the talk with L07`);
        await page.getByLabel('Next meeting').fill(next);
        await save.click();
        await expect(page.getByRole('alert')).toContainText('L07', { timeout: 5000 });
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
      const leader = await as('l07');
      expect((await leader.goto(meeting))?.status()).toBe(403);

      await page.goto(pages);
      const planned = page
        .getByRole('row')
        .filter({ hasText: ` ${nextDay}` })
        .filter({ hasText: 'Planned' })
        .first();
      await planned.getByRole('link').click();
      await page.getByRole('link', { name: 'Cancel the meeting' }).click();
      await page.getByRole('button', { name: 'Cancel the meeting' }).click();
      await expect(message(page)).toContainText('The meeting is cancelled.');
    });
  });
}

test('a leader asks the coordinator for something and reads the answer', async ({ page, as }) => {
  await signIn(page, 'l07@demo.example');
  const mine = `/n/${network}/mentoring/me`;
  await page.goto(mine);
  const takeBack = page.getByRole('button', { name: /^(Take it back|Clear)$/ });
  if ((await takeBack.count()) > 0) await takeBack.first().click();
  await page.goto(mine);
  await expect(async () => {
    const choice = page.getByRole('button', { name: 'I would like to know more' }).first();
    if (!(await choice.isVisible()))
      await page.locator('summary', { hasText: 'Ask the coordinator' }).click();
    await choice.click({ timeout: 2000 });
    await expect(page.getByText('Not answered yet').first()).toBeVisible({ timeout: 5000 });
  }).toPass();

  const coordinator = await as('coord.bg');
  await coordinator.goto(`/n/${network}/mentoring`);
  const row = coordinator.getByRole('row').filter({ hasText: 'I would like to know more' }).first();
  await row.getByRole('link').first().click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText(
    'What was asked of the coordinator',
  );
  const words = unique('Call me on Friday');
  await expect(async () => {
    await coordinator.getByLabel('In words').fill(words);
    await coordinator.getByLabel('Done').check();
    await coordinator.getByRole('button', { name: 'Send the answer' }).click();
    await expect(message(coordinator)).toContainText('The answer is sent.', { timeout: 5000 });
  }).toPass();

  await page.goto(mine);
  await page.getByRole('link', { name: 'Read the answer' }).first().click();
  await expect(page.getByRole('main')).toContainText(words);
});
