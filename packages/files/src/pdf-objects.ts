/** A value of PDF: names begin with `/`, texts are `Text`, what is written once and named by a number is a `Ref`. */
export type PdfValue = string | Text | Ref | PdfDict | PdfValue[];
export type Text = { text: string };
export type Ref = { ref: number };
export type PdfDict = { entries: Map<string, PdfValue>; isStream: boolean };

/**
 * The objects of a PDF as PDFium writes it: one table of places, no objects inside streams, names without escapes.
 * Nothing is read before it is asked for.
 * @throws RangeError when it is written in another way
 */
export function pdfObjects(file: Buffer): { root: PdfValue; at: (ref: Ref) => PdfValue | null } {
  const places = placesOf(file);
  const trailer = valueAt(file, file.lastIndexOf('trailer', undefined, 'latin1') + 'trailer'.length);
  const root = isDict(trailer) ? trailer.entries.get('Root') : undefined;
  if (!root) throw new RangeError('no root');
  return {
    root,
    at: ({ ref }) => {
      const place = places.get(ref);
      return place === undefined ? null : valueAt(file, file.indexOf('obj', place, 'latin1') + 'obj'.length);
    },
  };
}

const is = (value: PdfValue | null | undefined, key: string) =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);
export const isDict = (value: PdfValue | null | undefined): value is PdfDict => is(value, 'entries');
export const isRef = (value: PdfValue | null | undefined): value is Ref => is(value, 'ref');
export const isText = (value: PdfValue | null | undefined): value is Text => is(value, 'text');

// ISO 32000-2, 7.5.4: groups of lines of 20 bytes each.
function placesOf(file: Buffer): Map<number, number> {
  const tail = file.toString('latin1', Math.max(0, file.length - 64));
  const [, start = ''] = /startxref\s+(\d+)/.exec(tail) ?? [];
  let at =
    Number(start) +
    (/^xref\s+/.exec(file.toString('latin1', Number(start), Number(start) + 8))?.[0].length ?? 0);
  const places = new Map<number, number>();
  for (;;) {
    const [line, first = '', count = ''] = /^(\d+) (\d+)\s+/.exec(file.toString('latin1', at, at + 32)) ?? [];
    if (!line) break;
    at += line.length;
    for (let number = 0; number < Number(count); number++, at += 20)
      if (file[at + 17] === 0x6e)
        places.set(Number(first) + number, Number(file.toString('latin1', at, at + 10)));
  }
  if (places.size === 0) throw new RangeError('no table');
  return places;
}

const spaces = new Set([0, 9, 10, 12, 13, 32]);
const marks = new Set([...'()<>[]{}/%'].map((mark) => mark.charCodeAt(0)));

function valueAt(file: Buffer, start: number): PdfValue {
  let at = start;
  const char = (ahead = 0) => String.fromCharCode(file[at + ahead] ?? 0);
  const skip = () => {
    while (at < file.length && spaces.has(file[at] ?? 0)) at++;
  };
  const word = () => {
    const from = at;
    while (at < file.length && !spaces.has(file[at] ?? 0) && !marks.has(file[at] ?? 0)) at++;
    return file.toString('latin1', from, at);
  };
  const value = (): PdfValue => {
    skip();
    if (at >= file.length) throw new RangeError('cut off');
    if (char() === '/') {
      at++;
      return `/${named(word())}`;
    }
    if (char() === '<') return char(1) === '<' ? dict() : hexadecimal();
    if (char() === '(') return literal();
    if (char() === '[') return list();
    const plain = word();
    if (!plain) throw new RangeError('no value');
    const after = /^\d+$/.test(plain) && /^\s+\d+\s+R(?![A-Za-z])/.exec(file.toString('latin1', at, at + 24));
    if (!after) return plain;
    at += after[0].length;
    return { ref: Number(plain) };
  };
  const dict = (): PdfDict => {
    at += 2;
    const entries = new Map<string, PdfValue>();
    for (skip(); !(char() === '>' && char(1) === '>'); skip()) {
      const key = value();
      if (typeof key !== 'string' || !key.startsWith('/')) throw new RangeError('no key');
      entries.set(key.slice(1), value());
    }
    at += 2;
    skip();
    return { entries, isStream: file.toString('latin1', at, at + 6) === 'stream' };
  };
  const list = (): PdfValue[] => {
    at++;
    const values: PdfValue[] = [];
    for (skip(); char() !== ']'; skip()) values.push(value());
    at++;
    return values;
  };
  const hexadecimal = (): Text => {
    const end = file.indexOf('>', at, 'latin1');
    const digits = file.toString('latin1', at + 1, end === -1 ? undefined : end);
    at = end + 1;
    if (end === -1) throw new RangeError('cut off');
    return { text: Buffer.from(digits.replace(/\s/g, ''), 'hex').toString('latin1') };
  };
  const literal = (): Text => {
    let text = '';
    let depth = 0;
    do {
      if (at >= file.length) throw new RangeError('cut off');
      if (char() === '\\') {
        at++;
        text += char();
      } else {
        if (char() === '(') depth++;
        if (char() === ')') depth--;
        text += char();
      }
      at++;
    } while (depth > 0);
    return { text: text.slice(1, -1) };
  };
  return value();
}

const named = (name: string) =>
  name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
