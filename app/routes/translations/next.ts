import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { translationSearch } from '~/components/translations/search.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';

/** Leads a translator to the text that is most urgent. */
export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { language } = translationSearch(args.request);
  const next = await api(args).translations.next({ network, language });
  if (next) return redirect(paths.translation(network, next.kind, next.objectId, next.language));
  return redirectWithFlash(paths.translations(network), 'translations:noNext');
}
