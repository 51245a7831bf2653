import { expect, test } from 'vitest';
import { pngOf, pngPart } from './picture.testing.ts';
import { cleanPicture, PictureError } from './picture.ts';

// Twelve by eight pixels, as a browser writes them
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIAAwDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCICgC//9k=',
  'base64',
);
const webp = Buffer.from(
  'UklGRjQAAABXRUJQVlA4ICgAAACwAQCdASoMAAgAAsBMJaACdLoABKoAAP7QyvigFI4c784GyiTqAAAA',
  'base64',
);
const script = Buffer.from('<html><script>alert(1)</script>');

test.each([
  ['image/png', pngOf(12, 8)],
  ['image/jpeg', jpeg],
  ['image/webp', webp],
] as const)('%s is told by what is in it, and a plain one stays as it is', (mime, bytes) => {
  expect(cleanPicture(bytes)).toEqual({ mime, width: 12, height: 8, bytes });
});

test('what a file carries beside its picture does not come along', () => {
  const segment = (marker: number, data: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), data]);
  const riff = (...parts: Buffer[]) => {
    const file = Buffer.concat([webp.subarray(0, 12), ...parts]);
    file.writeUInt32LE(file.length - 8, 4);
    return file;
  };
  const riffPart = (name: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  };
  // Camera data, alpha and animation are announced.
  const announced = riffPart('VP8X', Buffer.from([0x1e, 0, 0, 0, 11, 0, 0, 7, 0, 0]));
  const carried: [Buffer, Buffer][] = [
    [pngOf(12, 8, pngPart('tEXt', script), pngPart('eXIf', script)), pngOf(12, 8)],
    [Buffer.concat([pngOf(12, 8), script]), pngOf(12, 8)],
    [
      Buffer.concat([
        jpeg.subarray(0, 2),
        segment(0xe1, script),
        segment(0xfe, script),
        jpeg.subarray(2),
        script,
      ]),
      jpeg,
    ],
    [Buffer.concat([riff(webp.subarray(12), riffPart('EXIF', script)), script]), webp],
  ];

  for (const [file, picture] of carried) expect(cleanPicture(file).bytes).toEqual(picture);
  const { bytes, width } = cleanPicture(riff(announced, webp.subarray(12), riffPart('XMP ', script)));
  expect([width, bytes[20], Buffer.from(bytes).includes('script')]).toEqual([12, 0x10, false]);
});

test('what is no picture, or none that may be shown, is refused with the reason', () => {
  const codeOf = (file: Uint8Array | string) => {
    try {
      cleanPicture(Buffer.from(file));
      return 'taken';
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      return error.code;
    }
  };

  expect(codeOf('')).toBe('picture_type');
  expect(codeOf('GIF89a<script>')).toBe('picture_type');
  expect(codeOf(Buffer.concat([script, pngOf(12, 8)]))).toBe('picture_type');
  expect(codeOf('%PDF-1.7')).toBe('picture_type');
  expect(codeOf('\ufeff<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg"/>')).toBe(
    'picture_svg',
  );
  expect(codeOf(pngOf(4001, 1))).toBe('picture_too_wide');
  expect(codeOf(pngOf(0, 1))).toBe('picture_broken');
  const wrong = pngOf(12, 8);
  wrong.writeUInt8(9, 19);
  expect(codeOf(wrong)).toBe('picture_broken');
  for (const whole of [pngOf(12, 8), jpeg, webp]) {
    for (const part of [0.4, 0.6, 0.9])
      expect(codeOf(whole.subarray(0, Math.floor(whole.length * part)))).toBe('picture_broken');
  }
});
