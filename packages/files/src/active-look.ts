import type { ActiveCode } from './active.server.ts';
import { activeInPackage } from './active-package.ts';
import { activeInPdf } from './active-pdf.ts';
import { DocumentRefused } from './document.ts';

type Task = { kind: 'pdf' | 'package'; pdfium: string; bytes: Uint8Array; mostBytes: number };

/**
 * Looks into one file; for a thread of its own.
 * @public loaded by name
 */
export async function look({ kind, pdfium, bytes, mostBytes }: Task): Promise<ActiveCode | null> {
  if (kind === 'pdf') return lookIntoPdf(pdfium, bytes, mostBytes);
  try {
    return activeInPackage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof DocumentRefused) return 'file_broken';
    throw error;
  }
}

/** What of PDFium is called here; its own wrapper has no way to write a document. */
type Pdfium = {
  wasmExports: { malloc: (size: number) => number; __indirect_function_table: WebAssembly.Table };
  HEAPU8: Uint8Array;
  _FPDF_LoadMemDocument: (at: number, size: number, password: number) => number;
  _FPDF_GetLastError: () => number;
  _FPDF_SaveAsCopy: (document: number, writer: number, flags: number) => number;
};

/** By `FPDF_GetLastError`: a password, and a way of locking that is not known. */
const lockedErrors = [4, 5];
const withoutLock = 3;

async function lookIntoPdf(
  library: string,
  bytes: Uint8Array,
  mostBytes: number,
): Promise<ActiveCode | null> {
  keepMemoryBelow(mostBytes);
  const { PDFiumLibrary } = await import(library);
  const { module: pdfium }: { module: Pdfium } = await PDFiumLibrary.init();
  const at = pdfium.wasmExports.malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, at);
  const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
  if (!document) return lockedErrors.includes(pdfium._FPDF_GetLastError()) ? 'file_locked' : 'file_broken';
  const written = writtenAnew(pdfium, document, mostBytes);
  return written ? activeInPdf(written) : 'file_unchecked';
}

function keepMemoryBelow(mostBytes: number): void {
  const pageBytes = 65_536;
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * pageBytes > mostBytes) throw new RangeError();
    return grow.call(this, pages);
  };
}

// A module that only hands a call on, so that PDFium can call a function of ours: (i32, i32, i32) -> i32, `e.f` as `f`.
const handOn = Buffer.from('AGFzbQEAAAABCAFgA39/fwF/AgcBAWUBZgAABwUBAWYAAA==', 'base64');

/** The document as PDFium writes it, without compression of objects and without a lock; null when it grows too large. */
function writtenAnew(pdfium: Pdfium, document: number, mostBytes: number): Buffer | null {
  const chunks: Buffer[] = [];
  let left = mostBytes;
  const keep = (_writer: number, from: number, size: number) => {
    left -= size >>> 0;
    if (left < 0) return 0;
    chunks.push(Buffer.from(pdfium.HEAPU8.slice(from >>> 0, (from >>> 0) + (size >>> 0))));
    return 1;
  };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(handOn), { e: { f: keep } });
  // The table of functions cannot grow; its place 0 is that of no function and free.
  pdfium.wasmExports.__indirect_function_table.set(0, exports.f);
  const writer = pdfium.wasmExports.malloc(8);
  new DataView(pdfium.HEAPU8.buffer).setInt32(writer, 1, true);
  new DataView(pdfium.HEAPU8.buffer).setInt32(writer + 4, 0, true);
  return pdfium._FPDF_SaveAsCopy(document, writer, withoutLock) ? Buffer.concat(chunks) : null;
}
