import { expect, test } from 'vitest';
import { openZip, unpack, zipStream } from './zip.server.ts';

async function all(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('parts that are written piece by piece are read again whole', async () => {
  const large = Buffer.alloc(300_000, 'abc');
  async function* parts() {
    yield { name: 'tables/țară.csv', content: [Buffer.from('a;b\r\n'), Buffer.from('1;2\r\n')] };
    yield { name: 'empty', content: [] };
    yield { name: 'large', content: [large.subarray(0, 100_000), large.subarray(100_000)] };
  }

  const bytes = await all(zipStream(parts(), new Date('2026-11-22T10:00:00Z')));

  const zip = openZip(bytes);
  const texts = await Promise.all(
    [...zip].map(async ([name, part]) => [name, (await all(unpack(bytes, part))).length] as const),
  );
  expect(texts).toEqual([
    ['tables/țară.csv', 10],
    ['empty', 0],
    ['large', 300_000],
  ]);
});

test('what goes wrong while a part is read ends the archive', async () => {
  async function* broken() {
    yield Buffer.from('a');
    throw new Error('the store is gone');
  }

  await expect(all(zipStream([{ name: 'a', content: broken() }], new Date()))).rejects.toThrow(
    'the store is gone',
  );
});
