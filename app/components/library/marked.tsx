import { type Part, partsOf } from './marks.ts';

/** A text in which the words that were looked for stand out. */
export function Marked({ text, query }: { text: string; query: string }) {
  return partsOf(text, query).map(({ at, words, isHit }: Part) =>
    isHit ? (
      <mark key={at} className="bg-sunk font-semibold text-ink underline decoration-accent decoration-2">
        {words}
      </mark>
    ) : (
      words
    ),
  );
}
