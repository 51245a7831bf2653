import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, message, networkDay, openMail, publishTraining, test, unique } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('an event asks its own questions: built, answered with a condition, changed meanwhile, read and taken along', async ({
      page,
      as,
      request,
    }) => {
      const title = unique('Asked');
      const name = unique('Varga');
      const email = `${unique('ilka')}@journey.example`;
      const coordinator = await as('coord.un');
      const day = await networkDay(request, 23);
      const halfDays = [{ day, halfDay: 'Morning' as const, from: '09:00', to: '13:00' }];
      const training = await publishTraining(coordinator, { code: unique('Q'), title, halfDays });

      await add(coordinator, training, {
        kind: 'Yes or no',
        text: 'Will you eat with us?',
        isRequired: true,
      });
      await add(coordinator, training, {
        kind: 'One of several choices',
        text: 'What do you eat?',
        choices: 'Everything\nNo meat',
        condition: 'Only if “Will you eat with us?” is: Yes',
        isRequired: true,
      });
      await add(coordinator, training, { kind: 'Short text', text: '=Which room?' });
      const questions = coordinator.getByRole('list', { name: 'Questions' }).getByRole('listitem');
      const up = (text: string) =>
        questions
          .filter({ has: coordinator.getByRole('heading', { name: text }) })
          .getByRole('button', { name: `Up ${text}` })
          .click();
      await up('=Which room?');
      await expect(questions.nth(1)).toContainText('=Which room?');
      await up('What do you eat?');
      await expect(questions.nth(2)).toContainText('=Which room?');
      // Nothing comes before what it depends on.
      await up('What do you eat?');
      await expect(coordinator.getByRole('alert')).toContainText(
        'The condition of “What do you eat?” does not work',
      );

      // An institution names one colleague now; the form changes while it is filled in.
      const manager = await as('im.band');
      await manager.goto(`${training}/registration`);
      await expect(async () => {
        await manager.getByLabel('Given name').fill('Ana');
        await manager.getByLabel('Family name').fill(name);
        await manager.getByRole('radio', { name: 'Yes' }).check();
        await manager.getByRole('radio', { name: 'No meat' }).check();
        await expect(manager.getByLabel('Family name')).toHaveValue(name);
        await expect(manager.getByRole('radio', { name: 'No meat' })).toBeChecked();
      }).toPass();
      await coordinator.getByRole('link', { name: 'Edit What do you eat?' }).click();
      await coordinator.getByLabel('Question (English)').fill('What shall we cook for you?');
      await coordinator.getByRole('button', { name: 'Save the question' }).click();
      await expect(message(coordinator)).toContainText('The question is saved.');
      await manager.getByRole('button', { name: 'Register now' }).click();
      await expect(manager.getByRole('alert')).toContainText('This question has changed');
      await expect(manager.getByLabel('Family name')).toHaveValue(name);
      await expect(manager.getByRole('group', { name: /What shall we cook for you/ })).toBeVisible();
      await expect(manager.getByRole('radio', { name: 'No meat' })).toBeChecked();
      await manager.getByRole('button', { name: 'Register now' }).click();
      await expect(message(manager)).toContainText('Confirmed: 1');

      // By the public link; what is not asked for need not be answered.
      const address = await publicLink(coordinator, training);
      await page.goto(address);
      const food = page.getByRole('group', { name: /What shall we cook for you/ });
      if (javaScriptEnabled) await expect(food).toBeHidden();
      else await expect(page.getByText('Only if “Will you eat with us?” is: Yes')).toBeVisible();
      await expect(async () => {
        await page.getByLabel('Given name').fill('Ilka');
        await page.getByLabel('Family name').fill('Novak');
        await page.getByLabel('E-mail address').fill(email);
        await page.getByLabel('=Which room?').fill('=1+1');
        await page.getByRole('radio', { name: 'Yes', exact: true }).check();
        await expect(food).toBeVisible();
        await page.getByRole('radio', { name: 'No', exact: true }).check();
        await expect(page.getByLabel('E-mail address')).toHaveValue(email);
        if (javaScriptEnabled) await expect(food).toBeHidden();
      }).toPass();
      await page.getByRole('button', { name: 'Send me the link' }).click();
      await expect(page).toHaveURL(/\/sent$/);
      const mail = await openMail(page, email, `Please confirm: ${title}`);
      const link = mail.getByRole('link', { name: /\/seat-requests\// }).first();
      await page.goto((await link.getAttribute('href')) ?? '');
      await page.getByRole('button', { name: 'Confirm and register' }).click();
      await page.getByRole('link', { name: 'Answers to the questions' }).click();
      await expect(page.getByLabel('=Which room?')).toHaveValue('=1+1');

      await coordinator.goto(`${training}/answers`);
      const rows = coordinator.getByRole('row');
      await expect(rows.filter({ hasText: name })).toContainText('No meat');
      await expect(rows.filter({ hasText: 'Novak' })).toContainText('=1+1');
      await coordinator.getByLabel('Show only').selectOption({ label: 'No meat' });
      await coordinator.getByRole('button', { name: 'Show', exact: true }).click();
      await expect(rows.filter({ hasText: 'Novak' })).toHaveCount(0);
      await expect(rows.filter({ hasText: name })).toBeVisible();
      const [file] = await Promise.all([
        coordinator.waitForEvent('download'),
        coordinator.getByRole('link', { name: 'CSV' }).click(),
      ]);
      const csv = readFileSync(await file.path(), 'utf8');
      expect(csv).toContain('No meat');
      expect(csv).not.toMatch(/(^|[;,"\n])=/);

      await coordinator.goto(`${training}/questions`);
      await coordinator.getByRole('link', { name: 'Remove What shall we cook for you?' }).click();
      await expect(coordinator.getByRole('main')).toContainText('1 answer is deleted');
      await coordinator.getByRole('button', { name: 'Remove' }).click();
      await expect(message(coordinator)).toContainText('The question is removed.');
    });
  });
}

type Question = { kind: string; text: string; choices?: string; condition?: string; isRequired?: boolean };

async function add(page: Page, training: string, question: Question): Promise<void> {
  const { kind, text, choices, condition, isRequired } = question;
  await page.goto(`${training}/questions`);
  await page.getByRole('link', { name: 'Add a question' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New question');
  await expect(async () => {
    await page.getByLabel('Kind of answer').selectOption(kind);
    await page.getByLabel('Question (English)').fill(text);
    if (choices) await page.getByLabel('Choices (English)').fill(choices);
    if (condition) await page.getByLabel('When it is asked').selectOption(condition);
    if (isRequired) await page.getByLabel('An answer is required').check();
    await expect(page.getByLabel('Kind of answer')).toHaveValue(/./);
    await expect(page.getByLabel('Question (English)')).toHaveValue(text);
  }).toPass();
  await page.getByRole('button', { name: 'Save the question' }).click();
  await expect(message(page)).toContainText('The question is saved.');
}

async function publicLink(page: Page, training: string): Promise<string> {
  await page.goto(`${training}/ways`);
  await expect(async () => {
    const box = page.getByLabel('Anyone with the public link', { exact: true });
    await box.check();
    await expect(box).toBeChecked();
  }).toPass();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(message(page)).toContainText('Saved how one registers.');
  return page.getByRole('region', { name: 'Public link' }).getByRole('textbox').inputValue();
}
