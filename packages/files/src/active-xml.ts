import { SaxesParser } from 'saxes';
import { DocumentRefused } from './document.ts';

/**
 * An element and its attributes, by their names without prefix: which prefix stands for what is free. So several attributes can have
 * one name here, and each is looked at.
 */
export type Element = { local: string; valuesOf: (local: string) => string[] };
type Told = {
  opened: (element: Element) => void;
  text: (text: string) => void;
  closed: (local: string) => void;
};

const pieceLength = 65_536;

/**
 * Tells what is in a part of a package, from its beginning to its end.
 * @throws DocumentRefused file_broken for what is no XML
 */
export function elementsIn(content: Buffer, { opened, text, closed }: Told): void {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const own = Object.entries(attributes);
    const valuesOf = (local: string) =>
      own.flatMap(([key, value]) => (localOf(key) === local ? [String(value)] : []));
    opened({ local: localOf(name), valuesOf });
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => closed(localOf(name)));
  parser.on('error', () => {
    throw new DocumentRefused('file_broken');
  });
  const decoder = decoderOf(content);
  try {
    for (let at = 0; at < content.length; at += pieceLength)
      parser.write(decoder.decode(content.subarray(at, at + pieceLength), { stream: true }));
  } catch (error) {
    if (error instanceof TypeError) throw new DocumentRefused('file_broken');
    throw error;
  }
  parser.close();
}

const localOf = (name: string) => name.slice(name.indexOf(':') + 1);

// Both families of formats know these encodings and no other.
function decoderOf(content: Buffer): TextDecoder {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))
    return new TextDecoder('utf-16le', { fatal: true });
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}
