import { closeDatabase, isDatabaseReady } from '@tessera/db/scope.server.ts';

/** Whether requests that need the database can be answered now. */
export function isReady(): Promise<boolean> {
  return isDatabaseReady();
}

/** Closes what the core keeps open, at the end of a process. */
export function close(): Promise<void> {
  return closeDatabase();
}
