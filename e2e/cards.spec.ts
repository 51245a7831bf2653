import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { wavOf } from '@tessera/files/sound.testing.ts';
import { expect, message, test, unique } from './support.ts';

const network = 'bg-model';

/** Calls a procedure as the person of a page, for what stands in no page of this journey. */
async function call<Answer>(page: Page, procedure: string, input: object): Promise<Answer> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`/api/trpc/${procedure}`, {
    data: { network, ...input },
    headers: { Origin: origin },
  });
  expect([procedure, answer.status()]).toEqual([procedure, 200]);
  return (await answer.json()).result?.data as Answer;
}

async function inPashtoDeck(page: Page, cardId: string): Promise<boolean> {
  const input = encodeURIComponent(JSON.stringify({ network, language: 'ps' }));
  const answer = await page.request.get(`/api/trpc/cards.pack?input=${input}`);
  const { cards } = (await answer.json()).result.data as { cards: { id: string }[] };
  return cards.some(({ id }) => id === cardId);
}

test('a Pashto text is edited, falls out of its deck, is verified by somebody else and is back', async ({
  as,
}) => {
  const key = unique('k').replaceAll('-', '_');
  const words = `Кога стана това? ${key}`;
  const [coordinator, translator, verifier] = [
    await as('coord.bg'),
    await as('l05'),
    await as('verifier.ps'),
  ];
  for (const page of [coordinator, translator, verifier]) await page.goto('/account');

  // The coordinator adds a card; everybody does their part.
  await coordinator.goto(`/n/${network}/cards/library/new`);
  await expect(async () => {
    await coordinator.getByLabel('Situation', { exact: true }).selectOption('Theft');
    await coordinator.getByLabel(/^Text \(Bulgarian\)/).fill(words);
    await coordinator.getByLabel('Key', { exact: true }).fill(key);
    await coordinator.getByRole('radio', { name: 'A clock' }).check();
    await expect(coordinator.getByLabel('Key', { exact: true })).toHaveValue(key, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await coordinator.getByRole('button', { name: 'Save the card' }).click();
  await expect(message(coordinator)).toContainText('The card has been added.');
  const cardId = new URL(coordinator.url()).pathname.split('/').at(-1) ?? '';
  const where = { cardId };
  await call(coordinator, 'cards.move', { ...where, move: 'accept_pictogram' });
  await call(coordinator, 'cards.move', { ...where, move: 'translate' });
  const second = await as('verifier.bg');
  await second.goto('/account');
  await call(second, 'cards.approve', { ...where, language: 'bg', version: 1 });
  await call(translator, 'cards.write', { ...where, language: 'ps', text: 'دا کله وشول؟', isReady: true });
  await call(verifier, 'cards.approve', { ...where, language: 'ps', version: 1 });
  await call(coordinator, 'cards.move', { ...where, move: 'test' });
  await coordinator.goto(`/n/${network}/cards/library/${cardId}/steps/publish`);
  await coordinator.getByRole('button', { name: 'Publish the card' }).click();
  await expect(message(coordinator)).toContainText('The card is published.');
  expect(await inPashtoDeck(coordinator, cardId)).toBe(true);

  // A translator changes a verified text, and is told what follows.
  await translator.goto(`/n/${network}/cards/library/${cardId}/texts/ps`);
  await expect(translator.getByText('In the deck', { exact: true })).toBeVisible();
  await translator.getByRole('link', { name: 'Change the text' }).click();
  await expect(translator.getByText('This text is verified')).toBeVisible();
  const field = translator.getByLabel(/^Text \(Pashto\)/);
  await expect(field).toHaveAttribute('dir', 'rtl');
  await expect(async () => {
    await field.fill('دا کله پېښ شول؟');
    await expect(field).toHaveValue('دا کله پېښ شول؟', { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await translator.getByRole('button', { name: 'Save the text' }).click();
  await expect(message(translator)).toContainText('The text is saved.');
  await expect(translator.getByText('Not in the deck')).toBeVisible();
  expect(await inPashtoDeck(coordinator, cardId)).toBe(false);

  // Somebody else who knows the language approves, and the card is back.
  await verifier.goto(`/n/${network}/cards/library/${cardId}/texts/ps`);
  await expect(async () => {
    await verifier.getByRole('radio', { name: 'The text is right' }).check();
    await expect(verifier.getByRole('radio', { name: 'The text is right' })).toBeChecked({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await verifier.getByRole('button', { name: 'Send the verdict' }).click();
  await expect(message(verifier)).toContainText('You have approved the text.');
  expect(await inPashtoDeck(coordinator, cardId)).toBe(true);
  expect((await new AxeBuilder({ page: verifier }).analyze()).violations).toEqual([]);

  await coordinator.goto(`/n/${network}/cards/library/${cardId}/steps/retire`);
  await coordinator.getByRole('button', { name: 'Retire the card' }).click();
  await expect(message(coordinator)).toContainText('The card is retired.');
});

test('without scripts a text is rejected with a reason beside the field, and the decks are there for everybody', {
  tag: '@once',
}, async ({ as, browser, baseURL, page }) => {
  const verifier = await as('verifier.ps');
  const state = await verifier.context().storageState();
  const context = await browser.newContext({ storageState: state, javaScriptEnabled: false, baseURL });
  const plain = await context.newPage();

  await plain.goto(`/n/${network}/cards/library?language=ps&textState=reviewed`);
  await plain.getByRole('link', { name: 'Не пийте тази вода.' }).click();
  await plain.getByRole('link', { name: 'Pashto' }).click();
  await plain.getByRole('radio', { name: 'The text is not right' }).check();
  await plain.getByRole('button', { name: 'Send the verdict' }).click();
  await expect(plain.getByRole('radio', { name: 'The text is not right' })).toBeChecked();
  await expect(plain.locator('#verdict-reason-error')).toBeVisible();
  await context.close();

  await page.goto(`/n/${network}/cards`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Communication cards');
  await expect(page.getByRole('link', { name: '112' })).toHaveAttribute('href', 'tel:112');
  await expect(page.getByText('Pashto')).toBeVisible();
});

test('BGM-03: a text is recorded, confirmed by another person, and heard on a device without network', {
  tag: '@once',
}, async ({ as, page, context }) => {
  const [translator, verifier] = [await as('l05'), await as('verifier.ps')];
  await translator.goto(`/n/${network}/cards/library?language=ps&q=pain_strength`);
  await translator.getByRole('link', { name: 'Колко силна е болката' }).click();
  // The list links to Pashto as well.
  await expect(translator).toHaveURL(/\/library\/[0-9a-f-]{36}$/);
  await expect(translator.getByRole('heading', { name: 'Field tests' })).toBeVisible();
  await translator.getByRole('link', { name: 'Pashto' }).click();
  await translator.getByRole('link', { name: 'Add a recording' }).click();
  const field = translator.getByLabel('Sound file');
  await field.setInputFiles({ name: 'a.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('<script>') });
  await translator.getByRole('button', { name: 'Keep the recording' }).click();
  await expect(translator.locator('#record-file-error')).toContainText('This is no recording');
  await field.setInputFiles({ name: 'a.wav', mimeType: 'audio/wav', buffer: wavOf(1) });
  await translator.getByRole('button', { name: 'Keep the recording' }).click();
  await expect(message(translator)).toContainText('The recording is kept.');
  await expect(translator.getByRole('button', { name: 'It says what stands there' })).toBeHidden();

  await verifier.goto(new URL(translator.url()).pathname);
  expect((await new AxeBuilder({ page: verifier }).analyze()).violations).toEqual([]);
  await verifier.getByRole('button', { name: 'It says what stands there' }).click();
  await expect(message(verifier)).toContainText('The recording is in the deck.');

  await page.addInitScript(() => {
    HTMLMediaElement.prototype.play = function play() {
      document.title = this.src;
      return Promise.resolve();
    };
  });
  await page.goto(`/n/${network}/cards/spot`);
  await expect(page.getByRole('button', { name: /^پښتو/ })).toContainText(/\d+ cards · \d+ kB/);
  await page.getByRole('button', { name: 'Keep on this device Pashto' }).click();
  await expect(page.getByText(/^1 language on this device/)).toBeVisible();
  await expect(page.getByText('This page opens without network now.')).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: /^پښتو/ }).click();
  await page.getByRole('button', { name: 'Health problem' }).click();
  await page.getByRole('list').getByRole('button').filter({ hasText: 'Колко силна' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Read aloud' }).click();
  await expect.poll(() => page.title()).toMatch(/^blob:/);
  await context.setOffline(false);

  await verifier.getByRole('button', { name: 'Remove the recording' }).click();
  await expect(message(verifier)).toContainText('The recording is removed.');
});

test('a language goes back into preparation, is tried by its team, and is shown again', {
  tag: '@once',
}, async ({ as, page }) => {
  const [coordinator, translator] = [await as('coord.bg'), await as('l07')];
  const levels = `/n/${network}/translations/levels`;
  const decks = `/n/${network}/cards`;
  const choose = async (level: string) => {
    await coordinator.goto(levels);
    await expect(async () => {
      await coordinator.getByLabel('Ukrainian').selectOption(level);
      await expect(coordinator.getByLabel('Ukrainian').locator(':checked')).toHaveText(level, {
        timeout: 500,
      });
    }).toPass({ timeout: 20_000 });
    await coordinator.getByRole('button', { name: 'Save' }).click();
    await expect(message(coordinator)).toContainText('The shown languages are saved.');
  };
  const ukrainian = (reader: Page) => reader.getByRole('main').getByRole('link', { name: 'Ukrainian' });

  await choose('In preparation');
  await page.goto(decks);
  await expect(page.getByRole('main').getByRole('link', { name: 'Pashto' })).toBeVisible();
  await expect(ukrainian(page)).toBeHidden();
  expect((await page.request.get(`${decks}/spot/uk`)).status()).toBe(404);
  await translator.goto(decks);
  await expect(translator.getByRole('heading', { name: 'In preparation' })).toBeVisible();
  await ukrainian(translator).click();
  await expect(translator.getByRole('heading', { level: 1, name: 'Cards in Ukrainian' })).toBeVisible();

  // Whoever comes from a sheet that was printed before is led on, though nothing can be printed now.
  await translator.goto(`${decks}/spot/uk?paper=00000000`);
  const notice = translator.getByText(/Your paper has version 00000000\..*cannot be printed now/);
  await expect(notice).toBeVisible();
  await translator.getByRole('link', { name: 'All decks in preparation' }).click();
  await expect(translator.getByRole('heading', { name: 'In preparation' })).toBeVisible();

  await coordinator.goto(levels);
  await expect(coordinator.getByText(/Verified cards: \d+ of \d+/).first()).toBeVisible();
  expect((await new AxeBuilder({ page: coordinator }).analyze()).violations).toEqual([]);
  await choose('Shown to everybody');
  await page.goto(decks);
  await expect(ukrainian(page)).toBeVisible();
});
