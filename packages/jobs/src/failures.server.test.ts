import { openOutbox } from '@tessera/db/outbox.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { closeDatabase } from '@tessera/db/scope.server.ts';
import type { DatabaseUrls } from '@tessera/db/template.server.ts';
import { MailError } from '@tessera/emails/transport.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { asJobFailure, failureCode, sweepFailures } from './failures.server.ts';
import { openQueue, startQueueWorker } from './queue.server.ts';
import { relayOnce } from './relay.server.ts';
import { openResend } from './resend-server.testing.server.ts';
import {
  ledgerOf,
  makeWorld,
  newestEvent,
  openTestDatabase,
  person,
  readableLog,
  registerPlaces,
} from './testing.server.ts';
import { startWorker } from './worker.server.ts';

let urls: DatabaseUrls;
let operator: Awaited<ReturnType<typeof person>>;

beforeAll(async () => {
  urls = await openTestDatabase();
  operator = await person(platformNetworkId, `operator.${Date.now()}@demo.example`, 'platform_admin', null);
});
afterAll(closeDatabase);

const deadJobs = async () => (await operator.api.operator.failedJobs()).jobs;

test('a job that never succeeds is listed for the operator, who can start it again', async () => {
  const resend = await openResend();
  const { log, text } = readableLog();
  const mail = { transport: resend.transport, from: 'T <t@demo.example>', origin: 'https://t.example' };
  const worker = await startWorker({ mail, log, firstDelayMs: 0 });
  const world = await makeWorld();
  resend.always('broken');
  await registerPlaces(world, 0, ['Dan']);
  const { id } = await newestEvent(world.networkId, 'seats.registered');

  const dead = await vi.waitFor(
    async () => {
      const found = (await deadJobs()).find((job) => job.id === id);
      expect(found).toBeDefined();
      return found;
    },
    { timeout: 20_000, interval: 100 },
  );
  expect(dead).toMatchObject({ networkCode: world.code, kind: 'seats.registered', round: 0 });
  expect(dead?.failure).toBe('mail_unavailable:application_error');
  // The mails of a schedule may come between; the ledger counts for this one alone.
  expect((await ledgerOf(world.networkId, id)).map(({ attempts }) => attempts)).toEqual([8]);
  expect(text()).not.toContain('@demo.example');

  resend.always('accept');
  await operator.api.operator.retryJob({ eventId: id });

  const arrived = () => resend.addresses().filter((address) => address === world.address('manager1'));
  await vi.waitFor(() => expect(arrived()).toHaveLength(1), { timeout: 5000 });
  expect((await deadJobs()).filter((job) => job.id === id)).toEqual([]);
  await worker.close();
  await resend.close();
});

test('a dead job whose worker ended before it could tell is found by the sweep', async () => {
  const queue = await openQueue({ jobsDatabaseUrl: urls.jobsUrl });
  const outbox = openOutbox(urls.jobsUrl);
  const world = await makeWorld();
  await registerPlaces(world, 0, ['Dan']);
  const { id } = await newestEvent(world.networkId, 'seats.registered');
  await relayOnce(outbox, queue);
  const worker = await startQueueWorker({ jobsDatabaseUrl: urls.jobsUrl, firstDelayMs: 0 }, async () => {
    throw asJobFailure(new TypeError('about dan@demo.example'));
  });
  await vi.waitFor(async () => expect(await queue.getFailedCount()).toBeGreaterThan(0), { timeout: 10_000 });
  await worker.close();

  await sweepFailures(queue, outbox);

  expect((await deadJobs()).find((job) => job.id === id)).toMatchObject({ failure: 'error_TypeError' });
  expect(await queue.getFailedCount()).toBe(0);
  await queue.close();
  await outbox.close();
});

test('a failure is a short code without the words of the error', () => {
  const withCode = (code: string) => Object.assign(new Error('to dan@demo.example'), { code });

  expect(
    [
      new MailError('rejected', 'validation_error'),
      new TypeError('dan@demo.example'),
      withCode('57P01'),
      withCode('ECONNREFUSED'),
      'dan@demo.example',
    ].map(failureCode),
  ).toEqual([
    'mail_rejected:validation_error',
    'error_TypeError',
    'database_57P01',
    'error_ECONNREFUSED',
    'unknown',
  ]);
  expect(asJobFailure(new TypeError('dan@demo.example')).stack).toBe('error_TypeError');
});
