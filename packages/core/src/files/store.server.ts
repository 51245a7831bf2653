import { join } from 'node:path';
import { env } from '@tessera/env/env.server.ts';
import { type PreviewSize, previewSizeNames } from '@tessera/files/preview.server.ts';
import { type FileStore, openFileStore } from '@tessera/files/store.server.ts';

let opened: FileStore | undefined;

/** Where the bytes of files lie: in the bucket of the settings, else in the folder of the data. */
export function fileStore(): FileStore {
  opened ??= openFileStore(settings());
  return opened;
}

/** Where the pictures of a file lie, beside it. */
export function previewKey(storageKey: string, size: PreviewSize): string {
  return `${storageKey}-${size}`;
}

/** Removes a file and what shows how it looks. */
export async function removeStored(storageKey: string): Promise<void> {
  await fileStore().remove(storageKey);
  await removePreviews(storageKey);
}

/** Removes what shows how a file looks. */
export async function removePreviews(storageKey: string): Promise<void> {
  for (const size of previewSizeNames) await fileStore().remove(previewKey(storageKey, size));
}

function settings(): Parameters<typeof openFileStore>[0] {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, TESSERA_DATA } = env();
  if (!S3_BUCKET) return { kind: 'disk', folder: join(TESSERA_DATA, 'files') };
  return {
    kind: 's3',
    bucket: S3_BUCKET,
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? '',
  };
}
