import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { providerParams } from '~/server/params.server.ts';
import { submitAlone } from '~/server/submit.server.ts';

const Choice = z.object({ isOn: z.enum(['yes', 'no']) });

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.ownAccount(params.network ?? '', params.provider ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const where = providerParams(args);
  return submitAlone(args, Choice, async (input) => {
    const isOn = input.isOn === 'yes';
    await api(args).ownAccounts.switch({ ...where, isOn });
    return redirectWithFlash(
      paths.ownAccount(where.network, where.providerId),
      isOn ? 'accounts:switchedOn' : 'accounts:switchedOff',
    );
  });
}
