import { redactedPaths } from '@tessera/core/privacy/redaction.ts';
import { env } from '@tessera/env/env.server.ts';
import { type DestinationStream, type Logger, pino } from 'pino';

/** The log of a worker: ids, codes, counts and durations, one line each; never an address, a name or a content. */
export function workerLog(destination?: DestinationStream): Logger {
  const options = { name: 'worker', level: env().LOG_LEVEL, redact: redactedPaths };
  return destination ? pino(options, destination) : pino(options);
}
