// What the phone keeps of a mentor's or mentee's entries: drafts, and what waits for network. Each is sealed under a key
// that no script can read out, and belongs to one person; signing out empties the store.

import { openStore, type Sealed } from '~/components/offline/store.ts';

type KeptDraft = { body: string; version: number; isDirty: boolean };
export type WaitingEntry = {
  nonce: string;
  personId: string;
  address: string;
  body: string;
  /** Why it will never be taken */
  refusal: 'ended' | 'refused' | null;
};

const { ask, seal, open } = openStore('tessera-mentoring', { drafts: null, waiting: null });

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
