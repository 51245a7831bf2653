import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileStore } from '@tessera/core/files/store.server.ts';
import { api } from '~/server/api.server.ts';
import { fileAnswer } from '~/server/download.server.ts';
import { resourceParams } from '~/server/params.server.ts';

/** What a file of a resource looks like. A browser asks again each time: a share that ended shows nothing more. */
export async function loader(args: LoaderFunctionArgs) {
  const size = args.params.size === 'large' ? 'large' : 'small';
  const where = { ...resourceParams(args), itemId: args.params.item ?? '', size } as const;
  const { key, mime, tag } = await api(args).library.preview(where);
  const etag = `"${tag}"`;
  const isKnown = args.request.headers.get('If-None-Match')?.includes(etag) ?? false;
  const picture = fileAnswer(isKnown ? '' : fileStore().get(key), {
    name: `${tag}.webp`,
    type: mime,
    isInline: true,
  });
  const headers = new Headers(picture.headers);
  headers.set('Cache-Control', 'private, no-cache');
  headers.set('ETag', etag);
  headers.set('Content-Security-Policy', "sandbox; default-src 'none'");
  headers.set('X-Content-Type-Options', 'nosniff');
  return new Response(isKnown ? null : picture.body, { status: isKnown ? 304 : 200, headers });
}
