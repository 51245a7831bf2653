import { setTimeout as wait } from 'node:timers/promises';
import { withClient } from '@tessera/db/provision.server.ts';
import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type Processor,
  Queue,
  runMigrations,
  Worker,
} from 'bullmq';
import { JobFailure } from './failures.server.ts';

const name = 'tessera';
const schema = 'bullmq';
const attempts = 8;

export type JobQueue = ReturnType<typeof makeQueue>;
export type JobWorker = ReturnType<typeof makeWorker>;
/** With `redisUrl` the queue lives in Redis, else in the schema `bullmq` of the database. */
export type QueueSettings = { jobsDatabaseUrl: string; redisUrl?: string | undefined };
/** `firstDelayMs`: wait before the second attempt; each further wait is four times as long. */
export type WorkSettings = QueueSettings & { firstDelayMs?: number; concurrency?: number };

/**
 * Opens the queue, after making or updating its tables.
 * @throws when the server cannot be reached
 */
export async function openQueue(settings: QueueSettings): Promise<JobQueue> {
  if (!settings.redisUrl) await prepareTables(settings.jobsDatabaseUrl);
  const queue = makeQueue(settings);
  await ready(queue);
  return queue;
}

/**
 * Starts working. A job whose worker was killed is taken over after half a minute.
 * @throws when the server cannot be reached
 */
export async function startQueueWorker(settings: WorkSettings, processor: Processor): Promise<JobWorker> {
  const worker = makeWorker(settings, processor);
  await ready(worker);
  return worker;
}

function makeQueue(settings: QueueSettings) {
  return new Queue(
    name,
    {
      ...connectionOf(settings, { max: 2, isProducer: true }),
      defaultJobOptions: {
        attempts,
        backoff: { type: 'patient' },
        removeOnComplete: { age: 3600 },
        // A dead job stays until it is on the operator's list.
        removeOnFail: false,
        stackTraceLimit: 0,
      },
    },
    backendOf(settings),
  );
}

function makeWorker(settings: WorkSettings, processor: Processor) {
  const { firstDelayMs = 1000, concurrency = 8 } = settings;
  return new Worker(
    name,
    processor,
    {
      ...connectionOf(settings, { max: concurrency, isProducer: false }),
      concurrency,
      lockDuration: 30_000,
      stalledInterval: 15_000,
      // A stall means that a worker was killed, in a deployment for instance, not that the job is bad; and every job is
      // safe to run again. So a job may lose as many workers as it may fail attempts.
      maxStalledCount: attempts,
      settings: { backoffStrategy: (made, _type, error) => delayAfter(made, error, firstDelayMs) },
    },
    paced(backendOf(settings)),
  );
}

/** 1 s, 4 s, 16 s … 68 min, each shortened by up to a half by chance, and never before the provider wants it. */
function delayAfter(attemptsMade: number, error: Error | undefined, firstDelayMs: number): number {
  const longest = firstDelayMs * 4 ** (attemptsMade - 1);
  const asked = error instanceof JobFailure ? error.retryAfterMs : 0;
  return Math.max(Math.round(longest * (0.5 + Math.random() / 2)), asked);
}

/** BullMQ would create the schema, for which its role has no right; provisioning has made it. */
async function prepareTables(url: string): Promise<void> {
  await withClient(url, async (client) => {
    async function query<Row>(text: string, values?: readonly unknown[]) {
      if (text.startsWith('CREATE SCHEMA')) return { rows: [] };
      const { rows } = await client.query(text, values && [...values]);
      return { rows: rows as Row[] };
    }
    await runMigrations({ query }, schema);
  });
}

function connectionOf(settings: QueueSettings, { max, isProducer }: { max: number; isProducer: boolean }) {
  if (settings.redisUrl) {
    // A relay that cannot reach Redis gives its events back at once instead of holding their locks.
    const connection = { url: settings.redisUrl, ...(isProducer ? { maxRetriesPerRequest: 1 } : {}) };
    return { connection, prefix: name };
  }
  return { connection: { connectionString: settings.jobsDatabaseUrl, schema, max, keepAlive: true } };
}

function backendOf({ redisUrl }: QueueSettings): BackendFactory {
  return redisUrl ? createRedisBackend : (createPostgresBackend as BackendFactory);
}

/** A worker asks again at once when asking fails; while a server restarts that would be a tight loop. */
function paced(factory: BackendFactory): BackendFactory {
  return (...args) => {
    const backend = factory(...args);
    const moveToActive = backend.moveToActive.bind(backend);
    backend.moveToActive = async (...given) => {
      try {
        return await moveToActive(...given);
      } catch (error) {
        await wait(1000);
        throw error;
      }
    };
    return backend;
  };
}

type Opened = {
  on(event: 'error', listener: () => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<unknown>;
};

async function ready(opened: Opened): Promise<void> {
  // Without a listener an error ends the process; the worker logs what matters.
  opened.on('error', () => {});
  try {
    await opened.waitUntilReady();
  } catch (error) {
    await opened.close();
    throw error;
  }
}
