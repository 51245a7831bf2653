import type { Page } from '@playwright/test';
import { expect, test, unique } from './support.ts';

/** Fills fields once the page holds what is typed. */
async function type(page: Page, words: Record<string, string>) {
  await expect(async () => {
    for (const [label, value] of Object.entries(words)) await page.getByLabel(label).first().fill(value);
    for (const [label, value] of Object.entries(words))
      await expect(page.getByLabel(label).first()).toHaveValue(value, { timeout: 500 });
  }).toPass();
}

/** Begins a resource in Romanian and comes to its translation into English. */
async function begin(page: Page, title: string) {
  await page.goto('/n/un/library/new');
  await type(page, { Title: title });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Files and links' })).toBeVisible();
  await page.goto(`/n/un/translations?q=${title}&language=en`);
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Translate into English' })).toBeVisible();
}

const badge = (page: Page, state: string) => page.getByRole('main').getByText(state, { exact: true }).first();

test('a text is translated side by side, falls behind with a change of its source, and is brought up to date', async ({
  as,
}) => {
  const page = await as('coord.un');
  const title = unique('Ghid');
  await begin(page, title);
  await expect(badge(page, 'Missing')).toBeVisible();
  const editor = page.url();

  await type(page, { 'Title in English': 'A guide' });
  await page.getByLabel('Draft: nobody sees it yet').check();
  await page.getByRole('button', { name: 'Save the translation' }).click();
  await expect(page.getByText('The draft is saved.')).toBeVisible();
  await expect(badge(page, 'In translation')).toBeVisible();

  await page.getByLabel('Finished: readers see it').check();
  await page.getByRole('button', { name: 'Save the translation' }).click();
  await expect(page.getByText('The translation is saved.')).toBeVisible();
  await expect(badge(page, 'Current')).toBeVisible();

  await page.getByRole('main').getByRole('link', { name: 'Hungarian' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Translate into Hungarian');
  await expect(page.getByLabel('Title in Hungarian')).toHaveValue('');

  const [, id] = /resource\/([0-9a-f-]{36})/.exec(editor) ?? [];
  await page.goto(`/n/un/library/${id}/edit`);
  await type(page, { Title: `${title} nou` });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The resource has been saved.')).toBeVisible();

  await page.goto(`/n/un/translations?q=${title}&state=outdated`);
  await page.getByRole('link', { name: 'A guide' }).click();
  await expect(page.getByText('The source text has changed since this was translated')).toBeVisible();
  await expect(page.locator('ins')).toHaveText('nou');
  await type(page, { 'Title in English': 'A new guide' });
  await page.getByRole('button', { name: 'Save the translation' }).click();
  await expect(badge(page, 'Current')).toBeVisible();
});

test('who saves after somebody else is told, and what was typed is still there', { tag: '@once' }, async ({
  as,
}) => {
  const [one, other] = [await as('coord.un'), await as('coord.un')];
  await begin(one, unique('Fișă'));
  await other.goto(one.url());
  await type(other, { 'Title in English': 'Written second' });
  await type(one, { 'Title in English': 'Written first' });
  await one.getByRole('button', { name: 'Save the translation' }).click();
  await expect(one.getByText('The translation is saved.')).toBeVisible();

  await other.getByRole('button', { name: 'Save the translation' }).click();
  await expect(other.getByText(/Somebody else has changed this text meanwhile/).first()).toBeVisible();
  await expect(other.getByLabel('Title in English')).toHaveValue('Written second');
  await expect(other.getByText('Saved meanwhile: Written first')).toBeVisible();
  await other.getByRole('button', { name: 'Save the translation' }).click();
  await expect(other.getByText('The translation is saved.')).toBeVisible();
});

test('languages that would be translated in a circle are refused at the field', { tag: '@once' }, async ({
  as,
}) => {
  const page = await as('coord.un');
  await page.goto('/n/un/translations');
  await page.getByRole('link', { name: 'Source languages' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Source languages' })).toBeVisible();
  await expect(async () => {
    await page.getByLabel('Romanian is translated from').selectOption('hu');
    await page.getByLabel('Hungarian is translated from').selectOption('ro');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/translated from each other in a circle/).first()).toBeVisible({
      timeout: 3000,
    });
  }).toPass();
  await expect(page.getByLabel('Romanian is translated from')).toHaveValue('hu');
});

for (const javaScriptEnabled of [true, false])
  test.describe(
    javaScriptEnabled ? 'a form that stays open' : 'a form that stays open, without scripts',
    () => {
      test.use({ javaScriptEnabled });

      test('leaves what an editor publishes meanwhile, and is told of a text that both have changed', {
        tag: '@once',
      }, async ({ as }) => {
        const [form, editor] = [await as('coord.un'), await as('coord.un')];
        const title = unique('Formular');
        await begin(editor, title);
        const [, id] = /resource\/([0-9a-f-]{36})/.exec(editor.url()) ?? [];
        const publish = async (words: string) => {
          await editor.reload();
          await type(editor, { 'Title in English': words });
          await editor.getByRole('button', { name: 'Save the translation' }).click();
          await expect(editor.getByText('The translation is saved.')).toBeVisible();
        };
        const save = () => form.getByRole('button', { name: 'Save' }).click();
        const english = form.locator('details').filter({ has: form.getByText('In English') });

        await form.goto(`/n/un/library/${id}/edit`);
        await publish('A form');
        await type(form, { Title: `${title} nou` });
        await save();
        await expect(form.getByText('The resource has been saved.')).toBeVisible();
        await form.goto(`/n/un/library/${id}/edit`);
        await expect(english.getByLabel('Title')).toHaveValue('A form');

        await publish('The form');
        await expect(async () => {
          await english.getByLabel('Title').fill('Our form');
          await expect(english.getByLabel('Title')).toHaveValue('Our form', { timeout: 500 });
        }).toPass();
        await save();
        await expect(form.getByText(/Somebody else has changed this text meanwhile/).first()).toBeVisible();
        await expect(english.getByText('Saved by somebody else meanwhile')).toBeVisible();
        await expect(english.getByText('The form', { exact: true })).toBeVisible();
        await expect(english.getByLabel('Title')).toHaveValue('Our form');

        await save();
        await expect(form.getByText('The resource has been saved.')).toBeVisible();
        await form.goto(`/n/un/library/${id}/edit`);
        await expect(english.getByLabel('Title')).toHaveValue('Our form');
      });
    },
  );
