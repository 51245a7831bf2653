import { randomUUID } from 'node:crypto';
import { openDeeplDouble } from '@tessera/core/translators/machine/double.server.ts';
import { sweepMachineOrders } from '@tessera/core/translators/machine/sweep.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { closeDatabase } from '@tessera/db/scope.server.ts';
import type { DatabaseUrls } from '@tessera/db/template.server.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeWorld, newestEvent, openMailbox, openTestDatabase, readableLog } from './testing.server.ts';
import { startWorker } from './worker.server.ts';

const double = await openDeeplDouble({ apiKey: 'key' });
Object.assign(process.env, { DEEPL_API_KEY: 'key', DEEPL_BASE_URL: double.baseUrl });
let worker: Awaited<ReturnType<typeof startWorker>>;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;

let urls: DatabaseUrls;

beforeAll(async () => {
  urls = await openTestDatabase();
  mailbox = await openMailbox();
  worker = await startWorker({ mail: mailbox.settings, log: readableLog().log, firstDelayMs: 1 });
});
afterAll(async () => {
  await worker.close();
  await double.close();
  await closeDatabase();
});

/** As after a hand-over to a queue that lost it. */
const markDelivered = (networkId: string) =>
  withClient(urls.jobsUrl, (client) =>
    client.query(
      'update domain_event set delivered_at = now() where network_id = $1 and delivered_at is null',
      [networkId],
    ),
  );

/** A network that writes in a second language, and may translate by machine. */
async function office() {
  const world = await makeWorld();
  const { code: network, coordinator } = world;
  const languages = ['en' as const];
  await coordinator.api.networks.saveLanguages({
    network,
    defaultLanguage: 'en',
    interfaceLanguages: languages,
    contentLanguages: [...languages, 'hu'],
  });
  await coordinator.api.translators.saveMachineRules({ network, characters: 10_000, internal: [] });
  const page = () => coordinator.api.translators.machine({ network });
  const ask = () =>
    coordinator.api.translators.askMachine({ network, language: 'hu', requestKey: randomUUID() });
  return { ...world, page, ask };
}

test('an order whose job died gives back what it held, and whoever ordered is told', async () => {
  const { networkId, address, code, page, ask } = await office();
  double.next(...Array.from({ length: 8 }, () => 429));
  await ask();
  expect((await page()).reserved).toBeGreaterThan(0);
  await vi.waitFor(
    async () => {
      expect((await newestEvent(networkId, 'machine_order.asked')).failedAt).not.toBeNull();
    },
    { timeout: 20_000, interval: 100 },
  );

  const ended = await Promise.all([sweepMachineOrders(new Date()), sweepMachineOrders(new Date())]);

  expect(ended[0] + ended[1]).toBe(1);
  expect(await page()).toMatchObject({
    reserved: 0,
    used: 0,
    left: 10_000,
    orders: [{ state: 'stopped', reason: 'lost' }],
  });
  const [mail, ...others] = await vi.waitFor(
    async () => {
      const mails = await mailbox.to(address('coordinator'));
      expect(mails.length).toBeGreaterThan(0);
      return mails;
    },
    { timeout: 15_000 },
  );
  expect(others).toEqual([]);
  expect(mail?.subject).toBe('Machine translation was stopped');
  expect(mail?.text).toContain(`https://t.example/n/${code}/translations/machine`);
  expect(mail?.text).toContain('You can order the missing texts again.');
  expect(await ask()).toMatchObject({ texts: 2 });
});

test('whose order the provider ends is not told to order again', async () => {
  const { address, page, ask } = await office();
  double.next(456);
  await ask();

  const mail = await vi.waitFor(
    async () => {
      const [first] = await mailbox.to(address('coordinator'));
      expect(first).toBeDefined();
      return first;
    },
    { timeout: 15_000 },
  );
  expect(await page()).toMatchObject({ orders: [{ state: 'stopped', reason: 'exhausted' }] });
  expect(mail?.text).toContain('Why it stopped stands on the page.');
  expect(mail?.text).not.toContain('again');
});

test('an order that is under way stays, and one that nobody took up for a day is given up', async () => {
  const { networkId, page, ask } = await office();
  await worker.close();
  await ask();
  const { reserved } = await page();

  await sweepMachineOrders(new Date(Date.now() + 2 * 86_400_000));
  // Nobody has handed it to the queue yet, so its time did not begin.
  expect((await page()).reserved).toBe(reserved);
  await markDelivered(networkId);
  await sweepMachineOrders(new Date());
  expect((await page()).reserved).toBe(reserved);
  await sweepMachineOrders(new Date(Date.now() + 2 * 86_400_000));
  expect(await page()).toMatchObject({ reserved: 0, orders: [{ state: 'stopped', reason: 'lost' }] });
});
