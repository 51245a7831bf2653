import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { documentTypes } from './document.ts';
import { cleanPicture, PictureError } from './picture.ts';

const require = createRequire(import.meta.url);

/** The longer side of a preview, in pixels: in a list, and to be looked at. */
export const previewSizes = { small: 320, large: 1280 } as const;
export type PreviewSize = keyof typeof previewSizes;
export const previewSizeNames = ['small', 'large'] as const satisfies readonly PreviewSize[];
export type Preview = { size: PreviewSize; width: number; height: number; bytes: Uint8Array };

export const previewMime = 'image/webp';

/** How long a file may keep a thread busy, and how much memory it may take: its own, and that of the reader of PDF. */
const patienceMs = 20_000;
const mostMemoryMb = 256;
const pageBytes = 65_536;

/** The kinds of files in which there is something to be seen. */
export const previewMimes: readonly string[] = [
  documentTypes.pdf,
  documentTypes.png,
  documentTypes.jpg,
  documentTypes.webp,
];

/**
 * What a file looks like, in both sizes: its first page, or the picture. Drawn anew, so that nothing of the file but its
 * pixels is in it. Null when it cannot be drawn within its limits of time and size.
 */
export async function previewsOf(mime: string, bytes: Uint8Array): Promise<Preview[] | null> {
  const isPdf = mime === documentTypes.pdf;
  const drawn = isPdf ? bytes : drawable(bytes);
  return drawn && (await draw(isPdf, drawn));
}

// Only what draws is given to the drawer, and nothing that would fill its memory.
function drawable(bytes: Uint8Array): Uint8Array | null {
  try {
    return cleanPicture(bytes).bytes;
  } catch (error) {
    if (error instanceof PictureError) return null;
    throw error;
  }
}

const drawer = `
const { parentPort, workerData } = require('node:worker_threads');
const { pdfium, canvas, isPdf, bytes, sizes, mostPages } = workerData;
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength / ${pageBytes} + pages > mostPages) throw new RangeError();
  return grow.call(this, pages);
};
async function firstPage({ createCanvas, ImageData }) {
  const { PDFiumLibrary } = await import(pdfium);
  const library = await PDFiumLibrary.init();
  const page = (await library.loadDocument(bytes)).getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.max(...Object.values(sizes)) / Math.max(originalWidth, originalHeight);
  const { width, height, data } = await page.render({ scale, render: 'bitmap' });
  const sheet = createCanvas(width, height);
  sheet.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return sheet;
}
import(canvas)
  .then(async (library) => {
    const { createCanvas, loadImage } = library;
    const source = isPdf ? await firstPage(library) : await loadImage(Buffer.from(bytes));
    const previews = Object.entries(sizes).map(([size, most]) => {
      const scale = Math.min(1, most / Math.max(source.width, source.height));
      const width = Math.max(1, Math.round(source.width * scale));
      const height = Math.max(1, Math.round(source.height * scale));
      const sheet = createCanvas(width, height);
      const brush = sheet.getContext('2d');
      brush.fillStyle = '#fff';
      brush.fillRect(0, 0, width, height);
      brush.imageSmoothingQuality = 'high';
      brush.drawImage(source, 0, 0, width, height);
      return { size, width, height, bytes: new Uint8Array(sheet.toBuffer('image/webp', 80)) };
    });
    parentPort.postMessage(previews);
  })
  .catch(() => parentPort.postMessage(null));
`;

// A file can keep its reader busy for ever: it is drawn in a thread of its own that ends with its time or its memory.
function draw(isPdf: boolean, bytes: Uint8Array): Promise<Preview[] | null> {
  const worker = new Worker(drawer, {
    eval: true,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    workerData: {
      pdfium: pathToFileURL(require.resolve('@hyzyla/pdfium')).href,
      canvas: pathToFileURL(require.resolve('@napi-rs/canvas')).href,
      isPdf,
      bytes: new Uint8Array(bytes),
      sizes: previewSizes,
      mostPages: (mostMemoryMb * 1_048_576) / pageBytes,
    },
  });
  return new Promise((resolve) => {
    const end = (previews: Preview[] | null) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(previews);
    };
    const timer = setTimeout(() => end(null), patienceMs);
    worker.once('message', end);
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
  });
}
