import type { RenderedMail } from './mails.ts';
import { oneLine } from './one-line.ts';

/** Mails of one sending that differ in a few words alone: each sheet is written once and filled in for every reader. */
export type Sheets = Map<string, Promise<RenderedMail>>;

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

/** The mail with its blanks filled in, as if it had been written for this reader alone. */
export function filled({ subject, html, text }: RenderedMail, words: readonly string[]): RenderedMail {
  const fill = (sheet: string, write: (own: string) => string) =>
    sheet
      .split(gap)
      .map((piece, index) => (index % 2 === 0 ? piece : write(words[Number(piece)] ?? '')))
      .join('');
  return { subject: fill(subject, oneLine), html: fill(html, escaped), text: fill(text, spaced) };
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
