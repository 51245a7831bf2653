import { expect, message, openMail, test, unique } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a coordinator finds a message, reads it without its key, and sends it again', async ({
      page,
      as,
    }) => {
      const coordinator = await as('coord.un');
      const address = `${unique('post')}@demo.example`;
      await coordinator.goto('/n/un/invitations/new');
      await coordinator.getByLabel('E-mail addresses').fill(address);
      await coordinator.getByRole('radio', { name: 'Viewer' }).check();
      await coordinator.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(message(coordinator)).toContainText('1 invitation is on its way.');
      await openMail(page, address, /./);

      await coordinator.goto('/n/un/settings/messages');
      await coordinator.getByLabel('Name or address').fill(address);
      await coordinator.getByRole('button', { name: 'Filter' }).click();
      const line = coordinator.getByRole('row').filter({ hasText: address });
      await expect(line).toContainText('Sent');
      await line.getByRole('link', { name: 'Invitation' }).click();

      await expect(coordinator.getByRole('heading', { level: 1, name: 'Invitation' })).toBeVisible();
      await expect(coordinator.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
      await coordinator.getByText('Show as plain text').click();
      await expect(coordinator.getByRole('main').locator('details')).toContainText(
        /\/invitations\/[0-9a-f-]+\/xxxxxxxx/,
      );

      // Right after a look into a frame, a pointer may still be taken for one inside it.
      await coordinator.getByRole('link', { name: 'Send again' }).press('Enter');
      await expect(coordinator.getByText(`The message goes once more to: ${address}`)).toBeVisible();
      await coordinator.getByRole('button', { name: 'Send again' }).click();
      await expect(message(coordinator)).toContainText('The message is on its way again.');
    });

    test('who does not coordinate has no log', async ({ as }) => {
      const manager = await as('im.band');
      const answer = await manager.goto('/n/un/settings/messages');
      expect(answer?.status()).toBe(403);
    });

    test('a person chooses what is mailed', async ({ as }) => {
      const manager = await as('im.band');
      await manager.goto('/account');
      await manager.getByRole('link', { name: 'Choose what is mailed' }).click();
      const organised = manager.getByRole('group', { name: 'Trainings I organise' });
      await organised.getByRole('radio', { name: 'Only here' }).check();
      await manager.getByRole('button', { name: 'Save' }).click();
      await expect(message(manager)).toContainText('Your choice is saved.');
      await expect(organised.getByRole('radio', { name: 'Only here' })).toBeChecked();
      await organised.getByRole('radio', { name: 'By mail and here' }).check();
      await manager.getByRole('button', { name: 'Save' }).click();
      await expect(message(manager)).toContainText('Your choice is saved.');
    });

    test('a person chooses one mail a day, and reads what comes at once all the same', async ({ as }) => {
      const manager = await as('im.band');
      await manager.goto('/account/notices');
      await expect(manager.getByText('within 48 hours of its start')).toBeVisible();
      const people = manager.getByRole('group', { name: 'My institution’s people' });
      await people.getByRole('radio', { name: 'Here at once, one mail a day' }).check();
      await manager.getByRole('button', { name: 'Save' }).click();
      await expect(message(manager)).toContainText('Your choice is saved.');
      await manager.goto('/account/notices');
      await expect(people.getByRole('radio', { name: 'Here at once, one mail a day' })).toBeChecked();
      await people.getByRole('radio', { name: 'By mail and here' }).check();
      await manager.getByRole('button', { name: 'Save' }).click();
      await expect(message(manager)).toContainText('Your choice is saved.');
    });

    test('notices are in the header, are opened and marked as read', async ({ as }) => {
      const manager = await as('im.band');
      await manager.goto('/home');
      await manager
        .getByRole('banner')
        .getByRole('link', { name: /^Notices/ })
        .click();
      await expect(manager.getByRole('heading', { level: 1, name: 'Notices' })).toBeVisible();
    });
  });
}
