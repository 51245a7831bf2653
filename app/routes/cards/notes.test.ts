import { newCard, newCardTeam, newPublishedCard } from '@tessera/core/cards/cards.testing.server.ts';
import { as, newNetwork, useTestDatabase } from '@tessera/core/testing.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { expect, test } from 'vitest';
import { openPages, signIn } from '~/server/testing.server.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: no hook of React
await useTestDatabase();
const { ask } = await openPages();

async function world(kind: 'draft' | 'published') {
  const network = await newNetwork();
  const team = await newCardTeam(network);
  const begin = kind === 'draft' ? newCard : newPublishedCard;
  const cardId = await begin(network, team, { conceptKey: 'when_stolen' });
  const prepare = (language: 'hu' | 'ps') =>
    as(team.coordinator).translations.saveLevels({
      network: network.code,
      levels: [{ language, level: 'prepared' }],
    });
  return { network: network.code, team, cardId, prepare };
}

test('a text in a language in preparation is edited with its note, and a form without the field leaves it', async () => {
  const { network, team, cardId, prepare } = await world('draft');
  await prepare('hu');
  const text = 'Mikor történt?';
  const where = { network, cardId, language: 'hu' as const };
  await as(team.translator).cards.write({ ...where, text, instruction: 'Csak tanúk nélkül.' });
  const cookie = await signIn(team.translator);
  const path = paths.cardTextEdit(network, cardId, 'hu');
  const send = async (form: Record<string, string>) => {
    expect((await ask({ path, cookie, form: { text, ...form } })).status).toBe(302);
    const { texts } = await as(team.translator).cards.one(where);
    return texts.find(({ language }) => language === 'hu')?.instruction;
  };

  expect(await (await ask({ path, cookie })).text()).toContain('value="Csak tanúk nélkül."');
  expect(await send({ version: '1' })).toBe('Csak tanúk nélkül.');
  expect(await send({ version: '2', instruction: 'Máskor.' })).toBe('Máskor.');
  expect(await send({ version: '3', instruction: '' })).toBe('');
});

test('on the page of all cards a note is closed, and a deck that is tried is not offered for printing', async () => {
  const { network, team, cardId, prepare } = await world('published');
  const own = { network, cardId, language: 'ro' as const, text: 'Când?', isSameMeaning: true };
  await as(team.coordinator).cards.write({ ...own, instruction: 'Doar fără martori.', version: 1 });
  await as(team.verifiers[0]).cards.approve({ ...own, version: 2 });
  const cookie = await signIn(team.translator);
  const page = async () => (await ask({ path: paths.spotLanguage(network, 'ps'), cookie })).text();

  const shown = await page();
  await prepare('ps');
  const tried = await page();

  expect(shown).toMatch(/<details class="print:hidden">.*Doar fără martori\..*<\/details>/s);
  expect([shown, tried].map((each) => each.includes('Print cards'))).toEqual([true, false]);
  expect(tried).toContain('غلا کله وشوه؟');
});

test('who takes a language back reads beforehand that its cards leave the phones', async () => {
  const { network, team, prepare } = await world('published');
  const cookie = await signIn(team.coordinator);
  const isSaid = async () =>
    (await (await ask({ path: paths.languageLevels(network), cookie })).text()).includes(
      'its cards leave all phones.',
    );

  expect(await isSaid()).toBe(true);
  await prepare('ps');
  expect(await isSaid()).toBe(false);
});
