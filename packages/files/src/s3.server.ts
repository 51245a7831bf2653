import type { S3Client } from '@aws-sdk/client-s3';
import { bytesOf } from './bytes.ts';
import { checked, FileMissing } from './key.ts';
import type { FileStore, FileStoreSettings } from './store.server.ts';

type Settings = Extract<FileStoreSettings, { kind: 's3' }>;
type Library = typeof import('@aws-sdk/client-s3');

/** Files in a bucket. The library is loaded when it is first needed: most houses keep files on a disk. */
export function s3(settings: Settings): FileStore {
  const { bucket } = settings;
  let opened: Promise<{ client: S3Client; library: Library }> | undefined;
  const open = () => {
    opened ??= connect(settings);
    return opened;
  };

  async function* read(key: string, range?: string): AsyncIterable<Uint8Array> {
    const { client, library } = await open();
    try {
      const { Body } = await client.send(
        new library.GetObjectCommand({ Bucket: bucket, Key: checked(key), Range: range }),
      );
      if (Body) yield* Body as unknown as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw statusOf(error) === 404 ? new FileMissing() : error;
    }
  }

  return {
    async put(key, content) {
      const { client, library } = await open();
      // One request needs its length before it begins, and makes the object whole or not at all.
      const body = await bytesOf(content);
      await client.send(new library.PutObjectCommand({ Bucket: bucket, Key: checked(key), Body: body }));
    },
    get: (key) => read(key),
    getRange: (key, start, end) => read(key, `bytes=${start}-${end}`),
    async exists(key) {
      const { client, library } = await open();
      try {
        await client.send(new library.HeadObjectCommand({ Bucket: bucket, Key: checked(key) }));
        return true;
      } catch (error) {
        if (statusOf(error) === 404) return false;
        throw error;
      }
    },
    async remove(key) {
      const { client, library } = await open();
      await client.send(new library.DeleteObjectCommand({ Bucket: bucket, Key: checked(key) }));
    },
  };
}

async function connect({ endpoint, region, accessKeyId, secretAccessKey }: Settings) {
  const library = await import('@aws-sdk/client-s3');
  const client = new library.S3Client({
    region,
    endpoint,
    // Servers other than Amazon's have no host name for each bucket, and not all know the newer checksums.
    forcePathStyle: endpoint !== undefined,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    credentials: { accessKeyId, secretAccessKey },
  });
  return { client, library };
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}
