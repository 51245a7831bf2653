import { expect, message, openMail, test, unique } from './support.ts';

test('a network begins like one that offers itself, and its coordinator reads what came along and takes it back', async ({
  page,
  as,
  browser,
}) => {
  const keeper = await as('coord.un');
  const operator = await as('admin');
  const name = unique('Valea Nouă');
  const address = unique('noua');
  const email = `${unique('first')}@journey.example`;
  await keeper.goto('/n/un/settings/pattern');
  await keeper.getByLabel('This network may be chosen as a pattern').check();
  await keeper.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(message(keeper)).toContainText('Saved.');

  await operator.goto('/operator/networks/new?parent=un');
  await operator.getByLabel('Kind', { exact: true }).selectOption('Municipal network');
  await operator.getByLabel('Address', { exact: true }).fill(address);
  await operator.getByLabel('Name', { exact: true }).fill(name);
  await operator.getByLabel('Main language').selectOption('English');
  await operator.getByLabel('Time zone').fill('Europe/Bucharest');
  await operator.getByLabel('E-mail address of the first coordinator').fill(email);
  await operator.getByLabel('Like the network').selectOption({ index: 1 });
  await operator.getByRole('button', { name: 'Found and invite' }).click();
  await expect(operator.getByRole('alert')).toContainText('Choose at least one thing that is copied.');
  await operator.getByRole('checkbox', { name: 'Colour and languages' }).check();
  await operator.getByRole('checkbox', { name: 'Trainings' }).check();
  await operator.getByRole('button', { name: 'Found and invite' }).click();
  await expect(message(operator)).toContainText(`the invitation is on its way: ${email}`);

  const mail = await openMail(page, email, name);
  const link = await mail.getByRole('link', { name: /\/invitations\// }).getAttribute('href');
  const context = await browser.newContext();
  const url = test.info().project.use.baseURL ?? '';
  await context.addCookies([{ name: 'tessera_language', value: 'en', url }]);
  const coordinator = await context.newPage();
  await coordinator.goto(link ?? '');
  await coordinator.getByLabel('Given name', { exact: true }).fill('Ilona');
  await coordinator.getByLabel('Family name', { exact: true }).fill('Kertész');
  await coordinator.getByLabel('Password').fill('green lamps over water');
  await coordinator.getByRole('button', { name: 'Make the login and accept' }).click();
  await expect(message(coordinator)).toContainText('Welcome! The invitation is accepted.');

  await coordinator.goto(`/n/${address}/settings/pattern`);
  await expect(coordinator.getByText('You do not coordinate any other network.')).toBeVisible();
  await coordinator.getByRole('table').getByRole('link').first().click();
  await expect(coordinator.getByText('done', { exact: true })).toBeVisible({ timeout: 60_000 });
  const copied = coordinator.getByRole('table', { name: 'Copied' });
  await copied.getByRole('row').filter({ hasText: 'Trainings' }).first().getByRole('link').click();
  await expect(coordinator.getByText('This event is a draft')).toBeVisible();
  const training = coordinator.url();
  await coordinator.goBack();

  await coordinator.getByRole('link', { name: 'Undo the copy' }).click();
  await coordinator.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(message(coordinator)).toContainText('The copy is undone.');
  // The browser notes a page that is not there as an error; asked for beside it, it does not.
  expect((await context.request.get(training)).status()).toBe(404);
  await context.close();

  await keeper.goto('/n/un/settings/pattern');
  await keeper.getByLabel('This network may be chosen as a pattern').uncheck();
  await keeper.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(message(keeper)).toContainText('Saved.');
});
