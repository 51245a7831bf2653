import { DomainError } from '@tessera/core/errors.ts';
import type { Outbox } from '@tessera/db/outbox.server.ts';
import { MailError } from '@tessera/emails/transport.ts';
import type { Job } from 'bullmq';
import type { JobQueue } from './queue.server.ts';
import type { EventJobData } from './subscriptions.ts';

/**
 * Why a job did not succeed, as a short code: what is written into the queue, the list of dead jobs and the log. The
 * words of the original error may quote an address or a name, so they stay out.
 */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
  readonly retryAfterMs: number;

  constructor(code: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(code, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs ?? 0;
    // The queue stores the stack, which begins with the words.
    this.stack = code;
  }
}

/** Makes a failure of whatever was thrown. */
export function asJobFailure(error: unknown): JobFailure {
  if (error instanceof JobFailure) return error;
  const retryAfterMs = error instanceof MailError ? error.retryAfterMs : undefined;
  return new JobFailure(failureCode(error), { cause: error, ...(retryAfterMs ? { retryAfterMs } : {}) });
}

/** The short code of an error: `mail_rate_limited:daily_quota_exceeded`, `database_57P01`, `error_TypeError`. */
export function failureCode(error: unknown): string {
  if (error instanceof JobFailure) return error.message;
  if (error instanceof MailError) return `mail_${error.code}:${error.reason}`;
  if (error instanceof DomainError) return `domain_${error.code}`;
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^[0-9A-Z]{5}$/.test(code)) return `database_${code}`;
  if (/^[A-Za-z0-9_]{1,40}$/.test(code)) return `error_${code}`;
  return /^[A-Za-z]{1,60}$/.test(error.name) ? `error_${error.name}` : 'unknown';
}

/** Where an error was thrown, without its words. */
export function placeOf(error: unknown): string[] {
  const origin = error instanceof JobFailure ? error.cause : error;
  if (!(origin instanceof Error)) return [];
  return (origin.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6);
}

/** Whether a job that runs will not be tried again when it fails. */
export function isLastAttempt(job: Job): boolean {
  return job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
}

/** Whether a job that just failed will not be tried again. */
export function isDead(job: Job, error: Error): boolean {
  return error.name === 'UnrecoverableError' || job.attemptsMade >= (job.opts.attempts ?? 1);
}

/**
 * Puts a dead job on the operator's list and takes it out of the queue. A job of a schedule just leaves: its next run
 * comes by itself.
 */
export async function keepFailure(outbox: Outbox, job: Job, code: string): Promise<void> {
  const event = eventOf(job);
  if (event) await outbox.markFailed(event, code);
  await job.remove();
}

/**
 * Puts every dead job of the queue on the list: also those whose worker ended before it could, and those that no worker
 * survived.
 * @returns how many there were
 */
export async function sweepFailures(queue: JobQueue, outbox: Outbox): Promise<number> {
  const dead = await queue.getFailed(0, 199);
  for (const job of dead) {
    const reason = job.failedReason ?? '';
    await keepFailure(outbox, job, /^[A-Za-z0-9_.:-]{1,120}$/.test(reason) ? reason : 'stalled');
  }
  return dead.length;
}

function eventOf(job: Job): { id: string; networkId: string; round: number } | null {
  const { eventId, networkId, round } = (job.data ?? {}) as Partial<EventJobData>;
  if (!eventId || !networkId || round === undefined) return null;
  return { id: eventId, networkId, round };
}
