import type { Browser, Page } from '@playwright/test';
import { expect, message, openMail, test, unique } from './support.ts';

const password = 'eight wet stones in a row';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('many are invited at once, or nobody; an invitation is sent again and taken back', async ({
      page,
      as,
    }) => {
      const coordinator = await as('coord.un');
      const [one, two] = [`${unique('one')}@demo.example`, `${unique('two')}@demo.example`];
      await coordinator.goto('/n/un/members');
      await coordinator.getByRole('link', { name: 'Invite someone' }).click();
      const people = coordinator.getByLabel('E-mail addresses');
      await people.fill(`Ana Pop <${one}>\nno address here\n${two}`);
      await coordinator.getByRole('radio', { name: 'Viewer' }).check();
      await coordinator.getByRole('button', { name: 'Send', exact: true }).click();

      await expect(coordinator.getByRole('alert')).toContainText('2 (no address here)');
      await expect(people).toHaveValue(`Ana Pop <${one}>\nno address here\n${two}`);
      await expect(people).toHaveAccessibleDescription(/Nothing was sent/);
      await people.fill(`Ana Pop <${one}>\n${two}`);
      await coordinator.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(message(coordinator)).toContainText('2 invitations are on their way.');

      await coordinator.getByRole('button', { name: `Send again to: ${one}` }).click();
      await expect(message(coordinator)).toContainText('The invitation is on its way again.');
      await expect(coordinator.getByRole('row').filter({ hasText: one })).toContainText('Sent 2 times');
      await coordinator.getByRole('button', { name: `Take back the invitation for: ${two}` }).click();
      await expect(message(coordinator)).toContainText('The invitation is taken back.');
      await expect(coordinator.getByRole('row').filter({ hasText: two })).toHaveCount(0);
      await coordinator.getByLabel('State').selectOption('Taken back');
      await coordinator.getByRole('button', { name: 'Filter' }).click();
      await expect(coordinator.getByRole('row').filter({ hasText: two })).toContainText('Taken back on');
      await openMail(page, one, /./);
    });

    test('a person gets a role and a capability, is deactivated, comes back, and leaves', async ({
      page,
      as,
      browser,
    }) => {
      const coordinator = await as('coord.un');
      const family = unique('Nagy');
      const guest = await newMember(coordinator, page, browser, family);
      await coordinator.goto('/n/un/members');
      await coordinator.getByLabel('Name, address or institution').fill(family.toUpperCase());
      await coordinator.getByRole('button', { name: 'Filter' }).click();
      await coordinator.getByRole('link', { name: new RegExp(family) }).click();

      await coordinator.getByRole('link', { name: 'Give a role' }).click();
      await coordinator.getByRole('radio', { name: 'Mentor' }).check();
      await coordinator.getByLabel('Last day').fill('2001-01-01');
      await coordinator.getByRole('button', { name: 'Give the role' }).click();
      await expect(coordinator.getByLabel('Last day')).toHaveValue('2001-01-01');
      await expect(coordinator.getByRole('alert')).toContainText('The end must come after the beginning');
      await coordinator.getByLabel('Last day').fill('2099-12-31');
      await coordinator.getByRole('button', { name: 'Give the role' }).click();
      await expect(message(coordinator)).toContainText('The role is given.');
      const roles = coordinator.getByRole('table', { name: /^Roles of this person/ });
      await expect(roles.getByRole('row').filter({ hasText: 'Mentor' })).toContainText('31 December 2099');

      await roles.getByRole('link', { name: 'Change the role: Mentor' }).click();
      await coordinator.getByRole('link', { name: 'Add a capability' }).click();
      const language = coordinator.getByRole('main').getByLabel('Language');
      await coordinator.getByLabel('Capability').selectOption('Interpreter');
      await coordinator.getByRole('button', { name: 'Add a capability' }).click();
      await expect(language).toHaveAccessibleDescription(/Choose the language/);
      await language.selectOption('Arabic');
      await coordinator.getByRole('button', { name: 'Add a capability' }).click();
      await expect(message(coordinator)).toContainText('The capability is added.');
      await expect(coordinator.getByText('Interpreter: Arabic')).toBeVisible();

      await coordinator.getByRole('navigation', { name: 'Members' }).getByRole('link').last().click();
      await coordinator.getByRole('link', { name: 'Deactivate' }).click();
      await coordinator.getByRole('button', { name: 'Deactivate' }).click();
      await expect(message(coordinator)).toContainText('Deactivated. Ended roles: 2.');
      expect((await guest.goto('/n/un/registrations'))?.status()).toBe(404);
      await coordinator.getByRole('link', { name: 'Reactivate' }).click();
      await coordinator.getByRole('button', { name: 'Reactivate' }).click();
      await expect(message(coordinator)).toContainText('Reactivated. Roles given back: 2.');

      await guest.goto('/account');
      await guest.getByRole('link', { name: /^Leave the network/ }).click();
      await guest.getByRole('button', { name: 'Leave the network' }).click();
      await expect(guest.getByText('You hold no role in a network.')).toBeVisible();
      await coordinator.reload();
      await expect(coordinator.getByText(/^Left the network on/)).toBeVisible();
      await guest.context().close();
    });

    test('what a role asks for blocks it until it is recorded', async ({ as }) => {
      const coordinator = await as('coord.covasna');
      const name = unique('Fire course');
      await coordinator.goto('/n/un-cv-2/settings/prerequisites');
      await coordinator.getByLabel('What is needed').selectOption('Something else');
      await coordinator.getByRole('checkbox', { name: 'Viewer' }).check();
      await coordinator.getByRole('button', { name: 'Ask for it' }).click();
      await expect(coordinator.getByLabel('In your own words')).toHaveAccessibleDescription(/Write a title/);
      await expect(coordinator.getByRole('checkbox', { name: 'Viewer' })).toBeChecked();
      await coordinator.getByLabel('In your own words').fill(name);
      await coordinator.getByRole('button', { name: 'Ask for it' }).click();
      await expect(message(coordinator)).toContainText('The network asks for it now.');

      await coordinator.goto('/n/un-cv-2/members?role=trainer');
      await coordinator.getByRole('rowheader').getByRole('link').first().click();
      await coordinator.getByRole('link', { name: 'Give a role' }).click();
      await expect(coordinator.getByText('Not every role can be given now')).toBeVisible();
      await coordinator.getByRole('radio', { name: 'Viewer' }).check();
      await coordinator.getByRole('button', { name: 'Give the role' }).click();
      await expect(coordinator.getByRole('alert')).toContainText('asks for a proof');

      await coordinator.getByRole('link', { name: 'Cancel' }).click();
      await coordinator.getByRole('link', { name: `Record: ${name}` }).click();
      await coordinator.getByLabel('Issued on').fill('2014-01-15');
      await coordinator.getByLabel('Note about the proof').fill('Paper 12');
      await coordinator.getByRole('button', { name: 'Record' }).click();
      await expect(message(coordinator)).toContainText('The prerequisite is recorded.');
      await expect(coordinator.getByRole('main')).not.toContainText('Paper 12');

      await coordinator.goto('/n/un-cv-2/settings/prerequisites');
      await coordinator.getByRole('button', { name: `Ask no longer: ${name}` }).click();
      await expect(message(coordinator)).toContainText('The network asks for it no longer.');
    });
  });
}

test('a manager sees and invites the people of the own institution only', { tag: '@once' }, async ({
  as,
}) => {
  const manager = await as('im.band');
  await manager.goto('/n/un/members');
  await expect(manager.getByRole('rowheader')).toHaveCount(1);
  await manager.getByRole('link', { name: 'Invite someone' }).click();

  await expect(manager.getByRole('radio')).toHaveCount(2);
  await expect(manager.getByLabel('Institution', { exact: true }).getByRole('option')).toHaveText([
    'Municipality of Band',
  ]);
});

/** Someone new with the role of a viewer, signed in on a device of their own. */
async function newMember(coordinator: Page, mailbox: Page, browser: Browser, family: string): Promise<Page> {
  const email = `${unique('member')}@demo.example`;
  await coordinator.goto('/n/un/invitations/new');
  await coordinator.getByLabel('E-mail addresses').fill(email);
  await coordinator.getByRole('radio', { name: 'Viewer' }).check();
  await coordinator.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(message(coordinator)).toContainText('1 invitation is on its way.');
  const mail = await openMail(mailbox, email, /./);
  const link = (await mail.getByRole('link', { name: /\/invitations\// }).getAttribute('href')) ?? '';
  const context = await browser.newContext();
  const url = test.info().project.use.baseURL ?? '';
  await context.addCookies([{ name: 'tessera_language', value: 'en', url }]);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Given name', { exact: true }).fill('Ana');
  await page.getByLabel('Family name', { exact: true }).fill(family);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Make the login and accept' }).click();
  await expect(message(page)).toContainText('Welcome!');
  return page;
}
