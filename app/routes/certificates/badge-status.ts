import type { LoaderFunctionArgs } from '@remix-run/node';
import { apiForNobody } from '~/server/api.server.ts';
import { openFile } from '~/server/open-file.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { fromAnywhere } from '~/server/shared-file.server.ts';

/** Which badges of a network do not stand any more; programs that check one ask for it. */
export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const list = Number(args.params.list);
  const credential = await apiForNobody(args).certificates.badgeStatus({ ...where, list });
  return fromAnywhere(
    openFile(args.request, {
      type: 'application/vc+ld+json',
      body: JSON.stringify(credential),
      seconds: 300,
    }),
  );
}
