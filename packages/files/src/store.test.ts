import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf } from './bytes.ts';
import { type FileStore, openFileStore } from './store.server.ts';

const home = mkdtempSync(join(tmpdir(), 'tessera-files-'));
const folder = join(home, 'disk');
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(home, 's3'),
  configureBuckets: [{ name: 'tessera', configs: [] }],
});
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const stores: Record<string, () => FileStore> = {
  disk: () => openFileStore({ kind: 'disk', folder }),
  s3: () => openFileStore({ kind: 's3', endpoint, region: 'eu-central-1', bucket: 'tessera', ...keys }),
};
let endpoint = '';

beforeAll(async () => {
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

async function* parts(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  return (await bytesOf(content)).toString();
}

describe.each(Object.keys(stores))('files on %s', (kind) => {
  const store = () => (stores[kind] as () => FileStore)();

  test('come back as they were, whole and in part', async () => {
    await store().put('network/one', parts('Szőke Ilona, ', 'Țăranu Ștefan'));

    expect(await textOf(store().get('network/one'))).toBe('Szőke Ilona, Țăranu Ștefan');
    expect(await textOf(store().getRange('network/one', 0, 1))).toBe('Sz');
    expect(await store().exists('network/one')).toBe(true);
  });

  test('the later content stands in the place of the earlier one', async () => {
    await store().put('network/two', parts('a long first content'));
    await store().put('network/two', parts('short'));

    expect(await textOf(store().get('network/two'))).toBe('short');
  });

  test('what is removed is gone, and removing it again is no error', async () => {
    await store().put('network/three', parts('x'));
    await store().remove('network/three');
    await store().remove('network/three');

    expect(await store().exists('network/three')).toBe(false);
    await expect(textOf(store().get('network/three'))).rejects.toThrow(
      expect.objectContaining({ name: 'FileMissing' }),
    );
  });

  test('a file that breaks off while it is written is not there', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('the line broke');
    }

    await expect(store().put('network/four', broken())).rejects.toThrow('the line broke');
    expect(await store().exists('network/four')).toBe(false);
  });

  test('a large file goes in parts, comes back by any part, and one that breaks off leaves nothing', async () => {
    const piece = Buffer.alloc(1_000_003, 'abcdefg');
    async function* large(count: number, breaksAt = Number.POSITIVE_INFINITY) {
      for (let index = 0; index < count; index += 1) {
        if (index === breaksAt) throw new Error('the line broke');
        yield piece;
      }
    }
    const size = 20 * piece.length;
    await store().put('network/large', large(20));
    let length = 0;
    for await (const chunk of store().get('network/large')) length += chunk.length;
    expect(length).toBe(size);
    const whole = Buffer.concat(Array(20).fill(piece));
    for (const [start, end] of [
      [8_388_600, 8_388_620],
      [size - 5, size - 1],
      [0, 1],
    ] as const)
      expect(await textOf(store().getRange('network/large', start, end))).toBe(
        whole.toString('latin1', start, end + 1),
      );

    await expect(store().put('network/cut', large(20, 18))).rejects.toThrow('the line broke');
    expect(await store().exists('network/cut')).toBe(false);
  });

  test('no key leads out of the store', async () => {
    for (const key of ['../outside', '/etc/passwd', 'a/../../b', 'a//b', '', 'A b']) {
      await expect(store().exists(key)).rejects.toThrow('no key');
    }
  });
});

test('on a disk nothing is left of a broken file, and only the server reads the others', async () => {
  const names = readdirSync(join(folder, 'network'));

  expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(statSync(join(folder, 'network', 'one')).mode & 0o777).toBe(0o600);
});

test('a server that does not answer is an error, not an empty store', async () => {
  const gone = openFileStore({
    kind: 's3',
    endpoint: 'http://127.0.0.1:1',
    region: 'eu-central-1',
    bucket: 'tessera',
    ...keys,
  });

  await expect(gone.exists('network/one')).rejects.toThrow();
});
