import type { Page } from '@playwright/test';
import { expect, message, test, unique } from './support.ts';

const network = 'bg-model';
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

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

test('a team plans an initiative, it is approved and carried out, and its story is public until one of them takes it back', async ({
  page,
  as,
}) => {
  const title = unique('Bread');
  const [coordinator, leader, other] = [await as('coord.bg'), await as('l07'), await as('l08')];
  for (const each of [coordinator, leader, other]) await each.goto('/account');
  const code = unique('I').slice(0, 10);
  const { programmeId } = await call<{ programmeId: string }>(coordinator, 'mentoring.createProgramme', {
    code,
    texts: [{ language: 'bg', title: code }],
  });
  await call(coordinator, 'mentoring.moveProgramme', { programmeId, state: 'recruiting' });
  const { cohortId } = await call<{ cohortId: string }>(coordinator, 'mentoring.addCohort', {
    programmeId,
    name: 'One',
  });
  const { people } = await (await coordinator.request.get(`/n/${network}/members?q=Leader+L0`))
    .text()
    .then((html) => ({
      people: [...html.matchAll(/members\/([0-9a-f-]{36})"[^>]*>(?:<[^>]*>)*[^<]*L0([78])/g)],
    }));
  const personOf = (number: string) => people.find(([, , each]) => each === number)?.[1] ?? null;
  for (const [alias, personId] of [
    ['Birch', personOf('7')],
    ['Ash', personOf('8')],
    ['Oak', null],
  ])
    await call(coordinator, 'mentoring.addMentee', { programmeId, cohortId, alias, personId });

  // A leader begins with an idea and says what it is about.
  await leader.goto(`/n/${network}/mentoring/initiatives/new?programme=${programmeId}`);
  await expect(leader.getByRole('checkbox', { name: 'Birch' })).toBeChecked();
  await expect(async () => {
    await leader.getByLabel('Title', { exact: true }).first().fill(title);
    await expect(leader.getByLabel('Title', { exact: true }).first()).toHaveValue(title, { timeout: 500 });
  }).toPass();
  await leader
    .getByLabel(/^Question of the community/)
    .first()
    .fill('Who is alone on holidays?');
  await leader.getByLabel(/^Plan/).first().fill('We bake bread and invite the neighbours.');
  await leader.getByRole('checkbox', { name: 'Ash' }).check();
  await leader.getByRole('checkbox', { name: 'Oak' }).check();
  await leader
    .getByLabel(/^Task\b/)
    .first()
    .fill('Buy flour');
  await leader
    .getByLabel(/^Who does it/)
    .first()
    .selectOption('Ash');
  await leader
    .getByLabel(/^What for/)
    .first()
    .fill('Flour');
  await leader
    .getByLabel(/^Amount/)
    .first()
    .fill('a lot');
  await leader
    .getByLabel(/^Or another partner/)
    .first()
    .fill('The bakery');
  await leader.getByRole('button', { name: 'Save' }).click();
  await expect(leader.getByRole('alert')).toContainText('Write an amount');
  await leader
    .getByLabel(/^Amount/)
    .first()
    .fill('120.50');
  await leader.getByRole('button', { name: 'Save' }).click();
  await expect(message(leader)).toContainText('The initiative has begun.');
  await expect(leader.getByRole('heading', { level: 1 })).toHaveText(title);
  const address = new URL(leader.url()).pathname;
  await leader.getByRole('link', { name: 'Hand in the plan' }).click();
  await leader.getByRole('button', { name: 'Hand in the plan' }).click();
  await expect(message(leader)).toContainText('The plan is handed in.');

  // The coordinator approves it with a word.
  await coordinator.goto(`/n/${network}/mentoring/initiatives?state=planned`);
  await coordinator.getByRole('link', { name: title }).click();
  await coordinator.getByRole('link', { name: 'Decide on the plan' }).click();
  await expect(coordinator.getByRole('main')).toContainText('120.50');
  await coordinator.getByLabel('Comment').fill('A good idea.');
  await coordinator.getByRole('button', { name: 'Save the decision' }).click();
  await expect(message(coordinator)).toContainText('The plan is approved.');

  // It runs, a task is ticked, it comes to its end.
  await leader.goto(address);
  await expect(leader.getByRole('main')).toContainText('A good idea.');
  await leader.getByRole('link', { name: 'Start', exact: true }).click();
  await leader.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(message(leader)).toContainText('The initiative runs.');
  await leader.getByRole('button', { name: 'Mark as done: Buy flour' }).click();
  await expect(leader.getByRole('button', { name: 'Not done yet: Buy flour' })).toBeVisible();
  await leader.getByRole('link', { name: 'Complete', exact: true }).click();
  await leader.getByRole('button', { name: 'Complete', exact: true }).click();
  await expect(leader.getByRole('alert')).toContainText('Write how many people it reached');
  await leader.getByLabel('People reached').fill('60');
  await leader.getByRole('button', { name: 'Complete', exact: true }).click();
  await expect(message(leader)).toContainText('The initiative is completed.');

  // The story, with a picture that says what it shows.
  await leader.getByRole('link', { name: 'Write the story' }).click();
  await expect(leader.getByLabel('Title', { exact: true }).first()).toHaveValue(title);
  await leader
    .getByRole('textbox', { name: /^Story/ })
    .first()
    .fill('Sixty neighbours came.');
  await leader
    .getByLabel(/^Picture\b/)
    .first()
    .setInputFiles({ name: 'bread.png', mimeType: 'image/png', buffer: picture });
  await leader.getByRole('button', { name: 'Save' }).click();
  await expect(leader.getByRole('alert')).toContainText('what can be seen');
  await leader
    .getByLabel(/^What can be seen/)
    .first()
    .fill('Bread on a table');
  await leader.getByRole('button', { name: 'Save' }).click();
  await expect(message(leader)).toContainText('Now the team is asked.');
  await leader.getByRole('button', { name: 'Agree', exact: true }).click();
  await expect(message(leader)).toContainText('The consent is noted.');

  // Public only when the last one has agreed.
  await coordinator.goto(address);
  await coordinator.getByRole('button', { name: 'Agree: Oak', exact: true }).click();
  await expect(message(coordinator)).toContainText('The consent is noted.');
  await expect(coordinator.getByRole('button', { name: 'Show to everybody' })).toHaveCount(0);
  await other.goto(address);
  await other.getByRole('button', { name: 'Agree', exact: true }).click();
  await expect(message(other)).toContainText('The consent is noted.');
  await page.goto(`/n/${network}/stories`);
  await expect(page.getByText(title)).toHaveCount(0);
  await coordinator.goto(address);
  await coordinator.getByRole('button', { name: 'Show to everybody' }).click();
  await expect(message(coordinator)).toContainText('The story is public now.');
  await page.goto(`/n/${network}/stories`);
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('main')).toContainText('Sixty neighbours came.');
  await expect(page.getByRole('img', { name: 'Bread on a table' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/Birch|Ash|Oak/);

  // One of them takes it back, and it is gone.
  await other.goto(address);
  await other.getByRole('button', { name: 'Take the consent back' }).click();
  await expect(message(other)).toContainText('The story is no longer public.');
  await page.goto(`/n/${network}/stories`);
  await expect(page.getByText(title)).toHaveCount(0);
});
