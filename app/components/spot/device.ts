import type { CardPack } from '@tessera/core/cards/pack.ts';
import { paths } from '@tessera/paths/paths.ts';
import { openStore } from '../offline/store.ts';
import {
  afterSync,
  isWhole,
  type Kept,
  mostBytes,
  mostPacks,
  type Recordings,
  weightOf,
} from './pack-rules.ts';

/**
 * Cards on this device. They are the same for everybody and say nothing about who uses them: which languages lie here is
 * all that is known, and what is shown of them is not written down.
 */
const { ask } = openStore('tessera-cards', { packs: null });

type Row = Kept & { network: string; language: string };
export type Failure = 'failed' | 'broken' | 'tooLarge' | 'tooMany';

/** Why cards could not be fetched or kept. */
export class PackError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

/** What lies here of a network. */
export async function keptPacks(network: string): Promise<Kept[]> {
  const rows: Row[] = await ask('packs', 'readonly', (packs) => packs.getAll());
  return rows
    .filter((row) => row.network === network)
    .map((row) => ({ ...row, pack: withNotes(row.pack), recordings: row.recordings ?? {} }));
}

// What was kept before cards had notes, or words to point at, lies here until a new version comes.
function withNotes(pack: CardPack): CardPack {
  const cards = pack.cards.map((card) => ({ ...card, notes: card.notes ?? {}, choices: card.choices ?? [] }));
  return { ...pack, cards, choices: pack.choices ?? {} };
}

/** Keeps a language that was not here. */
export async function keepPack(network: string, language: string): Promise<void> {
  const all = await ask('packs', 'readonly', (packs) => packs.getAllKeys());
  if (all.length >= mostPacks) throw new PackError('tooMany');
  const found = await fetchPack(network, language);
  if (!found?.pack.cards.length) throw new PackError('failed');
  const recordings = await fetchRecordings(network, found.pack, {});
  await put(network, { ...found, recordings, keptAt: Date.now(), isGone: false, withdrawn: null });
}

/** Asks for a newer version of what lies here. The old one stays until the new one is here whole. */
export async function refreshPack(network: string, kept: Kept): Promise<void> {
  const found = await fetchPack(network, kept.pack.language);
  if (!found) return put(network, { ...kept, isGone: true });
  const recordings = await fetchRecordings(network, found.pack, kept.recordings);
  await put(network, afterSync(kept, { ...found, recordings }, Date.now()));
}

/** The warning about what was withdrawn has been read. */
export async function takeNote(network: string, kept: Kept): Promise<void> {
  if (kept.isGone && kept.pack.cards.length === 0) return removePack(network, kept.pack.language);
  await put(network, { ...kept, withdrawn: null });
}

export async function removePack(network: string, language: string): Promise<void> {
  await ask('packs', 'readwrite', (packs) => packs.delete(keyOf(network, language)));
}

/** The cards of a language as the network has them now, null when it has none any more; nobody is named to it. */
export async function fetchPack(
  network: string,
  language: string,
): Promise<{ pack: CardPack; bytes: number } | null> {
  const answer = await fetch(paths.cardPack(network, language), { credentials: 'omit', cache: 'no-cache' });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new PackError('failed');
  const text = await answer.text().catch(() => {
    throw new PackError('broken');
  });
  const pack = parsed(text);
  if (!pack || !isWhole(pack, network, language)) throw new PackError('broken');
  const bytes = weightOf(pack, new Blob([text]).size);
  if (bytes > mostBytes) throw new PackError('tooLarge');
  return { pack, bytes };
}

/** The recordings of all its cards, whichever will be shown; those that are known are not asked for again. */
export async function fetchRecordings(
  network: string,
  pack: CardPack,
  known: Recordings,
): Promise<Recordings> {
  const found: Recordings = {};
  for (const { recording } of pack.cards) {
    if (!recording) continue;
    found[recording.id] = known[recording.id] ?? (await fetchRecording(network, recording));
  }
  return found;
}

async function fetchRecording(network: string, { id, bytes: size }: { id: string; bytes: number }) {
  const answer = await fetch(paths.cardRecording(network, id), { credentials: 'omit' });
  if (!answer.ok) throw new PackError('broken');
  const bytes = await answer.arrayBuffer().catch(() => {
    throw new PackError('broken');
  });
  if (bytes.byteLength !== size) throw new PackError('broken');
  return { mime: answer.headers.get('Content-Type') ?? '', bytes };
}

async function put(network: string, kept: Kept): Promise<void> {
  const { language } = kept.pack;
  const row: Row = { ...kept, network, language };
  await ask('packs', 'readwrite', (packs) => packs.put(row, keyOf(network, language)));
}

function parsed(text: string): CardPack | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const keyOf = (network: string, language: string) => `${network} ${language}`;
