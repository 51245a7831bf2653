import QRCode from 'qrcode';

/**
 * A QR code (error correction M) as SVG text: black on white, with the quiet zone of four modules that readers need.
 * It has no width of its own, so the place that shows it decides its size.
 */
export function qrSvg(text: string): string {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
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
  return QRCode.toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: quiet, width: 400 });
}
