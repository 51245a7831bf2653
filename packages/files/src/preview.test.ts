import { expect, test } from 'vitest';
import { documentTypes } from './document.ts';
import { pngOf } from './picture.testing.ts';
import { cleanPicture } from './picture.ts';
import { previewsOf } from './preview.server.ts';

const page = (content: string) =>
  Buffer.from(`%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 600] /Contents 4 0 R>> endobj
4 0 obj <</Length ${content.length}>> stream
${content}
endstream endobj
trailer <</Root 1 0 R>>
%%EOF`);

test('the first page of a PDF and a picture are drawn in two sizes, never larger than they are', async () => {
  const pdf = await previewsOf(documentTypes.pdf, page('1 0 0 rg 0 0 300 600 re f'));
  expect(pdf?.map(({ size, width, height }) => [size, width, height])).toEqual([
    ['small', 160, 320],
    ['large', 640, 1280],
  ]);
  for (const { bytes, width, height } of pdf ?? [])
    expect(cleanPicture(bytes)).toMatchObject({ mime: 'image/webp', width, height });
  const picture = await previewsOf(documentTypes.png, pngOf(60, 30));
  expect(picture?.map(({ width, height }) => [width, height])).toEqual([
    [60, 30],
    [60, 30],
  ]);
});

test('what cannot be drawn is nothing, and holds nothing up', async () => {
  for (const bytes of [Buffer.from('%PDF-1.7 nothing %%EOF'), Buffer.from('%PDF-1.4'), Buffer.alloc(0)])
    expect(await previewsOf(documentTypes.pdf, bytes)).toBeNull();
  expect(await previewsOf(documentTypes.png, pngOf(60, 30).subarray(0, 30))).toBeNull();
  expect(await previewsOf(documentTypes.jpg, Buffer.from('<svg onload="alert(1)"/>'))).toBeNull();
});

test('a page as large as a field, and one that never ends, cost no more than their limits', async () => {
  const large = page('0 0 9 9 re f').toString().replace('[0 0 300 600]', '[0 0 14400 14400]');
  expect(await previewsOf(documentTypes.pdf, Buffer.from(large))).toHaveLength(2);
  const began = performance.now();
  const shape = Array.from({ length: 400 }, (_, index) => `${index} 0 m ${600 - index} 600 l S`).join(' ');
  await previewsOf(documentTypes.pdf, page(Array(400).fill(shape).join(' ')));
  expect(performance.now() - began).toBeLessThan(25_000);
}, 40_000);
