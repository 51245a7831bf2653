import { expect, message, networkDay, publishTraining, registrationsOf, test, unique } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('an institution asks for an interpreter, and the organiser arranges one', async ({
      as,
      request,
    }) => {
      const title = unique('Two languages');
      const coordinator = await as('coord.un');
      const training = await publishTraining(coordinator, {
        code: unique('S'),
        title,
        halfDays: [{ day: await networkDay(request, 47), halfDay: 'Morning', from: '09:00', to: '13:00' }],
      });

      const band = await as('im.band');
      await band.goto(`${training}/registration`);
      await band.getByLabel('Given name').fill('Olena');
      await band.getByLabel('Family name').fill('Bondar');
      await band.getByText('Does this person need support?').click();
      await expect(band.getByText('It is deleted 30 days after the training.')).toBeVisible();
      await band.getByLabel('Language of the interpreter').selectOption('Ukrainian');
      await band.getByLabel('Food: what must it be free of?').fill('No nuts');
      await band.getByLabel('Sign language').check();
      // A refused form keeps what was typed, and stays unfolded.
      await band.getByLabel('E-mail address').fill('nowhere');
      await band.getByRole('button', { name: 'Register now' }).click();
      await expect(band.getByLabel('Food: what must it be free of?')).toHaveValue('No nuts');
      await expect(band.getByLabel('Language of the interpreter')).toHaveValue('uk');
      await expect(band.getByLabel('Sign language')).toBeChecked();
      await band.getByLabel('E-mail address').fill('');
      await band.getByRole('button', { name: 'Register now' }).click();
      await expect(message(band)).toContainText('Registered. Confirmed: 1');

      await coordinator.goto(`${training}/manage`);
      const sums = coordinator.getByRole('region', { name: 'Support', exact: true });
      await expect(sums).toContainText('Interpreter: Ukrainian: 1, arranged: 0');
      await expect(sums).toContainText('Sign language: 1, arranged: 0');
      await expect(sums).not.toContainText('Bondar');
      await coordinator
        .getByRole('navigation', { name: 'Work on this event' })
        .getByRole('link', { name: 'Support', exact: true })
        .click();
      await expect(coordinator.getByText('No nuts')).toHaveCount(0);
      await coordinator.getByRole('button', { name: 'Open the names' }).click();
      await expect(coordinator.getByRole('row').filter({ hasText: 'Food' })).toContainText('No nuts');
      await coordinator.getByRole('checkbox', { name: 'Arranged: Interpreter: Ukrainian' }).check();
      await coordinator.getByRole('button', { name: 'Save what is arranged' }).click();
      await expect(message(coordinator)).toContainText('Saved. Changed: 1');
      await expect(coordinator.getByText('Interpreter: Ukrainian: 1, arranged: 1')).toBeVisible();

      await band.goto('/n/un/registrations');
      await registrationsOf(band, title).getByRole('link', { name: 'Support' }).click();
      await expect(band.getByRole('heading', { name: '3 things are noted' })).toBeVisible();
      await band.getByRole('button', { name: 'Open what is noted' }).click();
      await band.getByRole('button', { name: 'Remove Food' }).click();
      await expect(message(band)).toContainText('It is removed.');
      await band.getByRole('link', { name: 'Add support' }).click();
      await band.getByRole('button', { name: 'Save the support' }).click();
      await expect(band.getByText('Name at least one kind of support.')).toBeVisible();
      await band.getByLabel('Access without steps').check();
      await band.getByRole('button', { name: 'Save the support' }).click();
      await expect(message(band)).toContainText('The support is noted.');
      await expect(band.getByRole('heading', { name: '3 things are noted' })).toBeVisible();
    });

    test('who registers alone says what helps', async ({ as, request }) => {
      const title = unique('Alone');
      const training = await publishTraining(
        await as('coord.bg'),
        {
          code: unique('A'),
          title,
          halfDays: [
            {
              day: await networkDay(request, 48, 'bg-model'),
              halfDay: 'Morning',
              from: '09:00',
              to: '13:00',
            },
          ],
        },
        'bg-model',
      );
      const mentor = await as('mentor.k');
      await mentor.goto(`${training}/registration`);
      await mentor.getByText('Do you need support?').click();
      await mentor.getByLabel('Access without steps').check();
      await mentor.getByRole('button', { name: 'Register me now' }).click();
      await expect(message(mentor)).toContainText('Registered. Confirmed: 1');

      await registrationsOf(mentor, title).getByRole('link', { name: 'Support' }).click();
      await expect(mentor.getByRole('heading', { name: '1 thing is noted' })).toBeVisible();
      await mentor.getByRole('button', { name: 'Open what is noted' }).click();
      await expect(mentor.getByRole('listitem').filter({ hasText: 'Access without steps' })).toBeVisible();
    });
  });
}
