export type Readability = {
  level: 'easy' | 'medium' | 'hard';
  /** Words of a sentence, on average */
  wordsPerSentence: number;
  /** Percent of the words that are long */
  longWords: number;
};

/**
 * How hard a text is to read, by LIX: words of a sentence, and per cent of words with more than six letters (C. H. Björnsson,
 * Läsbarhet, 1968; compared across languages by J. Anderson, Lix and Rix, 1983). Björnsson calls texts above 50 hard. Languages
 * that put into one word what others say in several have longer words without being harder: there a word counts as long, and
 * the text as hard, a little later. Those shifts are an estimate of ours, and the figure is a hint and no verdict on a writer.
 */
export function readabilityOf(text: string, language: string): Readability | null {
  const words = lengthsOf(text, language);
  if (words.length < fewest) return null;
  const { long, shift } = joining[language] ?? { long: 6, shift: 0 };
  const wordsPerSentence = words.length / sentencesOf(text, language);
  const longWords = (100 * words.filter((length) => length > long).length) / words.length;
  const lix = wordsPerSentence + longWords - shift;
  return {
    level: lix > 60 ? 'hard' : lix > 45 ? 'medium' : 'easy',
    wordsPerSentence: Math.round(wordsPerSentence),
    longWords: Math.round(longWords),
  };
}

/** Of less than so many words nothing can be said. */
const fewest = 20;

const joining: Record<string, { long: number; shift: number }> = {
  de: { long: 7, shift: 3 },
  fi: { long: 8, shift: 5 },
  hu: { long: 8, shift: 3 },
  tr: { long: 8, shift: 3 },
};

function lengthsOf(text: string, language: string): number[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => [...segment.replace(/\p{M}/gu, '')].length);
}

// An entry of a list and a heading end with their line.
function sentencesOf(text: string, language: string): number {
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' });
  const count = text
    .split('\n')
    .flatMap((line) => [...sentences.segment(line)])
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).length;
  return Math.max(1, count);
}
