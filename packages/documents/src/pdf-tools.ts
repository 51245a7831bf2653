import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// For tests only: reads PDFs with the tools that a person would have, qpdf, poppler and zbar.

/** Whether a command is here. With `REQUIRE_ALL=1` it has to be, so the test runs and fails without it. */
export function hasTool(...commands: string[]): boolean {
  if (process.env.REQUIRE_ALL === '1') return true;
  return commands.every((command) => spawnSync(command, ['--version']).error === undefined);
}

/** Runs a command on the PDF; `{}` in the arguments is its file. Returns what it prints. */
export function readPdf(pdf: Uint8Array, command: string, args: string[]): string {
  return withFile(pdf, (file) =>
    execFileSync(
      command,
      args.map((arg) => arg.replace('{}', file)),
      { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'pipe'] },
    ),
  );
}

/** The text of all pages, with every run of blanks as one. */
export function pdfText(pdf: Uint8Array): string {
  return readPdf(pdf, 'pdftotext', ['-layout', '{}', '-']).replace(/\s+/g, ' ').trim();
}

export type Word = { page: number; text: string; left: number; right: number; top: number; bottom: number };

/** Every printed word with its place on the page in points. */
export function pdfWords(pdf: Uint8Array): Word[] {
  const pages = readPdf(pdf, 'pdftotext', ['-bbox', '{}', '-']).split('<page ').slice(1);
  return pages.flatMap((page, index) =>
    [
      ...page.matchAll(
        /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
      ),
    ].map(([, left, top, right, bottom, text = '']) => ({
      page: index + 1,
      text,
      left: Number(left),
      right: Number(right),
      top: Number(top),
      bottom: Number(bottom),
    })),
  );
}

/** What a phone reads from the QR codes on a page, a line each. */
export function scannedQr(pdf: Uint8Array, page = 1): string {
  return withFile(pdf, (file) => {
    execFileSync('pdftoppm', ['-png', '-r', '180', '-f', String(page), '-singlefile', file, file]);
    return execFileSync('zbarimg', ['--quiet', '--raw', `${file}.png`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  });
}

function withFile<T>(pdf: Uint8Array, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
