import { translator } from '@tessera/i18n/server.server.ts';
import {
  expect,
  fillTraining,
  message,
  networkDay,
  nextStep,
  openMail,
  publishTraining,
  test,
  unique,
} from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a coordinator creates a training, corrects it, and publishes it', async ({ page, as, request }) => {
      const coordinator = await as('coord.un');
      const title = unique('Meeting people');
      const day = await networkDay(request, 40);
      await coordinator.goto('/n/un/trainings');
      await coordinator.getByRole('link', { name: 'New event' }).click();
      await fillTraining(coordinator, {
        code: unique('J'),
        title,
        halfDays: [
          { day, halfDay: 'Morning', from: '13:00', to: '09:00' },
          { day, halfDay: 'Afternoon', from: '14:00', to: '17:00' },
        ],
      });
      await coordinator.getByRole('spinbutton', { name: 'Seats', exact: true }).fill('');
      await coordinator.getByRole('button', { name: 'Save as draft' }).click();

      const summary = coordinator.getByRole('alert');
      await expect(summary).toContainText('Seats: Fill in this field.');
      await expect(summary).toBeFocused();
      const seats = coordinator.getByRole('spinbutton', { name: 'Seats', exact: true });
      await expect(seats).toHaveAccessibleDescription(/Fill in this field/);
      await expect(coordinator.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(title);
      await expect(coordinator.getByLabel('From', { exact: true })).toHaveCount(2);
      await seats.fill('12');
      await coordinator.getByRole('button', { name: 'Save as draft' }).click();

      await expect(summary).toContainText('Each half-day must end after it begins');
      await expect(coordinator.getByLabel('From', { exact: true }).first()).toHaveValue('13:00');
      await expect(seats).toHaveValue('12');
      await coordinator.getByLabel('From', { exact: true }).first().fill('09:00');
      await coordinator.getByLabel('To', { exact: true }).first().fill('13:00');
      await coordinator.getByRole('button', { name: 'Save as draft' }).click();
      await expect(message(coordinator)).toContainText('The draft is saved.');

      const address = new URL(coordinator.url()).pathname.replace('/manage', '');
      expect((await page.goto(address))?.status()).toBe(404);
      await nextStep(coordinator).getByRole('button', { name: 'Publish' }).click();
      await expect(message(coordinator)).toContainText('The event is published.');
      await page.goto(`/n/un/trainings?q=${title}`);
      await page.getByRole('link', { name: title, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.getByText('0 of 12 taken')).toBeVisible();
    });

    test('a coordinator sees the line, adds a seat, and cancels', async ({ page, as, request }) => {
      const coordinator = await as('coord.un');
      const title = unique('Too few chairs');
      const address = await publishTraining(coordinator, {
        code: unique('J'),
        title,
        seats: 1,
        halfDays: [{ day: await networkDay(request, 50), halfDay: 'Morning', from: '09:00', to: '13:00' }],
      });
      await coordinator.getByRole('link', { name: 'Register colleagues' }).click();
      await coordinator.getByLabel('Institution', { exact: true }).selectOption('Municipality of Band');
      await coordinator.getByLabel('More seats to be named later').fill('2');
      await coordinator.getByRole('button', { name: 'Register now' }).click();
      await expect(message(coordinator)).toContainText('Confirmed: 1. Waiting: 2, from position 1');

      const line = coordinator.getByRole('table', { name: 'Waiting list' });
      await expect(line.getByRole('row')).toHaveCount(3);
      await expect(line.getByRole('row').nth(1)).toContainText('Next in line');
      await expect(nextStep(coordinator)).toContainText('2 people wait for a seat');
      await nextStep(coordinator).getByRole('link', { name: 'Change the number of seats' }).click();
      await coordinator.getByRole('spinbutton', { name: 'Seats' }).fill('2');
      await coordinator.getByRole('button', { name: 'Save the number' }).click();
      await expect(message(coordinator)).toContainText('Moved up from the waiting list: 1');
      await expect(line.getByRole('row')).toHaveCount(2);
      await expect(coordinator.getByRole('table', { name: 'Confirmed' }).getByRole('row')).toHaveCount(3);

      await coordinator.getByRole('link', { name: 'Cancel the event' }).click();
      await coordinator.getByLabel('Reason').fill('The hall is flooded');
      await coordinator.getByRole('button', { name: 'Cancel the event' }).click();
      await expect(message(coordinator)).toContainText('The event is cancelled.');
      await page.goto(address);
      await expect(page.getByText('This event is cancelled').first()).toBeVisible();
      await expect(page.getByText('The hall is flooded').first()).toBeVisible();
      const mail = await openMail(
        page,
        'coord.un@demo.example',
        translator('ro', 'mails')('trainingCancelled.subject', { title }),
      );
      await expect(mail).toContainText('The hall is flooded');
    });
  });
}
