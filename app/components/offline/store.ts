/** Something that only this browser can read. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

/**
 * A store of this browser with a key that no script can read out. `own` is one of its parts and holds the key.
 * @param name of the database
 * @param parts its other parts; those that name a field are kept by it, the others by the key that `put` gets
 */
export function openStore<Part extends string>(name: string, parts: Record<Part, string | null>) {
  let opened: Promise<IDBDatabase> | undefined;
  let key: Promise<CryptoKey> | undefined;

  function database(): Promise<IDBDatabase> {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('own');
        for (const [part, keyPath] of Object.entries<string | null>(parts))
          request.result.createObjectStore(part, { keyPath });
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return opened;
  }

  /** One step on one part, over when it is written. */
  async function ask<Answer>(
    part: Part | 'own',
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<Answer>,
  ): Promise<Answer> {
    const transaction = (await database()).transaction(part, mode);
    const request = work(transaction.objectStore(part));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  /** What is kept under a name in `own`; made where there is none. Of two windows that make it the first one counts for both. */
  async function ownValue<Value>(field: string, make: () => Promise<Value> | Value): Promise<Value> {
    const known: Value | undefined = await ask('own', 'readonly', (own) => own.get(field));
    if (known !== undefined) return known;
    const made = await make();
    await ask('own', 'readwrite', (own) => own.add(made, field)).catch(() => {});
    return ask('own', 'readonly', (own) => own.get(field));
  }

  function sealKey(): Promise<CryptoKey> {
    key ??= ownValue('key', () =>
      crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    );
    return key;
  }

  async function seal(value: unknown): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await sealKey(), plain) };
  }

  async function open<Value>({ iv, data }: Sealed): Promise<Value> {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await sealKey(), data);
    return JSON.parse(new TextDecoder().decode(plain));
  }

  return { ask, ownValue, seal, open };
}
