/** Stands where a line ends inside a paragraph: it parts words, or one word. */
export const lineEnd = '\u2028';

// A word goes on in small letters, or in a script that knows none.
const partedWord = /(\p{L}[\p{L}\p{M}]{0,60})(?:\u2028|[-\u2010] )((?:\p{Ll}|\p{Lo})[\p{L}\p{M}]{0,60})/gu;
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
// In a PDF lam and alef are one sign, of which the two letters come in the order that they are drawn.
const turnedLigature = /(?<=[\p{L}\p{M}])([اأإآ])ل/gu;

/**
 * Text as it is looked for: without the marks that show where a word may be parted, and with each word that the end of a line
 * parts a second time, in one piece, behind the text.
 */
export function withWholeWords(text: string): string {
  const visible = text.replace(invisible, '');
  const whole = [...visible.matchAll(partedWord)].map(([, start, end]) => `${start}${end}`);
  return [visible.replaceAll(lineEnd, ' '), ...new Set(whole)].join(' ');
}

/** Text of a PDF, with each Arabic word that may hold lam and alef in the order of drawing a second time, in that of reading. */
export function withReadLigatures(text: string): string {
  const words = text.match(/[\p{Script=Arabic}\p{M}]+/gu) ?? [];
  const turned = words
    .map((word) => word.replace(turnedLigature, 'ل$1'))
    .filter((word, at) => word !== words[at]);
  return [text, ...new Set(turned)].join(' ');
}
