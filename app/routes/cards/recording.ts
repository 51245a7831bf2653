import type { LoaderFunctionArgs } from '@remix-run/node';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';

/** A recording. Nobody on the way may keep it: it can be gone with the next request. */
export async function loader(args: LoaderFunctionArgs) {
  const recordingId = args.params.recording ?? '';
  const { mime, content } = await api(args).cards.recording({ ...networkParams(args), recordingId });
  const bytes = Buffer.from(content, 'base64');
  return new Response(bytes, {
    headers: {
      'Content-Type': mime,
      'Content-Length': String(bytes.length),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  });
}
