import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileStore } from '@tessera/core/files/store.server.ts';
import { bytesOf } from '@tessera/files/bytes.ts';
import { previewMime } from '@tessera/files/preview.server.ts';
import { api } from '~/server/api.server.ts';
import { resourceParams } from '~/server/params.server.ts';

/** What a file of a resource looks like. A browser asks again each time: a share that ended shows nothing more. */
export async function loader(args: LoaderFunctionArgs) {
  const size = args.params.size === 'large' ? 'large' : 'small';
  const where = { ...resourceParams(args), itemId: args.params.item ?? '', size } as const;
  const { key, tag } = await api(args).library.preview(where);
  const headers = {
    'Content-Type': previewMime,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-cache',
    ETag: `"${tag}"`,
  };
  if (args.request.headers.get('If-None-Match')?.includes(tag))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(await bytesOf(fileStore().get(key))), { headers });
}
