import { TableFileError } from './table-file.ts';

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
] as const;
export type Encoding = (typeof encodings)[number];

/** The text of a file, and in which alphabet it was written. `isGuess`: the bytes alone do not tell, a person should look. */
export type Decoded = { text: string; encoding: Encoding; isGuess: boolean };

/**
 * Reads the bytes of a text. Older programs write one byte for each letter and do not say in which alphabet; then the
 * letters themselves tell, and between Central and Western European the languages of the reader.
 * @param languages the likely languages of the text, likeliest first
 * @throws TableFileError file_encoding when the bytes are a mixture, file_no_table when they are no text
 */
export function decodeText(bytes: Buffer, languages: readonly string[] = []): Decoded {
  const marked = byMark(bytes);
  if (marked) return { text: decode(bytes, marked), encoding: marked, isGuess: false };
  const wide = withoutMark(bytes);
  if (wide) return { text: decode(bytes, wide), encoding: wide, isGuess: false };
  if (bytes.includes(0)) throw new TableFileError('file_no_table');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'utf-8', isGuess: false };
  } catch {
    if (isBrokenUtf8(bytes)) throw new TableFileError('file_encoding');
  }
  const encoding = byLetters(bytes, languages);
  return { text: decode(bytes, encoding), encoding, isGuess: true };
}

/** The text of bytes in an encoding that somebody chose. */
export function decode(bytes: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

function byMark(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

// Delimiters and line ends are Latin: every second byte of theirs is zero.
function withoutMark(bytes: Buffer): Encoding | undefined {
  const head = bytes.subarray(0, 4000);
  if (!head.includes(0)) return undefined;
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 20;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : undefined;
}

// Mostly good sequences of two and more bytes, and some that are broken: cut or mixed, and no other alphabet either.
function isBrokenUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const broken = text.split('\uFFFD').length - 1;
  let good = 0;
  for (const sign of text) if (sign > '\u007f' && sign !== '\uFFFD') good += 1;
  return good > broken;
}

const expected: Record<string, [Encoding, RegExp]> = {
  bg: ['windows-1251', /[а-яА-Я]/g],
  hu: ['windows-1250', /[áéíóöőúüűÁÉÍÓÖŐÚÜŰ]/g],
  ro: ['windows-1250', /[ăâîşţĂÂÎŞŢ]/g],
  sl: ['windows-1250', /[čšžČŠŽ]/g],
  hr: ['windows-1250', /[čćđšžČĆĐŠŽ]/g],
  pl: ['windows-1250', /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/g],
  de: ['windows-1252', /[äöüßÄÖÜ]/g],
  fi: ['windows-1252', /[äöåÄÖÅ]/g],
  pt: ['windows-1252', /[ãâáàçéêíõôóúÃÂÁÀÇÉÊÍÕÔÓÚ]/g],
  it: ['windows-1252', /[àèéìòùÀÈÉÌÒÙ]/g],
};

/** The alphabet whose reading gives the most letters that one of its languages uses; the reader's own languages first. */
function byLetters(bytes: Buffer, languages: readonly string[]): Encoding {
  const sample = bytes.subarray(0, 200_000);
  const order = [
    ...new Set([...languages, 'hu', 'ro', 'sl', 'de', 'bg', 'pl', 'hr', 'fi', 'pt', 'it']),
  ].filter((language) => expected[language]);
  const foreign = sample.filter((byte) => byte > 0x7f).length;
  let best: { encoding: Encoding; hits: number } = { encoding: 'windows-1252', hits: 0 };
  for (const language of order) {
    const [encoding, letters] = expected[language] as [Encoding, RegExp];
    const text = decode(sample, encoding);
    const hits = text.match(letters)?.length ?? 0;
    // Nearly every byte above ASCII is a Cyrillic letter in windows-1251: only whole words of them count.
    const words = language === 'bg' ? (text.match(/[а-яА-Я]{4,}/g) ?? []).join('').length : hits;
    if (language === 'bg' && words < foreign / 2) continue;
    const weight = language === 'bg' ? words : hits;
    if (weight > best.hits) best = { encoding, hits: weight };
  }
  return best.encoding;
}
