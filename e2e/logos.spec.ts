import { pngOf } from '@tessera/files/picture.testing.ts';
import { expect, message, test, unique } from './support.ts';

const png = { name: 'logo.png', mimeType: 'image/png', buffer: pngOf(120, 40) };
const disguised = { ...png, buffer: Buffer.from('<html><script>alert(1)</script></html>') };
const drawing = { ...png, buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') };
const large = { ...png, buffer: Buffer.concat([png.buffer, Buffer.alloc(1_200_000)]) };

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a coordinator gives a funder its logo, and everyone sees it until it is removed', async ({
      as,
      browser,
      page,
      request,
    }) => {
      const context = await browser.newContext({
        javaScriptEnabled,
        storageState: await (await as('coord.mures')).context().storageState(),
      });
      const coordinator = await context.newPage();
      const funder = unique('European Fund');
      await coordinator.goto('/n/un-ms-2/settings/phases/new');
      await coordinator.getByLabel('Title', { exact: true }).fill(funder);
      await coordinator.getByLabel('First day').fill('2018-05-01');
      await coordinator.getByLabel('Last day').fill('2019-04-30');
      await coordinator.getByText('Funder 1', { exact: true }).click();
      await coordinator.getByLabel('Name', { exact: false }).first().fill(funder);
      const file = coordinator.getByLabel(/^Logo/).first();
      const save = coordinator.getByRole('button', { name: 'Save' });
      for (const [wrong, words] of [
        [disguised, 'This is no picture for a logo.'],
        [drawing, 'An SVG file can carry programs'],
        [large, 'This picture is larger than 500 kB.'],
      ] as const) {
        await file.setInputFiles(wrong);
        await save.click();
        await expect(coordinator.getByRole('alert')).toContainText(words);
        await expect(file).toBeVisible();
        await expect(file).toHaveAccessibleDescription(new RegExp(words));
        await expect(coordinator.getByLabel('Title', { exact: true })).toHaveValue(funder);
        await expect(coordinator.getByLabel('Name', { exact: false }).first()).toHaveValue(funder);
      }

      // A good logo stays when something else is wrong.
      await file.setInputFiles(png);
      await coordinator.getByLabel('Last day').fill('2017-01-01');
      await save.click();
      await expect(
        coordinator.getByText('The last day must not lie before the first.').first(),
      ).toBeVisible();
      await expect(coordinator.getByRole('img', { name: funder })).toBeVisible();
      await coordinator.getByLabel('Last day').fill('2019-04-30');
      await file.setInputFiles([]);
      await save.click();
      await expect(message(coordinator)).toContainText('The phase is added.');
      await expect(coordinator.getByRole('img', { name: funder })).toBeVisible();

      await page.goto('/n/un-ms-2');
      const logo = page.getByRole('region', { name: 'Funders' }).getByRole('img', { name: funder });
      await expect(logo).toBeVisible();
      expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(120);
      const address = (await logo.getAttribute('src')) ?? '';
      const { 'cache-control': kept, ...headers } = (await request.get(address)).headers();
      expect([kept, headers['content-type'], headers['x-content-type-options']]).toEqual([
        'public, max-age=31536000, immutable',
        'image/png',
        'nosniff',
      ]);
      expect((await request.get(address.replace('un-ms-2', 'un-ms-1'))).status()).toBe(404);

      await coordinator.getByRole('link', { name: `Edit: ${funder}` }).click();
      await coordinator.getByRole('checkbox', { name: 'Remove the logo' }).check();
      await save.click();
      await expect(message(coordinator)).toContainText('The phase is saved.');
      await page.reload();
      await expect(page.getByText(funder).first()).toBeVisible();
      await expect(logo).toHaveCount(0);
      expect((await request.get(address)).status()).toBe(404);

      await coordinator.getByRole('link', { name: `Edit: ${funder}` }).click();
      await coordinator.getByRole('link', { name: 'Remove the phase' }).click();
      await coordinator.getByRole('button', { name: 'Remove the phase' }).click();
      await expect(message(coordinator)).toContainText('The phase is removed.');
      await context.close();
    });
  });
}

test('what was unfolded before the scripts ran stays unfolded when its mistake is gone', async ({ as }) => {
  const coordinator = await as('coord.mures');
  let run = () => {};
  const isUnfolded = new Promise<void>((resolve) => {
    run = resolve;
  });
  await coordinator.route('**/*.js', async (route) => {
    await isUnfolded;
    await route.continue();
  });
  await coordinator.goto('/n/un-ms-2/settings/phases/new', { waitUntil: 'commit' });
  await coordinator.getByText('Funder 1', { exact: true }).click();
  const name = coordinator.getByLabel('Name', { exact: false }).first();
  await expect(name).toBeVisible();
  run();
  await coordinator.waitForLoadState('networkidle');
  const file = coordinator.getByLabel(/^Logo/).first();
  const save = coordinator.getByRole('button', { name: 'Save' });
  await file.setInputFiles(disguised);
  await save.click();
  await expect(coordinator.getByText('This is no picture for a logo.').first()).toBeVisible();
  await file.setInputFiles(png);
  await save.click();
  await expect(coordinator.getByText('This is no picture for a logo.')).toHaveCount(0);
  await expect(name).toBeVisible();
});
