import { answerClosingEvent } from '@tessera/core/closing/package.server.ts';
import { answerPreviewEvent } from '@tessera/core/files/previews.server.ts';
import { answerImportEvent } from '@tessera/core/imports/work.server.ts';
import { answerLibraryEvent } from '@tessera/core/library/read-words.server.ts';
import { answerLinksEvent } from '@tessera/core/links/check.server.ts';
import { answerPatternEvent } from '@tessera/core/patterns/work.server.ts';
import { answerWishEvent } from '@tessera/core/seats/follow-wish.server.ts';
import { answerMachineEvent } from '@tessera/core/translators/machine/work.server.ts';
import { type Outbox, openOutbox } from '@tessera/db/outbox.server.ts';
import { env } from '@tessera/env/env.server.ts';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { asJobFailure, failureCode, isDead, isLastAttempt, keepFailure, placeOf } from './failures.server.ts';
import { workerLog } from './log.server.ts';
import { type MailSettings, notify } from './notify.server.ts';
import {
  type JobQueue,
  type JobWorker,
  openQueue,
  type QueueSettings,
  startQueueWorker,
} from './queue.server.ts';
import { startRelay } from './relay.server.ts';
import { isSchedule, keepSchedules, runSchedule } from './schedules.server.ts';
import type { EventJobData, EventJobName } from './subscriptions.ts';
import { mailTransport } from './transport.server.ts';

export type WorkerSettings = QueueSettings & { mail: MailSettings; log: Logger; firstDelayMs?: number };

/** How long running jobs get to finish when the worker is closed. */
const patienceMs = 10_000;
const schedulesMs = 5 * 60_000;

/**
 * Starts everything that works in the background: the relay, the jobs, the schedules. Any number of workers may run.
 * @param overrides settings that differ from those of the environment
 * @returns `close` lets running jobs finish, for at most ten seconds; what is left is taken over by another worker
 * @throws when the database or Redis cannot be reached
 */
export async function startWorker(
  overrides: Partial<WorkerSettings> = {},
): Promise<{ close(): Promise<void> }> {
  const settings = { ...settingsOfEnvironment(overrides), ...overrides };
  const { log } = settings;
  const queue = await openQueue(settings);
  const outbox = openOutbox(settings.jobsDatabaseUrl);
  const stopping = new AbortController();
  const tools = { ...settings, queue, outbox, signal: stopping.signal };
  const worker = await startQueueWorker(settings, (job: Job) => runJob(job, tools));
  watch(worker, tools);
  const schedules = setInterval(() => void writeSchedules(queue, log), schedulesMs);
  await writeSchedules(queue, log);
  const relay = startRelay({ outbox, queue, log });
  log.info(
    { queue: settings.redisUrl ? 'redis' : 'postgresql', mail: settings.mail.transport.name },
    'worker started',
  );

  async function close(): Promise<void> {
    log.info('worker closing');
    clearInterval(schedules);
    stopping.abort();
    await relay.close();
    const isFinished = await within(patienceMs, worker.close());
    await within(1000, Promise.all([queue.close(), outbox.close()]));
    log.info({ isFinished }, 'worker closed');
  }
  let closed: Promise<void> | undefined;
  return {
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

type Tools = WorkerSettings & { queue: JobQueue; outbox: Outbox; signal: AbortSignal };

async function runJob(job: Job, tools: Tools): Promise<void> {
  const began = performance.now();
  try {
    const done = isSchedule(job.name)
      ? await runSchedule(job.name, { ...tools, realNow: new Date() })
      : await answerEvent(job, tools);
    const level =
      isSchedule(job.name) && Object.values(done).every((count) => count === 0) ? 'debug' : 'info';
    tools.log[level]({ ...lineOf(job), ...done, ms: Math.round(performance.now() - began) }, 'job done');
  } catch (error) {
    throw asJobFailure(error);
  }
}

function answerEvent(job: Job, { mail, signal }: Tools) {
  const data = job.data as EventJobData;
  const name = job.name as EventJobName;
  switch (name) {
    case 'notify':
      return notify(data, { ...mail, realNow: new Date(), signal });
    case 'import':
      return answerImportEvent(data, new Date());
    case 'package':
      return answerClosingEvent(data, new Date());
    case 'wish':
      return answerWishEvent(data, new Date());
    case 'words':
      return answerLibraryEvent(data);
    case 'links':
      return answerLinksEvent(data, new Date());
    case 'previews':
      return answerPreviewEvent(data);
    case 'machine':
      return answerMachineEvent(data, new Date());
    case 'pattern':
      return answerPatternEvent(data, new Date(), isLastAttempt(job));
    default:
      return name satisfies never;
  }
}

// The hint; the guarantee is the schedule `sweep-failures`, which also finds what a killed worker left.
function watch(worker: JobWorker, { outbox, log }: Tools): void {
  worker.on('failed', (job, error) => {
    if (!job) return;
    const isOver = isDead(job, error);
    const code = error.name === 'UnrecoverableError' ? 'stalled' : failureCode(error);
    log[isOver ? 'error' : 'warn'](
      { ...lineOf(job), failure: code, attempt: job.attemptsMade, isDead: isOver, at: placeOf(error) },
      'job failed',
    );
    if (isOver)
      keepFailure(outbox, job, code).catch((reason) =>
        log.warn({ failure: failureCode(reason) }, 'not kept'),
      );
  });
  let saidAt = 0;
  worker.on('error', (error) => {
    // Every connection reports the same trouble.
    if (Date.now() - saidAt < 10_000) return;
    saidAt = Date.now();
    log.warn({ failure: failureCode(error) }, 'queue unreachable');
  });
}

function lineOf({ name, data }: Job): Record<string, unknown> {
  const { eventId, networkId, kind } = data as Partial<EventJobData>;
  return { job: name, eventId, networkId, kind };
}

async function writeSchedules(queue: JobQueue, log: Logger): Promise<void> {
  try {
    await keepSchedules(queue);
  } catch (error) {
    // Another worker is writing the same, or the server restarts; the next turn comes in minutes.
    log.warn({ failure: failureCode(error) }, 'schedules not written');
  }
}

/** Waits for `work` at most so long. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const isDone = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return isDone;
}

function settingsOfEnvironment(overrides: Partial<WorkerSettings>): WorkerSettings {
  const { jobsDatabaseUrl, REDIS_URL, MAIL_FROM, appUrl } = env();
  return {
    jobsDatabaseUrl,
    redisUrl: REDIS_URL,
    log: overrides.log ?? workerLog(),
    mail: overrides.mail ?? { transport: mailTransport(), from: MAIL_FROM, origin: appUrl },
  };
}
