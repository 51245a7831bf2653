import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileStore } from '@tessera/core/files/store.server.ts';
import { api } from '~/server/api.server.ts';
import { fileAnswer } from '~/server/download.server.ts';
import { evidenceParams } from '~/server/params.server.ts';

/** A signed list, byte for byte as it was uploaded. Always saved, never shown by the browser. */
export async function loader(args: LoaderFunctionArgs) {
  const { name, mime, size, storageKey } = await api(args).attendance.evidenceFile(evidenceParams(args));
  return fileAnswer(fileStore().get(storageKey), { name, type: mime, size });
}
