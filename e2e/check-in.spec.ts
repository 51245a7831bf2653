import { expect, type Page } from '@playwright/test';
import { message, networkDay, publishTraining, signIn, test, unique } from './support.ts';

/** A training with a half-day of yesterday and one of tomorrow, and seats for Vera and Luca; their codes. */
async function withTwoSeats(coordinator: Page, days: { yesterday: string; tomorrow: string }) {
  const training = await publishTraining(coordinator, {
    code: unique('D'),
    title: unique('At the door'),
    trainer: 'Horea Vlașin',
    halfDays: [
      { day: days.yesterday, halfDay: 'Morning', from: '09:00', to: '13:00' },
      { day: days.tomorrow, halfDay: 'Afternoon', from: '14:00', to: '17:00' },
    ],
  });
  await coordinator.goto(`${training}/registration`);
  await coordinator.getByLabel('Institution', { exact: true }).selectOption('Municipality of Band');
  await coordinator.getByLabel('Given name').first().fill('Vera');
  await coordinator.getByLabel('Family name').first().fill('Dobre');
  await coordinator.getByRole('button', { name: 'Add a seat' }).click();
  await coordinator.getByLabel('Given name').nth(1).fill('Luca');
  await coordinator.getByLabel('Family name').nth(1).fill('Țuțu');
  await coordinator.getByRole('button', { name: 'Register now' }).click();
  await expect(message(coordinator)).toContainText('Registered. Confirmed: 2');
  await coordinator.goto(`${training}/check-in/codes`);
  const codes = coordinator.getByRole('figure');
  await expect(codes).toHaveCount(2);
  // By family name: Dobre, then Țuțu.
  const [vera = '', luca = ''] = await codes.allInnerTexts();
  return { training, vera: vera.trim(), luca: luca.trim() };
}

async function daysOf(request: Parameters<typeof networkDay>[0]) {
  return { yesterday: await networkDay(request, -1), tomorrow: await networkDay(request, 1) };
}

test('a phone at the door checks people in without network, and each is recorded once', async ({
  page,
  as,
  request,
}) => {
  const coordinator = await as('coord.un');
  const { training, vera } = await withTwoSeats(coordinator, await daysOf(request));
  await signIn(page, 'trainer.un@demo.example');
  await page.goto(`${training}/attendance`);
  await page.getByRole('link', { name: 'Check in at the door' }).click();
  const state = page.getByRole('status', { name: 'State of the door' });
  const enter = async (text: string) => {
    await page.getByLabel('Code or name').fill(text);
    await page.getByRole('button', { name: 'Check in', exact: true }).click();
  };
  const answer = page.getByRole('main').locator('[aria-live=assertive]');
  await expect(state).toHaveText('0 of 2 here · Network there · Everything is sent');
  await expect(page.getByText('This page opens without network now.')).toBeVisible();

  await page.context().setOffline(true);
  await enter(vera.toLowerCase());
  await expect(answer).toContainText('Welcome');
  await expect(answer).toContainText('Vera Dobre');
  await expect(state).toHaveText('1 of 2 here · No network · 1 waits for network');
  await enter(vera);
  await expect(answer).toContainText('Already checked in');
  await enter('tutu luca');
  await expect(answer).toContainText('Luca Țuțu');
  await enter('Nobody Known');
  await expect(answer).toContainText('Not known here');

  await page.reload();
  await expect(state).toHaveText('2 of 2 here · No network · 2 wait for network');

  await page.context().setOffline(false);
  await expect(state).toHaveText('2 of 2 here · Network there · Everything is sent', { timeout: 30_000 });
  await coordinator.goto(`${training}/attendance`);
  await expect(coordinator.getByRole('status', { name: 'Marks of this half-day' })).toContainText(
    '2 present',
  );
  await coordinator.getByRole('link', { name: 'Changes and lock' }).click();
  await expect(coordinator.getByRole('row', { name: /Checked in at the door/ })).toHaveCount(2);

  // What the phone kept goes with the person who signs out.
  await page.evaluate(() => fetch('/sign-out', { method: 'POST', body: new URLSearchParams({ next: '/' }) }));
  await page.goto('/');
  await expect
    .poll(() =>
      page.evaluate(async () => [(await indexedDB.databases()).length, (await caches.keys()).length]),
    )
    .toEqual([0, 0]);
});

test('a wrong scan is undone, and a locked list follows the door no more', async ({ as, request }) => {
  const coordinator = await as('coord.un');
  const { training, vera, luca } = await withTwoSeats(coordinator, await daysOf(request));
  const enter = async (text: string) => {
    await coordinator.goto(`${training}/check-in`);
    await expect(coordinator.getByRole('status', { name: 'State of the door' })).toContainText('of 2 here');
    await coordinator.getByLabel('Code or name').fill(text);
    await coordinator.getByRole('button', { name: 'Check in', exact: true }).click();
  };
  const answer = coordinator.getByRole('main').locator('[aria-live=assertive]');

  await enter(vera);
  await expect(answer).toContainText('Welcome');
  await coordinator.getByRole('button', { name: 'Undo: Vera Dobre' }).click();
  await expect(answer).toContainText('Taken back');
  await coordinator.goto(`${training}/attendance`);
  await coordinator
    .getByRole('group', { name: 'Attendance: Luca Țuțu' })
    .getByRole('radio', { name: 'Absent' })
    .check();
  await coordinator
    .getByRole('group', { name: 'Attendance: Vera Dobre' })
    .getByRole('radio', { name: 'In part' })
    .check();
  await coordinator.getByRole('spinbutton', { name: 'Minutes present' }).fill('90');
  await coordinator.getByRole('spinbutton', { name: 'Minutes present' }).blur();
  await expect(coordinator.getByText('Saved', { exact: true })).toHaveCount(2);
  await coordinator.getByRole('button', { name: 'Verify and lock the list' }).click();
  await expect(coordinator.getByText('This list is verified and locked')).toBeVisible();

  await enter(luca);
  await expect(answer).toContainText('Something does not agree');
  await coordinator.goto(`${training}/attendance`);
  await expect(coordinator.getByText('The list was locked already.')).toBeVisible();
  await coordinator.getByRole('link', { name: 'Open the list again' }).click();
  await coordinator.getByLabel('Reason').fill('One person came late');
  await coordinator.getByRole('button', { name: 'Open the list again' }).click();
  await expect(message(coordinator)).toContainText('The list is open again.');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a typed code is answered by the server', { tag: '@once' }, async ({ as, request }) => {
    const coordinator = await as('coord.un');
    const { training, vera } = await withTwoSeats(coordinator, await daysOf(request));
    await coordinator.goto(`${training}/check-in`);
    await coordinator.getByLabel('Code or name').fill(vera);
    await coordinator.getByRole('button', { name: 'Check in', exact: true }).click();

    await expect(coordinator.getByText('Welcome')).toBeVisible();
  });
});
