// What the phone keeps of a mentor's or mentee's entries: drafts, and what waits for network. Each is sealed under a key
// that no script can read out, and belongs to one person; signing out empties the store.

type KeptDraft = { body: string; version: number; isDirty: boolean };
export type WaitingEntry = {
  nonce: string;
  personId: string;
  address: string;
  body: string;
  /** Why it will never be taken */
  refusal: 'ended' | 'refused' | null;
};
type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };
type Store = 'own' | 'drafts' | 'waiting';

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('tessera-mentoring', 1);
    request.onupgradeneeded = () => {
      for (const name of ['own', 'drafts', 'waiting'] satisfies Store[])
        request.result.createObjectStore(name);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function ask<T>(
  store: Store,
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

let key: Promise<CryptoKey> | undefined;

function sealKey(): Promise<CryptoKey> {
  key ??= (async () => {
    const known: unknown = await ask('own', 'readonly', (own) => own.get('key'));
    if (known instanceof CryptoKey) return known;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    await ask('own', 'readwrite', (own) => own.put(made, 'key'));
    return made;
  })();
  return key;
}

async function seal(value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await sealKey(), plain) };
}

async function open<T>({ iv, data }: Sealed): Promise<T> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await sealKey(), data);
  return JSON.parse(new TextDecoder().decode(plain));
}

const keyOf = (personId: string, relationId: string) => `${personId} ${relationId}`;

/** Keeps what somebody is writing about a relation. */
export async function keepDraft(personId: string, relationId: string, draft: KeptDraft): Promise<void> {
  const sealed = await seal(draft);
  await ask('drafts', 'readwrite', (drafts) => drafts.put(sealed, keyOf(personId, relationId)));
}

/** What somebody was writing about a relation on this phone. */
export async function keptDraft(personId: string, relationId: string): Promise<KeptDraft | null> {
  const sealed: Sealed | undefined = await ask('drafts', 'readonly', (drafts) =>
    drafts.get(keyOf(personId, relationId)),
  );
  return sealed ? open<KeptDraft>(sealed) : null;
}

/** Removes what somebody was writing about a relation. */
export async function dropDraft(personId: string, relationId: string): Promise<void> {
  await ask('drafts', 'readwrite', (drafts) => drafts.delete(keyOf(personId, relationId)));
}

/** Puts an entry in the line for the network. */
export async function enqueue(entry: WaitingEntry): Promise<void> {
  const sealed = await seal(entry);
  await ask('waiting', 'readwrite', (waiting) => waiting.put(sealed, entry.nonce));
}

/** What waits for the network and is somebody's own. */
export async function waitingEntries(personId: string): Promise<WaitingEntry[]> {
  const all: Sealed[] = await ask('waiting', 'readonly', (waiting) => waiting.getAll());
  const entries = await Promise.all(all.map((sealed) => open<WaitingEntry>(sealed)));
  return entries.filter((entry) => entry.personId === personId);
}

/** Takes an entry out of the line. */
export async function settle(nonce: string): Promise<void> {
  await ask('waiting', 'readwrite', (waiting) => waiting.delete(nonce));
}
