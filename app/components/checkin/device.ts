// What the phone keeps: the list of people under a key that no script can read out, and the scans that wait for network.

import { openStore, type Sealed } from '~/components/offline/store.ts';

export type Person = {
  seatId: string;
  /** SHA-256 of the code */
  hash: string;
  name: string;
  institution: string;
  sessionIds: string[];
};
export type WaitingScan = {
  nonce: string;
  trainingId: string;
  sessionId: string;
  device: string;
  kind: 'in' | 'undo';
  happenedAt: string;
  seatId: string | null;
  text: string;
  isAdmitted: boolean;
};
type SealedList = Sealed & { trainingId: string; keptUntil: string };

const { ask, ownValue, seal, open } = openStore('tessera-check-in', { lists: 'trainingId', queue: 'nonce' });

/** The name of this device in the log of the door: made up once, and nothing but a number. */
export function deviceId(): Promise<string> {
  return ownValue('device', () => crypto.randomUUID());
}

/** Keeps the list of a training, sealed. */
export async function keepPeople(
  trainingId: string,
  people: readonly Person[],
  keptUntil: string,
): Promise<void> {
  const sealed: SealedList = { trainingId, keptUntil, ...(await seal(people)) };
  await ask('lists', 'readwrite', (lists) => lists.put(sealed));
}

/** The list of a training as it was last kept; none when there is none or its time is over. */
export async function keptPeople(trainingId: string): Promise<Person[] | null> {
  const sealed: SealedList | undefined = await ask('lists', 'readonly', (lists) => lists.get(trainingId));
  if (!sealed || new Date(sealed.keptUntil) < new Date()) return null;
  return open<Person[]>(sealed);
}

/** Removes the list of a training. */
export async function dropPeople(trainingId: string): Promise<void> {
  await ask('lists', 'readwrite', (lists) => lists.delete(trainingId));
}

/** Removes every list whose event is over. */
export async function dropOldLists(): Promise<void> {
  const lists: SealedList[] = await ask('lists', 'readonly', (store) => store.getAll());
  for (const { trainingId, keptUntil } of lists)
    if (new Date(keptUntil) < new Date()) await dropPeople(trainingId);
}

/** Puts a scan in the line for the network. */
export async function enqueue(scan: WaitingScan): Promise<void> {
  await ask('queue', 'readwrite', (queue) => queue.put(scan));
}

/** What waits for the network, of one training. */
export async function waitingScans(trainingId: string): Promise<WaitingScan[]> {
  const all: WaitingScan[] = await ask('queue', 'readonly', (queue) => queue.getAll());
  return all
    .filter((scan) => scan.trainingId === trainingId)
    .sort((a, b) => a.happenedAt.localeCompare(b.happenedAt));
}

/** Takes scans that were answered out of the line. */
export async function settle(nonces: readonly string[]): Promise<void> {
  for (const nonce of nonces) await ask('queue', 'readwrite', (queue) => queue.delete(nonce));
}
