import type { Locator, Page } from '@playwright/test';
import { translator } from '@tessera/i18n/server.server.ts';
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

    test('two institutions share what is left, and a cancelled seat moves on', async ({
      page,
      as,
      request,
    }) => {
      const title = unique('Three chairs');
      const coordinator = await as('coord.un');
      const training = await publishTraining(coordinator, {
        code: unique('J'),
        title,
        seats: 3,
        halfDays: [{ day: await networkDay(request, 45), halfDay: 'Morning', from: '09:00', to: '13:00' }],
      });

      // Band opens the form while three seats are free, and names two colleagues and one place.
      const band = await as('im.band');
      await band.goto(`${training}/registration`);
      // Without scripts the answer to "Add a seat" is a new page; with them it has to be this one.
      await band.waitForLoadState('networkidle');
      await fillPlace(band, 0, 'Ana', 'Moldovan');
      await band.getByRole('button', { name: 'Add a seat' }).click();
      await fillPlace(band, 1, 'Ion', 'Crișan');
      await expect(band.getByLabel('Given name').first()).toHaveValue('Ana');
      await band.getByRole('button', { name: 'Add a seat' }).click();
      await expect(band.getByLabel('Given name')).toHaveCount(3);
      await band.getByRole('button', { name: 'Remove seat 3' }).click();
      await expect(band.getByLabel('Given name')).toHaveCount(2);
      await band.getByLabel('More seats to be named later').fill('1');
      if (javaScriptEnabled) {
        await expect(band.getByText('3 seats will be confirmed at once.')).toBeVisible();
      }

      // Meanwhile Pănet takes two; pressing twice asks for them once.
      const panet = await as('primar.panet');
      await panet.goto(`${training}/registration`);
      await fillPlace(panet, 0, 'Imre', 'Kovács');
      await panet.getByLabel('More seats to be named later').fill('1');
      await panet.getByRole('button', { name: 'Register now' }).dblclick();
      await expect(message(panet)).toContainText('Registered. Confirmed: 2');
      await expect(seatsOf(panet, title)).toHaveCount(2);

      await band.getByRole('button', { name: 'Register now' }).click();
      await expect(message(band)).toContainText('Registered. Confirmed: 1. Waiting: 2, from position 1');
      await expect(seatsOf(band, title)).toHaveCount(3);
      await expect(seatsOf(band, title).filter({ hasText: 'Ion Crișan' })).toContainText('Position 1');
      await expect(seatsOf(band, title).filter({ hasText: 'To be named' })).toContainText('Position 2');

      // The open place gets a name.
      await registrationsOf(band, title).getByRole('link', { name: 'Name the person' }).click();
      await band.getByLabel('Given name', { exact: true }).fill('Éva');
      await band.getByLabel('Family name', { exact: true }).fill('Márton');
      await band.getByRole('button', { name: 'Save the name' }).click();
      await expect(message(band)).toContainText('The name is saved.');
      await expect(seatsOf(band, title).filter({ hasText: 'Éva Márton' })).toContainText('Position 2');

      // Pănet gives a seat back: Ion has it now, Éva is the first in line.
      await seatsOf(panet, title)
        .filter({ hasText: 'To be named' })
        .getByRole('link', { name: 'Cancel the seat' })
        .click();
      await panet.getByRole('button', { name: 'Cancel the seat' }).click();
      await expect(message(panet)).toContainText('The seat is cancelled. The next in line has it now.');
      await band.goto('/n/un/registrations');
      await expect(seatsOf(band, title).filter({ hasText: 'Ion Crișan' })).toContainText('Confirmed');
      await expect(seatsOf(band, title).filter({ hasText: 'Éva Márton' })).toContainText('Position 1');
      const promoted = await openMail(
        page,
        'im.band@demo.example',
        translator('ro', 'mails')('seatPromoted.subject', { title }),
      );
      await expect(promoted).toContainText('Ion Crișan');
      const cancelled = await openMail(
        page,
        'primar.panet@demo.example',
        translator('hu', 'mails')('seatCancelled.subject', { title }),
      );
      await expect(cancelled).toContainText(title);
    });
  });
}

test('a form that arrives five times asks for its places once', { tag: '@once' }, async ({ as, request }) => {
  const title = unique('Sent again');
  const training = await publishTraining(await as('coord.un'), {
    code: unique('J'),
    title,
    halfDays: [{ day: await networkDay(request, 46), halfDay: 'Morning', from: '09:00', to: '13:00' }],
  });
  const band = await as('im.band');
  await band.goto(`${training}/registration`);
  const hidden = (name: string) => band.locator(`form input[name="${name}"]`).inputValue();
  const form = {
    requestKey: await hidden('requestKey'),
    institutionId: await hidden('institutionId'),
    'places[0].givenName': 'Ana',
    'places[0].familyName': 'Moldovan',
    more: '2',
  };

  const answers = await Promise.all(
    Array.from({ length: 5 }, () => band.request.post(`${training}/registration`, { form, maxRedirects: 0 })),
  );
  await band.goto('/n/un/registrations');

  expect(answers.map((answer) => answer.status())).toEqual([302, 302, 302, 302, 302]);
  await expect(seatsOf(band, title)).toHaveCount(3);
});

test('an offered seat is accepted', { tag: '@once' }, async ({ as }) => {
  const manager = await as('im.band');
  await manager.goto('/n/un/registrations');
  await expect(manager.getByText('1 seat is offered to you')).toBeVisible();
  await manager.getByRole('link', { name: 'Answer the offer' }).first().click();
  await manager.getByRole('button', { name: 'Accept the seat' }).click();

  await expect(message(manager)).toContainText('The seat is confirmed.');
  await expect(manager.getByText('1 seat is offered to you')).toHaveCount(0);
});

async function fillPlace(page: Page, index: number, given: string, family: string): Promise<void> {
  await page.getByLabel('Given name').nth(index).fill(given);
  await page.getByLabel('Family name').nth(index).fill(family);
}

function seatsOf(page: Page, title: string): Locator {
  return registrationsOf(page, title).getByRole('listitem');
}
