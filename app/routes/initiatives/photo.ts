import type { LoaderFunctionArgs } from '@remix-run/node';
import { api } from '~/server/api.server.ts';
import { initiativeParams } from '~/server/params.server.ts';

/** A picture of a story. Nobody on the way may keep it: it can be gone with the next request. */
export async function loader(args: LoaderFunctionArgs) {
  const where = { ...initiativeParams(args), photoId: args.params.photo ?? '' };
  const { mime, content } = await api(args).initiatives.photo(where);
  return new Response(Buffer.from(content, 'base64'), {
    headers: { 'Content-Type': mime, 'Cache-Control': 'private, no-store' },
  });
}
