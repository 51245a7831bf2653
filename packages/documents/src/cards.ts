/** The ways in which cards are printed. */
export const paperFormats = ['board', 'cards', 'fold'] as const;
export type PaperFormat = (typeof paperFormats)[number];

const innerPages = 6;
const mostOnPage = 4;

/** How many cards a folded sheet holds. */
export const mostInFold = innerPages * mostOnPage;

/**
 * The six inner pages of a folded sheet: the most important cards, as few to a page as there is room for, in the order in
 * which they came.
 */
export function foldPages<Card extends { priority: number }>(
  cards: readonly Card[],
): { perPage: number; pages: Card[][] } {
  const kept = new Set([...cards].sort((one, other) => one.priority - other.priority).slice(0, mostInFold));
  const chosen = cards.filter((card) => kept.has(card));
  const perPage = Math.max(1, Math.ceil(chosen.length / innerPages));
  return {
    perPage,
    pages: Array.from({ length: innerPages }, (_, page) =>
      chosen.slice(page * perPage, (page + 1) * perPage),
    ),
  };
}

/** What belongs together, in the order in which each first came. */
export function bySituation<Card extends { situation: string }>(
  cards: readonly Card[],
): { title: string; cards: Card[] }[] {
  const groups = new Map<string, Card[]>();
  for (const card of cards) groups.set(card.situation, [...(groups.get(card.situation) ?? []), card]);
  return [...groups].map(([title, own]) => ({ title, cards: own }));
}
