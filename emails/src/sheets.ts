import type { RenderedMail } from './mails.ts';
import { oneLine } from './one-line.ts';

/** Mails of one sending that differ in a few words alone: each sheet is written once and filled in for every reader. */
export type Sheets = Map<string, Promise<Sheet>>;

/** A mail with its blanks, in pieces. */
type Sheet = { subject: Part; html: Part; text: Part };
type Part = { pieces: readonly string[]; blanks: readonly number[] };

/**
 * What a part of a mail is made of: pieces of its sheet, the very same list in every mail of the sheet, and between each two
 * of them words of its reader.
 */
export type Filling = { pieces: readonly string[]; own: readonly string[] };

/** Leaves a blank in place of words that are one reader's alone: a name, or a part of an address without marks. */
export type Blank = (words: string) => string;

// Nobody can type a blank: the mark is made anew with each process. Letters and digits survive every escaping.
const mark = `zq${crypto.randomUUID().replaceAll('-', '')}`;
const gap = new RegExp(`${mark}n(\\d+)e`);

/** Makes blanks, and remembers what belongs into them. */
export function openBlanks(): { blank: Blank; words: string[] } {
  const words: string[] = [];
  return { words, blank: (own) => `${mark}n${words.push(own) - 1}e` };
}

/**
 * Whether words can stand in a blank. What a page would join with its surroundings, as a space at an edge is, or leave out, as it
 * would nobody's name, can not: such a mail is written for its reader alone.
 */
export function canFill(words: string): boolean {
  return /^[^\s\p{C}](?:[^\0]*[^\s\p{C}])?$/u.test(words);
}

/** Cuts a written mail where its blanks are. */
export function sheetOf({ subject, html, text }: RenderedMail): Sheet {
  return { subject: cut(subject), html: cut(html), text: cut(text) };
}

function cut(written: string): Part {
  const parts = written.split(gap);
  return {
    pieces: parts.filter((_, index) => index % 2 === 0),
    blanks: parts.filter((_, index) => index % 2 === 1).map(Number),
  };
}

/** The mail with its blanks filled in, as if it had been written for this reader alone, and what it is made of. */
export function filled({ subject, html, text }: Sheet, words: readonly string[]): RenderedMail {
  const fillings = { html: fill(html, words, escaped), text: fill(text, words, spaced) };
  return {
    subject: joined(fill(subject, words, oneLine)),
    html: joined(fillings.html),
    text: joined(fillings.text),
    fillings,
  };
}

function fill({ pieces, blanks }: Part, words: readonly string[], write: (own: string) => string): Filling {
  return { pieces, own: blanks.map((place) => write(words[place] ?? '')) };
}

// Added one to the other, the engine copies nothing until somebody reads the whole; a transport may never do that.
function joined({ pieces, own }: Filling): string {
  let whole = pieces[0] ?? '';
  for (let place = 0; place < own.length; place += 1) whole += `${own[place]}${pieces[place + 1]}`;
  return whole;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function spaced(words: string): string {
  return words.replace(/[ \t\n\r\f\u200b]+/g, ' ');
}
