/** What a recording may be. */
export type Sound = { mime: 'audio/mpeg' | 'audio/ogg' | 'audio/mp4' | 'audio/wav'; seconds: number };

/** This is no recording that can be kept; `code` says why. */
export class SoundRefused extends Error {
  override readonly name = 'SoundRefused';
  readonly code: 'sound_type' | 'sound_broken';

  constructor(code: SoundRefused['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * What a recording is and how long it lasts, told by what is in it and never by its name: MP3, Ogg (Opus, Vorbis), M4A,
 * WAV. Every frame, page or box is looked at, so one that breaks off is refused.
 * @throws SoundRefused
 */
export function soundOf(bytes: Uint8Array): Sound {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (text: string, at = 0) => file.toString('latin1', at, at + text.length) === text;
  const whole = (mime: Sound['mime'], seconds: number): Sound => {
    if (!Number.isFinite(seconds) || seconds <= 0) throw new SoundRefused('sound_broken');
    return { mime, seconds };
  };
  try {
    if (starts('RIFF') && starts('WAVE', 8)) return whole('audio/wav', secondsOfWav(file));
    if (starts('OggS')) return whole('audio/ogg', secondsOfOgg(file));
    if (starts('ftyp', 4)) return whole('audio/mp4', secondsOfMp4(file));
    if (starts('ID3') || frameAt(file, 0)) return whole('audio/mpeg', secondsOfMp3(file));
  } catch (error) {
    if (error instanceof RangeError) throw new SoundRefused('sound_broken');
    throw error;
  }
  throw new SoundRefused('sound_type');
}

function secondsOfWav(file: Buffer): number {
  let perSecond = 0;
  for (let at = 12; at + 8 <= file.length; ) {
    const size = file.readUInt32LE(at + 4);
    if (at + 8 + size > file.length) return 0;
    const name = file.toString('latin1', at, at + 4);
    if (name === 'fmt ') perSecond = file.readUInt32LE(at + 16);
    if (name === 'data') return size / perSecond;
    at += 8 + size + (size % 2);
  }
  return 0;
}

// RFC 3533: pages one after the other; the position in the last one counts samples, of Opus always 48 000 a second.
function secondsOfOgg(file: Buffer): number {
  let [rate, skipped, last] = [0, 0, 0];
  let at = 0;
  while (at < file.length) {
    if (file.toString('latin1', at, at + 4) !== 'OggS') return 0;
    const segments = file.readUInt8(at + 26);
    const start = at + 27 + segments;
    let end = start;
    for (let index = 0; index < segments; index += 1) end += file.readUInt8(at + 27 + index);
    if (end > file.length) return 0;
    if (at === 0) {
      const isOpus = file.toString('latin1', start, start + 8) === 'OpusHead';
      if (!isOpus && file.toString('latin1', start, start + 7) !== '\x01vorbis')
        throw new SoundRefused('sound_type');
      rate = isOpus ? 48_000 : file.readUInt32LE(start + 12);
      skipped = isOpus ? file.readUInt16LE(start + 10) : 0;
    }
    const position = file.readBigInt64LE(at + 6);
    if (position > 0n) last = Number(position);
    at = end;
  }
  return (last - skipped) / rate;
}

type Box = { name: string; start: number; end: number };

// ISO 14496-12: boxes one after the other, each with its length.
function boxesIn(file: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    const size = file.readUInt32BE(at) || to - at;
    if (size < 8 || at + size > to) throw new RangeError();
    boxes.push({ name: file.toString('latin1', at + 4, at + 8), start: at + 8, end: at + size });
    at += size;
  }
  return boxes;
}

function secondsOfMp4(file: Buffer): number {
  const inside = (box: Box | undefined, name: string) =>
    box ? boxesIn(file, box.start, box.end).filter((each) => each.name === name) : [];
  const movie = boxesIn(file, 0, file.length).find(({ name }) => name === 'moov');
  const kinds = inside(movie, 'trak')
    .flatMap((track) => inside(track, 'mdia'))
    .flatMap((media) => inside(media, 'hdlr'))
    .map(({ start }) => file.toString('latin1', start + 8, start + 12));
  if (kinds.includes('vide')) throw new SoundRefused('sound_type');
  const [head] = inside(movie, 'mvhd');
  if (!head || !kinds.includes('soun')) return 0;
  const isLong = file.readUInt8(head.start) === 1;
  const scale = file.readUInt32BE(head.start + (isLong ? 20 : 12));
  const length = isLong ? Number(file.readBigUInt64BE(head.start + 24)) : file.readUInt32BE(head.start + 16);
  return length / scale;
}

const ratesOfOne = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const ratesOfTwo = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const samplesPerSecond = [44_100, 48_000, 32_000];

/** The frame of MPEG layer III that begins here. */
function frameAt(file: Buffer, at: number): { size: number; seconds: number } | null {
  if (at + 4 > file.length || file[at] !== 0xff) return null;
  const [second = 0, third = 0] = [file[at + 1], file[at + 2]];
  const version = (second >> 3) & 3;
  const [kilobits, rate] = [third >> 4, (third >> 2) & 3];
  if ((second & 0xe6) !== 0xe2 || version === 1 || kilobits === 0 || kilobits === 15 || rate === 3)
    return null;
  const isOne = version === 3;
  const perSecond = (samplesPerSecond[rate] ?? 0) / (isOne ? 1 : version === 2 ? 2 : 4);
  const bits = ((isOne ? ratesOfOne : ratesOfTwo)[kilobits] ?? 0) * 1000;
  const samples = isOne ? 1152 : 576;
  return {
    size: Math.floor(((samples / 8) * bits) / perSecond) + ((third >> 1) & 1),
    seconds: samples / perSecond,
  };
}

function secondsOfMp3(file: Buffer): number {
  // The length of a tag is written in seven bits of each byte.
  const tag = [6, 7, 8, 9].reduce((size, at) => size * 128 + (file.readUInt8(at) & 0x7f), 0);
  let at = file.toString('latin1', 0, 3) === 'ID3' ? 10 + tag : 0;
  while (at < file.length && file[at] === 0) at += 1;
  let [seconds, frames] = [0, 0];
  for (let frame = frameAt(file, at); frame; frame = frameAt(file, at)) {
    if (at + frame.size > file.length) return 0;
    seconds += frame.seconds;
    frames += 1;
    at += frame.size;
  }
  const rest = file.toString('latin1', at, at + 8);
  const isEnd = at >= file.length || rest.startsWith('TAG') || rest === 'APETAGEX' || /^\0+$/.test(rest);
  return frames > 1 && isEnd ? seconds : 0;
}
