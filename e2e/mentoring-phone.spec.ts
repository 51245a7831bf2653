import type { Browser, Locator, Page } from '@playwright/test';
import { agreements } from '@tessera/i18n/locales/bg/agreements.ts';
import { identity } from '@tessera/i18n/locales/bg/identity.ts';
import { mentoring as words } from '@tessera/i18n/locales/bg/mentoring.ts';
import { Effort } from './effort.ts';
import { call, newMentee, newPage, newPair, newPerson, newProgramme, password } from './mentoring.ts';
import { expect, test } from './support.ts';

test.setTimeout(240_000);

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** A small phone in Bulgarian, signed in, at an address. */
async function newPhone(browser: Browser, email: string, address: string, options = {}): Promise<Page> {
  const page = await newPage(browser, 'bg', { ...phone, ...options });
  await page.goto(`/sign-in?next=${address}`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('main').getByRole('button', { name: identity.signIn.submit, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  return page;
}

/** Nothing stands beside the screen. */
async function expectNarrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}

const directionOf = (page: Page, text: string) =>
  page
    .getByText(text)
    .first()
    .evaluate((line) => getComputedStyle(line).direction);

/** Whether the first sign of a line stands left of its last. */
const isReadFromLeft = (line: Locator) =>
  line.evaluate((element) => {
    const text = element.firstChild as Text;
    const placeOf = (at: number) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().left;
    };
    return placeOf(0) < placeOf(text.length - 1);
  });

test('on a small phone, in Bulgarian and Arabic, with the network cut in the middle: one text, three taps, under 30 seconds', {
  tag: '@once',
}, async ({ as, page: mailbox, browser }) => {
  const coordinator = await as('coord.un');
  const { email, alias, relation } = await newPair(coordinator, mailbox, browser);
  const mentor = await newPhone(browser, email, '/n/un/mentoring/mine');
  const state = mentor.getByRole('status', { name: words.draft.label });
  const summary = mentor.getByRole('textbox', { name: new RegExp(`^${words.log.summary}`) });
  await expect(mentor.getByRole('heading', { level: 2, name: alias })).toBeVisible();
  await expectNarrow(mentor);

  const effort = new Effort();
  effort.watch(mentor);
  await effort.click(mentor.getByRole('link', { name: `${words.mine.log} ${alias}` }));
  await summary.fill('جلسنا');
  await expect(state).toHaveText(words.draft.saved);
  await expectNarrow(mentor);
  await mentor.context().setOffline(true);
  await effort.type(summary, 'جلسنا في الحديقة وقرأنا الرسالة');
  await expect(state).toHaveText(words.draft.offline);
  expect(await summary.evaluate((field) => getComputedStyle(field).direction)).toBe('rtl');
  await effort.click(mentor.getByRole('button', { name: words.log.save }));
  await expect(mentor.getByText(words.draft.waiting_one.replace('{{count}}', '1'))).toBeVisible();
  await mentor.context().setOffline(false);
  await expect(mentor.getByText(words.log.sent)).toBeVisible({ timeout: 30_000 });

  expect([effort.clicks, effort.fields], effort.toString()).toEqual([3, 1]);
  expect(effort.pages, 'pages that somebody waits for').toBeLessThanOrEqual(2);
  expect(effort.seconds, effort.toString()).toBeLessThan(30);
  await mentor.goto(relation);
  await expect(mentor.getByText('جلسنا في الحديقة وقرأنا الرسالة')).toHaveCount(1);
  expect(await directionOf(mentor, 'جلسنا في الحديقة وقرأنا الرسالة')).toBe('rtl');
  await expectNarrow(mentor);
});

test('COM-06: on a small phone without scripts, in Bulgarian and Arabic: from the proposal to the next meeting', {
  tag: '@once',
}, async ({ as, page: mailbox, browser }) => {
  const coordinator = await as('coord.un');
  const people = { coordinator, mailbox, browser };
  const [tutor, leader] = [await newPerson(people, 'Mentor'), await newPerson(people, 'Community leader')];
  const programme = await newProgramme(coordinator, tutor.personId);
  const { alias, menteeId } = await newMentee(coordinator, programme.programmeId, leader.personId);
  const proposal = { ...programme, menteeIds: [menteeId] };
  const { relationId } = await call<{ relationId: string }>(coordinator, 'propose', proposal);
  const plain = { javaScriptEnabled: false };
  const mentor = await newPhone(browser, tutor.email, '/n/un/mentoring/mine', plain);
  const mentee = await newPhone(browser, leader.email, '/n/un/mentoring/me', plain);

  await mentor.getByRole('button', { name: `${words.answer.accept} ${alias}`, exact: true }).click();
  await expect(mentor.getByText(words.answer.accepted)).toBeVisible();
  await mentee.getByRole('button', { name: new RegExp(`^${words.answer.accept}`) }).click();
  await expect(mentee.getByText(words.answer.accepted)).toBeVisible();
  const relation = `/n/un/mentoring/relations/${relationId}`;
  await mentor.goto(relation);
  for (const [person, address] of [
    [mentor, relation],
    [mentee, '/n/un/mentoring/me'],
  ] as const) {
    await person.goto(address);
    await person.getByRole('link', { name: agreements.readAndSign }).click();
    await person.getByLabel(agreements.language, { exact: true }).selectOption('ar');
    await expectNarrow(person);
    await person.getByRole('button', { name: agreements.sign, exact: true }).click();
    await expect(person.getByText(agreements.ownSaved)).toBeVisible();
  }
  await call(coordinator, 'moveRelation', { relationId, state: 'active' });

  await mentor.goto(relation);
  await mentor.getByRole('link', { name: words.relation.newGoal }).click();
  await mentor.getByLabel(words.goal.text, { exact: true }).fill('أجد دورة لغة قريبة: +359 2 980 3083');
  await mentor.getByRole('button', { name: words.goal.save }).click();
  await expect(mentor.getByText(words.goal.saved)).toBeVisible();
  await expectNarrow(mentor);
  await mentor.goto(`${relation}/log`);
  await mentor
    .getByRole('textbox', { name: new RegExp(`^${words.log.nextSteps}`) })
    .fill('اتصل بالمدرسة\nاطلب الاستمارة');
  await mentor.getByRole('button', { name: words.log.save }).click();
  await expect(mentor.getByText(words.log.sent)).toBeVisible();
  await mentor.getByRole('button', { name: `${words.relation.stepDone} اتصل بالمدرسة`, exact: true }).click();
  await expect(
    mentor.getByRole('button', { name: `${words.relation.stepOpen} اتصل بالمدرسة`, exact: true }),
  ).toBeVisible();
  await mentor.getByRole('link', { name: words.relation.plan }).click();
  await mentor.getByLabel(words.log.day, { exact: true }).fill('2099-05-04');
  await mentor.getByRole('button', { name: words.plan.save }).click();
  await expect(mentor.getByText(words.plan.saved)).toBeVisible();
  await expectNarrow(mentor);

  // The mentee reads it in their own script, asks the coordinator, and leaves without a reason.
  await mentee.goto('/n/un/mentoring/me');
  await expect(mentee.getByText('اطلب الاستمارة').first()).toBeVisible();
  expect(await directionOf(mentee, 'أجد دورة لغة قريبة')).toBe('rtl');
  const number = mentee.getByText('+359 2 980 3083', { exact: true }).first();
  expect(await isReadFromLeft(number)).toBe(true);
  await expectNarrow(mentee);
  await mentee.locator('summary').filter({ hasText: words.asks.title }).click();
  await mentee.getByRole('button', { name: words.asks.more_time }).click();
  await expect(mentee.getByText(words.asks.sent)).toBeVisible();
  await mentee.getByRole('link', { name: words.me.withdraw }).click();
  await expectNarrow(mentee);
  await mentee.getByRole('button', { name: words.me.withdrawSubmit }).click();
  await expect(mentee.getByText(words.me.withdrawn)).toBeVisible();
  await mentor.goto('/n/un/mentoring/mine');
  await expect(mentor.getByText(words.mine.empty)).toBeVisible();
});
