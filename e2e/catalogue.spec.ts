import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import { expect, test } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a visitor finds an event of any network by a mistyped word, and learns what to change when there is none', async ({
      page,
    }) => {
      await page.goto('/');
      await page.getByRole('main').getByRole('link', { name: 'See all events' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('All events');

      // On a phone the list comes before the many ways to narrow it.
      const all = page.getByRole('checkbox', { name: 'All filters' });
      const isNarrow = await all.isVisible();
      await expect(page.getByLabel('Place', { exact: true })).toBeVisible({ visible: !isNarrow });

      // Neither letter is right, and no language has this word.
      await page.getByLabel('Title, place or code').fill('propsal');
      await page.getByRole('button', { name: 'Filter' }).click();
      await expect(page).toHaveURL(/q=propsal/);
      const found = page.getByRole('link', { name: 'From idea to project proposal', exact: true });
      await expect(found).toBeVisible();
      await expect(page.getByText('Held by: United Networks').first()).toBeVisible();

      if (isNarrow) await all.check();
      await page.getByLabel('Place', { exact: true }).fill('nowhere at all');
      await page.getByRole('button', { name: 'Filter' }).click();
      await expect(page.getByText('No event fits all of this')).toBeVisible();
      await page.getByRole('link', { name: /^Any place/ }).click();
      await expect(found).toBeVisible();
      await expect(page).not.toHaveURL(/place=/);
    });

    test('a calendar shows the week and the list at the same time of the year', async ({ page }) => {
      await page.goto('/n/un/calendar?month=2026-05');
      const views = page.getByRole('navigation', { name: 'Kinds of view' });
      await views.getByRole('link', { name: 'List' }).click();
      await expect(page).toHaveURL(/view=list&month=2026-05/);
      await views.getByRole('link', { name: 'Week' }).click();
      await expect(page).toHaveURL(/view=week&day=2026-05-01/);
      await page.getByRole('link', { name: 'Next week' }).click();
      await expect(page).toHaveURL(/view=week&day=2026-05-04/);
    });
  });
}

test('a coordinator follows everything in a calendar of their own and renews its address', async ({
  as,
  request,
}) => {
  const page = await as('coord.un');
  await page.goto('/account/calendar');
  const make = page.getByRole('button', { name: 'Make my address' });
  if (await make.isVisible()) await make.click();
  const address = page.getByLabel('Address of the calendar');
  const first = await address.inputValue();
  const feed = new ICAL.Component(ICAL.parse(await (await request.get(first)).text()));
  expect(feed.getAllSubcomponents('vevent').length).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Renew the address' }).click();
  await expect(page.getByText('Your calendar has a new address.')).toBeVisible();
  await expect(address).not.toHaveValue(first);
  expect((await request.get(first)).status()).toBe(404);
});

test('a town shows the events of a network in its own site', async ({ as, page, baseURL }) => {
  const coordinator = await as('coord.un');
  await coordinator.goto('/n/un/settings/widget');
  await coordinator.getByLabel('Number of events').fill('2');
  await coordinator.getByRole('button', { name: 'Show the preview' }).click();
  await expect(coordinator).toHaveURL(/number=2/);
  // The frame speaks the language of the network, not the coordinator's.
  await expect(coordinator.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
  const code = await coordinator.getByRole('textbox', { name: 'Code for your site' }).inputValue();

  const site = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><html lang="en"><title>Town</title><main>${code}</main></html>`);
  });
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  expect(new URL(origin).origin).not.toBe(new URL(baseURL ?? '').origin);
  try {
    await page.goto(origin);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('listitem')).toHaveCount(2);
    const opening = page.waitForEvent('popup');
    await frame.getByRole('listitem').first().getByRole('link').click();
    const training = await opening;
    await expect(training).toHaveURL(/\/n\/un\/trainings\/[0-9a-f-]{36}$/);
  } finally {
    site.close();
  }
});
