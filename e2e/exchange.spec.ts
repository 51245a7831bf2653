import { expect, message, networkDay, publishTraining, test, unique } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a manager of a partner network registers two colleagues as guests, and the host sees from where they come', async ({
      as,
      request,
    }) => {
      const [host, manager] = [await as('coord.ie'), await as('geoss')];
      const title = unique('Exchange on circles');
      const [first, second] = [unique('Novak'), unique('Kovac')];
      const address = await publishTraining(
        host,
        {
          code: unique('X'),
          title,
          seats: 5,
          halfDays: [
            {
              day: await networkDay(request, 50, 'inv-ie'),
              halfDay: 'Morning',
              from: '09:00',
              to: '12:00',
            },
          ],
        },
        'inv-ie',
      );
      const atPartner = address.replace('/n/inv-ie/', '/n/inv-si/');

      await host.goto(`${address}/sharing`);
      await host.getByRole('button', { name: /^Share with registration: .*Litija/ }).click();
      await expect(message(host)).toContainText('Its institutions can register.');

      await manager.goto(atPartner);
      await manager.getByRole('link', { name: 'Register colleagues' }).click();
      await expect(manager.getByText('Your institution takes part as a guest.')).toBeVisible();
      await expect(async () => {
        if ((await manager.getByLabel('Family name').count()) < 2)
          await manager.getByRole('button', { name: 'Add a seat' }).click();
        await expect(manager.getByLabel('Family name')).toHaveCount(2, { timeout: 2000 });
      }).toPass();
      for (const [index, name] of [first, second].entries()) {
        await manager.getByLabel('Given name').nth(index).fill('Ana');
        await manager.getByLabel('Family name').nth(index).fill(name);
      }
      await manager.getByRole('button', { name: 'Register now' }).click();
      await expect(message(manager)).toContainText('2');
      await expect(manager).toHaveURL(/\/n\/inv-si\/away$/);
      await expect(manager.getByRole('row').filter({ hasText: first })).toContainText(title);
      await expect(manager.getByRole('row').filter({ hasText: second })).toContainText('Confirmed');

      await host.goto(`${address}/manage`);
      await expect(host.getByText('Countries', { exact: true })).toBeVisible();
      await host.getByRole('link', { name: 'Exchange', exact: true }).click();
      await expect(host.getByRole('region', { name: 'Who takes part' })).toContainText('Slovenia');
      await expect(host.getByRole('region', { name: 'Contacts of the guests' })).toContainText(
        'geoss@demo.example',
      );

      await manager
        .getByRole('row')
        .filter({ hasText: second })
        .getByRole('link', { name: 'Give back' })
        .click();
      await manager.getByRole('button', { name: 'Cancel the seat' }).click();
      await expect(message(manager)).toContainText('The seat is cancelled');
      await expect(manager.getByRole('row').filter({ hasText: second })).toContainText('Cancelled');
      await host.goto(`${address}/exchange`);
      await expect(host.getByRole('row').filter({ hasText: 'Litija' }).first()).toContainText('1');
    });
  });
}
