import { sweepCare } from '@tessera/core/care/sweep.server.ts';
import { endClosings } from '@tessera/core/closing/delete.server.ts';
import { sweepEvaluations } from '@tessera/core/evaluations/sweep.server.ts';
import { sweepPreviews } from '@tessera/core/files/previews.server.ts';
import { purgeFiles } from '@tessera/core/files/purge.server.ts';
import { purgeIdentity } from '@tessera/core/identity/purge.server.ts';
import { sweepLibrary } from '@tessera/core/library/sweep.server.ts';
import { sweepLinks } from '@tessera/core/links/check.server.ts';
import { collectDigests } from '@tessera/core/messages/digest.server.ts';
import { noteWorker } from '@tessera/core/operator/queries.server.ts';
import { sweepPrerequisites } from '@tessera/core/prerequisites/sweep.server.ts';
import { purgeEverywhere } from '@tessera/core/privacy/retention.server.ts';
import { sweepFollowUps } from '@tessera/core/reminders/after-sweep.server.ts';
import { sweepReminders } from '@tessera/core/reminders/sweep.server.ts';
import { sweepSeats } from '@tessera/core/seats/sweep.server.ts';
import { sweepCourses } from '@tessera/core/trainings/sweep.server.ts';
import { sweepMachineOrders } from '@tessera/core/translators/machine/sweep.server.ts';
import type { Outbox } from '@tessera/db/outbox.server.ts';
import { sweepFailures } from './failures.server.ts';
import type { JobQueue } from './queue.server.ts';

const minute = 60_000;

const schedules = {
  'sweep-seats': minute,
  'sweep-courses': minute,
  'sweep-reminders': minute,
  'sweep-failures': minute,
  'sweep-evaluations': 10 * minute,
  'sweep-care': 10 * minute,
  'sweep-library': 60 * minute,
  'sweep-links': 60 * minute,
  'sweep-machine': 10 * minute,
  'sweep-previews': 60 * minute,
  'collect-digests': 5 * minute,
  'purge-identity': 60 * minute,
  'sweep-prerequisites': 24 * 60 * minute,
  'end-retention': 24 * 60 * minute,
  'purge-files': 60 * minute,
  'end-closings': 60 * minute,
} as const;

export type ScheduleName = keyof typeof schedules;

export function isSchedule(name: string): name is ScheduleName {
  return Object.hasOwn(schedules, name);
}

/**
 * Writes the schedules into the queue. Safe to repeat, and to be repeated: a run that a crash swallowed takes its
 * successor with it, until somebody writes the schedule again.
 */
export async function keepSchedules(queue: JobQueue): Promise<void> {
  for (const [name, every] of Object.entries(schedules)) {
    const opts = { attempts: 1, removeOnComplete: true, removeOnFail: false, stackTraceLimit: 0 };
    await queue.upsertJobScheduler(name, { every }, { name, data: {}, opts });
  }
}

/** Does what a schedule is for. */
export async function runSchedule(
  name: ScheduleName,
  at: { queue: JobQueue; outbox: Outbox; realNow: Date },
) {
  switch (name) {
    case 'sweep-seats':
      await noteWorker(at.realNow);
      return { trainings: await sweepSeats(at.realNow) };
    case 'sweep-courses':
      return { trainings: await sweepCourses(at.realNow) };
    case 'sweep-reminders':
      return { trainings: (await sweepReminders(at.realNow)) + (await sweepFollowUps(at.realNow)) };
    case 'sweep-failures':
      return { dead: await sweepFailures(at.queue, at.outbox) };
    case 'sweep-prerequisites':
      return { told: await sweepPrerequisites(at.realNow) };
    case 'sweep-evaluations':
      return { steps: await sweepEvaluations(at.realNow) };
    case 'sweep-care':
      return { told: await sweepCare(at.realNow) };
    case 'sweep-library':
      return { due: await sweepLibrary(at.realNow) };
    case 'sweep-links':
      return sweepLinks(at.realNow);
    case 'sweep-machine':
      return { orders: await sweepMachineOrders(at.realNow) };
    case 'sweep-previews':
      return { previews: await sweepPreviews() };
    case 'collect-digests':
      return { digests: await collectDigests(at.realNow) };
    case 'purge-identity':
      return purgeIdentity(at.realNow);
    case 'end-retention':
      return purgeEverywhere(at.realNow);
    case 'purge-files':
      return { files: await purgeFiles(at.realNow) };
    case 'end-closings':
      return endClosings(at.realNow);
    default:
      return name satisfies never;
  }
}
