import { as, newNetwork, newPerson, newTraining, useTestDatabase } from '@tessera/core/testing.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { expect, test } from 'vitest';
import { openPages, signIn } from './server/testing.server.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();
const { ask } = await openPages();

test('the frame shows the next public events to everyone alike: no cookie, no script, links in a new tab', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const open = await newTraining(network, coordinator, {
    texts: [{ language: 'ro', title: 'Deschis <b>' }],
  });
  await newTraining(network, coordinator, {
    texts: [{ language: 'ro', title: 'Ascuns' }],
    visibility: 'network',
  });
  const cookie = await signIn(coordinator);

  const answer = await ask({ path: paths.widget(network.code), cookie });
  const page = await answer.text();

  expect(answer.headers.get('Set-Cookie')).toBe(null);
  expect(answer.headers.get('Cache-Control')).toContain('public');
  expect(page).toContain('<html lang="ro"');
  expect(page).toContain('Deschis &lt;b&gt;');
  expect(page).not.toContain('Ascuns');
  expect(page).not.toContain('<script');
  const links = [...page.matchAll(/<a href="([^"]+)"([^>]*)>/g)];
  expect(links.map(([, to = '']) => new URL(to).pathname)).toEqual([
    paths.training(network.code, open),
    paths.trainings(network.code),
  ]);
  for (const [, , attributes] of links) expect(attributes).toBe(' target="_blank" rel="noopener"');
});

test('its address says the language, how many, and the colours; nonsense counts as not there', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  for (const title of ['Unu', 'Doi', 'Trei']) {
    await newTraining(network, coordinator, { texts: [{ language: 'ro', title }] });
  }
  const page = async (query: Record<string, string>) =>
    (await ask({ path: paths.widget(network.code, query) })).text();
  const count = (text: string) => text.split('<li>').length - 1;

  const wished = await page({ lang: 'hu', number: '2', colours: 'dark' });
  expect(wished).toContain('<html lang="hu" data-theme="dark"');
  expect(count(wished)).toBe(2);
  expect(count(await page({ number: '900', colours: '"><script>' }))).toBe(3);
  expect(await page({ number: '900', colours: '"><script>' })).not.toContain('<script');
});

test('where the part is switched off there is no frame and no page that makes one', async () => {
  const network = await newNetwork();
  const coordinator = await newPerson(network, 'coordinator');
  const cookie = await signIn(coordinator);
  const statuses = async () => [
    (await ask({ path: paths.widget(network.code) })).status,
    (await ask({ path: paths.widgetSetup(network.code), cookie })).status,
  ];
  expect(await statuses()).toEqual([200, 200]);

  const { modules } = await as(coordinator).settings.page({ network: network.code });
  await as(coordinator).settings.saveModules({
    network: network.code,
    modules: modules.map(({ name }) => name).filter((name) => name !== 'widget'),
  });

  expect(await statuses()).toEqual([404, 404]);
});
