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

// What a window of 1280 × 1024 pixels shows at 400 %.
const zoomed = { width: 320, height: 256 };

test('COM-11: at 400 % zoom and by the keyboard alone, a seat is taken, checked in and certified', {
  tag: '@once',
}, async ({ page, as, request }) => {
  const [title, email] = [unique('By keyboard'), `${unique('ana')}@journey.example`];
  const [yesterday, tomorrow] = [await networkDay(request, -1), await networkDay(request, 1)];
  const coordinator = await as('coord.un');
  const training = await publishTraining(coordinator, {
    code: unique('K'),
    title,
    threshold: 50,
    halfDays: [
      { day: yesterday, halfDay: 'Morning', from: '09:00', to: '13:00' },
      { day: tomorrow, halfDay: 'Afternoon', from: '14:00', to: '15:00' },
    ],
  });
  const keys = keyboardOf(coordinator);

  // A seat
  await keys.open(`${training}/registration`);
  await keys.type(coordinator.getByLabel('Institution', { exact: true }), 'Municipality of Band');
  await keys.type(coordinator.getByLabel('Given name').first(), 'Ana');
  await keys.type(coordinator.getByLabel('Family name').first(), 'Moldovan');
  await keys.type(coordinator.getByLabel('E-mail address').first(), email);
  await keys.press(coordinator.getByRole('button', { name: 'Register now' }));
  await expect(message(coordinator)).toContainText('Registered. Confirmed: 1');
  await keys.holds();

  // The door
  await keys.open(`${training}/check-in/codes`);
  const [code = ''] = await coordinator.getByRole('figure').allInnerTexts();
  await keys.open(`${training}/check-in`);
  await keys.type(coordinator.getByLabel('Code or name'), code.trim());
  await keys.press(coordinator.getByRole('button', { name: 'Check in', exact: true }));
  await expect(coordinator.getByRole('main').getByText('Welcome')).toBeVisible();
  await keys.holds();

  // The list, once both half-days are over
  await coordinator.setViewportSize({ width: 1440, height: 900 });
  await coordinator.goto(`${training}/edit`);
  await fillHalfDay(coordinator, 1, { day: yesterday, halfDay: 'Afternoon', from: '14:00', to: '15:00' });
  await coordinator.getByRole('button', { name: 'Save the changes' }).click();
  await expect(message(coordinator)).toContainText('The changes are saved.');
  await keys.open(`${training}/attendance`);
  const halfDays = coordinator.getByRole('navigation', { name: 'Half-days' }).getByRole('link');
  const ana = coordinator.getByRole('group', { name: 'Attendance: Ana Moldovan' });
  for (const halfDay of [halfDays.first(), halfDays.last()]) {
    await keys.press(halfDay);
    await expect(halfDay).toHaveAttribute('aria-current', 'page');
    await keys.reach(ana.locator('input:checked'));
    // The door has said so for one of them; in the other one no mark is the last choice, and after it comes the first.
    if (await ana.getByRole('radio', { name: 'No mark' }).isChecked()) {
      await coordinator.keyboard.press('ArrowRight');
      await expect(ana.getByRole('status')).toHaveText('Saved');
    }
    await expect(ana.getByRole('radio', { name: 'Present' })).toBeChecked();
    await keys.holds();
  }

  // The certificate, and whoever looks whether it is true
  await keys.open(`${training}/certificates`);
  await keys.press(coordinator.getByRole('button', { name: 'Issue now' }));
  await expect(message(coordinator)).toContainText('Issued: 1.');
  await keys.holds();
  const mail = await openMail(page, email, title);
  const link = mail.getByRole('link', { name: /\/certificates\/[A-Z0-9]{16}$/ });
  const verifyCode = /[A-Z0-9]{16}$/.exec((await link.getAttribute('href')) ?? '')?.[0] ?? '';
  const reader = keyboardOf(page);
  await reader.open('/certificates');
  await reader.type(page.getByRole('main').getByRole('textbox'), verifyCode);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('is valid');
  await reader.holds();
});

/** Somebody who sees a page at 400 % and has no mouse. */
function keyboardOf(page: Page) {
  /** Nothing is wider than the window. */
  async function holds(): Promise<void> {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, page.url()).toBeLessThanOrEqual(zoomed.width);
  }
  async function open(path: string): Promise<void> {
    await page.setViewportSize(zoomed);
    await page.goto(path);
    // What is typed before the scripts have come is kept, but not every key finds its place.
    await page.waitForLoadState('networkidle');
    await holds();
  }
  /** Goes on from where the focus is, until it is here, and sees it. */
  async function reach(target: Locator): Promise<void> {
    await expect(target).toBeAttached();
    const isHere = () => target.evaluate((element) => element.contains(document.activeElement));
    for (let presses = 0; presses < 200 && !(await isHere()); presses++) await page.keyboard.press('Tab');
    expect(await isHere(), `${target} is reached`).toBe(true);
    await expect(page.locator(':focus')).toBeInViewport();
  }
  async function press(target: Locator): Promise<void> {
    await reach(target);
    await page.keyboard.press('Enter');
  }
  async function type(target: Locator, words: string): Promise<void> {
    await reach(target);
    await page.keyboard.type(words);
  }
  return { open, holds, reach, press, type };
}
