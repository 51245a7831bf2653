import type { LoaderFunctionArgs } from '@remix-run/node';
import { apiForNobody } from '~/server/api.server.ts';
import { openFile } from '~/server/open-file.server.ts';
import { cardLanguageParams } from '~/server/params.server.ts';

/** The cards of a language to be kept on a device: the same for everyone, and asked for anew each time. */
export async function loader(args: LoaderFunctionArgs) {
  const pack = await apiForNobody(args).cards.pack(cardLanguageParams(args));
  return openFile(args.request, { type: 'application/json', body: JSON.stringify(pack), seconds: 0 });
}
