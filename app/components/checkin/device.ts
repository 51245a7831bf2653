// What the phone keeps: the list of people under a key that no script can read out, and the scans that wait for network.

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
type SealedList = { trainingId: string; keptUntil: string; iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('tessera-check-in', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('own');
      request.result.createObjectStore('lists', { keyPath: 'trainingId' });
      request.result.createObjectStore('queue', { keyPath: 'nonce' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function ask<T>(
  store: 'own' | 'lists' | 'queue',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await database()).transaction(store, mode);
  const request = work(transaction.objectStore(store));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The name of this device in the log of the door: made up once, and nothing but a number. */
export async function deviceId(): Promise<string> {
  const known: unknown = await ask('own', 'readonly', (own) => own.get('device'));
  if (typeof known === 'string') return known;
  const made = crypto.randomUUID();
  await ask('own', 'readwrite', (own) => own.put(made, 'device'));
  return made;
}

async function listKey(): Promise<CryptoKey> {
  const known: unknown = await ask('own', 'readonly', (own) => own.get('key'));
  if (known instanceof CryptoKey) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await ask('own', 'readwrite', (own) => own.put(made, 'key'));
  return made;
}

/** Keeps the list of a training, sealed. */
export async function keepPeople(
  trainingId: string,
  people: readonly Person[],
  keptUntil: string,
): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(people));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await listKey(), plain);
  await ask('lists', 'readwrite', (lists) =>
    lists.put({ trainingId, keptUntil, iv, data } satisfies SealedList),
  );
}

/** The list of a training as it was last kept; none when there is none or its time is over. */
export async function keptPeople(trainingId: string): Promise<Person[] | null> {
  const sealed: SealedList | undefined = await ask('lists', 'readonly', (lists) => lists.get(trainingId));
  if (!sealed || new Date(sealed.keptUntil) < new Date()) return null;
  const { iv, data } = sealed;
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await listKey(), data);
  return JSON.parse(new TextDecoder().decode(plain));
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
