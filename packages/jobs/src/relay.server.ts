import type { Outbox, OutboxEvent } from '@tessera/db/outbox.server.ts';
import type { Logger } from 'pino';
import { failureCode } from './failures.server.ts';
import type { JobQueue } from './queue.server.ts';
import { type EventJobData, jobId, jobsFor } from './subscriptions.ts';

const batch = 100;
const pollMs = 1000;
const longestWaitMs = 4_000;

export type Relay = { close(): Promise<void> };

/** Hands one batch of committed events to the queue. Any number of relays may do so at once. */
export function relayOnce(outbox: Outbox, queue: JobQueue): Promise<number> {
  return outbox.deliver(batch, (events) => addJobs(queue, events));
}

/** Adds the jobs of events. Adding them again adds nothing, because the ids are the same. */
export async function addJobs(queue: JobQueue, events: readonly OutboxEvent[]): Promise<void> {
  const jobs = events.flatMap((event) =>
    jobsFor(event.kind).map((name) => ({ name, data: dataOf(event), opts: { jobId: jobId(event, name) } })),
  );
  if (jobs.length > 0) await queue.addBulk(jobs);
}

/**
 * Hands events to the queue as they are committed: at once by the database's notification, and at the latest after one
 * second, which also finds what a lost notification or an ended process left behind.
 */
export function startRelay({ outbox, queue, log }: { outbox: Outbox; queue: JobQueue; log: Logger }): Relay {
  const bell = makeBell();
  const stopListening = outbox.listen(bell.ring);
  let isClosing = false;
  const running = run();

  async function run(): Promise<void> {
    let failures = 0;
    while (!isClosing) {
      try {
        const taken = await relayOnce(outbox, queue);
        if (failures > 0) log.info({ failures }, 'relay works again');
        failures = 0;
        if (taken < batch) await bell.rung(pollMs);
      } catch (error) {
        failures += 1;
        log.warn({ failure: failureCode(error), failures }, 'relay waits');
        await bell.quiet(Math.min(250 * 2 ** failures, longestWaitMs));
      }
    }
  }

  return {
    close: async () => {
      isClosing = true;
      bell.close();
      await stopListening();
      await running;
    },
  };
}

function dataOf({ id, networkId, kind, round }: OutboxEvent): EventJobData {
  return { eventId: id, networkId, kind, round };
}

/** Waits that a notification ends early (`rung`), or only the closing (`quiet`). A ring while nobody waits is kept. */
function makeBell() {
  let isRung = false;
  let isClosed = false;
  let wakeUp: (() => void) | undefined;
  let hears = false;

  function wait(ms: number): Promise<void> {
    if (isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        wakeUp = undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      wakeUp = done;
    });
  }

  return {
    ring: () => {
      isRung = true;
      if (hears) wakeUp?.();
    },
    rung: async (ms: number) => {
      hears = true;
      if (!isRung) await wait(ms);
      hears = false;
      isRung = false;
    },
    quiet: async (ms: number) => wait(ms),
    close: () => {
      isClosed = true;
      wakeUp?.();
    },
  };
}
