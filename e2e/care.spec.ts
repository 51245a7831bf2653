import type { Page } from '@playwright/test';
import { expect, message, openMail, signIn, test, unique } from './support.ts';

const network = 'bg-model';
const mentorName = 'Камелия Шопова';

/** One procedure, as the signed-in person of the page. */
async function call<Answer>(page: Page, name: string, input: object, kind: 'get' | 'post' = 'post') {
  const data = { network, ...input };
  const url = `/api/trpc/${name}`;
  const answer =
    kind === 'get'
      ? await page.request.get(url, { params: { input: JSON.stringify(data) } })
      : await page.request.post(url, { data });
  const body = await answer.json();
  return body.result?.data as Answer | undefined;
}

/** Somebody other than the coordinator reads concerns. */
async function nameLead(coordinator: Page): Promise<void> {
  type People = { people: { personId: string; email?: string; familyName: string }[] };
  const found = await call<People>(coordinator, 'members.list', { q: 'trainer2.bg' }, 'get');
  const personId = found?.people[0]?.personId ?? '';
  const person = await call<{ roles: { id: string }[] }>(coordinator, 'members.person', { personId }, 'get');
  await call(coordinator, 'members.grantCapability', {
    assignmentId: person?.roles[0]?.id,
    capability: 'safeguarding_lead',
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('in danger the numbers come first; the concern is the lead’s alone, and has a clock', async ({
      page,
      as,
    }) => {
      const coordinator = await as('coord.bg');
      await nameLead(coordinator);
      await signIn(page, 'mentor.k@demo.example');
      await page.goto(`/n/${network}/mentoring/concerns`);
      await page.getByRole('link', { name: 'Raise a concern' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Raise a concern');

      // Whom to call stands before anything that is to be written, and a telephone dials it.
      const first = page.getByRole('link', { name: /Call 112/ });
      await expect(first).toHaveAttribute('href', 'tel:112');
      const send = page.getByRole('button', { name: 'Send to the safeguarding lead' });
      const [above, below] = [await first.boundingBox(), await send.boundingBox()];
      expect(above?.y).toBeLessThan(below?.y ?? 0);

      const words = unique('Seen at the station');
      await expect(async () => {
        await page.getByLabel('What you saw or heard').fill(words);
        await send.click();
        await expect(page.getByRole('alert')).toContainText('What it is about', { timeout: 5000 });
      }).toPass();
      await expect(page.getByLabel('What you saw or heard')).toHaveValue(words);
      await page.getByLabel('Somebody is in immediate danger').check();
      await page.getByLabel('What it is about').selectOption('Violence or threats');
      await page.getByLabel('Whom it is about').fill('L99');
      await send.click();
      await expect(message(page)).toContainText('Your concern has arrived.');
      await expect(page.getByRole('main')).toContainText('Arrived, not read yet');
      await expect(page.getByRole('main')).not.toContainText(words);
      await expect(page.getByRole('link', { name: /Call 112/ })).toBeVisible();
      const concern = new URL(page.url()).pathname;

      expect((await coordinator.goto(concern))?.status()).toBe(404);
      await coordinator.goto(`/n/${network}/mentoring/concerns`);
      await expect(coordinator.getByRole('main')).toContainText('Figures for the coordination');
      await expect(coordinator.getByRole('main')).not.toContainText('Immediate danger');

      const lead = await as('trainer2.bg');
      const mail = await openMail(lead, 'trainer2.bg@demo.example', 'Сигнал за безопасност Ви чака');
      await expect(mail).not.toContainText('L99');
      await lead.goto(`/n/${network}/mentoring/concerns`);
      const row = lead.getByRole('row').filter({ has: lead.locator(`a[href="${concern}"]`) });
      await expect(row).toContainText('Immediate danger');
      await expect(row).toContainText('Arrived, not read yet');
      await row.getByRole('link').click();
      await expect(lead.getByRole('heading', { level: 1 })).toHaveText('A safety concern');
      await expect(lead.getByRole('main')).toContainText('To be looked at by');
      await expect(lead.getByRole('main')).toContainText(words);
      await expect(lead.getByRole('main')).toContainText('Violence or threats · L99');
      await expect(async () => {
        await lead.getByLabel('What you decided or did').fill('Called the police.');
        await lead.getByRole('button', { name: 'Save the step' }).click();
        await expect(message(lead)).toContainText('The step is saved.', { timeout: 5000 });
      }).toPass();
      await expect(lead.getByRole('main')).toContainText('Called the police.');

      await page.reload();
      await expect(page.locator('[aria-current="step"]')).toContainText('Read');
      await expect(page.getByRole('main')).not.toContainText('Called the police.');
    });
  });
}

/** A mentoring of the mentor that goes on: one of the demo, or a new one. */
async function relationOf(coordinator: Page): Promise<string> {
  const known = await knownRelation(coordinator);
  if (known) return known;
  const { programmeId } = (await call<{ programmeId: string }>(coordinator, 'mentoring.createProgramme', {
    code: unique('C'),
    texts: [{ language: 'bg', title: 'Наставници' }],
  })) ?? { programmeId: '' };
  for (const state of ['recruiting', 'matching'])
    await call(coordinator, 'mentoring.moveProgramme', { programmeId, state });
  const people = await call<{ people: { personId: string }[] }>(
    coordinator,
    'members.list',
    { q: 'mentor.k' },
    'get',
  );
  const personId = people?.people[0]?.personId;
  const { mentorId } = (await call<{ mentorId: string }>(coordinator, 'mentoring.addMentor', {
    personId,
  })) ?? {
    mentorId: '',
  };
  for (const state of ['screening', 'in_training', 'approved'])
    await call(coordinator, 'mentoring.moveMentor', { mentorId, state });
  const { menteeId } = (await call<{ menteeId: string }>(coordinator, 'mentoring.addMentee', {
    programmeId,
    alias: unique('L'),
  })) ?? { menteeId: '' };
  await call(coordinator, 'mentoring.propose', { programmeId, mentorId, menteeIds: [menteeId] });
  // Another worker may be making one at the same time: then theirs is found.
  await expect.poll(() => knownRelation(coordinator)).toBeDefined();
  return (await knownRelation(coordinator)) ?? '';
}

async function knownRelation(coordinator: Page): Promise<string | undefined> {
  type Relation = { id: string; mentor: { familyName: string } };
  const known = await call<Relation[]>(coordinator, 'care.askable', {}, 'get');
  return known?.find(({ mentor }) => mentorName.includes(mentor.familyName))?.id;
}

test('a coordinator asks without reading, and the mentor answers with a word', async ({ as }) => {
  const coordinator = await as('coord.bg');
  const mentor = await as('mentor.k');
  const relationId = await relationOf(coordinator);
  await coordinator.goto(`/n/${network}/mentoring/care`);
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Care in mentoring');
  await coordinator.getByRole('link', { name: 'Ask a mentor' }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Ask a mentor');
  await expect(async () => {
    await coordinator.getByLabel('Which mentoring').selectOption(relationId);
    await coordinator.getByRole('radio', { name: 'Please call me' }).check();
    await coordinator.getByRole('button', { name: 'Send the question' }).click();
    await expect(message(coordinator)).toContainText('The question is sent.', { timeout: 5000 });
  }).toPass();
  const mail = await openMail(mentor, 'mentor.k@demo.example', 'Координаторът Ви пита нещо');
  await mentor.goto((await mail.getByRole('link', { name: /\/mentoring\/care/ }).getAttribute('href')) ?? '');

  const question = mentor.getByRole('listitem').filter({ hasText: 'Please call me' });
  await expect(question.first()).toBeVisible();
  await question.first().getByLabel('Your answer to: Please call me').selectOption('I need help');
  await question.first().getByRole('button', { name: 'Answer' }).click();
  await expect(message(mentor)).toContainText('Your answer is sent.');
  await openMail(coordinator, 'coord.bg@demo.example', 'Ментор отговори на въпроса Ви');
  await coordinator.goto(`/n/${network}/mentoring/care`);
  await expect(
    coordinator
      .getByRole('listitem')
      .filter({ hasText: 'Please call me' })
      .filter({ hasText: 'I need help' })
      .first(),
  ).toBeVisible();
});
