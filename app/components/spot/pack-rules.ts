import type { CardPack, PackCard, PackChoice } from '@tessera/core/cards/pack.ts';

/** What a device keeps at most: languages, and bytes for each of them with its recordings. */
export const mostPacks = 12;
export const mostBytes = 8_000_000;

/** Recordings by their id */
export type Recordings = Record<string, { mime: string; bytes: ArrayBuffer }>;

/** A language of a network as it lies on this device. */
export type Kept = {
  pack: CardPack;
  recordings: Recordings;
  /** Of the pack and its recordings */
  bytes: number;
  /** When it came, in milliseconds */
  keptAt: number;
  /** The network offers it no more, so nothing new comes. */
  isGone: boolean;
  /** Cards that went and that nobody has taken note of yet */
  withdrawn: { count: number; at: string } | null;
};

/** Whether everything is there that the cards need. */
export function isWhole(pack: CardPack, network: string, language: string): boolean {
  return (
    pack.network?.code === network &&
    pack.language === language &&
    Boolean(pack.version) &&
    Array.isArray(pack.withdrawn) &&
    Array.isArray(pack.cards) &&
    pack.cards.every(
      ({ id, host, text, pictogram }) => id && host && text && Boolean(pack.pictograms?.[pictogram]?.svg),
    ) &&
    Object.values(pack.choices ?? {}).every(
      ({ host, text, pictogram }) => host && text && Boolean(pack.pictograms[pictogram]?.svg),
    )
  );
}

/** What can be pointed at beneath a card, in its order; nothing in a pack that was kept before there was any. */
export function choicesOf(
  pack: CardPack,
  ids: readonly string[] | undefined,
): (PackChoice & { id: string })[] {
  return (ids ?? []).flatMap((id) => {
    const choice = pack.choices?.[id];
    return choice ? [{ id, ...choice }] : [];
  });
}

/**
 * What lies on the device after an answer of the network: what was withdrawn is gone and said so; of a language without
 * any cards the old ones stay, marked as no longer kept up to date.
 */
export function afterSync(
  kept: Kept,
  { pack: next, recordings, bytes }: Pick<Kept, 'pack' | 'recordings' | 'bytes'>,
  now: number,
): Kept {
  const had = new Set([...kept.pack.cards.map(({ id }) => id), ...Object.keys(kept.pack.choices ?? {})]);
  const gone = next.withdrawn.filter(({ id }) => had.has(id));
  const withdrawn = addedTo(kept.withdrawn, gone);
  if (next.cards.length > 0) return { pack: next, recordings, bytes, keptAt: now, isGone: false, withdrawn };
  const goneIds = new Set(gone.map(({ id }) => id));
  const cards = kept.pack.cards.filter(({ id }) => !goneIds.has(id));
  const choices = Object.fromEntries(
    Object.entries(kept.pack.choices ?? {}).filter(([id]) => !goneIds.has(id)),
  );
  return { ...kept, pack: { ...kept.pack, cards, choices }, isGone: true, withdrawn };
}

function addedTo(before: Kept['withdrawn'], gone: CardPack['withdrawn']): Kept['withdrawn'] {
  const at = [before?.at ?? '', ...gone.map((each) => each.at)].sort().at(-1) ?? '';
  const count = gone.length + (before?.count ?? 0);
  return count > 0 ? { count, at } : null;
}

/** What a pack and its recordings weigh. */
export function weightOf(pack: CardPack, packBytes: number): number {
  return pack.cards.reduce((sum, { recording }) => sum + (recording?.bytes ?? 0), packBytes);
}

/** The situations of a pack in its order, each with its cards. */
export function situationsOf(pack: CardPack): { situation: PackCard['situation']; cards: PackCard[] }[] {
  const groups = new Map<PackCard['situation'], PackCard[]>();
  for (const card of pack.cards) groups.set(card.situation, [...(groups.get(card.situation) ?? []), card]);
  return [...groups].map(([situation, cards]) => ({ situation, cards }));
}

/** A text in pieces: telephone numbers, which are dialled and keep their order, and what stands between them. */
export function piecesOf(text: string): { text: string; isNumber: boolean }[] {
  return text
    .split(/((?<![\d.,:])\+?\d[\d \u00a0/()-]+\d(?![\d.,:]*\d))/u)
    .map((piece, index) => ({
      text: piece,
      isNumber: index % 2 === 1 && piece.replace(/\D/g, '').length >= 3,
    }))
    .filter((piece) => piece.text !== '');
}

/** A picture as the address of an image: nothing in it can run. */
export function pictureUrl(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

type Voice = { lang: string; localService: boolean };
const voicesFor: Record<string, RegExp> = {
  prs: /^(prs|fa-AF)\b/i,
  fa: /^fa(?!-AF)\b/i,
  kmr: /^(kmr|ku)\b/i,
};

/** A voice of the device itself for a language: one that reads elsewhere would be told what is read. */
export function voiceFor<V extends Voice>(voices: readonly V[], language: string): V | undefined {
  const wanted = voicesFor[language] ?? new RegExp(`^${language}\\b`, 'i');
  return voices.find(({ lang, localService }) => localService && wanted.test(lang.replace('_', '-')));
}
