import { expect, test, unique } from './support.ts';

test('an address is looked up, replaced everywhere after a look at what changes, and put back', async ({
  as,
}) => {
  const title = unique('Links');
  const oldUrl = `https://old.example.org/${title.replaceAll(' ', '-')}`;
  const page = await as('coord.soms');
  await page.goto('/n/soms/library/new');
  await expect(async () => {
    await page.getByLabel('Title', { exact: true }).first().fill(title);
    await expect(page.getByLabel('Title', { exact: true }).first()).toHaveValue(title, { timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Files and links' })).toBeVisible();

  const address = page.getByLabel('Address').first();
  await address.fill('http://169.254.169.254/latest');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/leads to a private network/).first()).toBeVisible();
  await expect(address).toHaveValue('http://169.254.169.254/latest');
  await address.fill(oldUrl);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await page.goto('/n/soms/library/links');
  await expect(page.getByText('On this server links are not looked at.')).toBeVisible();
  await page.getByRole('link', { name: 'Replace an address everywhere' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Replace an address everywhere' })).toBeVisible();
  await page.getByLabel('Old address').fill(oldUrl);
  await page.getByLabel('New address').fill(`${oldUrl}/new`);
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await expect(page.getByRole('heading', { name: 'This would change 1 resource.' })).toBeVisible();
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await page.getByRole('button', { name: 'Replace in 1 resource' }).click();
  await expect(page.getByText('The address was replaced in 1 resource.')).toBeVisible();

  await page.getByRole('button', { name: `Undo: ${oldUrl}/new` }).click();
  await expect(page.getByText('The old address is back in 1 resource.')).toBeVisible();
  await page.goto(`/n/soms/library?q=${title}`);
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('link', { name: 'Open: old.example.org' })).toHaveAttribute('href', oldUrl);
});
