import type { Page } from '@playwright/test';
import { pdfOf } from '@tessera/files/document.testing.ts';
import { expect, test, unique } from './support.ts';

const leaflet = {
  name: 'Erste Schritte.pdf',
  mimeType: 'application/pdf',
  buffer: pdfOf('erste Schritte'),
};
const drawing = {
  name: 'drawing.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
};

/** Begins a resource and comes to the page of its files. */
async function begin(page: Page, title: string) {
  await page.goto('/n/soms/library/new');
  await expect(async () => {
    await page.getByLabel('Title', { exact: true }).first().fill(title);
    await expect(page.getByLabel('Title', { exact: true }).first()).toHaveValue(title, { timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Files and links' })).toBeVisible();
}

/** Hands a resource in, reviews and publishes it. */
async function publish(page: Page) {
  for (const step of ['Submit for review', 'Mark as reviewed', 'Publish']) {
    await page.getByRole('link', { name: step, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: step })).toBeVisible();
    await page.getByRole('button', { name: step, exact: true }).click();
    await expect(page.getByText('The state has been changed.')).toBeVisible();
  }
}

test('a leaflet is uploaded, published and shared; the partner reads and downloads it until it is taken back', async ({
  as,
}) => {
  const title = unique('Leaflet');
  const [owner, partner] = [await as('coord.soms'), await as('coord.bg')];
  await begin(owner, title);
  const chooser = owner.getByLabel(/^Files/);
  await expect(async () => {
    await chooser.setInputFiles([drawing, leaflet]);
    await expect(owner.getByText(/drawing\.svg” is an SVG file/)).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(
    owner.getByText('Erste Schritte.pdf is here. It is added when you save.').first(),
  ).toBeVisible();
  await owner.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await publish(owner);

  await owner.getByRole('link', { name: 'Sharing' }).click();
  await owner.getByRole('button', { name: /^Share: .*(Haskovo|Regional|Хасково|модел)/i }).click();
  await expect(owner.getByText(/The resource is shared with/)).toBeVisible();

  await partner.goto(`/n/bg-model/library?q=${title}`);
  await expect(partner.getByText(/^Shared by/)).toBeVisible();
  await partner.getByRole('link', { name: title }).click();
  await expect(partner.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const [download] = await Promise.all([
    partner.waitForEvent('download'),
    partner.getByRole('link', { name: 'Download: Erste Schritte' }).first().click(),
  ]);
  expect(download.suggestedFilename()).toBe('Erste Schritte.pdf');
  const file = await partner
    .getByRole('link', { name: 'Download: Erste Schritte' })
    .first()
    .getAttribute('href');
  const part = await partner.request.get(file ?? '', { headers: { Range: 'bytes=5-7' } });
  expect([part.status(), await part.text()]).toEqual([206, '1.7']);
  const { etag = '', 'content-security-policy': policy } = part.headers();
  expect(policy).toContain('sandbox');
  expect((await partner.request.get(file ?? '', { headers: { 'If-None-Match': etag } })).status()).toBe(304);

  await partner.getByRole('link', { name: 'Report', exact: true }).click();
  await partner.getByLabel('In a sentence').fill('We hand it out.');
  await partner.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(partner.getByText('The owner can read your report now.')).toBeVisible();
  const address = partner.url();

  await owner.goto(`/n/soms/library?q=${title}`);
  await owner.getByRole('link', { name: title }).click();
  await expect(owner.getByText('We hand it out.')).toBeVisible();
  await owner.getByRole('link', { name: 'Archive' }).click();
  await owner.getByRole('button', { name: 'Archive' }).click();
  await expect(owner.getByText(/cannot be archived while it is shared with/)).toBeVisible();
  await owner.goBack();
  await owner.getByRole('link', { name: 'Sharing' }).click();
  await owner.getByRole('button', { name: /^End sharing/ }).click();
  await expect(owner.getByText(/no longer shared with/)).toBeVisible();

  expect((await partner.request.get(address)).status()).toBe(404);
  expect((await partner.request.get(file ?? '')).status()).toBe(404);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a file comes with its form, and what is refused is said beside it', { tag: '@once' }, async ({
    as,
  }) => {
    const title = unique('Form');
    const page = await as('coord.soms');
    await begin(page, title);
    await page.getByLabel(/^Files/).setInputFiles([drawing, leaflet]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/drawing\.svg” is an SVG file/).first()).toBeVisible();
    await expect(page.getByText('A file that was uploaded before.')).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('link', { name: 'Download: Erste Schritte' })).toBeVisible();
    await publish(page);
    await page.goto(`/n/soms/library?q=${title}`);
    await expect(page.getByRole('link', { name: title })).toBeVisible();
  });
});
