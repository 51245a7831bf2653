import { standBack } from '@tessera/jobs/priority.server.ts';
import { startWorker } from '@tessera/jobs/worker.server.ts';
import { beforeExit, stopOnSignals } from './stopping.ts';

/** Runs a worker until it is stopped. */
export async function worker(): Promise<void> {
  // Running jobs get ten seconds to finish.
  stopOnSignals(0, 15_000);
  standBack();
  const running = await startWorker();
  beforeExit(() => running.close());
  await new Promise<never>(() => setInterval(() => {}, 60_000));
}
