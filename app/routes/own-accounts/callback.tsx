import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '@tessera/paths/paths.ts';
import { SignInTrouble } from '~/components/own-accounts/sign-in-trouble.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { safePath } from '~/server/safe-path.server.ts';
import { afterSignIn } from '../identity/after-sign-in.ts';
import { carriedIn, forgetCarried, keepCarried } from './carried.server.ts';
import { troubleOf } from './trouble.server.ts';

/** Where every provider sends people back to. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args;
  try {
    const carried = await carriedIn(request);
    const arrival = await api(args).ownAccounts.finish({
      network: params.network ?? '',
      carried,
      query: new URL(request.url).search,
    });
    if (arrival.kind === 'agree') {
      const kept = await keepCarried(arrival.carried);
      return redirect(paths.ownAccountAgreement(), { headers: { 'Set-Cookie': kept } });
    }
    const to = afterSignIn(arrival, safePath(arrival.next, paths.dashboard()));
    return redirect(to, { headers: { 'Set-Cookie': await forgetCarried() } });
  } catch (thrown) {
    return troubleOf(thrown, context, '');
  }
}

export const handle: Handle = { title: (t) => t('accounts:problem') };

export default function Callback() {
  const { message, next } = useLoaderData<typeof loader>();
  return <SignInTrouble message={message} next={next} />;
}
