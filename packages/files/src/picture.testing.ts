import { crc32, deflateSync } from 'node:zlib';

/** A part of a PNG file: its length, its name, what is in it, and the checksum. */
export function pngPart(name: string, data: Uint8Array): Buffer {
  const part = Buffer.concat([Buffer.alloc(4), Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
  part.writeUInt32BE(data.length, 0);
  part.writeUInt32BE(crc32(part.subarray(4, -4)), part.length - 4);
  return part;
}

/** A PNG file in one colour. `parts` stand between its head and its pixels. */
export function pngOf(width: number, height: number, ...parts: Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits for each of red, green and blue
  head.set([8, 2], 8);
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, 0x7f)]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngPart('IHDR', head),
    ...parts,
    pngPart('IDAT', deflateSync(Buffer.concat(Array(height).fill(row)))),
    pngPart('IEND', Buffer.alloc(0)),
  ]);
}
