import { readFileSync } from 'node:fs';
import { expect, test, unique } from './support.ts';

test('a text goes out as XLIFF, comes back translated, is shown first and then taken over', {
  tag: '@once',
}, async ({ as }) => {
  const page = await as('coord.un');
  const title = unique('Ghid');
  await page.goto('/n/un/library/new');
  await expect(async () => {
    await page.getByLabel('Title', { exact: true }).first().fill(title);
    await expect(page.getByLabel('Title', { exact: true }).first()).toHaveValue(title, { timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Files and links' })).toBeVisible();

  await page.goto('/n/un/translations/files');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download XLIFF From Romanian into English' }).click();
  const xml = readFileSync(await (await coming).path(), 'utf8');
  const [head = '', ...files] = xml.split('  <file ');
  const own = files.find((each) => each.includes(title)) ?? '';
  const translated = own
    .slice(0, own.indexOf('</file>'))
    .replace('state="initial"', 'state="translated"')
    .replace('</source>', `</source><target>Guide ${title} &amp; more</target>`);
  const back = { name: 'back.xlf', mimeType: 'application/xliff+xml', buffer: Buffer.from('nothing') };

  await page.getByLabel('XLIFF file').setInputFiles(back);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByText('something is wrong in line 1').first()).toBeVisible();

  const buffer = Buffer.from(`${head}  <file ${translated}</file></xliff>`);
  await page.getByLabel('XLIFF file').setInputFiles({ ...back, buffer });
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Check before taking over' })).toBeVisible();
  await expect(page.getByRole('row', { name: title }).getByText('Is taken over')).toBeVisible();
  const checked = page.url();
  await page.getByRole('button', { name: 'Take over 1 text' }).click();
  await expect(page.getByText('1 text is taken over.')).toBeVisible();

  await page.goto(checked);
  await expect(page.getByText('Nothing to take over')).toBeVisible();
  await expect(
    page.getByRole('row', { name: `Guide ${title} & more` }).getByText('Nothing new'),
  ).toBeVisible();
});
