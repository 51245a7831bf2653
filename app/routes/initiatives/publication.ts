import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { initiativeParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { submitAlone } from '~/server/submit.server.ts';

const Publication = z.object({ to: z.enum(['public', 'hidden']) });

export async function loader(args: LoaderFunctionArgs) {
  const { network, initiativeId } = initiativeParams(args);
  return redirect(paths.initiative(network, initiativeId));
}

export async function action(args: ActionFunctionArgs) {
  const where = initiativeParams(args);
  const back = `${paths.initiative(where.network, where.initiativeId)}#story`;
  return submitAlone(args, Publication, async ({ to }) => {
    try {
      if (to === 'public') await api(args).initiatives.publish(where);
      else await api(args).initiatives.unpublish(where);
    } catch (thrown) {
      // Somebody took their consent back in the meantime.
      if (domainErrorOf(thrown)?.code !== 'consents_missing') throw thrown;
      return redirectWithFlash(back, 'errors:consents_missing', {}, 'danger');
    }
    return redirectWithFlash(back, to === 'public' ? 'initiatives:published' : 'initiatives:unpublished');
  });
}

// A page, so that a refusal has one too.
export default function PublicationPage() {
  return null;
}
