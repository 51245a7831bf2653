import { crc32, createInflateRaw, deflateRawSync } from 'node:zlib';
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

/** Packs parts into an archive; the same parts give the same bytes. */
export function makeZip(parts: readonly { name: string; content: string }[]): Buffer {
  const pieces: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    // 1980-01-01, the first day that the format knows.
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name)]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    list.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, Buffer.from(name));
    pieces.push(head, packed);
    offset += head.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, directory, end]);
}
