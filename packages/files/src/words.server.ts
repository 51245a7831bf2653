import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { contentOf, DocumentRefused, documentTypes, entriesOf } from './document.ts';
import { lineEnd, withReadLigatures, withWholeWords } from './parted.ts';

const require = createRequire(import.meta.url);

/** More than a person reads at a time; what comes behind is not looked for. */
const mostCharacters = 200_000;
/** What a package may unpack to, and how long and how large a PDF may keep a thread busy. */
const mostUnpacked = 30_000_000;
const patienceMs = 20_000;
const mostMemoryMb = 256;

/** Which parts of a package hold words. */
const parts: Record<string, RegExp> = {
  [documentTypes.docx]: /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/,
  [documentTypes.pptx]: /^ppt\/slides\/slide\d+\.xml$/,
  [documentTypes.xlsx]: /^xl\/sharedStrings\.xml$/,
  [documentTypes.odt]: /^(content|styles)\.xml$/,
  [documentTypes.ods]: /^content\.xml$/,
  [documentTypes.odp]: /^content\.xml$/,
};

/** Whether there are words to be read in a kind of file. */
export function hasWords(mime: string): boolean {
  return mime in parts || mime === documentTypes.pdf || mime.startsWith('text/');
}

/**
 * The words in a file, cut where they are very many; null when it cannot be read within its limits of time and size.
 */
export async function wordsIn(mime: string, bytes: Uint8Array): Promise<string | null> {
  const read = mime === documentTypes.pdf ? await pdfWords(bytes) : plainWords(mime, bytes);
  if (read === null) return null;
  const words = mime === documentTypes.pdf ? withReadLigatures(read) : read;
  return withWholeWords(words).replace(/\0/g, '').replace(/\s+/g, ' ').trim().slice(0, mostCharacters);
}

function plainWords(mime: string, bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pattern = parts[mime];
  if (!pattern) return file.toString('utf8');
  try {
    let left = mostUnpacked;
    return entriesOf(file)
      .filter(({ name }) => pattern.test(name))
      .map((entry) => {
        const content = contentOf(file, entry, left);
        left -= content.length;
        return textOf(content.toString('utf8'));
      })
      .join(' ');
  } catch (error) {
    if (error instanceof DocumentRefused) return null;
    throw error;
  }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

// Runs of one word stand side by side; paragraphs, cells, tabs and notes part words, and so does the end of a line as a rule.
function textOf(xml: string): string {
  return xml
    .replace(/<text:note-citation\b[^>]*>[^<]*<\/text:note-citation>/g, ' ')
    .replace(/<(?:w:br|text:line-break)\b[^>]*>/g, lineEnd)
    .replace(
      /<(?:\/(?:w|a|text):(?:p|h)|\/si|\/?(?:w|text):(?:tab|s)|\/?text:note|\/table:table-cell)\b[^>]*>/g,
      ' ',
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? ' ')
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex: string, number: string) => {
      const code = Number.parseInt(number, hex ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    });
}

const reader = `
const { parentPort, workerData } = require('node:worker_threads');
import(workerData.library)
  .then(async ({ extractText, getDocumentProxy }) => {
    const { text } = await extractText(await getDocumentProxy(workerData.bytes), { mergePages: true });
    parentPort.postMessage(text.slice(0, workerData.most));
  })
  .catch(() => parentPort.postMessage(null));
`;

// A PDF can keep its reader busy for ever: it is read in a thread of its own that ends with its time or its memory.
function pdfWords(bytes: Uint8Array): Promise<string | null> {
  const library = pathToFileURL(require.resolve('unpdf')).href;
  const worker = new Worker(reader, {
    eval: true,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    workerData: { library, bytes: new Uint8Array(bytes), most: mostCharacters },
  });
  return new Promise((resolve) => {
    const end = (words: string | null) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(words);
    };
    const timer = setTimeout(() => end(null), patienceMs);
    worker.once('message', end);
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
  });
}
