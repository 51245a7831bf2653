import decodeQR from 'qr/decode.js';
import QRCode from 'qrcode';
import { expect, test } from 'vitest';

/** The picture that a camera takes of a code: grey paper, some pixels for each square, a margin. */
function pictureOf(text: string, scale: number) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const side = (size + 8) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [column, row] = [Math.floor(x / scale) - 4, Math.floor(y / scale) - 4];
      const isInside = column >= 0 && row >= 0 && column < size && row < size;
      const shade = isInside && data[row * size + column] ? 40 : 205;
      pixels.fill(shade, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data: pixels };
}

test('what reads the camera reads the code of a seat, near and far', () => {
  const read = [4, 8, 15].map((scale) => decodeQR(pictureOf('TDENAHH6GH79', scale)));

  expect(read).toEqual(['TDENAHH6GH79', 'TDENAHH6GH79', 'TDENAHH6GH79']);
});
