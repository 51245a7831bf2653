import { openOutbox } from '@tessera/db/outbox.server.ts';
import { withClient } from '@tessera/db/provision.server.ts';
import { closeDatabase, inScope } from '@tessera/db/scope.server.ts';
import type { DatabaseUrls } from '@tessera/db/template.server.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { backends, hasRedis, openRedis, type Redis } from './backends.testing.server.ts';
import { type JobQueue, openQueue } from './queue.server.ts';
import { addJobs, relayOnce } from './relay.server.ts';
import {
  ledgerOf,
  makeWorld,
  newestEvent,
  openMailbox,
  openTestDatabase,
  readableLog,
  registerPlaces,
} from './testing.server.ts';
import { startWorker } from './worker.server.ts';

afterAll(closeDatabase);

describe.each(backends)('with the queue in %s', (backend) => {
  if (backend === 'Redis' && !hasRedis()) return void test.skip('there is no Redis here');
  let urls: DatabaseUrls;
  let queue: JobQueue;
  let outbox: ReturnType<typeof openOutbox>;
  let redis: Redis | undefined;
  let place: { redisUrl?: string } = {};

  beforeAll(async () => {
    urls = await openTestDatabase();
    if (backend === 'Redis') {
      redis = await openRedis();
      place = { redisUrl: redis.url };
    }
    queue = await openQueue({ jobsDatabaseUrl: urls.jobsUrl, ...place });
    outbox = openOutbox(urls.jobsUrl);
  });

  beforeEach(async () => {
    while ((await relayOnce(outbox, queue)) > 0);
    await queue.obliterate({ force: true });
  });

  afterAll(async () => {
    await queue.close();
    await outbox.close();
    await redis?.remove();
  });

  test('events that nobody answers are delivered without a job', async () => {
    const world = await makeWorld();

    await relayOnce(outbox, queue);

    expect(await queue.getJobCounts('waiting', 'delayed', 'active')).toEqual({
      waiting: 0,
      delayed: 0,
      active: 0,
    });
    const { deliveredAt } = await newestEvent(world.networkId, 'training.published');
    expect(deliveredAt).toBeInstanceOf(Date);
  });

  test('a relay that dies between adding and marking causes no second mail', async () => {
    const world = await makeWorld();
    const mailbox = await openMailbox();
    await registerPlaces(world, 0, ['Dan']);
    const event = await newestEvent(world.networkId, 'seats.registered');

    const dying = outbox.deliver(100, async (events) => {
      await addJobs(queue, events);
      await withClient(urls.adminUrl, (client) =>
        client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tessera_jobs'
         and datname = current_database() and state = 'idle in transaction'`,
        ),
      );
    });
    await expect(dying).rejects.toThrow();
    expect((await newestEvent(world.networkId, 'seats.registered')).deliveredAt).toBeNull();
    const worker = await startWorker({ mail: mailbox.settings, log: readableLog().log, ...place });

    await vi.waitFor(
      async () => {
        expect((await newestEvent(world.networkId, 'seats.registered')).deliveredAt).not.toBeNull();
        expect(
          (await ledgerOf(world.networkId, event.id)).map(({ state, attempts }) => [state, attempts]),
        ).toEqual([['sent', 1]]);
      },
      { timeout: 15_000 },
    );
    expect(await mailbox.list()).toHaveLength(1);
    // A closed worker has put its job where it ends: one that moves meanwhile stands in no list.
    await worker.close();
    const jobs = await queue.getJobs(['completed', 'waiting', 'active', 'delayed', 'failed']);
    expect(jobs.filter((job) => job.data.eventId === event.id).map(({ id }) => id)).toEqual([
      `${event.id}-notify-0`,
    ]);
  });

  test('relays that work at once hand over each event once', async () => {
    const world = await makeWorld({ capacity: 100 });
    for (let round = 0; round < 12; round += 1) await registerPlaces(world, 0, [null]);
    const others = [openOutbox(urls.jobsUrl), openOutbox(urls.jobsUrl), openOutbox(urls.jobsUrl)];

    const taken = await Promise.all([outbox, ...others].map((each) => relayOnce(each, queue)));

    expect(taken.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(12);
    const { networkId } = world;
    const undelivered = await inScope({ networkId }, ({ prisma }) =>
      prisma.domainEvent.count({ where: { networkId, deliveredAt: null } }),
    );
    expect(undelivered).toBe(0);
    const jobs = await queue.getJobs(['waiting']);
    expect(jobs.filter((job) => job.data.networkId === networkId)).toHaveLength(12);
    await Promise.all(others.map((each) => each.close()));
  });

  test('a job carries ids and the kind, nothing else', async () => {
    const world = await makeWorld();
    await registerPlaces(world, 0, ['Dan']);
    const event = await newestEvent(world.networkId, 'seats.registered');

    await relayOnce(outbox, queue);

    const job = await queue.getJob(`${event.id}-notify-0`);
    expect(job?.data).toEqual({
      eventId: event.id,
      networkId: world.networkId,
      kind: 'seats.registered',
      round: 0,
    });
  });
});
