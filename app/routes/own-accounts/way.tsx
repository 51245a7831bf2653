import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '@tessera/paths/paths.ts';
import { SignInTrouble } from '~/components/own-accounts/sign-in-trouble.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { safePath } from '~/server/safe-path.server.ts';
import { keepCarried } from './carried.server.ts';
import { troubleOf } from './trouble.server.ts';

// A link and no form: the policy of pages lets forms go to this site only, and a redirect of a form counts as one.
export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args;
  const next = safePath(new URL(request.url).searchParams.get('next'), paths.dashboard());
  if (context.core.actor) throw redirect(next);
  try {
    const { to, carried } = await api(args).ownAccounts.begin({
      network: params.network ?? '',
      providerId: params.provider ?? '',
      next,
    });
    return redirect(to, { headers: { 'Set-Cookie': await keepCarried(carried) } });
  } catch (thrown) {
    return troubleOf(thrown, context, next);
  }
}

export const handle: Handle = { title: (t) => t('accounts:problem') };

export default function Way() {
  const { message, next } = useLoaderData<typeof loader>();
  return <SignInTrouble message={message} next={next} />;
}
