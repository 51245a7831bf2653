import { expect, test } from 'vitest';
import { wavOf } from './sound.testing.ts';
import { SoundRefused, soundOf } from './sound.ts';

const answer = (bytes: Buffer) => {
  try {
    const { mime, seconds } = soundOf(bytes);
    return `${mime} ${seconds.toFixed(2)}`;
  } catch (error) {
    if (!(error instanceof SoundRefused)) throw error;
    return error.code;
  }
};

/** MPEG 1 layer III, 128 kbit/s, 44 100 Hz: 417 bytes a frame */
const mp3 = (frames: number) =>
  Buffer.concat(
    Array.from({ length: frames }, () =>
      Buffer.concat([Buffer.of(0xff, 0xfb, 0x90, 0x00), Buffer.alloc(413)]),
    ),
  );
const id3 = (size: number) =>
  Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0', 'latin1'), Buffer.of(size), Buffer.alloc(size)]);

function page(position: bigint, content: Buffer): Buffer {
  const head = Buffer.alloc(28);
  head.write('OggS', 0, 'latin1');
  head.writeBigInt64LE(position, 6);
  head.writeUInt8(1, 26);
  head.writeUInt8(content.length, 27);
  return Buffer.concat([head, content]);
}
const opusHead = Buffer.concat([
  Buffer.from('OpusHead\x01\x01', 'latin1'),
  Buffer.of(0x38, 0x01),
  Buffer.alloc(7),
]);
const opus = Buffer.concat([
  page(0n, opusHead),
  page(0n, Buffer.from('OpusTags')),
  page(48_312n, Buffer.alloc(90)),
]);

function box(name: string, ...content: Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + inside.length, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, inside]);
}
function m4a(kind: string): Buffer {
  const head = Buffer.alloc(100);
  head.writeUInt32BE(1000, 12);
  head.writeUInt32BE(3500, 16);
  const handler = box('hdlr', Buffer.alloc(8), Buffer.from(kind, 'latin1'), Buffer.alloc(12));
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0', 'latin1')),
    box('moov', box('mvhd', head), box('trak', box('mdia', handler))),
    box('mdat', Buffer.alloc(64)),
  ]);
}

test('a recording says what it is and how long it lasts', () => {
  expect(answer(wavOf(2.5))).toBe('audio/wav 2.50');
  expect(answer(mp3(100))).toBe('audio/mpeg 2.61');
  expect(answer(Buffer.concat([id3(20), mp3(100), Buffer.from(`TAG${'\0'.repeat(125)}`)]))).toBe(
    'audio/mpeg 2.61',
  );
  expect(answer(opus)).toBe('audio/ogg 1.00');
  expect(answer(m4a('soun'))).toBe('audio/mp4 3.50');
});

test('what is something else, or breaks off, is refused', () => {
  expect(answer(Buffer.from('<script>alert(1)</script>'))).toBe('sound_type');
  expect(answer(Buffer.from('%PDF-1.7'))).toBe('sound_type');
  expect(answer(Buffer.alloc(0))).toBe('sound_type');
  expect(answer(m4a('vide'))).toBe('sound_type');
  expect(answer(Buffer.concat([page(0n, Buffer.from('\x80theora'.padEnd(20)))]))).toBe('sound_type');
  expect(answer(wavOf(2).subarray(0, 9000))).toBe('sound_broken');
  expect(answer(mp3(100).subarray(0, -10))).toBe('sound_broken');
  expect(answer(Buffer.concat([mp3(3), Buffer.from('<script>alert(1)</script>')]))).toBe('sound_broken');
  expect(answer(opus.subarray(0, -10))).toBe('sound_broken');
  expect(answer(m4a('soun').subarray(0, -10))).toBe('sound_broken');
  expect(answer(Buffer.from('ID3'))).toBe('sound_broken');
});
