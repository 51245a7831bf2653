export type Piece = { kind: 'same' | 'gone' | 'new'; words: string };

/** So many pairs of words are compared; longer texts are shown as a whole. */
const mostPairs = 1_000_000;

/** What changed from one text to another, word by word. */
export function wordDiff(before: string, after: string): Piece[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length * other.length > mostPairs)
    return [
      { kind: 'gone', words: before },
      { kind: 'new', words: after },
    ];
  const common = commonLengths(one, other);
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], words: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.words += words;
    else pieces.push({ kind, words });
  };
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [left, right] = [one[i], other[j]];
    if (left !== undefined && left === right) {
      add('same', left);
      i += 1;
      j += 1;
    } else if (left !== undefined && at(common, i + 1, j) >= at(common, i, j + 1)) {
      add('gone', left);
      i += 1;
    } else if (right !== undefined) {
      add('new', right);
      j += 1;
    } else if (left !== undefined) {
      add('gone', left);
      i += 1;
    }
  }
  return pieces;
}

// Words and what is between them.
function wordsOf(text: string): string[] {
  return text.match(/\S+|\s+/g) ?? [];
}

/** How many words the rests of both texts have in common, from each place on. */
function commonLengths(one: readonly string[], other: readonly string[]): number[][] {
  const lengths: number[][] = Array.from({ length: one.length + 1 }, () =>
    new Array(other.length + 1).fill(0),
  );
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row)
        row[j] =
          one[i] === other[j]
            ? at(lengths, i + 1, j + 1) + 1
            : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  return lengths;
}

const at = (lengths: readonly (readonly number[])[], i: number, j: number) => lengths[i]?.[j] ?? -1;
