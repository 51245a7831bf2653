import { createRequire } from 'node:module';
import type * as QRCode from 'qrcode';

// Sixty files, most of them for pictures; a server that starts has no code to show yet.
const library = (): typeof QRCode => createRequire(import.meta.url)('qrcode');

/**
 * A QR code (error correction M) as SVG text: black on white, with the quiet zone of four modules that readers need.
 * It has no width of its own, so the place that shows it decides its size.
 */
export function qrSvg(text: string): string {
  const { size, data } = library().create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue;
      const from = x;
      while (x + 1 < size && data[y * size + x + 1]) x++;
      path += `M${from + quiet} ${y + quiet}h${x - from + 1}v1H${from + quiet}z`;
    }
  }
  const side = size + 2 * quiet;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
  );
}

const quiet = 4;

/** The same as a PNG of about 400 pixels, for mail programs, which show no SVG. */
export function qrPng(text: string): Promise<Uint8Array> {
  return library().toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: quiet, width: 400 });
}
