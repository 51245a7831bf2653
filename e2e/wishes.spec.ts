import {
  expect,
  message,
  networkDay,
  openMail,
  publishTraining,
  registrationsOf,
  test,
  unique,
} from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a seat that waits on two dates is given on one of them, and the other line is left', async ({
      page,
      as,
      request,
    }) => {
      const coordinator = await as('coord.un');
      const day = await networkDay(request, 200);
      const [first, second] = [unique('In the morning'), unique('In the afternoon')];
      const common = { seats: 1 };
      const address = await publishTraining(coordinator, {
        ...common,
        code: unique('W'),
        title: first,
        halfDays: [{ day, halfDay: 'Morning', from: '09:00', to: '12:00' }],
      });
      const other = await publishTraining(coordinator, {
        ...common,
        code: unique('W'),
        title: second,
        halfDays: [{ day, halfDay: 'Afternoon', from: '14:00', to: '17:00' }],
      });

      const manager = await as('im.band');
      for (const where of [address, other]) {
        await manager.goto(`${where}/registration`);
        await manager.getByRole('button', { name: 'Register now' }).click();
        await expect(message(manager)).toContainText('Registered. Confirmed: 1');
      }
      await manager.goto(`${address}/registration`);
      const dates = manager.getByRole('group', { name: /^Or any of these dates/ });
      await dates.getByRole('checkbox', { name: new RegExp(second) }).check();
      await manager.getByRole('button', { name: 'Register now' }).click();
      await expect(message(manager)).toContainText('On the waiting list: 1');

      await expect(registrationsOf(manager, first)).toContainText('Waits for this date or any of these');
      await expect(registrationsOf(manager, first)).toContainText(second);
      await expect(registrationsOf(manager, second)).toContainText('Position 1');
      const text = await openMail(page, 'im.band@demo.example', `Pe lista de așteptare: ${first}`);
      await expect(text).toContainText(second);

      await manager.goto('/n/un/registrations');
      await registrationsOf(manager, second)
        .getByRole('link', { name: /^Cancel the seat/ })
        .first()
        .click();
      await manager.getByRole('button', { name: 'Cancel the seat' }).click();
      await expect(message(manager)).toContainText('The next in line has it now.');

      await expect(async () => {
        await manager.goto('/n/un/registrations');
        await expect(registrationsOf(manager, first)).toContainText('The seat is on another date', {
          timeout: 1000,
        });
        await expect(registrationsOf(manager, first)).toContainText('Cancelled', { timeout: 1000 });
      }).toPass({ timeout: 20_000 });
      const told = await openMail(page, 'im.band@demo.example', `Loc confirmat: ${second}`);
      await expect(told).toContainText('La celelalte date se renunță acum');
    });
  });
}
