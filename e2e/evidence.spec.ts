import AxeBuilder from '@axe-core/playwright';
import { pdfOf } from '@tessera/files/document.testing.ts';
import {
  expect,
  fillTraining,
  message,
  networkDay,
  nextStep,
  publishTraining,
  test,
  unique,
} from './support.ts';

const list = (words: string) => ({
  name: 'signed list.pdf',
  mimeType: 'application/pdf',
  buffer: pdfOf(words),
});

test('somebody comes without a seat, signs the list, and the list is kept and known again', async ({
  as,
  request,
}) => {
  const words = unique('signed');
  const coordinator = await as('coord.un');
  const training = await publishTraining(coordinator, {
    code: unique('E'),
    title: unique('With a signed list'),
    halfDays: [{ day: await networkDay(request, -1), halfDay: 'Morning', from: '09:00', to: '12:00' }],
  });

  await coordinator.goto(`${training}/attendance`);
  await coordinator.getByRole('link', { name: 'Add someone who came without a seat' }).click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Someone came without a seat');
  await coordinator.getByLabel('Given name').fill('Ana');
  await coordinator.getByLabel('Family name').fill('Moldovan');
  await coordinator.getByRole('button', { name: 'Add and mark as present' }).click();
  await expect(message(coordinator)).toContainText('Ana Moldovan is on the list and marked as present.');
  await expect(coordinator.getByRole('radio', { name: 'Present' })).toBeChecked();

  await expect(async () => {
    await coordinator.goto(`${training}/attendance`);
    await coordinator.getByRole('link', { name: 'Sign on the screen: Ana Moldovan' }).click();
    const box = await coordinator.getByRole('img', { name: 'Draw your signature' }).boundingBox();
    await coordinator.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 60);
    await coordinator.mouse.down();
    await coordinator.mouse.move((box?.x ?? 0) + 160, (box?.y ?? 0) + 30, { steps: 8 });
    await coordinator.mouse.up();
    await expect(coordinator.getByRole('button', { name: 'Clear' })).toBeVisible();
  }).toPass();
  await coordinator.getByRole('button', { name: 'Confirm' }).click();
  await expect(message(coordinator)).toContainText('Thank you. The signature is kept.');
  await expect(coordinator.getByText('Signed on the screen')).toBeVisible();

  await coordinator.getByRole('link', { name: 'Proof of attendance' }).click();
  await coordinator.getByRole('link', { name: 'Show the signature: Ana Moldovan' }).click();
  await coordinator.getByRole('button', { name: 'Open' }).click();
  await expect(coordinator.getByRole('img', { name: 'Signed on the screen' })).toBeVisible();
  await coordinator.getByRole('link', { name: 'Proof of attendance' }).click();
  await expect(coordinator.getByText('No list is kept yet')).toBeVisible();
  await coordinator
    .getByLabel('Scan of the signed list')
    .setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<html>') });
  await coordinator.getByRole('button', { name: 'Keep the list' }).click();
  await expect(coordinator.getByRole('alert')).toContainText('no PDF, JPEG or PNG');
  await coordinator.getByLabel('Scan of the signed list').setInputFiles(list(words));
  await coordinator.getByRole('button', { name: 'Keep the list' }).click();
  await expect(message(coordinator)).toContainText('The list is kept.');
  expect((await new AxeBuilder({ page: coordinator }).analyze()).violations).toEqual([]);
  const file = await coordinator.getByRole('link', { name: /^Download: / }).getAttribute('href');
  const answer = await coordinator.request.get(file ?? '');
  expect((await answer.body()).toString()).toBe(list(words).buffer.toString());

  await coordinator.getByRole('link', { name: 'Check a file' }).click();
  await coordinator.getByLabel('File to check').setInputFiles(list(words));
  await coordinator.getByRole('button', { name: 'Compare' }).click();
  await expect(coordinator.getByText('This is a kept list: signed list.pdf')).toBeVisible();
  await coordinator.getByLabel('File to check').setInputFiles(list(`${words} and changed`));
  await coordinator.getByRole('button', { name: 'Compare' }).click();
  await expect(coordinator.getByText('This is none of the kept lists: signed list.pdf')).toBeVisible();

  await coordinator.goto(`${training}/attendance`);
  await expect(coordinator.getByText('The signed list is kept')).toBeVisible();
  await coordinator.getByRole('button', { name: 'Verify and lock the list' }).click();
  await expect(message(coordinator)).toContainText('The list is locked.');
  await coordinator.getByRole('link', { name: 'Proof of attendance' }).click();
  await expect(coordinator.getByText('The proof is locked')).toBeVisible();
  await expect(coordinator.getByLabel('Scan of the signed list')).toHaveCount(0);
});

test('an information session is counted, and the sums have to agree', async ({ as, request }) => {
  const title = unique('Session on health');
  const coordinator = await as('coord.un');
  await coordinator.goto('/n/un/trainings/new?kind=information_session');
  const day = await networkDay(request, -1);
  await fillTraining(coordinator, {
    code: unique('I'),
    title,
    halfDays: [{ day, halfDay: 'Morning', from: '09:00', to: '11:00' }],
  });
  await coordinator.getByRole('button', { name: 'Save as draft' }).click();
  await expect(message(coordinator)).toContainText('The draft is saved.');
  await nextStep(coordinator).getByRole('button', { name: 'Publish' }).click();
  await expect(message(coordinator)).toContainText('The event is published.');

  await coordinator.getByRole('link', { name: 'Head count', exact: true }).click();
  await coordinator.getByLabel('Topic').selectOption('Health');
  await coordinator.getByRole('checkbox').first().check();
  for (const [label, count] of [
    ['People in all', '14'],
    ['Women', '8'],
    ['Men', '5'],
    ['0 to 17', '0'],
    ['18 to 29', '8'],
    ['30 to 54', '6'],
    ['55 and older', '0'],
  ] as const)
    await coordinator.getByLabel(label, { exact: true }).fill(count);
  await coordinator.getByRole('button', { name: 'Save the figures' }).click();
  await expect(
    coordinator.getByText(/By gender there are 13 people, in all there are 14/).first(),
  ).toBeVisible();
  await coordinator.getByLabel('Men', { exact: true }).fill('6');
  await coordinator.getByRole('button', { name: 'Save the figures' }).click();
  await expect(message(coordinator)).toContainText('The figures are saved.');
  expect((await new AxeBuilder({ page: coordinator }).analyze()).violations).toEqual([]);

  await coordinator.getByRole('link', { name: 'See all head counts' }).click();
  await expect(coordinator.getByRole('row', { name: /Health/ })).toBeVisible();
  const answer = await coordinator.request.get('/n/un/head-counts.csv');
  expect(await answer.text()).toContain('Health');
});
