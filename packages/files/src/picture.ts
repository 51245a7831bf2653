import { crc32 } from 'node:zlib';

export type Picture = {
  mime: 'image/png' | 'image/jpeg' | 'image/webp';
  width: number;
  height: number;
  bytes: Uint8Array;
};

/** The most pixels on a side: beyond it a small file could fill the memory of a reader. */
export const widestPicture = 4000;

/** This is no picture that may be shown; `code` says why. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly code: 'picture_type' | 'picture_svg' | 'picture_broken' | 'picture_too_wide';

  constructor(code: PictureError['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * A still picture put together again from those parts of the file that draw it: PNG, JPEG or WebP, told by what is in
 * the file and never by its name. Camera data, comments, animation and whatever hides behind the picture stay out.
 * SVG is refused: it is a document that can carry scripts and call other servers.
 * @throws PictureError
 */
export function cleanPicture(bytes: Uint8Array): Picture {
  const picture = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { width, height } = picture;
  if (width === 0 || height === 0) throw new PictureError('picture_broken');
  if (Math.max(width, height) > widestPicture) throw new PictureError('picture_too_wide');
  return picture;
}

function read(file: Buffer): Picture {
  try {
    if (file.subarray(0, 8).equals(pngStart)) return png(file);
    if (file.subarray(0, 2).equals(jpegStart)) return jpeg(file);
    if (file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP')
      return webp(file);
  } catch (error) {
    // The file ends before it says so.
    if (error instanceof RangeError) throw new PictureError('picture_broken');
    throw error;
  }
  const isSvg = /^[\s\ufeff]*<[\s\S]*svg\b/i.test(file.toString('utf8', 0, 20_000));
  throw new PictureError(isSvg ? 'picture_svg' : 'picture_type');
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpegStart = Buffer.from([0xff, 0xd8]);
const pngParts = new Set('IHDR PLTE tRNS gAMA cHRM sRGB iCCP sBIT pHYs IDAT IEND'.split(' '));

// https://www.w3.org/TR/png-3/: length, name, data, checksum of name and data
function png(file: Buffer): Picture {
  const kept: Buffer[] = [pngStart];
  let hasPixels = false;
  for (let at = 8, name = ''; name !== 'IEND'; ) {
    const end = at + 12 + file.readUInt32BE(at);
    name = file.toString('latin1', at + 4, at + 8);
    if (
      file.readUInt32BE(end - 4) !== crc32(file.subarray(at + 4, end - 4)) ||
      (at === 8) !== (name === 'IHDR')
    )
      throw new PictureError('picture_broken');
    if (pngParts.has(name)) kept.push(file.subarray(at, end));
    hasPixels ||= name === 'IDAT';
    at = end;
  }
  if (!hasPixels) throw new PictureError('picture_broken');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  return { mime: 'image/png', width, height, bytes: Buffer.concat(kept) };
}

const [startOfScan, endOfImage, applicationZero, iccProfile, adobe, comment] = [
  0xda, 0xd9, 0xe0, 0xe2, 0xee, 0xfe,
];
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

// ISO/IEC 10918-1: segments that begin with 0xff, a marker and their length; the pixels follow a start of scan
function jpeg(file: Buffer): Picture {
  const kept: Buffer[] = [jpegStart];
  let [width, height, hasPixels] = [0, 0, false];
  for (let at = 2; ; ) {
    if (file.readUInt8(at) !== 0xff) throw new PictureError('picture_broken');
    const marker = file.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) break;
    let end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) throw new PictureError('picture_broken');
    if (isFrame(marker)) [height, width] = [file.readUInt16BE(at + 5), file.readUInt16BE(at + 7)];
    if (marker === startOfScan) {
      hasPixels = true;
      end = endOfPixels(file, end);
    }
    if (draws(marker, file.toString('latin1', at + 4, at + 15))) kept.push(file.subarray(at, end));
    at = end;
  }
  if (!hasPixels) throw new PictureError('picture_broken');
  kept.push(Buffer.from([0xff, endOfImage]));
  return { mime: 'image/jpeg', width, height, bytes: Buffer.concat(kept) };
}

// Of what programs add only the form of the pixels, their colours and the colour space have a say in the picture.
function draws(marker: number, head: string): boolean {
  if (marker === iccProfile) return head === 'ICC_PROFILE';
  const isAdded = (marker >= applicationZero && marker <= 0xef) || marker === comment;
  return !isAdded || marker === applicationZero || marker === adobe;
}

function endOfPixels(file: Buffer, start: number): number {
  let at = file.indexOf(0xff, start);
  // A zero stands after a byte of pixels that looks like a marker; restarts belong to the pixels.
  while (at !== -1 && (file.readUInt8(at + 1) === 0 || (file.readUInt8(at + 1) & 0xf8) === 0xd0))
    at = file.indexOf(0xff, at + 2);
  if (at === -1) throw new PictureError('picture_broken');
  return at;
}

// https://developers.google.com/speed/webp/docs/riff_container: name, length, data, padded to an even length
function webp(file: Buffer): Picture {
  const kept: Buffer[] = [];
  let size: { width: number; height: number } | undefined;
  const last = Math.min(file.length, 8 + file.readUInt32LE(4));
  for (let at = 12; at + 8 <= last; ) {
    const name = file.toString('latin1', at, at + 4);
    const end = at + 8 + file.readUInt32LE(at + 4);
    if (end > last) throw new PictureError('picture_broken');
    const part = Buffer.concat([file.subarray(at, end)], end - at + ((end - at) % 2));
    const data = part.subarray(8);
    if (name === 'VP8X') {
      // Alpha and colour profile may stay; there is no camera data and no animation any more.
      data.writeUInt8(data.readUInt8(0) & 0x30, 0);
      size = { width: 1 + data.readUIntLE(4, 3), height: 1 + data.readUIntLE(7, 3) };
    } else if (name === 'VP8 ') {
      size ??= { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
    } else if (name === 'VP8L') {
      const bits = data.readUInt32LE(1);
      size ??= { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    if (['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'].includes(name)) kept.push(part);
    at += part.length;
  }
  const hasPixels = kept.some((part) => /^VP8[ L]/.test(part.toString('latin1', 0, 4)));
  if (!size || !hasPixels) throw new PictureError('picture_broken');
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF    WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return { mime: 'image/webp', ...size, bytes: Buffer.concat([head, body]) };
}
