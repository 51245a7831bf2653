import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { CardPack } from '@tessera/core/cards/pack.ts';
import { expect, test } from './support.ts';

const spot = '/n/bg-model/cards/spot';
const packOfPashto = '**/cards/spot/ps/pack.json';
const pashto = (page: Page) => page.getByRole('button', { name: /^پښتو/ });
const card = (page: Page) => page.getByRole('dialog');

async function openKept(page: Page) {
  await page.goto(spot);
  // The button comes with the scripts, so a press is never lost.
  await page.getByRole('button', { name: 'Keep on this device Pashto' }).click();
  await expect(page.getByText(/^On this device: version/)).toBeVisible();
  await expect(page.getByText('This page opens without network now.')).toBeVisible();
}

/** The next answer about Pashto is another than the real one. */
async function answerWith(page: Page, change: (pack: CardPack) => string) {
  await page.unroute(packOfPashto);
  await page.route(packOfPashto, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ contentType: 'application/json', body: change(await answer.json()) });
  });
}

test('BGM-03: an officer without network is three taps from a card on the whole screen', async ({
  page,
  context,
}) => {
  await openKept(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  await context.setOffline(true);
  await page.goto(spot);
  await expect(page.getByText('No network. You see the cards of this device.')).toBeVisible();
  await expect(page.getByRole('link', { name: /112/ })).toHaveAttribute('href', 'tel:112');
  await pashto(page).click();
  await page.getByRole('button', { name: 'Health problem' }).click();
  await page.getByRole('list').getByRole('button').filter({ hasText: 'боли' }).first().click();

  await expect(card(page)).toBeVisible();
  const size = await card(page).boundingBox();
  expect(size).toMatchObject({ x: 0, y: 0, ...page.viewportSize() });
  const said = card(page).locator('[lang=ps]').first();
  await expect(said).toHaveAttribute('dir', 'rtl');
  await expect(card(page).getByRole('link', { name: '112' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  for (const button of await card(page).getByRole('region').getByRole('button').all()) {
    const box = await button.boundingBox();
    if (await button.evaluate((each) => each.tagName === 'BUTTON'))
      expect(box?.height).toBeGreaterThanOrEqual(56);
  }

  await card(page).getByRole('button', { name: 'Turn around' }).click();
  await expect(card(page).getByRole('region', { name: 'For the other person' })).toHaveCSS(
    'rotate',
    '180deg',
  );
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  // Nothing names what was shown.
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(spot);
  expect(
    await page.evaluate(() => JSON.stringify([history.length, { ...localStorage }, { ...sessionStorage }])),
  ).not.toMatch(/health|боли/);
  await context.setOffline(false);
});

/** Everything that the browser holds for this origin, as text. */
function heldBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const stores: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const opened = await wait(indexedDB.open(name));
      for (const store of opened.objectStoreNames) {
        const rows = () => opened.transaction(store).objectStore(store);
        const keys = await wait(rows().getAllKeys());
        const held = new TextEncoder().encode(JSON.stringify(await wait(rows().getAll())));
        stores.push([name, store, keys, [...new Uint8Array(await crypto.subtle.digest('SHA-256', held))]]);
      }
      opened.close();
    }
    const kept: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) kept.push(`${name} ${url}`);
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      document.title,
      location.href,
      [history.length, history.state],
      stores,
      kept.sort(),
    ]);
  });
}

test('what was shown, and what was answered, is nowhere afterwards', async ({ page, context }) => {
  await openKept(page);
  await context.setOffline(true);
  await page.goto(spot);
  await expect(page.getByText('No network. You see the cards of this device.')).toBeVisible();
  const before = await heldBy(page);
  const told: string[] = [];
  page.on('request', (request) => told.push(request.url()));
  page.on('console', (entry) => told.push(entry.text()));

  await pashto(page).click();
  await page.getByRole('button', { name: 'Health problem' }).click();
  const inList = (words: string) => page.getByRole('list').getByRole('button').filter({ hasText: words });
  const forPerson = card(page).getByRole('region', { name: 'For the other person' });
  const forHelper = card(page).getByRole('region', { name: 'For you' });

  // A place of the body is pointed at, and named for the officer.
  await inList('Къде Ви боли?').click();
  await forPerson.getByRole('button', { name: 'Belly', exact: true }).click();
  await expect(forHelper.getByText('Answer: Belly')).toBeVisible();
  await card(page).getByRole('button', { name: 'Close' }).click();
  // A question is answered with yes, in the words of the person, and read in those of the officer.
  await inList('Имате ли алергия').click();
  await expect(forHelper.getByText(/^Answer/)).toBeHidden();
  const yes = forPerson.getByRole('button', { name: 'Да' });
  await expect(yes.locator('[lang=ps]')).toHaveText('هو');
  await yes.click();
  await expect(yes).toHaveAttribute('aria-pressed', 'true');
  await expect(forHelper.getByText('Answer: Да')).toBeVisible();
  await card(page).getByRole('button', { name: 'Close' }).click();
  // Whoever opens the card next begins anew.
  await inList('Имате ли алергия').click();
  await expect(yes).toHaveAttribute('aria-pressed', 'false');
  await expect(forHelper.getByText(/^Answer/)).toBeHidden();
  await page.keyboard.press('Escape');

  expect(await heldBy(page)).toBe(before);
  expect(told).toEqual([]);
  // The way back leads to no card.
  await page.reload();
  await expect(pashto(page)).toBeVisible();
  await expect(card(page)).toBeHidden();
  await context.setOffline(false);
});

test('without network somebody points at all that was stolen, and the officer reads it in the own language', async ({
  page,
  context,
}) => {
  await openKept(page);
  await context.setOffline(true);
  await page.goto(spot);
  await pashto(page).click();
  await page.getByRole('button', { name: 'Theft' }).click();
  const inList = (words: string) => page.getByRole('list').getByRole('button').filter({ hasText: words });
  await inList('какво са откраднали').click();
  const forPerson = card(page).getByRole('region', { name: 'For the other person' });
  const forHelper = card(page).getByRole('region', { name: 'For you' });
  const word = (host: string) => forPerson.getByRole('button', { name: host });

  await word('Пари').click();
  await word('Телефон').click();
  await expect(forHelper.getByText('Answer: Телефон, Пари')).toBeVisible();
  await expect(word('Телефон').locator('[lang=ps]')).toHaveText('ټیلیفون');
  await expect(word('Телефон').locator('[lang=ps]')).toHaveAttribute('dir', 'rtl');
  // Something else is the last of them, and each is large enough for a thumb.
  await expect(forPerson.getByRole('group').getByRole('button').last()).toContainText('Нещо друго');
  for (const button of await forPerson.getByRole('group').getByRole('button').all())
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(88);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // A second tap takes it back.
  await word('Пари').click();
  await expect(forHelper.getByText('Answer: Телефон', { exact: true })).toBeVisible();
  // The next card begins without an answer.
  await card(page).getByRole('button', { name: 'Next card' }).click();
  await expect(forHelper.getByText(/^Answer/)).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Back' }).click();

  await page.getByRole('button', { name: 'General' }).click();
  await inList('Какъв език').click();
  await forPerson.getByRole('button', { name: 'کوردیی ناوەندی' }).click();
  await expect(forHelper.getByText(/^Answer: \S/)).toBeVisible();
  await context.setOffline(false);
});

test('a new version takes the place of the old one only when it is whole, and says what was withdrawn', {
  tag: '@once',
}, async ({ page }) => {
  await openKept(page);
  const kept = page.getByText(/^On this device: version/);
  const before = await kept.textContent();
  // Another journey may have a card in the deck for a while.
  const count = Number((await pashto(page).textContent())?.match(/(\d+) cards/)?.[1]);
  const refresh = page.getByRole('button', { name: 'Look for a new version Pashto' });

  await answerWith(page, (pack) => JSON.stringify({ ...pack, version: 'halfhalf' }).slice(0, 4000));
  await refresh.click();
  await expect(page.getByText('The new version did not arrive whole. The earlier one stays.')).toBeVisible();
  await expect(kept).toHaveText(before ?? '');
  await expect(pashto(page)).toContainText(`${count} cards`);

  // The pack itself is counted: another journey may have put a card into the deck meanwhile, or taken one out.
  let left = 0;
  await answerWith(page, (pack) => {
    const gone = pack.cards.slice(0, 3);
    left = pack.cards.length - gone.length;
    return JSON.stringify({
      ...pack,
      version: 'newnewnew',
      cards: pack.cards.slice(3),
      withdrawn: gone.map(({ id }) => ({ id, at: '2026-11-02T10:00:00.000Z' })),
    });
  });
  await refresh.click();
  await expect(page.getByText('3 cards were withdrawn on 2 November 2026.')).toBeVisible();
  await expect(kept).toContainText('version newnewne');
  await expect(pashto(page)).toContainText(`${left} cards`);
  await page.getByRole('button', { name: 'Understood' }).click();
  await expect(page.getByText('3 cards were withdrawn')).toBeHidden();

  await answerWith(page, (pack) =>
    JSON.stringify({ ...pack, numbers: [...pack.numbers, { number: '0800 20 100', label: 'Линия' }] }),
  );
  await refresh.click();
  await expect(page.getByText('The cards on this device are up to date.')).toBeVisible();
  await pashto(page).click();
  await expect(page.getByRole('link', { name: /0800 20 100/ })).toHaveAttribute('href', 'tel:080020100');
  await page.getByRole('button', { name: 'Other language' }).click();

  await answerWith(page, (pack) => JSON.stringify({ ...pack, cards: [] }));
  await refresh.click();
  await expect(page.getByText(/offers no cards in this language any more/)).toBeVisible();
  await expect(pashto(page)).toContainText(/\d+ cards/);
  await page.unroute(packOfPashto);
  await page.route(packOfPashto, (route) => route.fulfill({ status: 404 }));
  await refresh.click();
  await expect(page.getByText(/offers no cards in this language any more/)).toBeVisible();
  await expect(pashto(page)).toContainText(/\d+ cards/);
  await page.getByRole('button', { name: 'Remove Pashto' }).click();
  await expect(kept).toBeHidden();
});

test('without scripts every language has a page, and its cards are printed', { tag: '@once' }, async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en' });
  const page = await context.newPage();
  await page.goto(`${baseURL}${spot}?lang=en`);
  await page.getByRole('link', { name: /^پښتو/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cards in Pashto' })).toBeVisible();
  expect(await page.getByRole('main').locator('li > div > [lang=ps]').count()).toBeGreaterThanOrEqual(54);
  await page.getByRole('link', { name: 'Print cards' }).click();
  await page.getByLabel('Pocket fold').check();
  const paper = await page.request.get(
    `${baseURL}/n/bg-model/cards/print.pdf?language=ps&format=fold&situation=birth`,
  );
  expect(paper.headers()['content-type']).toBe('application/pdf');
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.goto(`${baseURL}${spot}/ps?lang=en&paper=00000000`);
  await expect(
    page.getByText('Your paper has version 00000000. Please print the cards again.'),
  ).toBeVisible();
  await context.close();
});
