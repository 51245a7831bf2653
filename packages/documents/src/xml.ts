import { TableFileError } from './table-file.ts';

/** What an XML reader tells. Names come without their prefix; attributes are read when somebody asks. */
export type XmlHandlers = {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
};

/** No part of a spreadsheet has a tag or a text of this length; what has, wants our memory. */
const longest = 1_000_000;

/**
 * Reads XML piece by piece and holds no more than one tag. Enough for the parts of a spreadsheet; a DTD, with which a file
 * could name others or grow without end, is refused.
 * @throws TableFileError file_unreadable
 */
export function xmlReader(handlers: XmlHandlers): { write(piece: string): void } {
  let rest = '';

  function write(piece: string): void {
    rest += piece;
    let at = 0;
    while (at < rest.length) {
      const next = rest[at] === '<' ? afterTag(at) : afterText(at);
      if (next === -1) break;
      at = next;
    }
    rest = rest.slice(at);
    if (rest.length > longest) throw new TableFileError('file_bomb');
  }

  function afterText(at: number): number {
    const tag = rest.indexOf('<', at);
    const end = tag === -1 ? endOfWholeEntities(at) : tag;
    if (end > at) handlers.text(decoded(rest.slice(at, end)));
    return end === at ? -1 : end;
  }

  // An entity may be cut in two at the end of a piece.
  function endOfWholeEntities(at: number): number {
    const entity = rest.lastIndexOf('&');
    return entity >= at && rest.indexOf(';', entity) === -1 ? entity : rest.length;
  }

  function afterTag(at: number): number {
    if (rest.startsWith('<!--', at)) return after('-->', at + 4);
    if (rest.startsWith('<?', at)) return after('?>', at + 2);
    if (rest.startsWith('<![CDATA[', at)) {
      const end = rest.indexOf(']]>', at + 9);
      if (end === -1) return -1;
      handlers.text(rest.slice(at + 9, end));
      return end + 3;
    }
    if (rest.length - at < 9 && '<![CDATA['.startsWith(rest.slice(at))) return -1;
    if (rest.startsWith('<!', at)) throw new TableFileError('file_unreadable');
    const end = endOfTag(at);
    if (end === -1) return -1;
    report(rest.slice(at + 1, end));
    return end + 1;
  }

  function after(sign: string, from: number): number {
    const end = rest.indexOf(sign, from);
    return end === -1 ? -1 : end + sign.length;
  }

  // A ">" may stand inside a quoted value.
  function endOfTag(at: number): number {
    let quote = '';
    for (let index = at; index < rest.length; index++) {
      const sign = rest[index] as string;
      if (quote) {
        if (sign === quote) quote = '';
      } else if (sign === '"' || sign === "'") quote = sign;
      else if (sign === '>') return index;
    }
    return -1;
  }

  function report(tag: string): void {
    if (tag[0] === '/') {
      handlers.close(localName(tag.slice(1).trim()));
      return;
    }
    const isEmpty = tag.endsWith('/');
    const space = tag.search(/[\s/]/);
    const name = localName(space === -1 ? tag : tag.slice(0, space));
    handlers.open(name, (wanted) => {
      const found = attributeOf(wanted).exec(space === -1 ? '' : tag.slice(space));
      return found ? decoded(found[1] ?? found[2] ?? '') : undefined;
    });
    if (isEmpty) handlers.close(name);
  }

  return { write };
}

const attributes = new Map<string, RegExp>();

function attributeOf(name: string): RegExp {
  const known = attributes.get(name) ?? new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  attributes.set(name, known);
  return known;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name as string] ?? whole;
    const code = hex ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Text for XML, without the signs that XML cannot hold. */
export function xmlText(text: string): string {
  return text
    .replace(/[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}
