import type { S3Client } from '@aws-sdk/client-s3';
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
      const place = { Bucket: bucket, Key: checked(key) };
      const parts = inParts(content, partBytes)[Symbol.asyncIterator]();
      const { value: first = Buffer.alloc(0) } = await parts.next();
      const { client, library } = await open();
      // One request makes the object whole or not at all.
      if (first.length < partBytes)
        await client.send(new library.PutObjectCommand({ ...place, Body: first }));
      else await putInParts({ client, library }, place, first, parts);
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

type Opened = { client: S3Client; library: Library };
type Place = { Bucket: string; Key: string };

/** What one request carries, and so what is held in memory of a large file; no part but the last may be below 5 MB. */
const partBytes = 8 * 1_048_576;

// The object is there when the last request says that all parts are; what breaks off before takes its parts along.
async function putInParts(
  { client, library }: Opened,
  place: Place,
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array, undefined>,
): Promise<void> {
  const { UploadId } = await client.send(new library.CreateMultipartUploadCommand(place));
  try {
    const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
    for (let part: Uint8Array | undefined = first; part; part = (await rest.next()).value) {
      const PartNumber = Parts.length + 1;
      const sent = { ...place, UploadId, PartNumber, Body: part };
      const { ETag } = await client.send(new library.UploadPartCommand(sent));
      Parts.push({ PartNumber, ETag });
    }
    const whole = { ...place, UploadId, MultipartUpload: { Parts } };
    await client.send(new library.CompleteMultipartUploadCommand(whole));
  } catch (failure) {
    // What stopped the upload is the news; a bucket forgets parts that nobody took back by its own rule.
    await client.send(new library.AbortMultipartUploadCommand({ ...place, UploadId })).catch(() => undefined);
    throw failure;
  }
}

async function* inParts(
  content: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array, undefined> {
  let chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of content) {
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + size - length);
      chunks.push(piece);
      length += piece.length;
      at += piece.length;
      if (length < size) continue;
      yield Buffer.concat(chunks);
      chunks = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(chunks);
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
