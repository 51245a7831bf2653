import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test, unique } from './support.ts';

const people = (mark: string) =>
  'Családnév;Utónév;E-mail-cím;Szerepkör;Saját azonosító\n' +
  `Szőke;Ilona;ilona.${mark}@demo.example;mentor;\n` +
  `Țăranu;Ștefan;;;${mark}\n` +
  `Wrong;Row;no address;mentor;\n`;

async function upload(page: Page, name: string, content: string): Promise<void> {
  await page.goto('/n/un/imports?kind=people');
  await expect(page.getByRole('radio', { name: 'People' })).toBeChecked();
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  await page.getByRole('button', { name: 'Upload the file' }).click();
}

async function importPeople(page: Page): Promise<void> {
  const mark = unique('p');
  const name = `${mark}.csv`;
  await upload(page, name, people(mark));

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByLabel('Column 1: Családnév')).toHaveValue('familyName');
  await expect(page.getByText('First entries: Szőke · Țăranu · Wrong')).toBeVisible();
  await page.getByRole('button', { name: 'Check the file' }).click();

  await expect(page.getByRole('heading', { name: 'What the import would do' })).toBeVisible({
    timeout: 20_000,
  });
  const wrong = page.getByRole('row').filter({ hasText: 'E-mail-cím' });
  await expect(wrong).toContainText('Write one e-mail address');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the wrong rows' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${mark} – Wrong.csv`);
  expect(readFileSync(await download.path(), 'utf8')).toContain(
    'Wrong;Row;no address;mentor;;E-mail address: Write one',
  );

  await page.getByRole('button', { name: 'Import now' }).click();
  await expect(page.getByText('There are wrong rows: 1.').first()).toBeVisible();
  await page.getByLabel('Import the right rows and leave the wrong ones out').check();
  await page.getByRole('button', { name: 'Import now' }).click();
  await expect(page.getByText('The file is imported', { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('New: 2, changed: 0, unchanged: 0, wrong: 1')).toBeVisible();

  await page.getByRole('link', { name: 'See the result' }).click();
  await expect(page.getByText(`ilona.${mark}@demo.example`)).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByText('This import was undone')).toBeVisible();
  await page.goto('/n/un/invitations');
  await expect(page.getByText(`ilona.${mark}@demo.example`)).toHaveCount(0);
}

test('a list of people is checked, imported without its wrong row, and undone', async ({ as }) => {
  await importPeople(await as('coord.un'));
});

test('the same without scripts', { tag: '@once' }, async ({ as, browser, baseURL, watch }) => {
  const signedIn = await as('coord.un');
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: baseURL ?? '',
    storageState: await signedIn.context().storageState(),
  });
  watch(context);
  await importPeople(await context.newPage());
  await context.close();
});

test('a file that is no table is refused beside its field', { tag: '@once' }, async ({ as }) => {
  const page = await as('coord.un');

  await upload(page, 'plan.pdf', '%PDF-1.7 nothing for us');

  await expect(page.getByText('This is not a table that can be read.').first()).toBeVisible();
  await expect(page.getByRole('radio', { name: 'People' })).toBeChecked();
});

test('members leave as a file that spreadsheets open', { tag: '@once' }, async ({ as }) => {
  const page = await as('coord.un');
  await page.goto('/n/un/members');

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV', exact: true }).click();
  const file = readFileSync(await (await downloading).path(), 'utf8');

  expect(file.startsWith('\uFEFFFamily name,Given name,E-mail address,Role,Institution,Since\r\n')).toBe(
    true,
  );
  expect(file).toContain('coord.un@demo.example,Coordinator');
});
