import { identity } from '@tessera/i18n/locales/bg/identity.ts';
import { mentoring } from '@tessera/i18n/locales/bg/mentoring.ts';
import { call, newPage, newPair, password } from './mentoring.ts';
import { expect, message, test, unique } from './support.ts';

test('a plan is sent, comes back with a comment, is changed, sent again and approved; then the closure', async ({
  as,
  page: mailbox,
  browser,
}) => {
  const coordinator = await as('coord.un');
  const { mentor, alias, menteeId, relationId, relation, programmeId } = await newPair(
    coordinator,
    mailbox,
    browser,
  );
  const [aim, more] = [unique('Find a German course'), unique('Speak at the bakery')];
  const comment = unique('Please add a smaller step');
  const goal = { relationId, menteeId, need: 'language', state: 'agreed' };
  const coordination = `${relation}/coordination`;
  const section = mentor.getByRole('region', { name: 'Approval by the coordinator' });

  await mentor.goto(relation);
  await expect(section).toHaveCount(0);
  await coordinator.goto(`/n/un/mentoring/programmes/${programmeId}/edit`);
  await coordinator.getByRole('checkbox', { name: 'The coordinator approves plans and closures' }).check();
  await coordinator.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(message(coordinator)).toBeVisible();

  await mentor.goto(relation);
  await expect(section).toContainText('The plan is not approved yet.');
  await call(mentor, 'setGoal', { ...goal, text: aim });
  await mentor.getByRole('link', { name: 'Send the plan to the coordinator' }).click();
  await expect(mentor.getByRole('main')).toContainText(aim);
  await mentor
    .getByRole('textbox', { name: /^A sentence for the coordinator/ })
    .fill('As we said on Tuesday.');
  await mentor.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(message(mentor)).toContainText('It is sent to the coordinator.');
  await expect(section).toContainText('Waits for the coordinator');

  await coordinator.goto(coordination);
  await expect(coordinator.getByRole('main')).not.toContainText(aim);
  await coordinator.getByRole('link', { name: 'Open', exact: true }).click();
  for (const words of [aim, alias, 'As we said on Tuesday.'])
    await expect(coordinator.getByRole('main')).toContainText(words);
  expect(await coordinator.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    coordinator.viewportSize()?.width ?? 0,
  );
  await coordinator.getByRole('radio', { name: 'Send back' }).check();
  await coordinator.getByRole('button', { name: 'Save the decision' }).click();
  await expect(coordinator.getByRole('textbox', { name: /^Comment/ })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await coordinator.getByRole('textbox', { name: /^Comment/ }).fill(comment);
  await coordinator.getByRole('button', { name: 'Save the decision' }).click();
  await expect(message(coordinator)).toContainText('The decision is saved.');

  await mentor.goto('/home');
  await mentor.getByRole('link', { name: /request was sent back to you/ }).click();
  await expect(mentor.getByRole('main')).toContainText('Sent back');
  await mentor.getByRole('link', { name: alias }).first().click();
  await section.getByRole('link', { name: 'Open', exact: true }).click();
  await expect(mentor.getByRole('main')).toContainText(comment);
  await call(mentor, 'setGoal', { ...goal, text: more });
  await mentor.goto(`${relation}/approvals/plan`);
  for (const words of [aim, more]) await expect(mentor.getByRole('main')).toContainText(words);
  expect(await mentor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    mentor.viewportSize()?.width ?? 0,
  );
  await mentor.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(message(mentor)).toContainText('It is sent to the coordinator.');

  await coordinator.goto(coordination);
  await coordinator.getByRole('link', { name: 'Open', exact: true }).click();
  await expect(coordinator.getByRole('main')).toContainText(more);
  await coordinator.getByRole('radio', { name: 'Approve' }).check();
  await coordinator.getByRole('button', { name: 'Save the decision' }).click();
  await expect(message(coordinator)).toContainText('The decision is saved.');
  await mentor.goto(relation);
  await expect(section).toContainText('Approved');
  await expect(section.getByRole('link', { name: 'Send the plan to the coordinator' })).toHaveCount(0);

  await section.getByRole('link', { name: 'Request the closure' }).click();
  await mentor.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(message(mentor)).toContainText('It is sent to the coordinator.');
  await coordinator.goto(coordination);
  await expect(coordinator.getByRole('button', { name: 'Approve the closure' })).toHaveCount(0);
  await coordinator
    .getByRole('definition')
    .filter({ hasText: 'Waits for the coordinator' })
    .getByRole('link', { name: 'Open', exact: true })
    .click();
  await coordinator.getByRole('radio', { name: 'Approve' }).check();
  await coordinator.getByRole('button', { name: 'Save the decision' }).click();
  await expect(message(coordinator)).toContainText('The decision is saved.');
  await expect(coordinator.getByRole('main')).toContainText('Completed');
});

test('without scripts a mentor sends the plan from a small phone in Bulgarian, and takes it back', {
  tag: '@once',
}, async ({ as, page: mailbox, browser }) => {
  const coordinator = await as('coord.un');
  const pair = await newPair(coordinator, mailbox, browser);
  const { relation, relationId, menteeId, programmeId } = pair;
  const aim = unique('Да намеря курс');
  const words = mentoring.approval;
  await call(coordinator, 'editProgramme', {
    programmeId,
    code: unique('P'),
    texts: [{ language: 'en', title: unique('Programme') }],
    planApproval: true,
  });
  await call(pair.mentor, 'setGoal', { relationId, menteeId, text: aim, state: 'agreed' });
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const page = await newPage(browser, 'bg', { ...phone, javaScriptEnabled: false });
  await page.goto(`/sign-in?next=${relation}`);
  await page.locator('input[type=email]').fill(pair.email);
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('main').getByRole('button', { name: identity.signIn.submit, exact: true }).click();
  const narrow = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await narrow();
  await page.getByRole('link', { name: words.request.plan }).click();
  await expect(page.getByRole('main')).toContainText(aim);
  await narrow();
  await page.getByRole('button', { name: words.send, exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: words.sent })).toBeVisible();
  await page.getByRole('link', { name: words.read, exact: true }).click();
  await expect(page.getByRole('main')).toContainText(words.states.requested);
  await narrow();
  await page.getByRole('button', { name: mentoring.asks.takeBack, exact: true }).click();
  await expect(page.getByRole('main')).toContainText(words.states.taken_back);
});
