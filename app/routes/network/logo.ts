import type { LoaderFunctionArgs } from '@remix-run/node';
import { api } from '~/server/api.server.ts';

/** The logo of a funder. What stands under an address never changes, so everyone may keep it. */
export async function loader(args: LoaderFunctionArgs) {
  const { network = '', logo = '' } = args.params;
  const { mime, content, isPublic } = await api(args).phases.logo({ network, logoId: logo });
  return new Response(Buffer.from(content, 'base64'), {
    headers: {
      'Content-Type': mime,
      'Cache-Control': isPublic ? 'public, max-age=31536000, immutable' : 'private, max-age=3600',
    },
  });
}
