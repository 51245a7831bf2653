import type { CardPack } from '@tessera/core/cards/pack.ts';
import { paths } from '@tessera/paths/paths.ts';
import { openStore } from '../offline/store.ts';
import { afterSync, isWhole, type Kept, mostBytes, mostPacks } from './pack-rules.ts';

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
  return rows.filter((row) => row.network === network);
}

/** Keeps a language that was not here. */
export async function keepPack(network: string, language: string): Promise<void> {
  const all = await ask('packs', 'readonly', (packs) => packs.getAllKeys());
  if (all.length >= mostPacks) throw new PackError('tooMany');
  const found = await fetchPack(network, language);
  if (!found?.pack.cards.length) throw new PackError('failed');
  await put(network, { ...found, keptAt: Date.now(), isGone: false, withdrawn: null });
}

/** Asks for a newer version of what lies here. The old one stays until the new one is here whole. */
export async function refreshPack(network: string, kept: Kept): Promise<void> {
  const found = await fetchPack(network, kept.pack.language);
  await put(
    network,
    found ? afterSync(kept, found.pack, found.bytes, Date.now()) : { ...kept, isGone: true },
  );
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
  const bytes = new Blob([text]).size;
  if (bytes > mostBytes) throw new PackError('tooLarge');
  const pack = parsed(text);
  if (!pack || !isWhole(pack, network, language)) throw new PackError('broken');
  return { pack, bytes };
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
