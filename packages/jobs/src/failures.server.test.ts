import { openOutbox } from '@tessera/db/outbox.server.ts';
import { platformNetworkId } from '@tessera/db/platform.ts';
import { closeDatabase } from '@tessera/db/scope.server.ts';
import type { DatabaseUrls } from '@tessera/db/template.server.ts';
import { MailError } from '@tessera/emails/transport.ts';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { backends, hasRedis, openRedis, type Redis } from './backends.testing.server.ts';
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

describe.each(backends)('with the queue in %s', (backend) => {
  if (backend === 'Redis' && !hasRedis()) return void test.skip('there is no Redis here');
  let redis: Redis | undefined;
  let place: { redisUrl?: string } = {};

  beforeAll(async () => {
    if (backend === 'PostgreSQL') return;
    redis = await openRedis();
    place = { redisUrl: redis.url };
  });
  afterAll(() => redis?.remove());

  test('a job that never succeeds is listed for the operator, who can start it again', {
    timeout: 120_000,
  }, async () => {
    const resend = await openResend();
    const { log, text } = readableLog();
    const mail = { transport: resend.transport, from: 'T <t@demo.example>', origin: 'https://t.example' };
    const worker = await startWorker({ mail, log, firstDelayMs: 0, ...place });
    // Also where an expectation fails: it would take the jobs of the tests after this one.
    onTestFinished(async () => {
      await worker.close();
      await resend.close();
    });
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
      { timeout: 60_000, interval: 100 },
    );
    expect(dead).toMatchObject({ networkCode: world.code, kind: 'seats.registered', round: 0 });
    expect(dead?.failure).toBe('mail_unavailable:application_error');
    // The mails of a schedule may come between; the ledger counts for this one alone.
    expect((await ledgerOf(world.networkId, id)).map(({ attempts }) => attempts)).toEqual([8]);
    expect(text()).not.toContain('@demo.example');

    resend.always('accept');
    await operator.api.operator.retryJob({ eventId: id });

    const arrived = () => resend.addresses().filter((address) => address === world.address('manager1'));
    await vi.waitFor(() => expect(arrived()).toHaveLength(1), { timeout: 30_000 });
    expect((await deadJobs()).filter((job) => job.id === id)).toEqual([]);
    expect(retried(text(), id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('a dead job whose worker ended before it could tell is found by the sweep', {
    timeout: 120_000,
  }, async () => {
    const queue = await openQueue({ jobsDatabaseUrl: urls.jobsUrl, ...place });
    const outbox = openOutbox(urls.jobsUrl);
    const world = await makeWorld();
    await registerPlaces(world, 0, ['Dan']);
    const { id } = await newestEvent(world.networkId, 'seats.registered');
    await relayOnce(outbox, queue);
    const worker = await startQueueWorker(
      { jobsDatabaseUrl: urls.jobsUrl, firstDelayMs: 0, ...place },
      async () => {
        throw asJobFailure(new TypeError('about dan@demo.example'));
      },
    );
    await vi.waitFor(async () => expect(await queue.getFailedCount()).toBeGreaterThan(0), {
      timeout: 60_000,
    });
    await worker.close();

    await sweepFailures(queue, outbox);

    expect((await deadJobs()).find((job) => job.id === id)).toMatchObject({ failure: 'error_TypeError' });
    expect(await queue.getFailedCount()).toBe(0);
    await queue.close();
    await outbox.close();
  });
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

/** The attempts at the job of an event that failed, as the log tells them. */
function retried(text: string, eventId: string): number[] {
  const lines = text.split('\n').filter((line) => line.includes(eventId) && line.includes('"job failed"'));
  return lines.map((line) => (JSON.parse(line) as { attempt: number }).attempt);
}
