import { constants, crc32, inflateRawSync } from 'node:zlib';

/** What a library takes, by the ending that a name may have. */
export const documentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  txt: 'text/plain',
  csv: 'text/csv',
} as const;
export type DocumentEnding = keyof typeof documentTypes;
export type Document = { name: string; ending: DocumentEnding; mime: string };

/** This is no file that a library can take; `code` says why. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';
  readonly code: 'file_type' | 'file_svg' | 'file_active' | 'file_broken' | 'file_type_differs';

  constructor(code: DocumentRefused['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * What a file is, told by what is in it. Its name has to end as its kind does, so that whoever saves it knows what they
 * open; a path before the name is left out. The bytes are kept as they came.
 * @throws DocumentRefused for what can carry a program, what breaks off, and what is not what its name says
 */
export function documentOf(name: string, bytes: Uint8Array): Document {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const own = plainName(name);
  const [, end = ''] = /\.([a-z0-9]{1,5})$/i.exec(own) ?? [];
  const said = end.toLowerCase() === 'jpeg' ? 'jpg' : end.toLowerCase();
  const ending = endingOf(file, said);
  if (ending !== said) throw new DocumentRefused('file_type_differs');
  return { name: own, ending, mime: documentTypes[ending] };
}

/** The name without folders and without what no system writes into a name. */
export function plainName(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(-200);
}

function endingOf(file: Buffer, said: string): DocumentEnding {
  const starts = (text: string, at = 0) => file.toString('latin1', at, at + text.length) === text;
  const ends = (text: string) => file.toString('latin1', Math.max(0, file.length - 2048)).includes(text);
  const whole = (isWhole: boolean, ending: DocumentEnding) => {
    if (!isWhole) throw new DocumentRefused('file_broken');
    return ending;
  };
  if (starts('%PDF-')) return whole(ends('%%EOF'), 'pdf');
  if (starts('\x89PNG\r\n\x1a\n')) return whole(ends('IEND'), 'png');
  if (starts('\xff\xd8\xff')) return whole(ends('\xff\xd9'), 'jpg');
  if (starts('RIFF') && starts('WEBP', 8)) return whole(file.readUInt32LE(4) + 8 <= file.length, 'webp');
  if (starts('PK\x03\x04')) return officeEnding(file);
  if (starts('ftyp', 4)) return whole(isWholeMp4(file), 'mp4');
  if (starts('ID3') || (file[0] === 0xff && ((file[1] ?? 0) & 0xe0) === 0xe0)) return 'mp3';
  const text = textIn(file);
  if (text === null) throw new DocumentRefused('file_type');
  if (/<svg[\s>]/i.test(text)) throw new DocumentRefused('file_svg');
  if (/^\s*<(!doctype|html|script|\?xml)/i.test(text)) throw new DocumentRefused('file_active');
  if (said !== 'txt' && said !== 'csv') throw new DocumentRefused('file_type');
  return said;
}

// ISO 14496-12: boxes one after the other, each with its length.
function isWholeMp4(file: Buffer): boolean {
  let at = 0;
  while (at + 8 <= file.length) {
    const size = file.readUInt32BE(at);
    if (size === 0) return true;
    const long = size === 1 ? (at + 16 <= file.length ? Number(file.readBigUInt64BE(at + 8)) : 0) : size;
    if (long < 8) return false;
    at += long;
  }
  return at === file.length;
}

function textIn(file: Buffer): string | null {
  if (file.subarray(0, 100_000).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)))
    return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file).slice(0, 100_000);
  } catch {
    return null;
  }
}

const openDocuments: Record<string, DocumentEnding> = {
  [documentTypes.odt]: 'odt',
  [documentTypes.ods]: 'ods',
  [documentTypes.odp]: 'odp',
};
const officeFolders: [string, DocumentEnding][] = [
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
];

// Office files are packages: what is in them is told by their list of contents.
function officeEnding(file: Buffer): DocumentEnding {
  const entries = entriesOf(file);
  const names = entries.map(({ name }) => name);
  if (names.some((name) => /vbaProject\.bin$|^(Scripts|Basic)\//i.test(name)))
    throw new DocumentRefused('file_active');
  const type = entries.find(({ name }) => name === 'mimetype');
  const open = type && openDocuments[contentOf(file, type, 200).toString('latin1').trim()];
  if (open) return open;
  const office =
    names.includes('[Content_Types].xml') &&
    officeFolders.find(([folder]) => names.some((name) => name.startsWith(folder)));
  if (!office) throw new DocumentRefused('file_type');
  return office[1];
}

export type Entry = { name: string; at: number; size: number; packed: number; method: number; crc: number };

/**
 * The contents of a ZIP package, by its list at the end.
 * @throws DocumentRefused file_broken
 */
export function entriesOf(file: Buffer): Entry[] {
  try {
    const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    if (end === -1) throw new RangeError();
    const entries: Entry[] = [];
    let at = file.readUInt32LE(end + 16);
    for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
      if (file.toString('latin1', at, at + 4) !== 'PK\x01\x02') throw new RangeError();
      const nameLength = file.readUInt16LE(at + 28);
      entries.push({
        name: file.toString('utf8', at + 46, at + 46 + nameLength),
        at: file.readUInt32LE(at + 42),
        size: file.readUInt32LE(at + 24),
        packed: file.readUInt32LE(at + 20),
        method: file.readUInt16LE(at + 10),
        crc: file.readUInt32LE(at + 16),
      });
      at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw new DocumentRefused('file_broken');
    throw error;
  }
}

/** How a part of a package begins, without unpacking the rest of it; empty where that cannot be told. */
export function beginningOf(file: Buffer, { at, packed, method }: Entry): Buffer {
  try {
    const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    const raw = file.subarray(start, start + Math.min(packed, 512));
    return method === 8 ? inflateRawSync(raw, { finishFlush: constants.Z_SYNC_FLUSH }) : raw;
  } catch {
    return Buffer.alloc(0);
  }
}

/**
 * One part of a package, unpacked to `most` bytes at most.
 * @throws DocumentRefused file_broken when it is larger, damaged or packed in another way
 */
export function contentOf(file: Buffer, entry: Entry, most: number): Buffer {
  const { at, packed, method, crc } = entry;
  try {
    const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    const raw = file.subarray(start, start + packed);
    const content = method === 0 ? raw : method === 8 ? inflateRawSync(raw, { maxOutputLength: most }) : null;
    if (!content || content.length > most || crc32(content) !== crc) throw new RangeError();
    return content;
  } catch {
    throw new DocumentRefused('file_broken');
  }
}
