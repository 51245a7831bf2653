import { disk } from './disk.server.ts';
import { s3 } from './s3.server.ts';

/** A place for the bytes of files. Keys are made by the server, never by a person: letters, digits, `-` and `/`. */
export type FileStore = {
  /** Writes a whole file. It is there completely, and outlives a power cut, or it is not there. */
  put(key: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** @throws FileMissing */
  get(key: string): AsyncIterable<Uint8Array>;
  /** The bytes from `start` to `end`, both included; fewer at the end of the file. @throws FileMissing */
  getRange(key: string, start: number, end: number): AsyncIterable<Uint8Array>;
  exists(key: string): Promise<boolean>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
};

export type FileStoreSettings =
  | { kind: 'disk'; folder: string }
  | {
      kind: 's3';
      endpoint: string | undefined;
      region: string;
      bucket: string;
      accessKeyId: string;
      secretAccessKey: string;
    };

/** Opens the place for files: a folder, or a bucket of a server that speaks S3. Nothing is sent until it is used. */
export function openFileStore(settings: FileStoreSettings): FileStore {
  return settings.kind === 'disk' ? disk(settings.folder) : s3(settings);
}
