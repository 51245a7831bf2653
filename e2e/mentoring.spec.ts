import type { Page } from '@playwright/test';
import { Effort } from './effort.ts';
import { call, newMentee, newPage, newPair, newPerson, newProgramme, signInAgain } from './mentoring.ts';
import { expect, message, test } from './support.ts';

test.setTimeout(240_000);

const state = (page: Page) => page.getByRole('status', { name: 'State of this entry' });
const summary = (page: Page) => page.getByRole('textbox', { name: /^Summary/ });
const save = (page: Page) => page.getByRole('button', { name: 'Save the meeting' });
const sessions = (page: Page) => page.getByRole('region', { name: 'Meetings', exact: true });

test('the usual log is three taps and one text; network, login and phone may fail in the middle', async ({
  as,
  page: mailbox,
  browser,
}) => {
  const coordinator = await as('coord.un');
  const { mentor, email, alias, relation } = await newPair(coordinator, mailbox, browser);

  await mentor.goto('/n/un/mentoring/mine');
  await expect(mentor.getByRole('heading', { level: 2, name: alias })).toBeVisible();
  const effort = new Effort();
  effort.watch(mentor);
  await effort.click(mentor.getByRole('link', { name: `Log a meeting ${alias}` }));
  await expect(mentor.getByLabel('Minutes', { exact: false }).first()).toHaveValue('60');
  await effort.type(summary(mentor), 'We read the letter together.');
  await effort.click(save(mentor));
  await expect(message(mentor)).toContainText('The meeting is saved.');
  expect([effort.clicks, effort.fields, effort.pages]).toEqual([3, 1, 2]);
  expect(effort.seconds, effort.toString()).toBeLessThan(30);
  await expect(sessions(mentor).getByRole('listitem')).toHaveCount(1);

  // The network goes while somebody writes, and the phone is closed without it.
  await mentor.goto(`${relation}/log`);
  await expect(state(mentor)).toHaveText('Nothing written yet');
  await expect
    .poll(() => mentor.evaluate(async () => (await caches.keys()).join()), { timeout: 20_000 })
    .toContain('tessera-mentoring');
  await expect
    .poll(() =>
      mentor.evaluate(async () => {
        const [name = ''] = await caches.keys();
        return Boolean(await (await caches.open(name)).match(location.pathname));
      }),
    )
    .toBe(true);
  await summary(mentor).fill('Second meeting');
  await expect(state(mentor)).toHaveText('Saved');
  await mentor.context().setOffline(true);
  await summary(mentor).fill('Second meeting, without network');
  await expect(state(mentor)).toHaveText('Saved on this phone, not sent yet');
  await mentor.reload();
  await expect(summary(mentor)).toHaveValue('Second meeting, without network');
  const number = mentor.locator('input[name="nonce"]');
  const used = await number.inputValue();
  await save(mentor).click();
  await expect(mentor.getByText('1 meeting is on this phone and not sent yet')).toBeVisible();
  await expect(summary(mentor)).toHaveValue('');
  expect(await number.inputValue()).not.toBe(used);
  await mentor.context().setOffline(false);
  await expect(message(mentor)).toContainText('The meeting is saved.', { timeout: 30_000 });
  await mentor.goto(relation);
  await expect(sessions(mentor).getByText('Second meeting, without network')).toHaveCount(1);
  await expect(sessions(mentor).getByText('Corrected on')).toHaveCount(0);

  // The login expires while somebody writes.
  await mentor.goto(`${relation}/log`);
  await summary(mentor).fill('Third meeting');
  await expect(state(mentor)).toHaveText('Saved');
  await mentor.evaluate(() =>
    fetch('/api/trpc/identity.signOut', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    }),
  );
  await summary(mentor).fill('Third meeting, signed out');
  await expect(mentor.getByText('You are signed out').first()).toBeVisible();
  await mentor.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await signInAgain(mentor, email);
  await expect(mentor).toHaveURL(/\/log$/);
  await expect(summary(mentor)).toHaveValue('Third meeting, signed out');
  await expect(state(mentor)).toHaveText('Saved');
  await save(mentor).click();
  await expect(message(mentor)).toContainText('The meeting is saved.');
  await expect(sessions(mentor).getByText(/Third meeting/)).toHaveCount(1);

  // Nothing of it stays on the phone for whoever comes next.
  await mentor.evaluate(() =>
    fetch('/sign-out', { method: 'POST', body: new URLSearchParams({ next: '/' }) }),
  );
  await mentor.goto('/');
  await expect
    .poll(() =>
      mentor.evaluate(async () => [(await indexedDB.databases()).length, (await caches.keys()).length]),
    )
    .toEqual([0, 0]);
});

test('two phones write one draft, a relation ends meanwhile, and nothing that was typed is lost', async ({
  as,
  page: mailbox,
  browser,
}) => {
  const coordinator = await as('coord.un');
  const { mentor, email, relationId, relation } = await newPair(coordinator, mailbox, browser);
  const other = await newPage(browser);
  await other.goto('/sign-in');
  await signInAgain(other, email);
  await expect(other).toHaveURL(/\/home$/);
  for (const phone of [mentor, other]) {
    await phone.goto(`${relation}/log`);
    await expect(state(phone)).toHaveText('Nothing written yet');
  }

  await summary(mentor).fill('From the first phone');
  await expect(state(mentor)).toHaveText('Saved');
  await summary(other).fill('From the second phone');
  await expect(other.getByText('You wrote on another device as well')).toBeVisible();
  await expect(other.getByText('From the first phone')).toBeVisible();
  await other.getByRole('button', { name: 'Keep both' }).click();
  await expect(summary(other)).toHaveValue('From the first phone\n\nFrom the second phone');
  await expect(state(other)).toHaveText('Saved');

  await summary(other).fill('ж'.repeat(10_001));
  await expect(other.getByText('Too long by 1 characters.')).toBeVisible();
  await save(other).click();
  await expect(summary(other)).toBeFocused();
  await summary(other).fill('Short enough');
  await expect(state(other)).toHaveText('Saved');

  await call(coordinator, 'moveRelation', { relationId, state: 'ended_early' });
  await summary(other).fill('Written after the end');
  await expect(other.getByText('This mentoring has ended').first()).toBeVisible();
  await expect(summary(other)).toHaveValue('Written after the end');
  await other.reload();
  await expect(other.getByLabel('What you wrote')).toHaveValue('Written after the end');
});

test('goals, steps and plans of a relation, and who may not open it', async ({
  as,
  page: mailbox,
  browser,
}) => {
  const coordinator = await as('coord.un');
  const { mentor, relation } = await newPair(coordinator, mailbox, browser);
  await mentor.goto(relation);
  await mentor.getByRole('link', { name: 'Set a goal' }).click();
  await mentor.getByLabel('Goal', { exact: true }).fill('أجد دورة لغة قريبة');
  await mentor.getByLabel('Where it began').fill('A1');
  await mentor.getByRole('checkbox', { name: 'It has a date' }).check();
  await mentor.getByLabel('Area of need').selectOption('Language');
  await mentor.getByRole('button', { name: 'Save the goal' }).click();
  await expect(message(mentor)).toContainText('The goal is saved.');
  await expect(mentor.locator('dl').filter({ hasText: 'Area of need' })).toContainText('Language');
  await mentor.getByRole('link', { name: 'Set a goal' }).click();
  await expect(mentor.getByLabel('Area of need')).toHaveValue('language');
  await mentor.goBack();
  await mentor.getByRole('link', { name: /^Review this goal/ }).click();
  await mentor.getByRole('radio', { name: '2: half way' }).check();
  await mentor.getByLabel('Evidence').fill('Certificate of the first month');
  await mentor.getByRole('button', { name: 'Save the review' }).click();
  await expect(message(mentor)).toContainText('The review is saved.');
  await expect(mentor.getByRole('img', { name: /^Progress from 0 to 4/ })).toBeVisible();
  await expect(mentor.getByRole('table', { name: 'How the goals went on' })).toContainText('2 of 4');
  await mentor.getByRole('link', { name: /^Correct/ }).click();
  await expect(mentor.getByLabel('Goal', { exact: true })).toHaveValue('أجد دورة لغة قريبة');
  await expect(mentor.getByRole('checkbox', { name: 'It has a date' })).toBeChecked();
  await mentor.getByLabel('Where it began').fill('A2');
  await mentor.getByRole('button', { name: 'Save the goal' }).click();
  await expect(message(mentor)).toContainText('The goal is corrected.');
  await expect(mentor.getByRole('main')).toContainText('Corrected on');

  await mentor.goto(`${relation}/log`);
  await expect(state(mentor)).toBeVisible();
  await summary(mentor).fill('اجتمعنا في المكتبة');
  await mentor.getByRole('textbox', { name: /^Next steps/ }).fill('Ask for the form\nCall the school');
  await save(mentor).click();
  await expect(message(mentor)).toContainText('The meeting is saved.');
  const text = sessions(mentor).getByText('اجتمعنا في المكتبة');
  expect(await text.evaluate((line) => getComputedStyle(line).direction)).toBe('rtl');
  await mentor.getByRole('button', { name: 'Done Call the school' }).click();
  await expect(mentor.getByRole('button', { name: 'Not done after all Call the school' })).toBeVisible();
  await mentor.goto('/n/un/mentoring/mine');
  await expect(mentor.getByText('Open next steps: 1')).toBeVisible();

  await mentor.goto(relation);
  await mentor.getByRole('link', { name: 'Plan a meeting' }).click();
  await mentor.getByLabel('Day', { exact: true }).fill('2099-05-04');
  await mentor.getByLabel('Time').fill('17:30');
  await mentor.getByRole('button', { name: 'Plan it' }).click();
  await expect(message(mentor)).toContainText('The meeting is planned.');
  await mentor
    .getByRole('region', { name: 'Planned meetings' })
    .getByRole('button', { name: /^Cancelled/ })
    .click();
  await expect(message(mentor)).toContainText('Noted.');
  await expect(mentor.getByRole('region', { name: 'Planned meetings' })).toHaveCount(0);

  const [first] = await sessions(mentor)
    .getByRole('link', { name: /^Correct / })
    .all();
  await first?.click();
  await mentor.getByRole('button', { name: 'Save the correction' }).click();
  await expect(message(mentor)).toContainText('The correction is saved.');

  const { page: another } = await newPerson({ coordinator, mailbox, browser }, 'Mentor');
  const answers = [another, await as('mentor.k'), coordinator].map(async (stranger) =>
    (await stranger.goto(relation))?.status(),
  );
  expect(await Promise.all(answers)).toEqual([404, 404, 403]);
});

test('a leader accepts, reads what is stored, asks for another mentor and leaves without a reason', async ({
  as,
  page: mailbox,
  browser,
}) => {
  const coordinator = await as('coord.un');
  const people = { coordinator, mailbox, browser };
  const mentor = await newPerson(people, 'Mentor');
  const leader = await newPerson(people, 'Community leader');
  const programme = await newProgramme(coordinator, mentor.personId);
  const { alias, menteeId } = await newMentee(coordinator, programme.programmeId, leader.personId);
  const { relationId } = await call<{ relationId: string }>(coordinator, 'propose', {
    ...programme,
    menteeIds: [menteeId],
  });

  await mentor.page.goto('/n/un/mentoring/mine');
  await mentor.page.getByRole('button', { name: `Accept ${alias}` }).click();
  await expect(message(mentor.page)).toContainText('Accepted.');
  await leader.page.goto('/n/un/mentoring/me');
  await expect(leader.page.getByText(`Others see you as ${alias}.`)).toBeVisible();
  await leader.page.getByRole('button', { name: /^Accept/ }).click();
  await expect(message(leader.page)).toContainText('Accepted.');
  await mentor.page.goto(`/n/un/mentoring/relations/${relationId}`);
  await mentor.page.getByRole('link', { name: 'Read and sign' }).click();
  await mentor.page.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(message(mentor.page)).toContainText('You have signed.');
  await leader.page.getByRole('link', { name: 'Read and sign' }).click();
  await leader.page.getByLabel('Language', { exact: true }).selectOption('ar');
  await leader.page.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(message(leader.page)).toContainText('You have signed.');
  await call(coordinator, 'moveRelation', { relationId, state: 'active' });

  await leader.page.goto('/n/un/mentoring/me');
  await expect(leader.page.getByRole('region', { name: 'Who may see it' })).toContainText('Mira');
  await leader.page.getByRole('link', { name: 'Correct my details' }).click();
  await leader.page.getByLabel('Place').fill('Vaslui');
  await leader.page.getByRole('button', { name: 'Save' }).click();
  await expect(message(leader.page)).toContainText('The details are saved.');
  await expect(leader.page.getByRole('region', { name: 'What is stored about me' })).toContainText('Vaslui');
  await mentor.page.goto('/n/un/mentoring/mine');
  await mentor.page.getByRole('link', { name: 'My details as a mentor' }).click();
  await mentor.page.getByRole('link', { name: 'Edit the details' }).click();
  await mentor.page.getByLabel('Place').fill('Iași');
  await mentor.page.getByRole('button', { name: 'Save' }).click();
  await expect(message(mentor.page)).toContainText('The details are saved.');
  await expect(mentor.page.getByText('Iași')).toBeVisible();
  await leader.page.getByText('Ask the coordinator', { exact: true }).last().click();
  await leader.page.getByRole('button', { name: 'I would like another mentor' }).click();
  await expect(message(leader.page)).toContainText('The coordinator sees it now.');
  await leader.page.getByRole('link', { name: 'Leave the programme' }).click();
  await leader.page.getByRole('button', { name: 'Leave the programme now' }).click();
  await expect(message(leader.page)).toContainText('You have left the programme.');
  await mentor.page.goto('/n/un/mentoring/mine');
  await expect(mentor.page.getByText('No mentee yet')).toBeVisible();
});

test('without scripts and in Bulgarian a meeting is logged, and what is refused stays typed', {
  tag: '@once',
}, async ({ as, page: mailbox, browser }) => {
  const coordinator = await as('coord.un');
  const { email, relation } = await newPair(coordinator, mailbox, browser);
  const plain = await newPage(browser, 'bg', { javaScriptEnabled: false });
  await plain.goto(`/sign-in?next=${relation}/log`);
  await plain.locator('input[type=email]').fill(email);
  await plain.locator('input[type=password]').fill('eight wet stones in a row');
  await plain.getByRole('main').getByRole('button', { name: 'Вход', exact: true }).click();
  await expect(plain.getByRole('heading', { level: 1, name: 'Запис на среща' })).toBeVisible();
  const text = plain.getByRole('textbox', { name: /^Обобщение/ });
  await text.fill('جلسنا في الحديقة');
  await plain.getByLabel('Ден', { exact: true }).fill('2099-01-01');
  await plain.getByRole('button', { name: 'Запазване на срещата' }).click();
  await expect(text).toHaveValue('جلسنا في الحديقة');
  await plain.getByLabel('Ден', { exact: true }).fill('2015-01-02');
  await plain.getByRole('button', { name: 'Запазване на срещата' }).click();
  await expect(plain.getByText('Срещата е запазена.')).toBeVisible();
  await expect(plain.getByText('جلسنا في الحديقة')).toBeVisible();
});
