import type { APIRequestContext, Page } from '@playwright/test';
import { languages } from '@tessera/i18n/languages.ts';
import { messages } from '@tessera/i18n/server.server.ts';
import { expect, test } from './support.ts';

// Many pages in eleven languages.
test.describe.configure({ timeout: 300_000 });

const forVisitors = [
  '/',
  '/networks',
  '/trainings',
  '/sign-in',
  '/n/un',
  '/n/un/institutions',
  '/n/bg-model/cards',
];
const forCoordinator = [
  '/home',
  '/account',
  '/n/un/trainings/new',
  '/n/un/members',
  '/n/un/settings',
  '/n/un/settings/phases',
  '/n/un/settings/messages',
  '/n/un/library',
];
const forManager = ['/home', '/n/un/registrations'];

test('COM-05: every language has the whole interface: no key, no gap, nothing wider than a phone', {
  tag: '@once',
}, async ({ page, as, request }) => {
  const training = await trainingPath(request, 'UN-T5');
  const [coordinator, manager] = [await as('coord.un'), await as('im.band')];
  for (const each of [page, coordinator, manager]) await each.setViewportSize({ width: 390, height: 800 });

  for (const language of languages) {
    await walk(page, language, [...forVisitors, training]);
    await walk(coordinator, language, [...forCoordinator, `${training}/manage`]);
    await walk(manager, language, [...forManager, `${training}/register`]);
  }
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts @once' : 'without scripts @once', () => {
    test.use({ javaScriptEnabled });

    test('COM-05: switching the language keeps the page and what was asked of it', async ({ page }) => {
      await page.goto('/n/un/trainings?when=all&q=risk');
      for (const language of ['fi', 'hr', 'it', 'pl', 'pt'] as const) {
        const choice = page.locator(`button[lang=${language}]`);
        await page.locator('header details').filter({ has: choice }).locator('summary').click();
        await choice.click();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page).toHaveURL(/\/n\/un\/trainings\?when=all&q=risk$/);
        await expect(page.getByRole('searchbox')).toHaveValue('risk');
      }
      await page.goto('/networks');
      await expect(page.locator('html')).toHaveAttribute('lang', 'pt');
    });

    test('a visitor who goes to a network reads it in its language, and the platform in that of the browser', async ({
      browser,
      baseURL,
      watch,
    }) => {
      const context = await browser.newContext({ baseURL, javaScriptEnabled, locale: 'de-DE' });
      watch(context);
      const page = await context.newPage();
      const html = page.locator('html');
      const heading = page.getByRole('heading', { level: 1 });
      await page.goto('/networks');
      await expect(html).toHaveAttribute('lang', 'de');
      const platform = (await heading.textContent()) ?? '';

      await page.getByRole('main').locator('a[href="/n/un"]').first().click();
      await expect(page).toHaveURL(/\/n\/un$/);
      await expect(html).toHaveAttribute('lang', 'ro');
      await page.getByRole('contentinfo').locator('a[href="/networks"]').click();
      await expect(heading).toHaveText(platform);
      await expect(html).toHaveAttribute('lang', 'de');
      await page.goBack();
      await expect(page).toHaveURL(/\/n\/un$/);
      await expect(html).toHaveAttribute('lang', 'ro');
      await context.close();
    });
  });
}

test('pages hold words that are longer by two fifths and wear marks', { tag: '@once' }, async ({
  browser,
  baseURL,
  as,
  request,
}) => {
  const training = await trainingPath(request, 'UN-T5');
  const signedIn = await (await as('coord.un')).context().storageState();
  // Without scripts nothing puts the words back.
  const still = { baseURL, javaScriptEnabled: false };
  const visitor = await browser.newContext(still);
  const coordinator = await browser.newContext({ ...still, storageState: signedIn });
  for (const [context, addresses] of [
    [visitor, [...forVisitors, training]],
    [coordinator, [...forCoordinator, `${training}/manage`]],
  ] as const) {
    const each = await context.newPage();
    for (const width of [390, 1440]) {
      await each.setViewportSize({ width, height: 900 });
      for (const address of addresses) {
        await each.goto(address);
        await expect(each.getByRole('heading', { level: 1 })).toBeVisible();
        await lengthen(each);
        expect.soft(await tooWide(each), `${address} at ${width}`).toEqual([]);
      }
    }
    await context.close();
  }
});

async function walk(page: Page, language: string, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const what = `${address} in ${language}`;
    await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
    await expect.soft(page.locator('html'), what).toHaveAttribute('lang', language);
    // biome-ignore lint/performance/useDomNodeTextContent: words stand apart as a person sees them
    const text = await page.evaluate(() => document.body.innerText);
    expect.soft(text.match(keys) ?? [], what).toEqual([]);
    expect.soft(text, what).not.toMatch(/undefined|\bNaN\b|\[object |\{\{|\}\}/);
    expect
      .soft(await page.evaluate(() => document.documentElement.scrollWidth), what)
      .toBeLessThanOrEqual(390);
  }
}

// `seats.meter.full` or `seats:meter.full`; an address on the page has a slash or an at-sign before it.
const keys = new RegExp(
  `(?<![\\w/@.-])(${Object.keys(messages.en).join('|')})[.:][a-z][A-Za-z]+(\\.[A-Za-z_]+)*`,
  'g',
);

/** Every word of the page as a longer language would have it. */
async function lengthen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const marks: Record<string, string> = {
      a: 'á',
      e: 'ë',
      i: 'ï',
      o: 'ő',
      u: 'ů',
      A: 'Å',
      E: 'É',
      O: 'Ő',
      s: 'š',
      c: 'č',
    };
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      if (['SCRIPT', 'STYLE'].includes(node.parentElement?.tagName ?? '')) continue;
      node.textContent = (node.textContent ?? '').replace(/\p{L}{3,}/gu, (word) => {
        const longer = word + word.slice(0, Math.ceil(word.length * 0.4));
        return longer.replace(/[aeiouAEOsc]/g, (letter) => marks[letter] ?? letter);
      });
    }
  });
}

/** What sticks out of the page, or is cut off inside a button, link or heading. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isPage = document.documentElement.scrollWidth <= document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll<HTMLElement>('button, a, h1, h2, label, legend, th')].filter(
      (element) => {
        const { overflowX, textOverflow } = getComputedStyle(element);
        return (
          overflowX !== 'visible' &&
          textOverflow !== 'ellipsis' &&
          element.clientWidth > 1 &&
          element.scrollWidth > element.clientWidth + 1
        );
      },
    );
    return [
      ...(isPage ? [] : ['the page']),
      ...cut.map(({ tagName, textContent }) => `${tagName} ${textContent?.slice(0, 40)}`),
    ];
  });
}

async function trainingPath(request: APIRequestContext, code: string): Promise<string> {
  const answer = await request.get(`/api/networks/un/trainings?when=all&q=${code}`);
  const { trainings } = (await answer.json()) as { trainings: { id: string; code: string }[] };
  return `/n/un/trainings/${trainings.find((training) => training.code === code)?.id}`;
}
