import type { Page } from '@playwright/test';
import { expect, message, networkDay, openMail, publishTraining, test, unique } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a citizen registers by the public link, confirms by mail and gives the place back', async ({
      page,
      as,
      request,
    }) => {
      const title = unique('Open');
      const email = `${unique('ilka')}@journey.example`;
      const coordinator = await as('coord.un');
      const training = await published(coordinator, title, await networkDay(request, 20));
      const address = await openWays(coordinator, training, ['Anyone with the public link']);

      await ask(page, address, email);
      const mail = await openMail(page, email, `Kérjük, erősítse meg: ${title}`);
      const link = await hrefIn(mail, /\/seat-requests\//);

      // Nothing is asked for by looking.
      await page.goto(link);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirm your registration');
      await expect(page.getByRole('main')).toContainText(email);
      await coordinator.goto(`${training}/manage`);
      await expect(coordinator.getByRole('main')).not.toContainText('Novak');

      await page.getByRole('button', { name: 'Confirm and register' }).click();
      await expect(page.getByRole('main')).toContainText('Your place is confirmed.');
      await coordinator.reload();
      await expect(coordinator.getByRole('region', { name: 'Confirmed' })).toContainText('Novak');

      // The same address a second time gets the same answer, and is told only by mail.
      await ask(page, address, email);

      await page.goto(link);
      await page.getByRole('link', { name: 'See or give back my place' }).click();
      await page.getByRole('button', { name: 'Cancel the seat' }).click();
      await expect(message(page)).toContainText('cancelled');
    });

    test('the organiser decides: one is approved, one refused with a reason that the person reads', async ({
      page,
      as,
      request,
    }) => {
      const title = unique('Decided');
      const [first, second] = [`${unique('eva')}@journey.example`, `${unique('ion')}@journey.example`];
      const coordinator = await as('coord.un');
      const training = await published(coordinator, title, await networkDay(request, 21));
      const address = await openWays(
        coordinator,
        training,
        ['Anyone with the public link'],
        ['I decide on each registration'],
      );
      for (const [email, familyName] of [
        [first, 'Novak'],
        [second, 'Pop'],
      ] as const) {
        await ask(page, address, email, { language: 'en', familyName });
        const mail = await openMail(page, email, `Please confirm: ${title}`);
        await page.goto(await hrefIn(mail, /\/seat-requests\//));
        await page.getByRole('button', { name: 'Confirm and register' }).click();
        await expect(page.getByRole('main')).toContainText('The organiser decides on your registration.');
      }

      await coordinator.goto(`${training}/manage`);
      await expect(coordinator.getByText('2 registrations wait for your decision')).toBeVisible();
      await coordinator.getByRole('link', { name: 'Decide now' }).click();
      await decide(coordinator, 'Ilka Pop', 'Refuse');
      await expect(coordinator.getByRole('alert')).toContainText('Write a reason.');
      await coordinator.getByRole('textbox', { name: 'Reason' }).fill('Only for municipalities');
      await decide(coordinator, 'Ilka Pop', 'Refuse');
      await expect(message(coordinator)).toContainText('1 refused');
      await expect(async () => {
        await coordinator.getByLabel('All of this list (1)').check();
        await expect(coordinator.getByLabel('All of this list (1)')).toBeChecked();
      }).toPass();
      await coordinator.getByRole('button', { name: 'Approve' }).click();
      await expect(message(coordinator)).toContainText('1 with a place');
      await expect(coordinator.getByText('Nothing waits for your decision')).toBeVisible();

      await expect(await openMail(page, first, `Approved: ${title}`)).toContainText('The place is confirmed');
      const refused = await openMail(page, second, `Not approved: ${title}`);
      await expect(refused).toContainText('Only for municipalities');
    });
  });
}

test('pasted addresses are invited; the personal link registers once', async ({ page, as, request }) => {
  const title = unique('Invited');
  const email = `${unique('mira')}@journey.example`;
  const coordinator = await as('coord.un');
  const training = await published(coordinator, title, await networkDay(request, 22));
  await openWays(coordinator, training, ['People whom you invite']);
  await coordinator.goto(`${training}/invitations`);
  await invite(coordinator, `${email}\nnobody`);
  await expect(coordinator.getByRole('alert')).toContainText('nobody');
  await invite(coordinator, `Mira Pop <${email}>`);
  await expect(message(coordinator)).toContainText('1 invitation is on its way.');

  const mail = await openMail(page, email, `Invitație: ${title}`);
  await page.goto(await hrefIn(mail, /\/seat-invitations\//));
  await expect(page.getByLabel('Given name')).toHaveValue('Mira');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('main')).toContainText('Your place is confirmed.');
  await coordinator.reload();
  await expect(coordinator.getByRole('row').filter({ hasText: email })).toContainText('Registered');
});

function published(page: Page, title: string, day: string): Promise<string> {
  const halfDays = [{ day, halfDay: 'Morning' as const, from: '09:00', to: '13:00' }];
  return publishTraining(page, { code: unique('W'), title, halfDays });
}

async function openWays(page: Page, training: string, ways: string[], more: string[] = []): Promise<string> {
  await page.goto(`${training}/ways`);
  await expect(async () => {
    for (const label of [...ways, ...more]) {
      const box = page.getByLabel(label, { exact: true });
      await box.check();
      await expect(box).toBeChecked();
    }
  }).toPass();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(message(page)).toContainText('Saved how one registers.');
  const address = page.getByRole('region', { name: 'Public link' }).getByRole('textbox');
  return (await address.count()) > 0 ? address.inputValue() : '';
}

async function ask(
  page: Page,
  address: string,
  email: string,
  { language = 'hu', familyName = 'Novak' } = {},
): Promise<void> {
  await page.goto(address);
  await expect(async () => {
    await page.getByLabel('Given name').fill('Ilka');
    await page.getByLabel('Family name').fill(familyName);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Language of our mails').selectOption(language);
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Please look into your mailbox');
  }).toPass();
}

async function decide(page: Page, name: string, button: string): Promise<void> {
  const group = page.getByRole('group', { name: 'Who is it about?' });
  await expect(async () => {
    const box = group.getByRole('checkbox', { name });
    await box.check();
    await expect(box).toBeChecked();
  }).toPass();
  await page.getByRole('button', { name: button }).click();
}

async function invite(page: Page, people: string): Promise<void> {
  await expect(async () => {
    await page.getByRole('textbox', { name: 'Addresses' }).fill(people);
    await expect(page.getByRole('textbox', { name: 'Addresses' })).toHaveValue(people);
  }).toPass();
  await page.getByRole('button', { name: 'Send invitations' }).click();
}

async function hrefIn(mail: ReturnType<Page['getByRole']>, part: RegExp): Promise<string> {
  return (await mail.getByRole('link', { name: part }).first().getAttribute('href')) ?? '';
}
