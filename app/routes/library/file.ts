import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileStore } from '@tessera/core/files/store.server.ts';
import { api } from '~/server/api.server.ts';
import { rangeAnswer } from '~/server/download.server.ts';
import { resourceParams } from '~/server/params.server.ts';

/** A file of a resource, byte for byte. Always saved, never shown by the browser. */
export async function loader(args: LoaderFunctionArgs) {
  const where = { ...resourceParams(args), itemId: args.params.item ?? '' };
  const file = await api(args).library.file(where);
  return rangeAnswer(args.request, file, (start, end) => fileStore().getRange(file.storageKey, start, end));
}
