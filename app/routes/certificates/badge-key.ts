import type { LoaderFunctionArgs } from '@remix-run/node';
import { apiForNobody } from '~/server/api.server.ts';
import { openFile } from '~/server/open-file.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { fromAnywhere } from '~/server/shared-file.server.ts';

/** The public key of a network's badges; programs that check one ask for it. */
export async function loader(args: LoaderFunctionArgs) {
  const document = await apiForNobody(args).certificates.badgeIssuer(networkParams(args));
  return fromAnywhere(
    openFile(args.request, { type: 'application/did+json', body: JSON.stringify(document), seconds: 3600 }),
  );
}
