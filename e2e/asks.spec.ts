import type { Browser, Page } from '@playwright/test';
import { identity } from '@tessera/i18n/locales/bg/identity.ts';
import { mentoring } from '@tessera/i18n/locales/bg/mentoring.ts';
import { newPage, newPair, password } from './mentoring.ts';
import { expect, message, test, unique } from './support.ts';

test.setTimeout(240_000);

const words = mentoring.asks;
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** The mentor's page on a small phone in Bulgarian. */
async function newPhone(browser: Browser, email: string, javaScriptEnabled: boolean): Promise<Page> {
  const page = await newPage(browser, 'bg', { ...phone, javaScriptEnabled });
  await page.goto('/sign-in?next=/n/un/mentoring/mine');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('main').getByRole('button', { name: identity.signIn.submit, exact: true }).click();
  await expect(page).toHaveURL(/\/mentoring\/mine$/);
  return page;
}

const expectTold = (page: Page, text: string) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

/** Nothing stands beside the screen. */
async function expectNarrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}

for (const javaScriptEnabled of [true, false]) {
  test(`a mentor asks the coordinator on a small phone in Bulgarian, ${javaScriptEnabled ? 'with' : 'without'} scripts, and reads the answer`, {
    tag: '@once',
  }, async ({ as, page: mailbox, browser }) => {
    const coordinator = await as('coord.un');
    const { email, alias } = await newPair(coordinator, mailbox, browser);
    const mentor = await newPhone(browser, email, javaScriptEnabled);
    const [said, reply] = [unique('Библиотеката е затворена'), unique('The town hall has a room')];

    await mentor.getByRole('link', { name: words.title }).click();
    await expect(mentor.getByRole('heading', { level: 1 })).toHaveText(words.title);
    await expect(mentor.getByText(words.none)).toBeVisible();
    await mentor.getByRole('navigation', { name: words.about }).getByRole('link', { name: alias }).click();
    await expect(mentor.getByRole('radio', { name: words.end_place })).toHaveCount(0);
    await mentor.getByRole('radio', { name: words.time_place }).check();
    await mentor.getByRole('textbox', { name: words.words }).fill(said);
    await expectNarrow(mentor);
    await mentor.getByRole('button', { name: words.send }).click();
    await expectTold(mentor, words.sent);
    await expect(mentor.getByRole('main')).toContainText(words.open);
    await expectNarrow(mentor);
    const own = mentor.getByRole('link', { name: words.time_place });
    const address = (await own.getAttribute('href')) ?? '';

    await coordinator.goto('/home');
    await coordinator
      .getByRole('link', { name: /requests? waits? for your answer/ })
      .first()
      .click();
    await expect(coordinator).toHaveURL(/\/mentoring#asks$/);
    await expect(coordinator.getByRole('main')).not.toContainText(said);
    await coordinator.locator(`#asks a[href="${address}"]`).click();
    await expect(coordinator.getByRole('main')).toContainText(said);
    await coordinator.getByRole('radio', { name: 'Done' }).check();
    await coordinator.getByRole('textbox', { name: /^In words/ }).fill(reply);
    await coordinator.getByRole('button', { name: 'Send the answer' }).click();
    await expect(message(coordinator)).toContainText('The answer is sent.');

    await mentor.goto('/n/un/mentoring/asks');
    await expect(mentor.getByRole('main')).toContainText(words.outcomes.done);
    await own.click();
    await expect(mentor.getByRole('main')).toContainText(reply);
    await expect(mentor.getByRole('main')).toContainText(said);
    await expectNarrow(mentor);

    await mentor.getByRole('link', { name: words.title, exact: true }).click();
    await mentor.getByRole('radio', { name: words.end_place }).check();
    await mentor.getByRole('button', { name: words.send }).click();
    await expectTold(mentor, words.sent);
    await expect(mentor.getByText(words.waiting)).toBeVisible();
    await mentor.getByRole('button', { name: `${words.takeBack} ${words.end_place}` }).click();
    await expectTold(mentor, words.tookBack);
    await expect(mentor.getByRole('link', { name: words.end_place })).toHaveCount(0);
  });
}
