import { expect, message, openMail, test, unique } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('an institution asks to join, a coordinator admits it, and its contact finds it', async ({
      page,
      as,
    }) => {
      const name = unique('School');
      const email = `${unique('head')}@example.org`;
      await page.goto('/n/un');
      await page.getByRole('link', { name: 'Ask to join' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ask to join the network');

      // A field that is missing stands beside what was typed.
      await expect(async () => {
        await page.getByLabel('Name of the institution').fill(name);
        await expect(page.getByLabel('Name of the institution')).toHaveValue(name, { timeout: 500 });
        await page.getByRole('button', { name: 'Send me the link' }).click();
        await expect(page.getByRole('alert')).toContainText('E-mail address', { timeout: 5000 });
      }).toPass();
      await expect(page.getByLabel('Name of the institution')).toHaveValue(name);
      await page.getByLabel('Kind', { exact: true }).selectOption('School or education');
      await page.getByLabel('Town or village').fill('Band / Mezőbánd');
      await page.getByLabel('Given name').fill('Ilka');
      await page.getByLabel('Family name').fill('Novak');
      await page.getByLabel('Function').fill('Head');
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Message to the coordinators').fill('We would like to take part.');
      await page.getByRole('button', { name: 'Send me the link' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Please look into your mailbox');

      const coordinator = await as('coord.un');
      await coordinator.goto('/n/un/institutions/applications');
      await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Applications');
      await expect(coordinator.getByText(name)).toHaveCount(0);

      const mail = await openMail(page, email, name);
      await page.goto(
        (await mail.getByRole('link', { name: /\/join-requests\// }).getAttribute('href')) ?? '',
      );
      await expect(page.getByRole('main')).toContainText(name);
      await page.getByRole('button', { name: 'Confirm and send' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your application has arrived');

      await coordinator.goto('/home');
      await coordinator.getByRole('link', { name: /institutions? asks? to join: look/ }).click();
      await coordinator.getByRole('link', { name }).click();
      await expect(coordinator.getByRole('main')).toContainText('We would like to take part.');
      await coordinator.getByRole('button', { name: 'Begin the review' }).click();
      await expect(message(coordinator)).toContainText('The application is under review.');
      await expect(coordinator.getByRole('radio', { name: new RegExp(`A new one · ${name}`) })).toBeChecked();
      await coordinator.getByRole('button', { name: 'Admit as a member' }).click();
      await expect(message(coordinator)).toContainText('The institution is admitted');
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your institution is a member');

      const invitation = await openMail(page, email, 'Invitation');
      await page.goto(
        (await invitation.getByRole('link', { name: /\/invitations\// }).getAttribute('href')) ?? '',
      );
      await expect(page.getByRole('main')).toContainText(name);
      await expect(page.getByRole('textbox', { name: 'Family name' })).toHaveValue('Novak');
      await page.getByRole('textbox', { name: 'Password' }).fill('seven-small-tiles');
      await page.getByRole('button', { name: 'Make the login and accept' }).click();
      await expect(message(page)).toContainText('Welcome! The invitation is accepted.');
      await page.goto(`/n/un/institutions?q=${name}`);
      await page.getByRole('rowheader').getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page.getByRole('link', { name: 'Edit the card' })).toBeVisible();
    });
  });
}

test('a coordinator declines with a reason, which comes by mail', { tag: '@once' }, async ({ page, as }) => {
  const name = unique('Bank');
  const email = `${unique('desk')}@example.org`;
  await page.goto('/n/un/join');
  await expect(async () => {
    await page.getByLabel('Name of the institution').fill(name);
    await page.getByLabel('Kind', { exact: true }).selectOption('Private employer');
    await page.getByLabel('Town or village').fill('Deda');
    await page.getByLabel('Given name').fill('Dan');
    await page.getByLabel('Family name').fill('Pop');
    await page.getByLabel('E-mail address').fill(email);
    await expect(page.getByLabel('Name of the institution')).toHaveValue(name, { timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Please look into your mailbox');
  const mail = await openMail(page, email, name);
  await page.goto((await mail.getByRole('link', { name: /\/join-requests\// }).getAttribute('href')) ?? '');
  await page.getByRole('button', { name: 'Confirm and send' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your application has arrived');

  const coordinator = await as('coord.un');
  await coordinator.goto('/n/un/institutions/applications');
  await coordinator.getByRole('link', { name }).click();
  await coordinator.getByRole('link', { name: 'Decline the membership' }).click();
  await coordinator.getByRole('button', { name: 'Decline the membership' }).click();
  await expect(coordinator.getByRole('alert')).toContainText('Reason');
  await coordinator.getByLabel('Reason').fill('Only for public institutions.');
  await coordinator.getByRole('button', { name: 'Decline the membership' }).click();
  await expect(message(coordinator)).toContainText('The application is declined.');
  const answer = await openMail(page, email, 'Your application');
  await expect(answer).toContainText('Only for public institutions.');
});
