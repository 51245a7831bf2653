import { readdirSync, readFileSync } from 'node:fs';
import { withClient } from '@tessera/db/provision.server.ts';

/** Milliseconds of CPU that a process has used so far, in all of its threads. Linux counts them in nanoseconds. */
export function cpuOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + threadCpu(pid, thread), 0);
}

function threadCpu(pid: number, thread: string): number {
  try {
    const text = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8');
    return Number(text.split(' ', 1)[0]) / 1e6;
  } catch {
    // The thread ended between the two reads.
    return 0;
  }
}

/** Megabytes of memory that a process holds. */
export function memoryOf(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1]) / 1024;
}

/** The processes of PostgreSQL that serve the product's login. */
export async function backendsOf(adminUrl: string): Promise<number[]> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename = 'tessera_app' and datname = current_database()`,
    );
    return rows.map(({ pid }) => pid);
  });
}

/** CPU of each of several processes; those that have ended are left out. */
export function cpuOfEach(pids: readonly number[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const pid of pids) {
    try {
      found.set(pid, cpuOf(pid));
    } catch {
      // A connection that was closed.
    }
  }
  return found;
}
