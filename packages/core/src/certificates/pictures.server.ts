import { printedLogos } from '@tessera/db/phases.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { cleanPicture } from '@tessera/files/picture.ts';
import { fileStore } from '../files/store.server.ts';
import type { Snapshot } from './rules.ts';

export type PrintedPicture = { id: string; mime: string; width: number; height: number; base64: string };

type LogoFile = { id: string; storageKey: string };

/** Where the logos lie that certificates print, each once. */
export async function logoFiles(
  tx: Transaction,
  papers: readonly Pick<Snapshot, 'logos'>[],
): Promise<LogoFile[]> {
  const ids = [...new Set(papers.flatMap(({ logos }) => logos.map(({ logoId }) => logoId)))];
  return ids.length > 0 ? tx.run(printedLogos(ids)) : [];
}

/**
 * The pictures in these files, read when no transaction is open. One that is gone or broken is left out: the name of the
 * funder is printed in any case, and no paper waits for a picture.
 */
export async function picturesIn(files: readonly LogoFile[]): Promise<PrintedPicture[]> {
  return (await Promise.all(files.map(pictureIn))).flatMap((picture) => picture ?? []);
}

async function pictureIn({ id, storageKey }: LogoFile): Promise<PrintedPicture | null> {
  try {
    const { mime, width, height, bytes } = cleanPicture(await bytesOf(fileStore().get(storageKey)));
    return { id, mime, width, height, base64: Buffer.from(bytes).toString('base64') };
  } catch {
    return null;
  }
}
