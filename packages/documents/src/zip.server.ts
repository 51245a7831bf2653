import { Readable } from 'node:stream';
import { crc32, createDeflateRaw, createInflateRaw, deflateRawSync } from 'node:zlib';
import { TableFileError } from './table-file.ts';

type Part = { offset: number; packed: number; method: number };
export type Zip = Map<string, Part>;

const MB = 1024 * 1024;
/** No part may be larger when it is unpacked; and one that grows two hundredfold is no table but a trap. */
const largestPart = 160 * MB;
const harmless = 8 * MB;
const steepest = 200;

/**
 * The parts of an archive by name. Reads the list only: nothing is unpacked.
 * @throws TableFileError file_unreadable
 */
export function openZip(bytes: Buffer): Zip {
  const end = bytes.lastIndexOf('PK\x05\x06', bytes.length - 22, 'latin1');
  if (end === -1 || end + 22 > bytes.length) throw new TableFileError('file_unreadable');
  const count = bytes.readUInt16LE(end + 10);
  const parts: Zip = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new TableFileError('file_unreadable');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, '');
    const isLocked = (bytes.readUInt16LE(at + 8) & 1) === 1;
    if (isLocked) throw new TableFileError('file_unreadable');
    parts.set(name, {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/**
 * Unpacks one part piece by piece and stops when it grows beyond what a table can be, whatever its list promised.
 * @throws TableFileError file_unreadable, file_bomb
 */
export async function* unpack(bytes: Buffer, { offset, packed, method }: Part): AsyncIterable<Uint8Array> {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50)
    throw new TableFileError('file_unreadable');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(start, start + packed);
  if (content.length < packed) throw new TableFileError('file_unreadable');
  if (method === 0) {
    yield content;
    return;
  }
  if (method !== 8) throw new TableFileError('file_unreadable');
  const most = Math.min(largestPart, Math.max(harmless, packed * steepest));
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  inflate.end(content);
  let size = 0;
  try {
    for await (const chunk of inflate) {
      size += (chunk as Buffer).length;
      if (size > most) throw new TableFileError('file_bomb');
      yield chunk as Buffer;
    }
  } catch (error) {
    throw error instanceof TableFileError || !isBadData(error)
      ? error
      : new TableFileError('file_unreadable');
  }
}

function isBadData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

export type ZipEntry = { name: string; bytes: Uint8Array };

/**
 * A ZIP file (APPNOTE 6.3, deflated, names in UTF-8) of a few files that fit in memory: under 4 GiB and 65,535 entries.
 * @param at the time that the entries carry
 */
export function zipFile(entries: readonly ZipEntry[], at: Date): Uint8Array<ArrayBuffer> {
  const [time, date] = dosTime(at);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name, 'utf8');
    // Version 2.0, UTF-8, deflate; then time, checksum and sizes.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt16LE(time, 6);
    facts.writeUInt16LE(date, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([signature(0x04034b50), facts, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), facts, tail, title]));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...parts, index, signature(0x06054b50), end]));
}

export type ZipPart = { name: string; content: AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

const largestOffset = 0xffff_ffff;

/**
 * The same, piece by piece: a part is read when its turn comes, and nothing is held but the list. Under 4 GiB and 65,535
 * parts; checksum and sizes stand behind each part.
 * @throws when it grows beyond that
 */
export async function* zipStream(
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
  at: Date,
): AsyncIterable<Uint8Array> {
  const [time, date] = dosTime(at);
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, content } of parts) {
    const title = Buffer.from(name, 'utf8');
    // As above, with bit 3: what is 0 here follows the part.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0808, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt16LE(time, 6);
    facts.writeUInt16LE(date, 8);
    facts.writeUInt16LE(title.length, 22);
    yield Buffer.concat([signature(0x04034b50), facts, title]);
    let sum = 0;
    let size = 0;
    let packed = 0;
    async function* counted() {
      for await (const chunk of content) {
        sum = crc32(chunk, sum);
        size += chunk.length;
        yield chunk;
      }
    }
    const source = Readable.from(counted(), { objectMode: false });
    const deflated = createDeflateRaw();
    // What goes wrong while reading has to end the whole, and a pipe alone would not tell.
    source.on('error', (error) => deflated.destroy(error));
    for await (const chunk of source.pipe(deflated)) {
      packed += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    facts.writeUInt32LE(sum, 10);
    facts.writeUInt32LE(limited(packed), 14);
    facts.writeUInt32LE(limited(size), 18);
    yield Buffer.concat([signature(0x08074b50), facts.subarray(10, 22)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), facts, tail, title]));
    offset = limited(offset + 30 + title.length + packed + 16);
  }
  const index = Buffer.concat(directory);
  if (directory.length > 0xffff) throw new Error('too many parts for one archive');
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  yield Buffer.concat([index, signature(0x06054b50), end]);
}

function limited(size: number): number {
  if (size > largestOffset) throw new Error('too large for one archive');
  return size;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function dosTime(at: Date): [time: number, date: number] {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return [time, date];
}
