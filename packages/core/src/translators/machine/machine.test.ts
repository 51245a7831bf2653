import { randomUUID } from 'node:crypto';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  as,
  newNetwork,
  newPerson,
  newTraining,
  refusal,
  type TestNetwork,
  type TestPerson,
  useTestDatabase,
} from '../../testing.server.ts';
import { openDeeplDouble } from './double.server.ts';
import type { MachineTranslator } from './port.ts';
import { answerMachineEvent } from './work.server.ts';

const double = await openDeeplDouble({ apiKey: 'key' });
process.env.DEEPL_API_KEY = 'key';
process.env.DEEPL_BASE_URL = double.baseUrl;
afterAll(() => double.close());
await useTestDatabase();

let network: TestNetwork;
let coordinator: TestPerson;

async function office(characters: number) {
  network = await newNetwork();
  coordinator = await newPerson(network, 'coordinator');
  await as(coordinator).translators.saveMachineRules({
    network: network.code,
    characters,
    internal: ['training'],
  });
}
beforeAll(() => office(10_000));

const newText = (title: string) =>
  newTraining(network, coordinator, {
    texts: [{ language: 'ro', title, summary: 'Despre.', outcomes: ['Unu', 'Doi'] }],
  });
const page = () => as(coordinator).translators.machine({ network: network.code });
const ask = (changes: object = {}) =>
  as(coordinator).translators.askMachine({
    network: network.code,
    language: 'hu',
    requestKey: randomUUID(),
    ...changes,
  });
const one = (objectId: string) =>
  as(coordinator).translations.one({ network: network.code, kind: 'training', objectId, language: 'hu' });
const write = (objectId: string, title: string) =>
  as(coordinator).translations.write({
    network: network.code,
    kind: 'training',
    objectId,
    language: 'hu',
    fields: { title },
    seenSourceVersion: 1,
  });

/** What the worker does with the event of an order. */
async function work(orderId: string, translator?: MachineTranslator) {
  const event = await inNetwork(network.id, ({ prisma }) =>
    prisma.domainEvent.findFirst({
      where: { networkId: network.id, objectId: orderId, kind: 'machine_order.asked' },
      select: { id: true },
    }),
  );
  return answerMachineEvent({ networkId: network.id, eventId: event?.id ?? '' }, new Date(), translator);
}

test('missing texts are translated within the budget, marked as made by a machine, and settled once', async () => {
  const trainingId = await newText('Primul ajutor');
  const before = await page();
  const cost = before.languages.find(({ language }) => language === 'hu')?.characters ?? 0;
  expect(cost).toBeGreaterThan(0);

  const { orderId, texts } = await ask();
  expect(await page()).toMatchObject({ reserved: cost, used: 0, left: 10_000 - cost });
  const sent = double.used();
  await Promise.all([work(orderId), work(orderId)]);
  await work(orderId);

  expect(await one(trainingId)).toMatchObject({
    state: 'machine',
    text: { origin: 'machine', fields: { title: '[HU] Primul ajutor', outcomes: '[HU] Unu\n[HU] Doi' } },
  });
  expect(await page()).toMatchObject({
    reserved: 0,
    used: cost,
    left: 10_000 - cost,
    orders: [{ state: 'done', texts, written: texts, used: cost }],
  });
  expect(double.used() - sent).toBeLessThanOrEqual(2 * cost);

  await write(trainingId, 'Elsősegély');
  expect((await one(trainingId)).state).toBe('current');
});

test('what a person writes in the meantime stays, and what was not sent is given back', async () => {
  const trainingId = await newText('Cutremur');
  const { used } = await page();
  const { orderId } = await ask();
  await write(trainingId, 'Földrengés');
  await work(orderId);

  expect((await one(trainingId)).text).toMatchObject({ origin: 'human', fields: { title: 'Földrengés' } });
  const after = await page();
  expect(after).toMatchObject({ reserved: 0, used });
  expect(after.orders[0]).toMatchObject({ state: 'done', written: 0, used: 0 });
});

test('a form that is sent twice asks once, and two orders at once never hold more than there is', async () => {
  await office(10_000);
  await newText('Inundație');
  const requestKey = randomUUID();
  const same = await Promise.all([ask({ requestKey }), ask({ requestKey })]);
  expect(same[0]).toEqual(same[1]);
  const { reserved } = await page();
  await work(same[0]?.orderId ?? '');

  await newText('Incendiu');
  const cost = (await page()).languages.find(({ language }) => language === 'hu')?.characters ?? 0;
  await as(coordinator).translators.saveMachineRules({
    network: network.code,
    characters: reserved + cost,
    internal: ['training'],
  });
  const answers = await Promise.all(
    [1, 2, 3].map(() => ask().catch((error) => error.cause?.code ?? error.code)),
  );
  expect(answers.filter((answer) => typeof answer === 'object' && answer.orderId)).toHaveLength(1);
  // What is under way is nobody's to order again.
  expect(await refusal(ask())).toBe('machine_nothing');
  await newText('Alunecare');
  expect(await refusal(ask())).toBe('machine_budget');
});

test('a text is not taken for a translation of another language that it is to be made from by now', async () => {
  await office(10_000);
  const trainingId = await newText('Alarmă');
  const where = { network: network.code };
  await as(coordinator).translations.saveTree({ ...where, branches: [{ language: 'hu', source: 'en' }] });
  const { orderId } = await ask();
  // There is no English yet, so the machine translates from Romanian; meanwhile somebody writes it.
  const slow: MachineTranslator = {
    name: 'slow',
    supports: () => true,
    usage: async () => ({ used: 0, limit: 0 }),
    translate: async ({ texts, from }) => {
      if (!texts.includes('Alarmă')) return [...texts];
      expect(from).toBe('ro');
      await as(coordinator).translations.write({
        ...where,
        kind: 'training',
        objectId: trainingId,
        language: 'en',
        fields: { title: 'Alarm' },
        seenSourceVersion: 1,
      });
      return [...texts];
    },
  };
  await work(orderId, slow);

  expect(await one(trainingId)).toMatchObject({ state: 'missing', from: 'en', text: null });
});

test('what is no longer open when its turn comes is not sent, and is given back', async () => {
  await office(10_000);
  await newTraining(network, coordinator, {
    visibility: 'network',
    texts: [{ language: 'ro', title: 'Intern' }],
  });
  const { orderId, texts } = await ask();
  await as(coordinator).translators.saveMachineRules({
    network: network.code,
    characters: 10_000,
    internal: [],
  });
  await work(orderId);

  expect((await page()).orders[0]).toMatchObject({ state: 'done', written: texts - 1 });
  expect((await page()).reserved).toBe(0);
});

test('a busy provider is asked again, one that refuses ends the order and gives back what it held', async () => {
  await office(10_000);
  const trainingId = await newText('Evacuare');
  const { orderId } = await ask();
  double.next(429);
  await expect(work(orderId)).rejects.toThrow('busy');
  expect((await page()).orders[0]?.state).toBe('waiting');
  double.next(456);
  await work(orderId);
  expect(await page()).toMatchObject({
    reserved: 0,
    used: 0,
    orders: [{ state: 'stopped', reason: 'exhausted' }],
  });
  expect((await one(trainingId)).state).toBe('missing');
});

test('only public content goes to a provider, unless the network says so for a kind; hard texts only if asked for', async () => {
  await office(10_000);
  await newTraining(network, coordinator, {
    visibility: 'network',
    texts: [{ language: 'ro', title: 'Intern' }],
  });
  await as(coordinator).translators.saveMachineRules({
    network: network.code,
    characters: 10_000,
    internal: [],
  });
  // The card of the network, which everybody reads.
  expect((await ask()).texts).toBe(1);

  await as(coordinator).translators.saveMachineRules({
    network: network.code,
    characters: 10_000,
    internal: ['training'],
  });
  const words = 'interinstituționalizarea responsabilităților administrative';
  await newTraining(network, coordinator, {
    texts: [{ language: 'ro', title: 'Greu', summary: Array.from({ length: 20 }, () => words).join(' ') }],
  });
  const hard = (await page()).languages.find(({ language }) => language === 'hu')?.hard;
  expect(hard?.texts).toBe(1);
  expect((await ask()).texts).toBe(1);
  expect((await ask({ withHard: true })).texts).toBe(1);
});
