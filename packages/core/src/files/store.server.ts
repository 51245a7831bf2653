import { join } from 'node:path';
import { env } from '@tessera/env/env.server.ts';
import { type FileStore, openFileStore } from '@tessera/files/store.server.ts';

let opened: FileStore | undefined;

/** Where the bytes of files lie: in the bucket of the settings, else in the folder of the data. */
export function fileStore(): FileStore {
  opened ??= openFileStore(settings());
  return opened;
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
