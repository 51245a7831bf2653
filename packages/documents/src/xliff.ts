import { directionOf } from '@tessera/i18n/spoken.ts';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { xmlText } from './xml.ts';

/** How far a piece of text is, from the least to the most. */
export const xliffStates = ['initial', 'translated', 'reviewed', 'final'] as const;
export type XliffState = (typeof xliffStates)[number];

/** One text to translate. */
export type XliffUnit = {
  /** Unlike every other one in its file; of letters, digits, dots and hyphens */
  id: string;
  name: string;
  source: string;
  /** Nothing as long as a part of it is not translated */
  target: string | null;
  state: XliffState;
  /** More about the state, as `tessera:machine` */
  subState: string | null;
};
export type XliffFile<Unit = XliffUnit> = {
  id: string;
  /** What the texts belong to, for whoever wrote the file */
  original: string;
  units: Unit[];
};
export type XliffDocument<Unit = XliffUnit> = { from: string; to: string; files: XliffFile<Unit>[] };
export type NewXliffUnit = XliffUnit & {
  /** What a translator should know of it, by subject */
  notes: Readonly<Record<string, string>>;
};

/** Why a file cannot be read as XLIFF. */
export class XliffError extends Error {
  override readonly name = 'XliffError';
  readonly code: 'xliff_unreadable' | 'xliff_foreign' | 'xliff_large';
  readonly params: Record<string, number>;

  constructor(code: XliffError['code'], params: Record<string, number> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

export const xliffMime = 'application/xliff+xml';
export const mostXliffBytes = 10_000_000;
const mostUnits = 20_000;
const deepest = 40;

const core = 'urn:oasis:names:tc:xliff:document:2.0';

/** The core of XLIFF 2.0. A text keeps its blanks, its lines and every sign; tools leave each one in one piece. */
export function xliffText({ from, to, files }: XliffDocument<NewXliffUnit>): string {
  const directions = `srcDir="${directionOf(from)}" trgDir="${directionOf(to)}"`;
  const lines = files.flatMap(({ id, original, units }) => [
    `  <file id="${xmlText(id)}" original="${xmlText(original)}" canResegment="no" ${directions}>`,
    ...units.map(unitText),
    '  </file>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${core}" version="2.0" srcLang="${xmlText(from)}" trgLang="${xmlText(to)}">`,
    ...lines,
    '</xliff>',
    '',
  ].join('\n');
}

function unitText({ id, name, source, target, state, subState, notes }: NewXliffUnit): string {
  const known = Object.entries(notes).map(
    ([subject, words]) => `        <note category="${xmlText(subject)}">${xmlText(words)}</note>`,
  );
  const more = subState === null ? '' : ` subState="${xmlText(subState)}"`;
  return [
    `    <unit id="${xmlText(id)}" name="${xmlText(name)}" xml:space="preserve">`,
    ...(known.length > 0 ? ['      <notes>', ...known, '      </notes>'] : []),
    `      <segment state="${state}"${more}>`,
    `        <source>${words(source)}</source>`,
    ...(target === null ? [] : [`        <target>${words(target)}</target>`]),
    '      </segment>',
    '    </unit>',
  ].join('\n');
}

// Signs that XML cannot hold have an element of their own; a carriage return would become a line feed.
function words(text: string): string {
  return text
    .split(/([\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r\u007F-\u009F])\p{Cc}|\r|[\u007F-\u009F])/u)
    .map((piece, index) => {
      if (index % 2 === 0) return xmlText(piece);
      const code = piece.charCodeAt(0);
      if (piece === '\r' || (code >= 0x7f && code <= 0x9f)) return `&#${code};`;
      return `<cp hex="${code.toString(16).toUpperCase().padStart(4, '0')}"/>`;
    })
    .join('');
}

/**
 * Reads XLIFF 2.0 or 2.1 as any tool writes it: modules and inline codes are passed over, pieces put together again. A DTD,
 * with which a file could name others or grow without end, is refused.
 * @throws XliffError
 */
export function readXliff(bytes: Uint8Array): XliffDocument {
  if (bytes.length > mostXliffBytes)
    throw new XliffError('xliff_large', { megabytes: mostXliffBytes / 1_000_000 });
  const reading = newReading();
  const parser = new SaxesParser({ xmlns: true });
  const refuse = () => {
    throw new XliffError('xliff_unreadable', { line: parser.line });
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', reading.open);
  parser.on('closetag', reading.close);
  parser.on('text', reading.text);
  parser.on('cdata', reading.text);
  parser.write(decoded(bytes)).close();
  return reading.result();
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const alphabet =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(alphabet, { fatal: true }).decode(bytes);
  } catch {
    throw new XliffError('xliff_unreadable', { line: 1 });
  }
}

type Piece = {
  isIgnorable: boolean;
  source: string;
  target: string | null;
  order: number;
  state: XliffState;
  subState: string | null;
};

const inline = new Set(['pc', 'mrk']);

function newReading() {
  const path: string[] = [];
  const found: XliffDocument = { from: '', to: '', files: [] };
  let unit: XliffUnit | undefined;
  let pieces: Piece[] = [];
  let units = 0;

  const isPiece = (name: string | undefined) => name === 'segment' || name === 'ignorable';
  // Modules have sources and targets too, of other units.
  const side = (): 'source' | 'target' | null => {
    const at = path.findIndex((name) => isPiece(name)) + 1;
    const name = path[at];
    if (at === 0 || path[at - 2] !== 'unit' || (name !== 'source' && name !== 'target')) return null;
    return path.slice(at + 1).every((each) => inline.has(each)) ? name : null;
  };

  function open(tag: SaxesTagNS): void {
    const value = (name: string) => tag.attributes[name]?.value;
    const parent = path.at(-1);
    const name = tag.uri === core ? tag.local : `?${tag.local}`;
    if (path.length === 0) {
      if (name !== 'xliff' || !/^2\.[01]$/.test(value('version') ?? ''))
        throw new XliffError('xliff_foreign');
      found.from = value('srcLang') ?? '';
      found.to = value('trgLang') ?? '';
    }
    if (name === 'cp') add(signOf(value('hex') ?? ''));
    path.push(name);
    if (path.length > deepest) throw new XliffError('xliff_foreign');
    if (name === 'file' && parent === 'xliff')
      found.files.push({ id: value('id') ?? '', original: value('original') ?? '', units: [] });
    if (name === 'unit' && (parent === 'file' || parent === 'group')) {
      units += 1;
      if (units > mostUnits) throw new XliffError('xliff_large', { megabytes: mostXliffBytes / 1_000_000 });
      unit = {
        id: value('id') ?? '',
        name: value('name') ?? '',
        source: '',
        target: null,
        state: 'initial',
        subState: null,
      };
      pieces = [];
    }
    if (isPiece(name) && parent === 'unit')
      pieces.push({
        isIgnorable: name === 'ignorable',
        source: '',
        target: null,
        order: pieces.length + 1,
        state: xliffStates.find((state) => state === value('state')) ?? 'initial',
        subState: value('subState') ?? null,
      });
    const piece = pieces.at(-1);
    if (piece && name === 'target' && side() === 'target') {
      piece.target = '';
      piece.order = Number(value('order') ?? piece.order);
    }
  }

  function add(text: string): void {
    const piece = pieces.at(-1);
    const where = side();
    if (!piece || !where) return;
    if (where === 'source') piece.source += text;
    else piece.target = (piece.target ?? '') + text;
  }

  function close(): void {
    const name = path.pop();
    if (name !== 'unit' || !unit) return;
    found.files.at(-1)?.units.push({ ...unit, ...together(pieces) });
    unit = undefined;
    pieces = [];
  }

  return { open, close, text: add, result: () => found };
}

function together(pieces: readonly Piece[]): Pick<XliffUnit, 'source' | 'target' | 'state' | 'subState'> {
  const segments = pieces.filter(({ isIgnorable }) => !isIgnorable);
  const isWhole = segments.length > 0 && segments.every(({ target }) => target !== null);
  const inOrder = [...pieces].sort((a, b) => a.order - b.order);
  return {
    source: pieces.map(({ source }) => source).join(''),
    target: isWhole ? inOrder.map(({ source, target }) => target ?? source).join('') : null,
    state: xliffStates.find((state) => segments.some((piece) => piece.state === state)) ?? 'initial',
    subState: segments.find(({ subState }) => subState !== null)?.subState ?? null,
  };
}

function signOf(hex: string): string {
  const code = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : -1;
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
