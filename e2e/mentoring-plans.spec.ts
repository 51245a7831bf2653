import { call, newMentee, newPerson, newProgramme } from './mentoring.ts';
import { expect, message, test } from './support.ts';

test('a programme gets an agreement and a plan; a relation signs the one and follows the other, and a change is offered', async ({
  as,
  page: mailbox,
  browser,
}) => {
  const coordinator = await as('coord.un');
  const mentor = await newPerson({ coordinator, mailbox, browser }, 'Mentor');
  const { programmeId, mentorId } = await newProgramme(coordinator, mentor.personId);
  const { menteeId, alias } = await newMentee(coordinator, programmeId);
  const programme = `/n/un/mentoring/programmes/${programmeId}`;

  await coordinator.goto(`${programme}/agreements/edit`);
  await expect(async () => {
    await coordinator.getByLabel('Language', { exact: true }).selectOption('en');
    for (const [part, words] of [
      ['What stays between us', 'What is said here stays here.'],
      ['Where we meet', 'In public places.'],
      ['When we can be reached', 'Until eight in the evening.'],
      ['No money', 'Nothing of the kind.'],
      ['How it ends', 'With a talk of three.'],
    ] as const)
      await coordinator.getByLabel(part).fill(words);
    await coordinator.getByRole('button', { name: 'Save the text' }).click();
    await expect(message(coordinator)).toContainText('The text is saved.', { timeout: 5000 });
  }).toPass();

  await coordinator.goto(`${programme}/plan`);
  await coordinator.getByRole('link', { name: 'Write the plan' }).click();
  await expect(async () => {
    await coordinator.getByRole('textbox', { name: /^Task 1\s*\(optional\)$/ }).fill('First talk');
    await coordinator.getByLabel('Days').first().fill('7');
    await coordinator.getByRole('button', { name: 'Save the plan' }).click();
    await expect(message(coordinator)).toContainText('The plan is saved.', { timeout: 5000 });
  }).toPass();

  const proposal = { programmeId, mentorId, menteeIds: [menteeId] };
  const { relationId } = await call<{ relationId: string }>(coordinator, 'propose', proposal);
  await call(mentor.page, 'accept', { relationId });
  await call(coordinator, 'acceptFor', { relationId, menteeId });
  await mentor.page.goto(`/n/un/mentoring/relations/${relationId}`);
  await mentor.page.getByRole('link', { name: 'Read and sign' }).click();
  await expect(mentor.page.getByRole('main')).toContainText('With a talk of three.');
  await mentor.page.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(message(mentor.page)).toContainText('You have signed.');
  await mentor.page.getByRole('link', { name: /^Note the signature/ }).click();
  await mentor.page.getByRole('button', { name: 'Note the signature' }).click();
  await expect(message(mentor.page)).toContainText('The signature is noted.');
  await expect(mentor.page.getByRole('region', { name: 'Who has signed' })).toContainText('Noted by Mira');
  await call(coordinator, 'moveRelation', { relationId, state: 'active' });

  await mentor.page.goto(`/n/un/mentoring/relations/${relationId}`);
  await mentor.page.getByRole('link', { name: 'Tasks' }).click();
  await mentor.page.getByRole('button', { name: 'Done First talk' }).click();
  await expect(mentor.page.getByText(/^Done on /)).toBeVisible();

  await coordinator.goto(`${programme}/plan/edit`);
  await expect(async () => {
    await coordinator.getByRole('textbox', { name: /^Task 2\s*\(optional\)$/ }).fill('Half-time');
    await coordinator.getByRole('button', { name: 'Save the plan' }).click();
    await expect(message(coordinator)).toContainText('The plan is saved.', { timeout: 5000 });
  }).toPass();
  await expect(coordinator.getByText(/^New: Half-time/)).toBeVisible();
  await expect(coordinator.getByText(/^Gone: First talk/)).toHaveCount(0);
  await expect(coordinator.getByRole('checkbox', { name: `Update ${alias}` })).toBeChecked();
  await coordinator.getByRole('button', { name: 'Update the chosen relations' }).click();
  await expect(message(coordinator)).toContainText('The relations follow the newest plan now.');
  await mentor.page.goto(`/n/un/mentoring/relations/${relationId}/tasks`);
  await expect(mentor.page.getByRole('button', { name: 'Done Half-time' })).toBeVisible();
});
