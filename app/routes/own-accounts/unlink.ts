import type { ActionFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { OwnLink } from '@tessera/core/own-accounts/schema.ts';
import { paths } from '@tessera/paths/paths.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submitAlone } from '~/server/submit.server.ts';

export function loader() {
  return redirect(paths.account());
}

export async function action(args: ActionFunctionArgs) {
  return submitAlone(args, OwnLink, async (input) => {
    await api(args).ownAccounts.unlink(input);
    return redirectWithFlash(paths.account(), 'accounts:unlinked');
  });
}
