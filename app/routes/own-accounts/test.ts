import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { providerParams } from '~/server/params.server.ts';
import { submitAlone } from '~/server/submit.server.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.ownAccount(params.network ?? '', params.provider ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const where = providerParams(args);
  const to = paths.ownAccount(where.network, where.providerId);
  return submitAlone(args, z.object({}), async () => {
    const { trouble } = await api(args).ownAccounts.test(where);
    if (!trouble) return redirectWithFlash(to, 'accounts:testOk');
    return redirectWithFlash(to, `accounts:troubles.${trouble}`, {}, 'danger');
  });
}
