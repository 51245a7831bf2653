import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasTool, scannedQr } from './pdf-tools.ts';
import { qrPng, qrSvg } from './qr.server.ts';
import { renderPdf } from './typst.server.ts';

const address = 'https://tessera.example.org/verify/ș?a=1&b=<x>';

test('the code is plain SVG without the text in it', () => {
  const svg = qrSvg(address);

  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1"[^<]*><path [^<]*\/><path [^<]*\/><\/svg>$/,
  );
  expect(svg).not.toContain('example');
});

test.skipIf(!hasTool('pdftoppm', 'zbarimg'))('a phone reads the text from it', () => {
  const template = '#image(bytes(data.svg), format: "svg", width: 40mm, alt: "QR")';

  expect(scannedQr(renderPdf({ template, data: { svg: qrSvg(address) }, language: 'en', title: 'QR' }))).toBe(
    address,
  );
});

test.skipIf(!hasTool('pdftoppm', 'zbarimg'))('the code of a seat is read as it is typed', () => {
  const template = '#image(bytes(data.svg), format: "svg", width: 40mm, alt: "QR")';

  expect(
    scannedQr(renderPdf({ template, data: { svg: qrSvg('TDENAHH6GH79') }, language: 'en', title: 'QR' })),
  ).toBe('TDENAHH6GH79');
});

test.skipIf(!hasTool('zbarimg'))('as a picture for mail programs it says the same', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'qr-')), 'code.png');
  writeFileSync(file, await qrPng('TDENAHH6GH79'));

  expect(execFileSync('zbarimg', ['--quiet', '--raw', file]).toString().trim()).toBe('TDENAHH6GH79');
});
