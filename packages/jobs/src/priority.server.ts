import { constants, setPriority } from 'node:os';

/** Lets this process stand back behind those that answer people, where one machine runs both. */
export function standBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not every system lets a process do that; the work is done all the same.
  }
}
