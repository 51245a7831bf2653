import { expect, message, networkDay, publishTraining, registrationsOf, test, unique } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a quota keeps a seat back, the line is changed for a reason, and a larger quota gives the seat', async ({
      page,
      as,
      request,
    }) => {
      const coordinator = await as('coord.un');
      const title = unique('Seats by kind');
      const day = await networkDay(request, 45);
      const address = await publishTraining(coordinator, {
        code: unique('Q'),
        title,
        seats: 3,
        halfDays: [{ day, halfDay: 'Morning', from: '09:00', to: '13:00' }],
      });

      await coordinator.goto(`${address}/capacity`);
      await coordinator.getByRole('button', { name: 'Add a quota' }).click();
      await coordinator.getByRole('button', { name: 'Save the number' }).click();
      const summary = coordinator.getByRole('alert');
      await expect(summary).toContainText('For whom');
      await coordinator.getByLabel('For whom').selectOption('Municipality');
      await coordinator.getByRole('spinbutton', { name: 'Seats', exact: true }).last().fill('1');
      await coordinator.getByLabel('Institutions that hold no seat').check();
      await coordinator.getByRole('button', { name: 'Save the number' }).click();
      await expect(message(coordinator)).toContainText('The number of seats is saved.');

      await page.goto(address);
      await expect(page.getByText('Seats for “Municipality”: 1 of 3')).toBeVisible();
      await expect(page.getByText('institutions that hold no seat come first')).toBeVisible();

      const manager = await as('im.band');
      await manager.goto(`${address}/registration`);
      await manager.getByLabel('More seats to be named later').fill('1');
      await manager.getByRole('button', { name: 'Register now' }).click();
      await expect(message(manager)).toContainText('Registered. Confirmed: 1. Waiting: 1');

      await coordinator.goto(`${address}/manage`);
      await expect(coordinator.getByText('Municipality: 1 of 1 taken')).toBeVisible();
      await expect(coordinator.getByText('Passed over: a quota has no room')).toBeVisible();
      await coordinator.getByRole('link', { name: /^Move/ }).click();
      await coordinator.getByRole('button', { name: 'Change the place' }).click();
      await expect(summary).toContainText('Reason');
      await coordinator.getByLabel('Reason').fill('Missed the last one');
      await coordinator.getByRole('button', { name: 'Change the place' }).click();
      await expect(coordinator.getByText('Moved ahead: Missed the last one')).toBeVisible();
      await manager.goto('/n/un/registrations');
      await expect(registrationsOf(manager, title)).toContainText('Position 1');
      await expect(manager.getByText('Missed the last one')).toHaveCount(0);

      await coordinator.goto(`${address}/capacity`);
      await coordinator.getByRole('spinbutton', { name: 'Seats', exact: true }).last().fill('2');
      await coordinator.getByRole('button', { name: 'Save the number' }).click();
      await expect(message(coordinator)).toContainText('Moved up from the waiting list: 1');
    });

    test('who wants seats only together waits with all of them while there is room for one', async ({
      as,
      request,
    }) => {
      const coordinator = await as('coord.un');
      const title = unique('Only together');
      const address = await publishTraining(coordinator, {
        code: unique('T'),
        title,
        seats: 1,
        halfDays: [{ day: await networkDay(request, 47), halfDay: 'Morning', from: '09:00', to: '13:00' }],
      });

      const manager = await as('im.band');
      await manager.goto(`${address}/registration`);
      await manager.getByLabel('More seats to be named later').fill('1');
      await manager.getByLabel('Only all seats together').check();
      await manager.getByRole('button', { name: 'Register now' }).click();

      await expect(message(manager)).toContainText('On the waiting list: 2');
    });
  });
}
