import { maxColumns, TableFileError, type TableRow } from './table-file.ts';
import { type XmlHandlers, xmlReader } from './xml.ts';
import { openZip, unpack, type Zip } from './zip.server.ts';

/** No cell of a spreadsheet holds more. */
const longestCell = 32_767;
const mostSharedText = 60_000_000;

/**
 * The rows of the first sheet that hold something. Formulas count with the value that was saved with them; dates come as
 * `2026-03-01`.
 * @throws TableFileError
 */
export async function* xlsxRows(bytes: Buffer): AsyncIterable<TableRow> {
  const zip = openZip(bytes);
  if (!zip.has('xl/workbook.xml')) throw new TableFileError('file_no_table');
  const book = await readBook(bytes, zip);
  const dateStyles = await readDateStyles(bytes, zip);
  const shared = await readSharedTexts(bytes, zip);
  const sheet = zip.get(book.sheet);
  if (!sheet) throw new TableFileError('file_no_table');
  const ready: TableRow[] = [];
  const reader = xmlReader(
    sheetHandlers({ shared, dateStyles, is1904: book.is1904 }, (row) => ready.push(row)),
  );
  const decoder = new TextDecoder();
  for await (const piece of unpack(bytes, sheet)) {
    reader.write(decoder.decode(piece, { stream: true }));
    yield* ready.splice(0);
  }
}

async function readPart(
  bytes: Buffer,
  zip: Zip,
  name: string,
  handlers: Partial<XmlHandlers>,
): Promise<void> {
  const part = zip.get(name);
  if (!part) return;
  const reader = xmlReader({ open: () => {}, close: () => {}, text: () => {}, ...handlers });
  const decoder = new TextDecoder();
  for await (const piece of unpack(bytes, part)) reader.write(decoder.decode(piece, { stream: true }));
}

async function readBook(bytes: Buffer, zip: Zip): Promise<{ sheet: string; is1904: boolean }> {
  let first: string | undefined;
  let is1904 = false;
  await readPart(bytes, zip, 'xl/workbook.xml', {
    open(name, attribute) {
      if (name === 'sheet' && attribute('state') !== 'veryHidden') first ??= attribute('id');
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    },
  });
  let target: string | undefined;
  await readPart(bytes, zip, 'xl/_rels/workbook.xml.rels', {
    open(name, attribute) {
      if (name === 'Relationship' && attribute('Id') === first) target = attribute('Target');
    },
  });
  if (!target) throw new TableFileError('file_no_table');
  return { sheet: target.startsWith('/') ? target.slice(1) : `xl/${target}`, is1904 };
}

async function readSharedTexts(bytes: Buffer, zip: Zip): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let size = 0;
  let isText = false;
  let isReading = false;
  await readPart(bytes, zip, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isReading = true;
      if (name === 't') isText = !isReading;
    },
    text(piece) {
      if (isText && text.length < longestCell) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isReading = false;
      if (name !== 'si') return;
      size += text.length + 16;
      if (size > mostSharedText) throw new TableFileError('file_bomb');
      texts.push(plain(text));
    },
  });
  return texts;
}

/** Which styles of cells show a date: the built-in ones, and formats of one's own with day, month or year. */
async function readDateStyles(bytes: Buffer, zip: Zip): Promise<Set<number>> {
  const formats = new Map<number, string>();
  const dates = new Set<number>();
  let isCellStyles = false;
  let index = 0;
  await readPart(bytes, zip, 'xl/styles.xml', {
    open(name, attribute) {
      if (name === 'numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') isCellStyles = true;
      if (name !== 'xf' || !isCellStyles) return;
      const id = Number(attribute('numFmtId') ?? 0);
      if (isDate(id, formats.get(id))) dates.add(index);
      index += 1;
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false;
    },
  });
  return dates;
}

function isDate(id: number, format: string | undefined): boolean {
  if (format === undefined)
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, ''));
}

type Book = { shared: readonly string[]; dateStyles: ReadonlySet<number>; is1904: boolean };

function sheetHandlers(book: Book, onRow: (row: TableRow) => void): XmlHandlers {
  let number = 0;
  let cells: string[] = [];
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let isValue = false;
  let isData = false;
  return {
    open(name, attribute) {
      if (name === 'sheetData') isData = true;
      else if (!isData) return;
      else if (name === 'row') {
        number = Number(attribute('r') ?? number + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        type = attribute('t') ?? 'n';
        style = Number(attribute('s') ?? 0);
        value = '';
      } else if (name === 'v' || name === 't') isValue = true;
    },
    text(piece) {
      if (isValue && value.length < longestCell) value += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'sheetData') isData = false;
      else if (name === 'c' && isData) {
        const text = shown(value, type, style, book);
        if (text === '') return;
        if (column >= maxColumns) throw new TableFileError('file_too_many_columns', { count: maxColumns });
        while (cells.length < column) cells.push('');
        cells[column] = text;
      } else if (name === 'row' && cells.length > 0) onRow({ number, cells });
    },
  };
}

function shown(value: string, type: string, style: number, book: Book): string {
  if (value === '' || type === 'e') return '';
  if (type === 's') return book.shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n') return plain(value);
  const amount = Number(value);
  if (!Number.isFinite(amount)) return '';
  if (book.dateStyles.has(style)) return dateOf(amount, book.is1904);
  // Long numbers (of telephones, of offices) as their digits, not as 4.0721E+11.
  return Number.isInteger(amount) && Math.abs(amount) < 1e21 ? BigInt(amount).toString() : String(amount);
}

// Day 60 is a 29 February 1900 that never was: from 1 March 1900 on, day 1 counts from 30 December 1899.
function dateOf(days: number, is1904: boolean): string {
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.floor(days) * 86_400_000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = reference?.match(/^[A-Z]{1,3}/)?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

// Signs that XML cannot hold are written as _x000D_.
function plain(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
