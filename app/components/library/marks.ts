export type Part = { at: number; words: string; isHit: boolean };

/** Cuts a text where the words of a query begin and end in it, whatever their case and their marks. */
export function partsOf(text: string, query: string): Part[] {
  const wanted = fold(query)
    .letters.split(/\s+/)
    .filter((word) => word.length > 1);
  const { letters, places } = fold(text);
  const isHit = new Array<boolean>(text.length).fill(false);
  for (const word of wanted)
    for (let at = letters.indexOf(word); at !== -1; at = letters.indexOf(word, at + word.length))
      isHit.fill(true, places[at], places[at + word.length] ?? text.length);
  const parts: Part[] = [];
  for (let at = 0; at < text.length; at++) {
    const last = parts.at(-1);
    if (last && last.isHit === isHit[at]) last.words += text[at];
    else parts.push({ at, words: text[at] ?? '', isHit: isHit[at] ?? false });
  }
  return parts;
}

/** The letters without case and marks, each with its place in the text. */
function fold(text: string): { letters: string; places: number[] } {
  let letters = '';
  const places: number[] = [];
  let place = 0;
  for (const sign of text) {
    const plain = sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (let index = 0; index < plain.length; index++) places.push(place);
    letters += plain;
    place += sign.length;
  }
  return { letters, places };
}
