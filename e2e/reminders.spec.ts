import { expect, message, networkDay, openMail, publishTraining, test, unique } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('who has a place is reminded once, in their language, with the way into the online room', async ({
      page,
      as,
      request,
    }) => {
      // The worker looks for what is due once a minute.
      test.setTimeout(180_000);
      const coordinator = await as('coord.un');
      const title = unique('Talking online');
      const email = `${unique('elena')}@demo.example`;
      const room = 'https://rooms.example/talking';
      const address = await publishTraining(coordinator, {
        code: unique('O'),
        title,
        // Three days before it is today, and in the networks of the journeys it is noon.
        halfDays: [{ day: await networkDay(request, 3), halfDay: 'Morning', from: '09:00', to: '12:00' }],
      });

      // Nobody is reminded before there is a place, so that the reminder comes when it is asked for.
      await coordinator.goto(`${address}/edit`);
      const reminders = coordinator.getByRole('group', { name: /^Reminders/ });
      await expect(reminders.getByRole('checkbox', { name: '7 days before' })).toBeChecked();
      await reminders.getByRole('checkbox', { name: '7 days before' }).uncheck();
      await reminders.getByRole('checkbox', { name: '1 day before' }).uncheck();
      await coordinator.getByLabel('Link to the online room').fill(room);
      await coordinator.getByRole('button', { name: 'Save the changes' }).click();
      await expect(coordinator.getByRole('alert')).toContainText('An event on site has no online room.');
      await expect(coordinator.getByLabel('Link to the online room')).toHaveValue(room);
      await coordinator
        .getByRole('group', { name: 'Form', exact: true })
        .getByRole('radio', { name: 'Online', exact: true })
        .check();
      await coordinator.getByRole('button', { name: 'Save the changes' }).click();
      await expect(message(coordinator)).toContainText('The changes are saved.');
      const rules = coordinator.getByRole('region', { name: 'Rules', exact: true });
      await expect(rules).toContainText('None');
      await coordinator.goto(`${address}/edit`);
      await coordinator.getByRole('checkbox', { name: '2 hours after the end' }).check();
      await coordinator.getByRole('button', { name: 'Save the changes' }).click();
      await expect(rules).toContainText('2 hours after the end: planned');
      await expect(rules).toContainText('People it would go to now: 0');

      const manager = await as('im.band');
      await manager.goto(address);
      await expect(manager.getByRole('region', { name: 'Online room' })).toHaveCount(0);
      await manager.goto(`${address}/registration`);
      await manager.getByLabel('Given name').first().fill('Elena');
      await manager.getByLabel('Family name').first().fill('Dobre');
      await manager.getByLabel('E-mail address').first().fill(email);
      await manager.getByRole('button', { name: 'Register now' }).click();
      await expect(message(manager)).toContainText('Registered. Confirmed: 1');
      await manager.goto(address);
      await expect(manager.getByRole('link', { name: 'Join online' })).toHaveAttribute('href', room);
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(page.getByText(room)).toHaveCount(0);

      await coordinator.goto(`${address}/edit`);
      await reminders.getByRole('checkbox', { name: '3 days before' }).check();
      await coordinator.getByRole('button', { name: 'Save the changes' }).click();
      await expect(message(coordinator)).toContainText('The changes are saved.');
      await expect(async () => {
        await coordinator.goto(`${address}/manage`);
        await expect(rules).toContainText('3 days before: sent', { timeout: 1000 });
      }).toPass({ timeout: 90_000 });
      const text = await openMail(page, email, `Vă reamintim: ${title}`);
      await expect(text).toContainText(room);
      await expect(text).toContainText(/\/seats\/[0-9a-f-]+\/leave\//);
      await page.goto('/dev/mail');
      await expect(page.getByRole('row').filter({ hasText: email }).filter({ hasText: title })).toHaveCount(
        1,
      );
    });
  });
}
