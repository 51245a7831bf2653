import type { APIRequestContext, Page } from '@playwright/test';
import { expect, message, networkDay, test, unique } from './support.ts';

const root = '/n/bg-model/mentoring';

/** Records the first proof that the page of a mentor names as missing or lapsed, and comes back. */
async function record(page: Page, issuedOn: string): Promise<void> {
  const mentor = page.url();
  await page
    .getByRole('link', { name: /^Record the proof: / })
    .first()
    .click();
  await expect(page.getByLabel('Issued on')).toBeVisible();
  await expect(async () => {
    await page.getByLabel('Issued on').fill(issuedOn);
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await expect(message(page)).toContainText('The prerequisite is recorded.', { timeout: 5000 });
  }).toPass();
  await page.goto(mentor);
}

/** Gives the role of a mentor from the mentor's page, and comes back. */
async function giveRole(page: Page): Promise<void> {
  const mentor = page.url();
  await page.getByRole('link', { name: 'Give the role', exact: true }).click();
  await expect(async () => {
    await page.getByRole('radio', { name: /^Mentor/ }).check();
    await page.getByRole('button', { name: 'Give the role', exact: true }).click();
    await expect(message(page)).toContainText('The role is given.', { timeout: 5000 });
  }).toPass();
  await page.goto(mentor);
}

/** Puts the first member forward who is no mentor yet, with a record check of long ago; answers the name. */
async function approveMentor(page: Page, request: APIRequestContext, town: string): Promise<string> {
  const [long, lately] = [
    await networkDay(request, -1500, 'bg-model'),
    await networkDay(request, -10, 'bg-model'),
  ];
  await page.goto(`${root}/people/mentors/new`);
  await expect(async () => {
    await page.getByLabel('Person', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('checkbox', { name: 'Bulgarian' }).check();
    await page.getByRole('checkbox', { name: 'Work', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Monday, evening' }).check();
    await page.getByLabel('Place').fill(town);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(message(page)).toContainText('The mentor is put forward.', { timeout: 5000 });
  }).toPass();
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await expect(page.getByRole('main')).toContainText('Cannot be matched now');
  await press(page, 'Begin the check', 'The state is changed.');
  await press(page, 'Begin the training', 'The state is changed.');
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();

  // A proof of long ago has lapsed; the page says so, and how to put it right.
  await record(page, long);
  await expect(page.getByRole('main')).toContainText('No longer valid:');
  const missing = page.getByRole('link', { name: /^Record the proof: / });
  for (let left = 3; left > 0 && (await missing.count()) > 0; left--) await record(page, lately);
  await giveRole(page);
  await expect(page.getByText('Everything that the network asks of mentors is there.')).toBeVisible();
  await press(page, 'Approve', 'The state is changed.');
  return name.trim();
}

async function press(page: Page, button: string, says: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(message(page)).toContainText(says);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a coordinator designs a programme, takes people in and brings two of them together', async ({
      as,
      request,
    }) => {
      const page = await as('coord.bg');
      const [title, alias, town] = [unique('Programme'), unique('heron'), unique('Town')];

      await page.goto(`${root}/programmes`);
      await page.getByRole('link', { name: 'Design a programme' }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Design a programme');
      await expect(async () => {
        await page.getByLabel('Title').first().fill(title);
        await page.getByLabel('Short code').fill(title.slice(-8));
        await page.getByRole('button', { name: 'Save' }).click();
        await expect(message(page)).toContainText('The programme is designed.', { timeout: 5000 });
      }).toPass();
      const programme = page.url();
      await press(page, 'Look for people', 'The programme is moved on.');
      await page.getByRole('link', { name: 'New group' }).click();
      await page.getByLabel('Name of the group').fill('First group');
      await press(page, 'Add the group', 'The group is added.');
      await expect(page.getByRole('main')).toContainText('First group');

      const name = await approveMentor(page, request, town);

      await page.goto(`${root}/people/mentees/new`);
      await page.getByLabel('Programme and group').selectOption({ label: `${title} · First group` });
      await page.getByLabel('Alias', { exact: true }).fill('Maria Petrova');
      await page.getByRole('checkbox', { name: 'Bulgarian' }).check();
      await page.getByRole('checkbox', { name: 'Work', exact: true }).check();
      await page.getByLabel('Place').fill(town);
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('alert')).toContainText('reads like the name of a person');
      await page.getByLabel('Alias', { exact: true }).fill(alias);
      await press(page, 'Save', 'The mentee is added.');
      const mentee = page.url();

      await page.goto(programme);
      await press(page, 'Begin the matching', 'The programme is moved on.');
      await page.goto(`${root}/matching`);
      await page.getByRole('link', { name: `Find a mentor: ${alias}` }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(alias);
      const best = page.getByRole('region', { name: 'Who fits' }).getByRole('listitem').first();
      await expect(best).toContainText(name);
      await expect(best).toContainText('Shared language: Bulgarian');
      await expect(best).toContainText(`Same place: ${town}`);
      await press(page, `Propose: ${name}`, 'Both sides are asked.');

      await press(page, 'Accept for them', 'The yes is noted.');
      await page.goto(`${root}?state=proposed`);
      await page.getByRole('row').filter({ hasText: alias }).getByRole('link', { name }).click();
      await expect(page.getByRole('main')).toContainText('Is asked');
      await page.getByText('End early', { exact: true }).click();
      await press(page, 'End it now', 'The state of the relation is changed.');
      await expect(page.getByRole('main')).toContainText('This relation has ended');
      await page.goto(mentee);
      await expect(page.getByRole('link', { name: 'Find a mentor' })).toBeVisible();
    });
  });
}

test('somebody is asked into a group that already meets, and its mentor reads which', async ({ as }) => {
  const page = await as('coord.bg');
  const alias = unique('wren');
  await page.goto(`${root}/people/mentees/new`);
  const programmes = page.getByLabel('Programme and group');
  const running = programmes.locator('option', { hasText: 'Community leaders' }).first();
  await programmes.selectOption((await running.getAttribute('value')) ?? '');
  await page.getByLabel('Alias', { exact: true }).fill(alias);
  await page.getByRole('checkbox', { name: 'Bulgarian' }).check();
  await press(page, 'Save', 'The mentee is added.');
  const mentee = page.url();
  await page.getByRole('link', { name: 'Find a mentor' }).click();
  const own = page.getByRole('listitem').filter({ hasText: 'Камелия Шопова' });
  const group = own.getByRole('button', { name: /^Ask into the group: / }).first();
  const others = ((await group.textContent()) ?? '').replace('Ask into the group: ', '').split(/,? and |, /);
  await group.click();
  await expect(message(page)).toContainText('Both sides are asked.');

  const mentor = await as('mentor.k');
  await mentor.goto(`${root}/mine`);
  const card = mentor.getByRole('article').filter({ hasText: alias });
  await expect(card).toContainText('They would come into your group');
  for (const other of others) await expect(card).toContainText(other.trim());
  await page.goto(`${root}?state=proposed`);
  await page
    .getByRole('row')
    .filter({ hasText: alias })
    .getByRole('link', { name: 'Камелия Шопова' })
    .click();
  await expect(page.getByRole('main')).toContainText('Is asked into a group that already meets.');
  await card.getByRole('button', { name: /^Decline/ }).click();
  await expect(message(mentor)).toContainText('Declined.');
  await page.goto(mentee);
  await page.getByRole('link', { name: 'Find a mentor' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(alias);
});

test('a whole group is planned at once, and the coordinator changes the plan before it is proposed', async ({
  as,
  request,
}) => {
  const page = await as('coord.bg');
  await approveMentor(page, request, unique('Town'));
  const [title, first, second] = [unique('Programme'), unique('stork'), unique('swift')];
  await page.goto(`${root}/programmes/new`);
  await expect(async () => {
    await page.getByLabel('Title').first().fill(title);
    await page.getByLabel('Short code').fill(title.slice(-8));
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(message(page)).toContainText('The programme is designed.', { timeout: 5000 });
  }).toPass();
  const programme = page.url();
  await press(page, 'Look for people', 'The programme is moved on.');
  for (const alias of [first, second]) {
    await page.goto(`${root}/people/mentees/new`);
    await expect(async () => {
      await page.getByLabel('Programme and group').selectOption({ label: title });
      await page.getByLabel('Alias', { exact: true }).fill(alias);
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(message(page)).toContainText('The mentee is added.', { timeout: 5000 });
    }).toPass();
  }
  await page.goto(programme);
  await press(page, 'Begin the matching', 'The programme is moved on.');

  await page.goto(`${programme}/matching`);
  await page.getByLabel(`Mentor: ${second}`).selectOption('');
  await page.getByLabel(`Mentor: ${first}`).selectOption({ index: 1 });
  await press(page, 'Propose all of them', '1 proposal is made.');
  await page.goto(`${programme}/matching`);
  await expect(page.getByRole('main')).toContainText(second);
  await expect(page.getByLabel(`Mentor: ${first}`)).toHaveCount(0);
});
