import type { Page } from '@playwright/test';
import {
  expect,
  fillHalfDay,
  message,
  networkDay,
  openMail,
  publishTraining,
  test,
  unique,
} from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a participant answers by the link of a mail, once; the coordinator sees how many, not what', async ({
      page,
      as,
      request,
    }) => {
      const title = unique('Asked');
      const email = `${unique('ana')}@journey.example`;
      const coordinator = await as('coord.un');
      const training = await publishTraining(coordinator, {
        code: unique('E'),
        title,
        halfDays: [{ day: await networkDay(request, 1), halfDay: 'Morning', from: '09:00', to: '13:00' }],
      });
      await register(coordinator, training, email);
      // It took place yesterday.
      const day = await networkDay(request, -1);
      await coordinator.goto(`${training}/edit`);
      await fillHalfDay(coordinator, 0, { day, halfDay: 'Morning', from: '09:00', to: '13:00' });
      await coordinator.getByRole('button', { name: 'Save the changes' }).click();
      await expect(message(coordinator)).toContainText('The changes are saved.');
      await coordinator.goto(`${training}/attendance`);
      await coordinator.getByRole('button', { name: 'Everyone else is present' }).click();
      await expect(message(coordinator)).toContainText('The marks are saved. Changed: 1');

      await coordinator.goto(`${training}/evaluation`);
      await coordinator.getByRole('textbox', { name: 'What came of it' }).fill('A plan was adopted.');
      await coordinator.getByRole('button', { name: 'Save' }).click();
      await expect(message(coordinator)).toContainText('What this training asks is saved.');

      // She chose no language, so the mail speaks the network's.
      const mail = await openMail(page, email, `Cum a fost? ${title}`);
      const link = mail.getByRole('link', { name: /\/questionnaires\// }).first();
      const address = (await link.getAttribute('href')) ?? '';
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('How was the training?');
      await expect(page.getByText('Your answers are anonymous')).toBeVisible();
      await expect(page.getByRole('main')).not.toContainText('Moldovan');

      // Something is missing: what was answered stays.
      await answer(page, 'How satisfied are you', '4');
      await page.getByRole('textbox', { name: /do better next time/ }).fill('Longer breaks.');
      await page.getByRole('button', { name: 'Send my answers' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expect(question(page, 'How satisfied are you').getByRole('radio', { name: /4/ })).toBeChecked();
      await expect(page.getByRole('textbox', { name: /do better next time/ })).toHaveValue('Longer breaks.');

      for (const each of ['How useful', 'How clearly', 'How well was']) await answer(page, each, '5');
      await question(page, 'How was the pace').getByRole('radio', { name: 'Right' }).check();
      await page.getByRole('button', { name: 'Send my answers' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you for your answers');
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you for your answers');

      await coordinator.reload();
      const impression = coordinator.getByRole('region', { name: 'Impression at the end' });
      await expect(impression).toContainText('1 of 1 answered');
      await expect(impression).toContainText('Shown from five answers on');
      await expect(coordinator.getByRole('main')).not.toContainText('Longer breaks.');
      await impression.getByRole('link', { name: /Close now/ }).click();
      await expect(coordinator.getByText('their answers are deleted')).toBeVisible();
      await coordinator.getByRole('button', { name: 'Close the questionnaire' }).click();
      await expect(message(coordinator)).toContainText('The questionnaire is closed.');
      await expect(impression).toContainText('their answers were deleted at the closing');
    });
  });
}

test('what people said of a training is shown to its coordinator, and over many trainings to the funder', async ({
  as,
}) => {
  const coordinator = await as('coord.un');
  await coordinator.goto('/n/un/evaluations?theme=participatory_planning');
  await expect(coordinator.getByRole('table', { name: 'By theme' })).toContainText('29 / 33 (88%)');
  await coordinator.getByRole('link', { name: 'Questions and rules' }).click();
  await expect(coordinator.getByRole('region', { name: 'Learning' })).toContainText(
    'How well do you know the topic',
  );
});

function question(page: Page, name: string) {
  return page.getByRole('group', { name: new RegExp(name) });
}

async function answer(page: Page, name: string, step: string): Promise<void> {
  await question(page, name)
    .getByRole('radio', { name: new RegExp(step) })
    .check();
}

async function register(page: Page, training: string, email: string): Promise<void> {
  await page.goto(`${training}/registration`);
  await page.getByLabel('Institution', { exact: true }).selectOption('Municipality of Band');
  await page.getByLabel('Given name').first().fill('Ana');
  await page.getByLabel('Family name').first().fill('Moldovan');
  await page.getByLabel('E-mail address').first().fill(email);
  await page.getByRole('button', { name: 'Register now' }).click();
  await expect(message(page)).toContainText('Registered. Confirmed: 1');
}
