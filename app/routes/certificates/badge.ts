import type { LoaderFunctionArgs } from '@remix-run/node';
import { api } from '~/server/api.server.ts';
import { fileAnswer } from '~/server/download.server.ts';

/** A certificate as an Open Badges 3.0 credential, for whoever has its code. */
export async function loader(args: LoaderFunctionArgs) {
  const badge = await api(args).certificates.badge({ code: args.params.code ?? '' });
  const answer = fileAnswer(`${JSON.stringify(badge, null, 2)}\n`, {
    name: `${String(badge.name).slice(0, 120)}.badge.json`,
    type: 'application/vc+ld+json',
  });
  answer.headers.set('X-Robots-Tag', 'noindex, nofollow');
  return answer;
}
