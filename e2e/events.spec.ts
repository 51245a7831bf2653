import { expect, fillTraining, message, networkDay, nextStep, test, unique } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a coordinator plans a study visit abroad, repeats it, and postpones it', async ({
      page,
      as,
      request,
    }) => {
      const coordinator = await as('coord.un');
      const title = unique('Visit to Graz');
      const code = unique('V');
      const [day, later] = [await networkDay(request, 60), await networkDay(request, 75)];
      await coordinator.goto('/n/un/trainings/new');
      await coordinator.getByRole('link', { name: 'Information session', exact: true }).click();
      await expect(coordinator.getByLabel('For whom')).toHaveValue('public');
      await expect(coordinator.getByRole('checkbox', { name: 'Issue certificates' })).not.toBeChecked();
      await coordinator.getByRole('link', { name: 'Study visit', exact: true }).click();
      await expect(coordinator.getByRole('checkbox', { name: 'Issue certificates' })).toBeChecked();
      await fillTraining(coordinator, {
        code,
        title,
        halfDays: [{ day, halfDay: 'Morning', from: '09:00', to: '13:00' }],
      });
      await coordinator.getByLabel('Time zone').fill('Europe/Vienna');
      await coordinator.getByRole('checkbox', { name: 'Sign language' }).check();
      await coordinator.getByRole('button', { name: 'Save as draft' }).click();
      await expect(message(coordinator)).toContainText('The draft is saved.');
      const address = new URL(coordinator.url()).pathname.replace('/manage', '');
      await nextStep(coordinator).getByRole('button', { name: 'Publish' }).click();
      await expect(message(coordinator)).toContainText('The event is published.');
      await expect(coordinator.getByRole('list', { name: 'Where the event is' })).toContainText('Published');

      await coordinator.getByRole('link', { name: 'Copy or repeat' }).click();
      await coordinator.getByLabel('Code', { exact: true }).fill(`${code}s`);
      await coordinator.getByLabel('New start').fill(`${later}T09:00`);
      await coordinator.getByLabel('Repeat').selectOption('Every week');
      await coordinator.getByLabel('How many events').fill('2');
      await coordinator.getByRole('button', { name: 'Make the drafts' }).click();
      await expect(message(coordinator)).toContainText('Drafts made: 2');
      await nextStep(coordinator).getByRole('button', { name: 'Publish' }).click();
      await expect(message(coordinator)).toContainText('The event is published.');

      await page.goto(`/n/un/trainings?kind=study_visit&q=${encodeURIComponent(title)}`);
      await page.goto(address);
      await expect(page.getByText('Study visit').first()).toBeVisible();
      await expect(page.getByText('Sign language')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Other dates' })).toBeVisible();

      await coordinator.goto(`${address}/manage`);
      await coordinator.getByRole('link', { name: 'Postpone', exact: true }).click();
      await coordinator.getByLabel('Reason').fill('The host is ill.');
      await coordinator.getByRole('button', { name: 'Postpone the event' }).click();
      await expect(message(coordinator)).toContainText('The event is postponed.');
      await page.goto(address);
      await expect(page.getByText('This event is postponed').first()).toBeVisible();
      await nextStep(coordinator).getByRole('link', { name: 'Set the new date' }).click();
      await coordinator.getByRole('button', { name: 'Save the new date' }).click();
      await expect(coordinator.getByRole('alert')).toContainText('Fill in this field.');
      await coordinator.getByLabel('New start').fill(`${later}T10:00`);
      await coordinator.getByRole('button', { name: 'Save the new date' }).click();
      await expect(message(coordinator)).toContainText('The event has its new date.');
      await page.goto(address);
      await expect(page.getByText('10:00–14:00').first()).toBeVisible();
    });
  });
}
