import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { demoPassword } from '@tessera/core/identity/demo-logins.ts';

export { expect };

type Journey = {
  /** A page of someone who is signed in, in English, at the size of the project. */
  as: (mailbox: string) => Promise<Page>;
};

/** A test that fails when a page of it logs an error, breaks the content policy or cannot load a part. */
export const test = base.extend<Journey & { watch: (context: BrowserContext) => void }>({
  watch: async ({}, use) => {
    const problems: string[] = [];
    await use((context) => watchPages(context, problems));
    expect(problems).toEqual([]);
  },
  context: async ({ context, baseURL, watch }, use) => {
    await readEnglish(context, baseURL);
    watch(context);
    await use(context);
  },
  as: async ({ browser, baseURL, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (mailbox) => {
      const state = fileOf(mailbox, baseURL);
      const isKnown = existsSync(state);
      const context = await browser.newContext(isKnown ? { storageState: state } : {});
      contexts.push(context);
      watch(context);
      const page = await context.newPage();
      if (!isKnown) {
        await readEnglish(context, baseURL);
        await signIn(page, `${mailbox}@demo.example`);
        mkdirSync(dirname(state), { recursive: true });
        // Another worker may be doing the same; a whole file replaces a whole file.
        await context.storageState({ path: `${state}.${process.pid}` });
        renameSync(`${state}.${process.pid}`, state);
      }
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** Signs in with the form of the sign-in page. */
export async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(/\/home$/);
}

/** Fills and sends the form of the sign-in page. */
export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Something that no other test of the run has. */
export function unique(word: string): string {
  return `${word}-${crypto.randomUUID().slice(0, 8)}`;
}

/** The day of a network's clock, some days later: `2017-02-10`. */
export async function networkDay(request: APIRequestContext, days: number, network = 'un'): Promise<string> {
  const { now } = await (await request.get(`/api/networks/${network}/trainings`)).json();
  return new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
}

export type HalfDay = { day: string; halfDay: 'Morning' | 'Afternoon'; from: string; to: string };

/** What a coordinator types for a training; the rest stays as the form proposes. */
export type TrainingWords = {
  code: string;
  title: string;
  halfDays: HalfDay[];
  seats?: number;
  quota?: number;
  trainer?: string;
  threshold?: number;
};

/** Fills the form of a new training. */
export async function fillTraining(page: Page, words: TrainingWords): Promise<void> {
  const { code, title, halfDays, seats = 10, quota, trainer, threshold } = words;
  await expect(page.getByRole('heading', { level: 1, name: 'New event' })).toBeVisible();
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByLabel('Theme', { exact: true }).selectOption('Good practice');
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  for (const [index, halfDay] of halfDays.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add a half-day' }).click();
    await fillHalfDay(page, index, halfDay);
  }
  await page.getByRole('spinbutton', { name: 'Seats', exact: true }).fill(String(seats));
  if (quota) await page.getByLabel('Seats for each institution').fill(String(quota));
  await page.getByLabel('Workload in hours').fill('6');
  if (threshold) await page.getByLabel('Attendance needed, in percent').fill(String(threshold));
  if (trainer) {
    const trainers = page.getByRole('group', { name: /^Trainers/ });
    await trainers.getByRole('checkbox', { name: trainer }).check();
  }
}

/** Fills one half-day of a training's form. */
export async function fillHalfDay(page: Page, index: number, halfDay: HalfDay): Promise<void> {
  await page.getByLabel('Day', { exact: true }).nth(index).fill(halfDay.day);
  await page.getByLabel('Half-day', { exact: true }).nth(index).selectOption(halfDay.halfDay);
  await page.getByLabel('From', { exact: true }).nth(index).fill(halfDay.from);
  await page.getByLabel('To', { exact: true }).nth(index).fill(halfDay.to);
}

/** A coordinator's new training, published; leaves the page at its management and answers the training's address. */
export async function publishTraining(page: Page, words: TrainingWords, network = 'un'): Promise<string> {
  await page.goto(`/n/${network}/trainings/new`);
  await fillTraining(page, words);
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await expect(message(page)).toContainText('The draft is saved.');
  await nextStep(page).getByRole('button', { name: 'Publish' }).click();
  await expect(message(page)).toContainText('The event is published.');
  return new URL(page.url()).pathname.replace(/\/manage$/, '');
}

/** The message that follows an action. */
export function message(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: 'Close message' });
}

/** What a coordinator has to do next. */
export function nextStep(page: Page): Locator {
  return page.getByRole('region', { name: 'What needs you now' });
}

/** The section of one training on the page "My registrations". */
export function registrationsOf(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title });
}

/** Waits for a mail in the demo's mailbox and opens it. */
export async function openMail(page: Page, to: string, about: string | RegExp): Promise<Locator> {
  const line = page.getByRole('row').filter({ hasText: to }).filter({ hasText: about });
  await expect
    .poll(
      async () => {
        await page.goto('/dev/mail');
        return line.count();
      },
      { message: `a mail to ${to} about ${about}`, timeout: 20_000, intervals: [200, 400, 800] },
    )
    .toBeGreaterThan(0);
  await line.first().getByRole('link').click();
  await expect(page.getByText(to).first()).toBeVisible();
  return page.getByRole('region', { name: 'Text' });
}

function readEnglish(context: BrowserContext, baseURL: string | undefined): Promise<void> {
  return context.addCookies([{ name: 'tessera_language', value: 'en', url: baseURL ?? '' }]);
}

function fileOf(mailbox: string, baseURL = ''): string {
  return join('test-results', 'signed-in', new URL(baseURL).host.replace(':', '-'), `${mailbox}.json`);
}

// What could not be loaded is judged where its kind and status are known. Routes of links are asked for ahead; without network,
// or when the page is left meanwhile, they are asked for when a link is followed.
const harmless = /^Failed to load resource|^Failed to fetch manifest patches TypeError: Failed to fetch/;

function watchPages(context: BrowserContext, problems: string[]): void {
  context.on('console', (entry) => {
    if (entry.type() === 'error' && !harmless.test(entry.text()))
      problems.push(`${entry.page()?.url()}: ${entry.text()}`);
  });
  context.on('weberror', (error) => {
    problems.push(`${error.page()?.url()}: ${error.error().message}`);
  });
  context.on('response', (response) => {
    const kind = response.request().resourceType();
    const isPage = kind === 'document' || kind === 'fetch' || kind === 'xhr';
    if (response.status() >= (isPage ? 500 : 400)) problems.push(`${response.status()} ${response.url()}`);
  });
}
